/// Words to look for in scalars.
struct WordList: Sendable {
  private let wordsByFirst: [UInt32: [[UInt32]]]
  private let wordsByLast: [UInt32: [[UInt32]]]
  private let firsts: [Bool]
  private let lasts: [Bool]

  /// Creates a list of words that white space parts.
  init(_ words: String) {
    let words = words.split(whereSeparator: \.isWhitespace).map { $0.unicodeScalars.map(\.value) }
      .sorted { $0.count > $1.count }
    wordsByFirst = Dictionary(grouping: words) { $0[0] }
    wordsByLast = Dictionary(grouping: words) { $0[$0.count - 1] }
    var firsts = [Bool](repeating: false, count: 4096)
    var lasts = firsts
    for word in words {
      firsts[WordList.slot(word[0])] = true
      lasts[WordList.slot(word[word.count - 1])] = true
    }
    self.firsts = firsts
    self.lasts = lasts
  }

  /// Where the tables say whether a word begins or ends with a scalar; few others share its place.
  @inline(__always)
  private static func slot(_ scalar: UInt32) -> Int { Int(scalar & 0xFFF) }

  /// The length of the longest word that begins a text, or 0.
  func prefix(of text: ArraySlice<UInt32>) -> Int {
    guard let first = text.first, firsts[WordList.slot(first)], let words = wordsByFirst[first] else {
      return 0
    }
    return words.first { text.starts(with: $0) }?.count ?? 0
  }

  /// The length of the longest word that ends a text, or 0.
  func suffix(of text: ArraySlice<UInt32>) -> Int {
    guard let last = text.last, lasts[WordList.slot(last)], let words = wordsByLast[last] else { return 0 }
    return words.first { text.count >= $0.count && text.suffix($0.count).elementsEqual($0) }?.count ?? 0
  }

  /// The place of the first word in a text.
  func first(in text: ArraySlice<UInt32>) -> Range<Int>? {
    for index in text.indices where firsts[WordList.slot(text[index])] {
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
