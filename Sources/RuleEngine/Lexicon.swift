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

  /// The entries in force. Rows of one file for the same word are alternatives, in order; those of a later
  /// file take the place of an earlier one's.
  package var entries: [Entry] { forms.flatMap { index[$0] ?? [] } }

  /// The folded forms, each once.
  private(set) var forms: [[UInt16]] = []
  private var index: [[UInt16]: [Entry]] = [:]

  /// The length of its longest word.
  package private(set) var longest = 0

  init(name: String) {
    self.name = name
  }

  /// Adds a word.
  mutating func add(_ entry: Entry, folded: [UInt16]) {
    guard !folded.isEmpty else { return }
    guard let present = index[folded] else {
      index[folded] = [entry]
      forms.append(folded)
      longest = max(longest, folded.count)
      return
    }
    if present.contains(where: { $0.file == entry.file && $0.columns == entry.columns }) { return }
    index[folded] = present[0].file == entry.file ? present + [entry] : [entry]
  }

  /// The first entry of a word, or nil.
  package func entry(_ units: some Collection<UInt16>) -> Entry? {
    index[Array(units)]?.first
  }
}
