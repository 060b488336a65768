/// A list of words, each with what stands beside it in its file: a gazetteer or a pack's own lexicon.
package struct Lexicon: Sendable {
  /// The name that patterns use.
  package let name: String

  /// A word with its columns.
  package struct Entry: Hashable, Sendable {
    /// Behind one pointer, since a word is looked up far more often than all of its entry is read.
    private let content: Content

    private final class Content: Sendable {
      let form: String
      let columns: [String]
      let file: String
      let line: Int

      init(form: String, columns: [String], file: String, line: Int) {
        self.form = form
        self.columns = columns
        self.file = file
        self.line = line
      }
    }

    /// Creates an entry.
    package init(form: String, columns: [String], file: String, line: Int) {
      content = Content(form: form, columns: columns, file: file, line: line)
    }

    /// The word as written.
    package var form: String { content.form }

    /// What stands behind it, column by column.
    package var columns: [String] { content.columns }

    /// The file and line it stands in.
    package var file: String { content.file }
    package var line: Int { content.line }

    package static func == (a: Entry, b: Entry) -> Bool {
      a.form == b.form && a.columns == b.columns && a.file == b.file && a.line == b.line
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(form)
      hasher.combine(columns)
      hasher.combine(file)
      hasher.combine(line)
    }
  }

  /// The entries in force. Rows of one file for the same word are alternatives, in order; those of a later
  /// file take the place of an earlier one's.
  package var entries: [Entry] { first.indices.flatMap { [first[$0]] + (others[$0] ?? []) } }

  /// The folded forms, each once.
  var forms: [[UInt16]] { first.indices.map { Array(letters[Int(ends[$0])..<Int(ends[$0 + 1])]) } }

  /// The first entry of each form, and by its place the others of the few that have several.
  private var first: [Entry] = []
  private var others: [Int: [Entry]] = [:]

  /// Places of forms by their hash, with -1 where there is none; its size is a power of two.
  private var slots: [Int32] = Array(repeating: -1, count: 16)

  /// The units of all forms, one form behind the other, and where each ends.
  private var letters: [UInt16] = []
  private var ends: [Int32] = [0]

  /// A bit for each sort of first unit that words have, so that most of what is no word is known at once.
  private var firsts: [UInt64] = Array(repeating: 0, count: 64)

  /// The length of its longest word.
  package private(set) var longest = 0

  init(name: String) {
    self.name = name
  }

  /// Adds a word.
  mutating func add(_ entry: Entry, folded: [UInt16]) {
    guard !folded.isEmpty else { return }
    guard let place = place(of: folded[...]) else {
      first.append(entry)
      longest = max(longest, folded.count)
      letters += folded
      ends.append(Int32(letters.count))
      firsts[Int(folded[0] >> 6 & 63)] |= 1 << UInt64(folded[0] & 63)
      if first.count * 2 > slots.count {
        slots = Array(repeating: -1, count: slots.count * 2)
        for index in first.indices { enter(index) }
      } else {
        enter(first.count - 1)
      }
      return
    }
    if first[place].file != entry.file {
      first[place] = entry
      others[place] = nil
    } else if first[place].columns != entry.columns,
      others[place]?.contains(where: { $0.columns == entry.columns }) != true
    {
      others[place, default: []].append(entry)
    }
  }

  private mutating func enter(_ index: Int) {
    let form = Int(ends[index])..<Int(ends[index + 1])
    let hash = letters.withUnsafeBufferPointer { Lexicon.hash(UnsafeBufferPointer(rebasing: $0[form])) }
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index)
  }

  private func place(of units: ArraySlice<UInt16>) -> Int? {
    guard units.count <= longest else { return nil }
    return units.withUnsafeBufferPointer { units in
      guard let first = units.first, firsts[Int(first >> 6 & 63)] & 1 << UInt64(first & 63) != 0 else {
        return nil
      }
      var slot = Lexicon.hash(units) & (slots.count - 1)
      while slots[slot] >= 0 {
        let index = Int(slots[slot])
        if holds(units, at: index) { return index }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  /// Whether a form is made of some units.
  private func holds(_ units: UnsafeBufferPointer<UInt16>, at index: Int) -> Bool {
    let start = Int(ends[index])
    guard Int(ends[index + 1]) - start == units.count else { return false }
    return letters.withUnsafeBufferPointer { letters in
      for place in 0..<units.count where letters[start &+ place] != units[place] { return false }
      return true
    }
  }

  private static func hash(_ units: UnsafeBufferPointer<UInt16>) -> Int {
    var hash: UInt64 = 0
    for unit in units { hash = (hash ^ UInt64(unit)) &* 0x9E37_79B9_7F4A_7C15 }
    // The upper half: the lower bits of a product know only the lower bits of the units.
    return Int(truncatingIfNeeded: hash >> 32)
  }

  /// The first entry of a word, or nil.
  package func entry(_ units: ArraySlice<UInt16>) -> Entry? { place(of: units).map { first[$0] } }

  /// Whether the word is in it.
  package func contains(_ units: ArraySlice<UInt16>) -> Bool { place(of: units) != nil }
}
