import DocumentModel
import TextProcessing

/// Reads the pattern language of rule packs.
///
/// | written | matches |
/// |---|---|
/// | `年` | the character, in any width or variant |
/// | `[多余]` `[0-9]` `[^的]` | one of these; one that is none of these, and no line end |
/// | `\d` `\h` `\a` `.` | a digit; a Hanzi; a Latin letter; anything but a line end |
/// | `(年\|岁)` | one or the other, the first preferred |
/// | `x?` `x{2}` `x{1,4}` | x or nothing; twice; once to four times |
/// | `@name` | a named pattern, a lexicon or a gazetteer |
/// | `<temporal>` | a mention of that type, found before |
/// | `(?<name>x)` | x, captured under that name |
/// | `\(` | the character itself |
///
/// There is no `*` and no `+`: every match has a length known beforehand, so the time that a text takes
/// is linear in its length whatever it says.
struct PatternParser {
  /// What is wrong with a pattern, and at which character.
  struct Failure: Error {
    var message: String
    var offset: Int
  }

  private let source: [Unicode.Scalar]
  private var position = 0
  private let normalizer: Normalizer
  private let isWord: (String) -> Bool
  private let depthLimit = 64

  /// Reads a pattern; names that `isWord` affirms are lexicons, all others named patterns.
  static func parse(_ source: String, normalizer: Normalizer, isWord: @escaping (String) -> Bool)
    throws(Failure) -> Pattern
  {
    var parser = PatternParser(source: Array(source.unicodeScalars), normalizer: normalizer, isWord: isWord)
    let pattern = try parser.alternation(depth: 0)
    guard parser.next == nil else { throw parser.failure("')' closes nothing") }
    return pattern
  }

  private init(source: [Unicode.Scalar], normalizer: Normalizer, isWord: @escaping (String) -> Bool) {
    self.source = source
    self.normalizer = normalizer
    self.isWord = isWord
  }

  private var next: Unicode.Scalar? { position < source.count ? source[position] : nil }

  private func failure(_ message: String, at offset: Int? = nil) -> Failure {
    Failure(message: message, offset: offset ?? position)
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  private mutating func alternation(depth: Int) throws(Failure) -> Pattern {
    guard depth < depthLimit else { throw failure("groups are nested more than \(depthLimit) deep") }
    var branches = [try sequence(depth: depth)]
    while take("|") { branches.append(try sequence(depth: depth)) }
    return branches.count == 1 ? branches[0] : .alternation(branches)
  }

  private mutating func sequence(depth: Int) throws(Failure) -> Pattern {
    var parts: [Pattern] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      guard let atom = try atom(depth: depth) else { continue }
      parts.append(try repeated(atom))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func repeated(_ atom: Pattern) throws(Failure) -> Pattern {
    if take("?") { return .repetition(atom, 0...1) }
    if next == "*" || next == "+" {
      throw failure("'\(source[position])' has no bound; write {0,n} or {1,n}")
    }
    guard take("{") else { return atom }
    let start = position - 1
    let low = number()
    let high = take(",") ? number() : low
    guard take("}"), let low else { throw failure("a repeat is written {2} or {1,4}", at: start) }
    guard let high else { throw failure("'{\(low),}' has no bound; write {\(low),n}", at: start) }
    guard low <= high, high > 0 else { throw failure("'{\(low),\(high)}' can match nothing", at: start) }
    return .repetition(atom, low...high)
  }

  private mutating func number() -> Int? {
    var digits = ""
    while let scalar = next, ("0"..."9").contains(scalar), digits.count < 4 {
      digits.unicodeScalars.append(scalar)
      position += 1
    }
    return Int(digits)
  }

  private mutating func atom(depth: Int) throws(Failure) -> Pattern? {
    let start = position
    position += 1
    switch source[start] {
    case "(":
      let name = take("?") ? try captureName(from: start) : nil
      let inner = try alternation(depth: depth + 1)
      guard take(")") else { throw failure("'(' is not closed", at: start) }
      return name.map { .capture($0, inner) } ?? inner
    case "[": return .unit(try set(from: start))
    case "@":
      let name = identifier()
      guard !name.isEmpty else { throw failure("'@' names nothing", at: start) }
      return isWord(name) ? .word(name) : .named(name)
    case "<":
      let name = identifier()
      guard take(">"), let type = MentionType(rawValue: name) else {
        let types = MentionType.allCases.map { "<\($0.rawValue)>" }.joined(separator: ", ")
        throw failure("'<\(name)>' is no type of mention; there are \(types)", at: start)
      }
      return .mention(type)
    case ".": return .unit(UnitSet([]).inverted)
    case "\\": return .unit(try escaped())
    case "?", "{", "}", "]", "*", "+":
      throw failure(
        "'\(source[start])' repeats or closes nothing; write '\\\(source[start])' for itself", at: start)
    default:
      return normalizer.fold(source[start]).map { .unit(UnitSet($0)) }
    }
  }

  private mutating func captureName(from start: Int) throws(Failure) -> String {
    guard take("<") else { throw failure("a capture is written (?<name>…)", at: start) }
    let name = identifier()
    guard !name.isEmpty, take(">") else { throw failure("a capture is written (?<name>…)", at: start) }
    return name
  }

  private mutating func identifier() -> String {
    let start = position
    while let scalar = next, scalar == "-" || PatternParser.isLetterOrDigit(scalar) { position += 1 }
    return String(
      decoding: source[start..<position].map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self)
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }

  private mutating func escaped() throws(Failure) -> UnitSet {
    guard let scalar = next else { throw failure("'\\' stands before nothing") }
    position += 1
    switch scalar {
    case "d": return .digits
    case "h": return .hanzi
    case "a": return .letters
    default: return normalizer.fold(scalar).map { UnitSet($0) } ?? UnitSet([])
    }
  }

  private mutating func set(from start: Int) throws(Failure) -> UnitSet {
    let inverts = take("^")
    var ranges: [ClosedRange<UInt16>] = []
    while let scalar = next, scalar != "]" {
      position += 1
      if scalar == "\\" {
        ranges += try escaped().ranges
        continue
      }
      guard let low = normalizer.fold(scalar) else { continue }
      guard next == "-", position + 1 < source.count, source[position + 1] != "]" else {
        ranges.append(low...low)
        continue
      }
      position += 1
      let high = normalizer.fold(source[position]) ?? low
      position += 1
      guard low <= high else {
        throw failure("the range '\(scalar)-\(source[position - 1])' runs backward", at: start)
      }
      ranges.append(low...high)
    }
    guard take("]") else { throw failure("'[' is not closed", at: start) }
    guard !ranges.isEmpty else { throw failure("'[]' holds no character", at: start) }
    let set = UnitSet(ranges)
    return inverts ? set.inverted : set
  }
}
