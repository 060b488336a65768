package import DocumentModel

/// Folds a text once, for matching: width, dashes, spaces, variants of a character.
///
/// Folding never shows: matches are led back to the text as it was published. Patterns are folded by the
/// same table, so they never spell both `3` and `３`, `(` and `（`, or `亿` and `億`.
///
/// | folded | to |
/// |---|---|
/// | full-width ASCII, ideographic and other spaces | ASCII |
/// | all dashes and minus signs · wave dashes | `-` · `~` |
/// | middle dots and bullets · circles for zero | `·` · `〇` |
/// | corner brackets | curly quotation marks |
/// | traditional and variant characters, by the table given | simplified |
/// | zero-width characters; spaces between Hanzi and a digit or a Latin letter | nothing |
/// | characters beyond the BMP | U+E000 |
package struct Normalizer: Sendable {
  /// Stands for any character beyond the Basic Multilingual Plane.
  @usableFromInline package static let astral: UInt16 = 0xE000

  /// What each code unit is folded to; ``dropped`` when it vanishes.
  @usableFromInline package private(set) var table: [UInt16]
  /// What a unit that vanishes is folded to.
  @usableFromInline package static let dropped: UInt16 = 0xFFFF

  /// Creates a normalizer with pairs of a variant character and what it is folded to.
  package init(variants: some Sequence<(UInt16, UInt16)> = []) {
    table = Array(0...0xFFFF)
    for (from, to) in variants { table[Int(from)] = to }
    for unit in 0xFF01...0xFF5E { table[unit] = UInt16(unit - 0xFEE0) }
    for (characters, target) in Normalizer.folds {
      for scalar in characters.unicodeScalars { table[Int(scalar.value)] = target }
    }
    for unit in [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD] { table[unit] = Normalizer.dropped }
  }

  private static let folds: [(String, UInt16)] = [
    ("\u{9}\u{A0}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}", 0x20),
    ("\u{200A}\u{202F}\u{205F}\u{3000}", 0x20),
    ("\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{2500}\u{FE58}\u{FE63}", 0x2D),
    ("\u{301C}\u{223C}\u{FF5E}", 0x7E),
    ("\u{2022}\u{2027}\u{22C5}\u{30FB}\u{FF65}", 0xB7),
    ("\u{25CB}\u{25EF}\u{3007}", 0x3007),
    ("\u{300C}\u{300E}", 0x201C), ("\u{300D}\u{300F}", 0x201D),
  ]

  /// What one scalar of a pattern or a lexicon is folded to, or nil when it vanishes.
  @inlinable
  package func fold(_ scalar: Unicode.Scalar) -> UInt16? {
    guard scalar.value <= 0xFFFF else { return Normalizer.astral }
    let unit = table[Int(scalar.value)]
    return unit == Normalizer.dropped ? nil : unit
  }

  /// Folds a string of a pattern or a lexicon.
  package func fold(_ string: some StringProtocol) -> [UInt16] {
    var units: [UInt16] = []
    for scalar in string.unicodeScalars {
      if let unit = fold(scalar) { units.append(unit) }
    }
    return units
  }

  /// Folds a text.
  package func fold(_ text: DocumentText) -> FoldedText {
    let scalars = text.scalars
    let plain = prefix(of: scalars)
    guard plain.count < scalars.count else { return FoldedText(units: plain, origin: nil) }
    return fold(scalars, after: plain)
  }

  /// Folds the beginning of a text that folds unit by unit: up to the first character that is dropped.
  private func prefix(of scalars: [UInt32]) -> [UInt16] {
    [UInt16](unsafeUninitializedCapacity: scalars.count + FoldedText.padding) { units, count in
      table.withUnsafeBufferPointer { table in
        for scalar in scalars {
          let unit = scalar <= 0xFFFF ? table[Int(scalar)] : Normalizer.astral
          if unit == Normalizer.dropped || unit == 0 { break }
          if unit == 0x20,
            spacesToDrop(from: count, in: scalars, after: count > 0 ? units[count - 1] : nil) != nil
          {
            break
          }
          units[count] = unit
          count += 1
        }
      }
    }
  }

  /// Folds the rest of a text, character by character, and notes where each unit came from.
  private func fold(_ scalars: [UInt32], after plain: [UInt16]) -> FoldedText {
    var units = plain
    units.reserveCapacity(scalars.count + FoldedText.padding)
    var origin = Array(0..<UInt32(plain.count))
    origin.reserveCapacity(scalars.count)
    var index = plain.count
    while index < scalars.count {
      let scalar = scalars[index]
      let unit = scalar <= 0xFFFF ? table[Int(scalar)] : Normalizer.astral
      if unit == 0x20, let end = spacesToDrop(from: index, in: scalars, after: units.last) {
        index = end
        continue
      }
      if unit != Normalizer.dropped {
        units.append(unit == 0 ? 0xFFFD : unit)
        origin.append(UInt32(index))
      }
      index += 1
    }
    return FoldedText(units: units, origin: units.count == scalars.count ? nil : origin)
  }

  /// The end of a run of spaces that stands between Hanzi and a digit or letter, or nil.
  private func spacesToDrop(from start: Int, in scalars: [UInt32], after last: UInt16?) -> Int? {
    guard let last else { return nil }
    var end = start
    while end < scalars.count, scalars[end] <= 0xFFFF, table[Int(scalars[end])] == 0x20 { end += 1 }
    guard end < scalars.count else { return nil }
    let next = scalars[end] <= 0xFFFF ? table[Int(scalars[end])] : Normalizer.astral
    let parts =
      (CharacterSort.isHan(last) && CharacterSort.isAlphanumeric(next))
      || (CharacterSort.isAlphanumeric(last) && CharacterSort.isHan(next))
    return parts ? end : nil
  }
}

