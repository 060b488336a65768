/// A list of words, each with what stands beside it in its file: a gazetteer or a pack's own lexicon.
package struct Lexicon: Sendable {
  /// The name that patterns use.
  package let name: String

  /// A word with its columns.
  package struct Entry: Hashable, Sendable {
    /// The word as written.
    package var form: String

    /// What stands behind it, column by column.
    package var columns: [String]

    /// The file and line it stands in.
    package var file: String
    package var line: Int
  }

  /// The entries; of two with the same folded form the later one counts.
  package private(set) var entries: [Entry] = []

  /// The folded forms, entry by entry.
  private(set) var forms: [[UInt16]] = []
  private var index: [[UInt16]: Int] = [:]

  /// The length of its longest word.
  package private(set) var longest = 0

  init(name: String) {
    self.name = name
  }

  /// Adds a word, or puts other columns behind one that is there.
  mutating func add(_ entry: Entry, folded: [UInt16]) {
    guard !folded.isEmpty else { return }
    if let place = index[folded] {
      entries[place] = entry
    } else {
      index[folded] = entries.count
      entries.append(entry)
      forms.append(folded)
      longest = max(longest, folded.count)
    }
  }

  /// The entry of a word, or nil.
  package func entry(_ units: some Collection<UInt16>) -> Entry? {
    index[Array(units)].map { entries[$0] }
  }
}
