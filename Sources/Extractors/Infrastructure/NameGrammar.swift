import DocumentModel
import RuleEngine
import TextProcessing

/// Finds where a name begins, going left from its head word.
///
/// The words before the head are told apart by a general lexicon. Nouns, places and other modifiers may
/// belong to the name; a verb, a particle, a preposition, a number or a mark of punctuation ends it. The
/// name begins with its first word that singles something out: a place, a compound of countries, a quoted
/// word, or a run of characters that are no words of the language.
struct NameGrammar: Sendable {
  /// A name without its head.
  struct Name: Sendable {
    /// From its first word up to the head.
    var range: Range<Int>

    /// The words between what singles it out and the head, which names that share the head share too.
    var detail: Range<Int>

    /// ISO 3166-1 codes of the countries that it spells out.
    var countries: [String]

    /// Names before it that share its head.
    var coordinated: [Name] = []
  }

  private let segmenter: WordSegmenter
  private let countries: Lexicon
  private let broadPlaces: Lexicon
  /// For each unit whether it is a word of grammar, which no name holds.
  private let isFunction: [Bool]
  private let genericWords: Lexicon
  private let properWords: Lexicon
  private let inNames: Lexicon
  private let prefixes: Lexicon

  /// How far to the left of its head a name may begin.
  private static let reach = 30

  /// How far to the right of its head words are looked at, to see where the head ends.
  private static let lookahead = 3

  init(_ tables: RuleTables) {
    segmenter = WordSegmenter(tables)
    countries = tables.lexicon("countries")
    broadPlaces = tables.lexicon("broad-places")
    genericWords = tables.lexicon("generic-words")
    properWords = tables.lexicon("proper-words")
    inNames = tables.lexicon("words-in-names")
    prefixes = tables.lexicon("name-prefixes")
    var isFunction = [Bool](repeating: false, count: 0x10000)
    for entry in tables.lexicon("function-characters").entries {
      for unit in tables.normalizer.fold(entry.form) { isFunction[Int(unit)] = true }
    }
    self.isFunction = isFunction
  }

  /// The parts that a word may play in a name.
  private enum Part { case proper, broad, detail, connector, to, dot, boundary, generic }

  /// A word with its part.
  private struct Piece {
    var range: Range<Int>
    var part: Part
    var countries: [String] = []
    var isCompound = false

    /// Whether it joins two places: a dash, 至.
    var joins: Bool { part == .connector || part == .to }
  }

  /// The name that ends at a head, or nil when nothing singles it out.
  ///
  /// - Parameters:
  ///   - isCommon: whether a country or a province alone does not single such a thing out.
  ///   - isPoint: whether the thing lies in one place, so that 至 before it leads there and is no part of its name.
  func name(before head: Range<Int>, in text: FoldedText, isCommon: Bool, isPoint: Bool) -> Name? {
    let units = text.units
    let start = windowStart(before: head.lowerBound, in: units)
    guard start < head.lowerBound, mayEndName(at: head.lowerBound, from: start, in: units) else { return nil }
    let end = min(text.count, head.upperBound + Self.lookahead)
    var tokens = segmenter.tokens(of: start..<end, in: units)
    // A name that the lexicon holds whole (青藏铁路) is read as its stem and the head.
    if let index = tokens.firstIndex(where: {
      $0.range.lowerBound < head.lowerBound && $0.range.upperBound == head.upperBound
    }),
      tokens[index].kind == .word(tag: "nz")
        || (tokens[index].kind == .word(tag: "ns") && head.count >= 2)
    {
      let token = tokens[index]
      tokens[index] = .init(range: token.range.lowerBound..<head.lowerBound, kind: token.kind)
      tokens.insert(.init(range: head, kind: .word(tag: "n")), at: index + 1)
    }
    // The head must be words of its own: 香港 is no 港, and 粤港澳 neither.
    guard tokens.contains(where: { $0.range.lowerBound == head.lowerBound }),
      end == head.upperBound || tokens.contains(where: { $0.range.lowerBound == head.upperBound })
    else { return nil }
    let pieces = pieces(tokens.filter { $0.range.upperBound <= head.lowerBound }, units)
    guard var first = firstPiece(of: pieces, isPoint: isPoint) else { return nil }
    if first > 0, prefixes.contains(units[pieces[first - 1].range]) { first -= 1 }
    let name = pieces[first...]
    guard isSingled(name, isCommon: isCommon) else { return nil }
    let firstDetail = name.dropFirst().lastIndex { $0.part != .detail }.map { $0 + 1 } ?? name.endIndex
    let detail = firstDetail < name.endIndex ? name[firstDetail].range.lowerBound : head.lowerBound
    // A thing in one place joins no countries but China and others: 卡捷港 is in Canada.
    let joined = isPoint ? name.filter { !$0.isCompound || $0.countries.contains("CN") } : Array(name)
    var found = Name(
      range: name[first].range.lowerBound..<head.lowerBound, detail: detail..<head.lowerBound,
      countries: joined.flatMap(\.countries))
    found.coordinated = coordinated(before: found.range.lowerBound, like: name, in: units)
    return found
  }

