import DocumentModel
import TextProcessing

/// The words and mentions of a clause that holds figures, in order.
struct MeasureClause {
  /// A word or a mention in its place.
  struct Token {
    var start: Int32
    var end: Int32
    var tag: MeasureTag
    /// How many of its characters are an aside in brackets behind it.
    var aside: UInt16 = 0
    /// The index of the mention, or -1 for a word.
    var mention: Int32 = -1

    var role: MeasureRole { tag.role }
    var count: Int { Int(end - start) - Int(aside) }
    var endsIndicator: Bool { tag.endsIndicator }
  }

  private(set) var tokens: [Token] = []

  /// Whether white space parts a word from the word before it, as it parts headlines; beside figures and Latin
  /// letters it parts nothing.
  func isGap(before place: Int) -> Bool {
    guard place > 0, tokens[place - 1].end < tokens[place].start else { return false }
    return isWord(tokens[place - 1]) && isWord(tokens[place])
  }

  private func isWord(_ token: Token) -> Bool {
    !token.tag.isForeign && token.role != .quantity && token.role != .time
  }

  /// A folded unit, where it stands, and the best way to part what is before it.
  private struct Cell {
    var unit: UInt16 = 0
    var tag: UInt16 = 0
    var place: Int32 = 0
    var score = Int32.min
    var start: Int32 = 0
  }

  /// Log-frequencies are four times binary logarithms; this is that of the whole lexicon.
  private static let total: Int32 = 104
  private static let longestWord = 10

  mutating func removeAll() { tokens.removeAll(keepingCapacity: true) }

  /// Adds words in brackets to the word before them.
  mutating func add(aside: Range<Int>) {
    guard let last = tokens.indices.last, tokens[last].mention < 0, Int(tokens[last].end) == aside.lowerBound
    else { return }
    tokens[last].end = Int32(aside.upperBound)
    tokens[last].aside += UInt16(aside.count)
  }

  mutating func add(_ mention: Int, _ mark: MeasureMark) {
    let role: MeasureRole =
      switch mark.sort {
      case .quantity: .quantity
      case .time: .time
      case .name: .noun
      }
    var tag = MeasureTag(role)
    if case .quantity(.count, .noun) = mark.sort { tag.isPlaces = true }
    tokens.append(Token(start: mark.start, end: mark.end, tag: tag, mention: Int32(mention)))
  }

  /// Adds the words of a stretch of text: the most likely way to part it, by the frequencies of words.
  mutating func add(
    _ range: Range<Int>, of scalars: [UInt32], _ normalizer: Normalizer, _ words: inout WordTrie
  ) {
    guard !range.isEmpty else { return }
    withUnsafeTemporaryAllocation(of: Cell.self, capacity: range.count + 1) { cells in
      var count = 0
      for place in range {
        guard let scalar = Unicode.Scalar(scalars[place]), let unit = normalizer.fold(scalar), unit != 0x20
        else { continue }
        cells.initializeElement(at: count, to: Cell(unit: unit, place: Int32(place)))
        count += 1
      }
      cells.initializeElement(at: count, to: Cell(place: Int32(range.upperBound)))
      part(cells, count, &words)
      take(cells, count)
    }
  }

  /// Finds the best way to part units into words.
  private func part(_ cells: UnsafeMutableBufferPointer<Cell>, _ count: Int, _ words: inout WordTrie) {
    cells[0].score = 0
    var start = 0
    while start < count {
      let base = cells[start].score - Self.total
      let unit = cells[start].unit
      if CharacterSort.isAlphanumeric(unit) {
        // Latin letters and digits are one word, which none of the lexicon's begins within.
        var end = start + 1
        while end < count, CharacterSort.isAlphanumeric(cells[end].unit) || cells[end].unit == 0x2E {
          end += 1
        }
        cells[end].score = base
        cells[end].start = Int32(start)
        cells[end].tag = (unit < 0x3A ? MeasureTag.digits : .foreign).bits
        start = end
        continue
      }
      let root = words.root(unit)
      let single = root.word
      var state = root.state
      let isWord = single.weight > 0
      Self.enter(
        cells, start, 1, base + (isWord ? Int32(single.weight) : 8),
        isWord ? single.tag : Self.tag(of: unit).bits)
      var length = 1
      while length < Self.longestWord, start + length < count {
        state = words.step(state, cells[start + length].unit)
        if state == 0 { break }
        length += 1
        let word = words.word(state)
        if word.weight > 0 { Self.enter(cells, start, length, base + Int32(word.weight), word.tag) }
      }
      start += 1
    }
  }

  @inline(__always)
  private static func enter(
    _ cells: UnsafeMutableBufferPointer<Cell>, _ start: Int, _ length: Int, _ score: Int32, _ tag: UInt16
  ) {
    guard score > cells[start + length].score else { return }
    cells[start + length].score = score
    cells[start + length].start = Int32(start)
    cells[start + length].tag = tag
  }

  /// Adds the words of the best way.
  private mutating func take(
    _ cells: UnsafeMutableBufferPointer<Cell>, _ count: Int
  ) {
    let first = tokens.count
    var end = count
    while end > 0 {
      let start = Int(cells[end].start)
      tokens.append(
        Token(
          start: cells[start].place, end: cells[end - 1].place + 1, tag: MeasureTag(bits: cells[end].tag)))
      end = start
    }
    // In place: to reverse a slice copies it.
    var (low, high) = (first, tokens.count - 1)
    while low < high {
      tokens.swapAt(low, high)
      (low, high) = (low + 1, high - 1)
    }
  }

  /// The role of a character that no word covers.
  private static func tag(of unit: UInt16) -> MeasureTag {
    switch unit {
    case 0x3001: MeasureTag(.conjunction)  // 、
    case 0x201C, 0x300A: MeasureTag(.quote)  // “《
    case 0x201D, 0x300B: MeasureTag(.endQuote)  // ”》
    case 0xB7, 0x2D: MeasureTag(.noun)
    default: CharacterSort.isHan(unit) ? .unknown : MeasureTag(.other)
    }
  }
}

/// Where clauses and sentences end.
enum MeasureBoundary {
  /// Whether a scalar ends a clause: a comma, a bracket, a dash or the end of a sentence.
  static func isClauseEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFF0C, 0xFF1B, 0xFF1A, 0x2C, 0x3B, 0x3A, 0xFF08, 0xFF09, 0x28, 0x29, 0x2014: true
    default: isSentenceEnd(scalar)
    }
  }

  /// Whether a scalar ends a sentence.
  static func isSentenceEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x0A: true
    default: false
    }
  }
}
