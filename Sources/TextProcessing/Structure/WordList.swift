/// Words to look for in scalars.
struct WordList: Sendable {
  private let words: [[UInt32]]
  private let firsts: UInt64
  private let lasts: UInt64

  /// Creates a list of words that white space parts.
  init(_ words: String) {
    self.words = words.split(whereSeparator: \.isWhitespace).map { $0.unicodeScalars.map(\.value) }
      .sorted { $0.count > $1.count }
    self.firsts = self.words.reduce(0) { $0 | WordList.bit($1[0]) }
    self.lasts = self.words.reduce(0) { $0 | WordList.bit($1[$1.count - 1]) }
  }

  private static func bit(_ scalar: UInt32) -> UInt64 { 1 << UInt64((scalar ^ scalar >> 6) & 63) }

  /// The length of the longest word that begins a text, or 0.
  func prefix(of text: ArraySlice<UInt32>) -> Int {
    guard let first = text.first, firsts & WordList.bit(first) != 0 else { return 0 }
    return words.first { text.starts(with: $0) }?.count ?? 0
  }

  /// The length of the longest word that ends a text, or 0.
  func suffix(of text: ArraySlice<UInt32>) -> Int {
    guard let last = text.last, lasts & WordList.bit(last) != 0 else { return 0 }
    return words.first { text.count >= $0.count && text.suffix($0.count).elementsEqual($0) }?.count ?? 0
  }

  /// The place of the first word in a text.
  func first(in text: ArraySlice<UInt32>) -> Range<Int>? {
    for index in text.indices where firsts & WordList.bit(text[index]) != 0 {
      let length = prefix(of: text[index...])
      if length > 0 { return index..<index + length }
    }
    return nil
  }

  /// Whether a word occurs in a text.
  func occurs(in text: ArraySlice<UInt32>) -> Bool { first(in: text) != nil }

  /// Whether the text is one of the words.
  func contains(_ text: ArraySlice<UInt32>) -> Bool { !text.isEmpty && prefix(of: text) == text.count }
}