  /// 中
  private static let china: UInt16 = 0x4E2D

  /// 的 了 着: no name holds them, so words before them need not be told apart.
  private static let particles: [UInt16] = [0x7684, 0x4E86, 0x7740]

  // MARK: Words

  /// Whether a head may follow: behind a word of grammar it may only where that ends a place (金边机场, 深中通道).
  private func mayEndName(at place: Int, from start: Int, in units: [UInt16]) -> Bool {
    if !isFunction[Int(units[place - 1])] { return true }
    guard place - start >= 2, let tag = segmenter.tag(of: (place - 2)..<place, in: units) else {
      return false
    }
    return tag == "j" || tag == "ns"
  }

  /// The first place that a name before the head may begin at: behind a mark of punctuation.
  private func windowStart(before head: Int, in units: [UInt16]) -> Int {
    var place = head
    while place > 0, head - place < Self.reach {
      let unit = units[place - 1]
      if unit == 0x201D {  // ”
        guard let open = units[max(0, place - 18)..<(place - 1)].lastIndex(of: 0x201C) else { break }
        place = open
        continue
      }
      guard !Self.particles.contains(unit),
        CharacterSort.isHan(unit) || CharacterSort.isAlphanumeric(unit) || unit == 0x2D || unit == 0xB7
      else { break }
      place -= 1
    }
    return place
  }

