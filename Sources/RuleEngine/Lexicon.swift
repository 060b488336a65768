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
  package var entries: [Entry] { rows.flatMap { $0 } }

  /// The folded forms, each once.
  private(set) var forms: [[UInt16]] = []

  /// The entries of each form.
  private var rows: [[Entry]] = []

  /// Places of forms by their hash, with -1 where there is none; its size is a power of two.
  private var slots: [Int32] = Array(repeating: -1, count: 16)

  /// The length of its longest word.
  package private(set) var longest = 0

  init(name: String) {
    self.name = name
  }

  /// Adds a word.
  mutating func add(_ entry: Entry, folded: [UInt16]) {
    guard !folded.isEmpty else { return }
    guard let place = place(of: folded[...]) else {
      forms.append(folded)
      rows.append([entry])
      longest = max(longest, folded.count)
      if forms.count * 2 > slots.count {
        slots = Array(repeating: -1, count: slots.count * 2)
        for index in forms.indices { enter(index) }
      } else {
        enter(forms.count - 1)
      }
      return
    }
    let present = rows[place]
    if present.contains(where: { $0.file == entry.file && $0.columns == entry.columns }) { return }
    rows[place] = present[0].file == entry.file ? present + [entry] : [entry]
  }

  private mutating func enter(_ index: Int) {
    var slot = Lexicon.hash(forms[index][...]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index)
  }

  private func place(of units: ArraySlice<UInt16>) -> Int? {
    guard units.count <= longest else { return nil }
    var slot = Lexicon.hash(units) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if forms[index].count == units.count, forms[index].elementsEqual(units) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func hash(_ units: ArraySlice<UInt16>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for unit in units { hash = (hash ^ UInt64(unit)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash >> 20)
  }

  /// The first entry of a word, or nil.
  package func entry(_ units: ArraySlice<UInt16>) -> Entry? { place(of: units).map { rows[$0][0] } }

  /// Whether the word is in it.
  package func contains(_ units: ArraySlice<UInt16>) -> Bool { place(of: units) != nil }
}
