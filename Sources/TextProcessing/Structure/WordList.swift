/// Words to look for in scalars.
struct WordList: Sendable {
  private let byFirst: Index
  private let byLast: Index

  /// Creates a list of words that white space parts.
  init(_ words: String) {
    let words = words.split(whereSeparator: \.isWhitespace).map { $0.unicodeScalars.map(\.value) }
      .sorted { $0.count > $1.count }
    byFirst = Index(words)
    byLast = Index(words.map { $0.reversed() })
  }

  /// The words by their first scalars, the longer ones before the shorter.
  private struct Index: Sendable {
    /// For each place that scalars share where its words begin; they end where those of the next do.
    private var starts = [Int32](repeating: 0, count: Index.size + 1)
    private var words: [(start: Int32, count: Int32)] = []
    private var scalars: [UInt32] = []

    private static let size = 1024

    /// The place of a scalar; few others of a list share it.
    @inline(__always)
    private static func place(of scalar: UInt32) -> Int { Int(scalar) & (size - 1) }

    init(_ words: [[UInt32]]) {
      for word in words { starts[Index.place(of: word[0]) + 1] += 1 }
      for place in 1...Index.size { starts[place] += starts[place - 1] }
      var next = starts
      self.words = Array(repeating: (0, 0), count: words.count)
      for word in words {
        let place = Index.place(of: word[0])
        self.words[Int(next[place])] = (Int32(scalars.count), Int32(word.count))
        next[place] += 1
        scalars += word
      }
    }

    /// Whether a word may begin with a scalar.
    @inline(__always)
    func mayBegin(with scalar: UInt32) -> Bool {
      let place = Index.place(of: scalar)
      return starts[place] < starts[place &+ 1]
    }

    /// The length of the longest word that scalars make, taken one after the other from a place on.
    func length(_ text: UnsafeBufferPointer<UInt32>, from place: Int, by step: Int, atMost count: Int) -> Int
    {
      let slot = Index.place(of: text[place])
      for index in starts[slot]..<starts[slot + 1] {
        let word = words[Int(index)]
        guard Int(word.count) <= count else { continue }
        var offset = 0
        while offset < Int(word.count), scalars[Int(word.start) &+ offset] == text[place &+ offset &* step] {
          offset &+= 1
        }
        if offset == Int(word.count) { return offset }
      }
      return 0
    }
  }

  /// The length of the longest word that begins a text, or 0.
  func prefix(of text: ArraySlice<UInt32>) -> Int {
    text.withUnsafeBufferPointer { text in
      text.isEmpty ? 0 : byFirst.length(text, from: 0, by: 1, atMost: text.count)
    }
  }

  /// The length of the longest word that ends a text, or 0.
  func suffix(of text: ArraySlice<UInt32>) -> Int {
    text.withUnsafeBufferPointer { text in
      text.isEmpty ? 0 : byLast.length(text, from: text.count - 1, by: -1, atMost: text.count)
    }
  }

  /// The place of the first word in a text.
  func first(in text: ArraySlice<UInt32>) -> Range<Int>? {
    text.withUnsafeBufferPointer { scalars in
      for place in 0..<scalars.count where byFirst.mayBegin(with: scalars[place]) {
        let length = byFirst.length(scalars, from: place, by: 1, atMost: scalars.count - place)
        if length > 0 { return (text.startIndex + place)..<(text.startIndex + place + length) }
      }
      return nil
    }
  }

  /// Whether a word occurs in a text.
  func occurs(in text: ArraySlice<UInt32>) -> Bool { first(in: text) != nil }

  /// Whether the text is one of the words.
  func contains(_ text: ArraySlice<UInt32>) -> Bool { !text.isEmpty && prefix(of: text) == text.count }
}