  private func pieces(_ tokens: [WordSegmenter.Token], _ units: [UInt16]) -> [Piece] {
    var pieces: [Piece] = []
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if units[token.range.lowerBound] == 0x201C,
        let close = tokens[index...].firstIndex(where: { units[$0.range.lowerBound] == 0x201D })
      {
        pieces.append(Piece(range: token.range.lowerBound..<tokens[close].range.upperBound, part: .proper))
        index = close + 1
        continue
      }
      // Characters that make no word, side by side, are a name of their own: 别迭里. What looks like countries
      // among them is none: 拉菲克, 杜伊斯堡.
      var end = index
      while end < tokens.count, end - index < 6, isLoose(tokens[end], units) { end += 1 }
      if end - index >= 2 {
        pieces.append(
          Piece(
            range: token.range.lowerBound..<tokens[end - 1].range.upperBound, part: .proper, isCompound: true)
        )
        index = end
        continue
      }
      pieces.append(piece(token, behind: pieces.last, units))
      index += 1
    }
    return pieces
  }

  /// Whether a token is a single Hanzi that is no function word and could be part of a strange name, or countries
  /// but for China.
  private func isLoose(_ token: WordSegmenter.Token, _ units: [UInt16]) -> Bool {
    if case .countries = token.kind { return units[token.range.lowerBound] != Self.china }
    guard token.range.count == 1, case let unit = units[token.range.lowerBound], CharacterSort.isHan(unit)
    else { return false }
    return !isFunction[Int(unit)]
  }

  private func piece(_ token: WordSegmenter.Token, behind last: Piece?, _ units: [UInt16]) -> Piece {
    let word = units[token.range]
    if word.count == 1, let unit = word.first {
      if unit == 0x2D { return Piece(range: token.range, part: .connector) }
      if unit == 0xB7 { return Piece(range: token.range, part: .dot) }
      if unit == 0x81F3 || unit == 0x5230 { return Piece(range: token.range, part: .to) }  // 至 到
    }
    if genericWords.contains(word) { return Piece(range: token.range, part: .generic) }
    if let country = countries.entry(word)?.columns.first {
      return Piece(range: token.range, part: .broad, countries: [country])
    }
    if broadPlaces.contains(word) { return Piece(range: token.range, part: .broad) }
    if properWords.contains(word) { return Piece(range: token.range, part: .proper) }
    if inNames.contains(word) { return Piece(range: token.range, part: .detail) }
    switch token.kind {
    case .countries(let codes):
      // Behind a word that names something it is the rest of a strange name: 巴黎奥利, 乌兹别克斯坦.
      let isWhole = units[token.range.lowerBound] == Self.china || !(last.map(isPlace) ?? false)
      return Piece(range: token.range, part: .proper, countries: isWhole ? codes : [], isCompound: true)
    case .unknown:
      return Piece(
        range: token.range, part: word.allSatisfy(CharacterSort.isAlphanumeric) ? .detail : .boundary)
    case .word(let tag): return Piece(range: token.range, part: part(tag, word))
    }
  }

  private func part(_ tag: WordTable.Tag, _ word: ArraySlice<UInt16>) -> Part {
    if word.count == 1, let unit = word.first, isFunction[Int(unit)] { return .boundary }
    switch tag {
    // A single character singles nothing out.
    case "ns", "nz", "nt", "j": return word.count > 1 ? .proper : .boundary
    case "n", "ng", "b", "vn", "an", "s", "f", "l", "nr": return .detail
    case "a": return word.count == 1 ? .detail : .generic
    default: return .boundary
    }
  }

  // MARK: Extent

  /// The first word of the name: the leftmost that singles it out, with nothing between that ends a name.
  private func firstPiece(of pieces: [Piece], isPoint: Bool = false) -> Int? {
    var first: Int?
    var index = pieces.count - 1
    while index >= 0 {
      switch pieces[index].part {
      case .proper, .broad: first = index
      case .detail: break
      case .connector, .to:
        // A dash or 至 joins two places; elsewhere it ends the name.
        guard index > 0, index + 1 < pieces.count, isPlace(pieces[index - 1]), isPlace(pieces[index + 1]),
          !isPoint || pieces[index].part == .connector
        else { return first }
      case .dot:
        // It joins the parts of a person's name: 尼古拉·特斯拉.
        guard index > 0, index + 1 < pieces.count,
          isPlace(pieces[index - 1]) || pieces[index - 1].part == .detail
        else { return first }
        index -= 1
        first = index
      case .boundary, .generic: return first
      }
      index -= 1
    }
    return first
  }

  private func isPlace(_ piece: Piece) -> Bool { piece.part == .proper || piece.part == .broad }

  private func isSingled(_ name: ArraySlice<Piece>, isCommon: Bool) -> Bool {
    if name.contains(where: { $0.part == .proper }) { return true }
    guard name.contains(where: { $0.part == .broad }) else { return false }
    return !isCommon || name.contains(where: \.joins)
  }

  // MARK: Coordination

  /// Names before this one that share its head: 中吉乌、中塔乌公路, 北京至沈阳、郑州至重庆高速铁路.
  private func coordinated(before start: Int, like name: ArraySlice<Piece>, in units: [UInt16]) -> [Name] {
    let isJoined = name.contains(where: \.joins)
    guard isJoined || name.first?.isCompound == true && !(name.first?.countries.isEmpty ?? true) else {
      return []
    }
    var names: [Name] = []
    var place = start
    while place > 0, Self.conjunctions.contains(units[place - 1]) {
      let end = place - 1
      let low = windowStart(before: end, in: units)
      guard low < end else { break }
      let pieces = pieces(segmenter.tokens(of: low..<end, in: units), units)
      guard let first = firstPiece(of: pieces), pieces[first...].allSatisfy({ $0.part != .detail }) else {
        break
      }
      let part = pieces[first...]
      let isLike =
        isJoined
        ? part.contains(where: \.joins)
        : part.count == 1 && !part[first].countries.isEmpty
      guard isLike else { break }
      names.append(
        Name(
          range: part[first].range.lowerBound..<end, detail: end..<end, countries: part.flatMap(\.countries)))
      place = part[first].range.lowerBound
    }
    return names.reversed()
  }

  /// 、 和 与 及
  private static let conjunctions: Set<UInt16> = [0x3001, 0x548C, 0x4E0E, 0x53CA]
}