/// A text as it is matched, and the way back to the text as it was published.
package struct FoldedText: Sendable {
  /// Zeros behind the last unit, so that a scan may look ahead without a check.
  static let padding = 8

  /// The folded code units, with ``padding`` zeros behind them.
  package let units: [UInt16]

  /// The number of folded code units.
  package let count: Int

  /// The offset in the text of each folded unit; nil when nothing was dropped.
  private let origin: [UInt32]?

  init(units: consuming [UInt16], origin: [UInt32]?) {
    self.count = units.count
    var padded = units
    for _ in 0..<FoldedText.padding { padded.append(0) }
    self.units = padded
    self.origin = origin
  }

  /// Where a stretch of folded units stands in the text.
  package func span(of range: Range<Int>) -> Span {
    guard let origin, !range.isEmpty else { return Span(range.lowerBound, range.upperBound) }
    return Span(Int(origin[range.lowerBound]), Int(origin[range.upperBound - 1]) + 1)
  }

  /// The folded units that stand for a span of the text.
  package func range(of span: Span) -> Range<Int> {
    guard origin != nil else { return span.start..<span.end }
    let start = index(of: span.start)
    return start..<max(start, index(of: span.end))
  }

  /// The first folded unit at or behind an offset of the text.
  private func index(of offset: Int) -> Int {
    guard let origin else { return offset }
    var low = 0
    var high = origin.count
    while low < high {
      let middle = (low + high) / 2
      if Int(origin[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The sorts of folded code unit that the reader of patterns and names asks for.
package enum CharacterSort {
  /// Whether it is a Hanzi; 〇 is one.
  package static func isHan(_ unit: UInt16) -> Bool {
    (0x4E00...0x9FFF).contains(unit) || (0x3400...0x4DBF).contains(unit) || unit == 0x3007
      || unit == Normalizer.astral || (0xF900...0xFAFF).contains(unit)
  }

  /// Whether it is an ASCII digit.
  package static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  /// Whether it is an ASCII letter.
  package static func isLetter(_ unit: UInt16) -> Bool {
    (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit)
  }

  /// Whether it is an ASCII letter or digit.
  package static func isAlphanumeric(_ unit: UInt16) -> Bool { isDigit(unit) || isLetter(unit) }
}
