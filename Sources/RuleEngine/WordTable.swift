import Synchronization
import TextProcessing

/// A large sorted word list that is read where it lies: a word costs a search, the file no loading.
///
/// Built from files of rows `word<TAB>tag<TAB>weight`, sorted by their bytes. An index of the rows by first
/// character is made once; of several files the first that has a word is asked.
package struct WordTable: Sendable {
  /// What the table says of a word.
  package struct Word: Hashable, Sendable {
    /// Its part of speech.
    package var tag: Tag

    /// Four times the binary logarithm of its frequency.
    package var weight: Int
  }

  /// A part of speech of one or two letters: `n`, `ns`, `vn`.
  package struct Tag: Hashable, Sendable, ExpressibleByStringLiteral {
    private var letters: UInt16

    /// Creates a tag of its first two letters.
    package init(_ letters: some Sequence<UInt8>) {
      self.letters = letters.prefix(2).reduce(0) { $0 << 8 | UInt16($1) }
    }

    /// Creates a tag of its letters.
    package init(stringLiteral value: StaticString) {
      let letters = value.utf8Start
      self.letters =
        value.utf8CodeUnitCount > 1
        ? UInt16(letters[0]) << 8 | UInt16(letters[1])
        : value.utf8CodeUnitCount > 0 ? UInt16(letters[0]) : 0
    }
  }

  private var shelves: [Shelf] = []
  /// For each unit the word that it is by itself, as an index plus one.
  private var singleOf = [UInt16](repeating: 0, count: 0x10000)
  private var singles: [Word] = []
  /// A bit for each sort of first two characters that longer words have; few others share one.
  private var bits = [UInt64](repeating: 0, count: 1 << 13)

  /// Indexes the files of some names, in that order; of each name a user's files come before the program's.
  package init(_ names: [String], in tables: RuleTables) {
    for name in names {
      for shelf in tables.wordShelves.shelves(named: name, of: tables.files[name] ?? []) { add(shelf) }
    }
  }

  private mutating func add(_ shelf: Shelf) {
    for (unit, word) in shelf.singles where singleOf[Int(unit)] == 0 {
      singles.append(word)
      singleOf[Int(unit)] = UInt16(singles.count)
    }
    for pair in shelf.pairs where pair.key != 0 {
      let hash = WordTable.hash(pair.key)
      bits[hash >> 6 & 0x1FFF] |= 1 << UInt64(hash & 63)
    }
    shelves.append(shelf)
  }

  @inline(__always)
  private static func hash(_ key: UInt32) -> Int { Int((UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 40) }

  /// Finds the words that begin at a place: sets, for each length from 1 up to the number of elements, the
  /// word of that length, or nil.
  package func find(_ words: inout [Word?], at place: Int, in units: [UInt16]) {
    for index in words.indices { words[index] = nil }
    let single = Int(singleOf[Int(units[place])])
    if single > 0 { words[0] = singles[single - 1] }
    guard words.count > 1, place + 1 < units.count else { return }
    let key = UInt32(units[place]) << 16 | UInt32(units[place + 1])
    let hash = WordTable.hash(key)
    guard bits[hash >> 6 & 0x1FFF] & 1 << UInt64(hash & 63) != 0 else { return }
    for index in shelves.indices { shelves[index].find(key, at: place, in: units, &words) }
  }

  /// Hands over the words that begin with a unit, of up to 16 units, those that are asked first before others.
  package func forEachWord(
    beginningWith unit: UInt16, _ body: (_ form: UnsafeBufferPointer<UInt16>, _ word: Word) -> Void
  ) {
    for shelf in shelves { shelf.forEachWord(beginningWith: unit, body) }
  }

  /// The word that some folded units make, or nil.
  package func word(_ range: Range<Int>, in units: [UInt16]) -> Word? {
    var words = [Word?](repeating: nil, count: range.count)
    find(&words, at: range.lowerBound, in: units)
    return words.last ?? nil
  }

  /// One file.
  final class Shelf: Sendable {
    private let content: RuleFile.Content
    /// Where each row begins.
    private let rows: [UInt32]
    /// The rows of each first two characters, open addressing; with the key 0 where there are none.
    let pairs: [Pair]
    /// The words of one character.
    let singles: [(unit: UInt16, word: Word)]

    /// The rows that begin with two characters.
    struct Pair {
      var key: UInt32
      var low: UInt32
      var high: UInt32
    }

    fileprivate init(_ content: RuleFile.Content) {
      var content = content
      if case .read(let text) = content {
        // A user's file need not be sorted.
        let lines = text.utf8.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
          .map(Array.init)
        let sorted = lines.sorted { $0.lexicographicallyPrecedes($1) }
        content = .read(
          String(decoding: Array(sorted.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self) + "\n")
      }
      self.content = content
      var rows: [UInt32] = []
      var found: [Pair] = []
      var singles: [(unit: UInt16, word: Word)] = []
      Shelf.withBytes(of: content) { bytes in
        rows.reserveCapacity(bytes.count / 12)
        found.reserveCapacity(bytes.count / 12)
        var place = 0
        while place < bytes.count {
          if bytes[place] != UInt8(ascii: "#"), bytes[place] != UInt8(ascii: "\n") {
            let (first, width) = Shelf.unit(bytes, at: place)
            let row = UInt32(rows.count)
            rows.append(UInt32(place))
            if place + width < bytes.count, bytes[place + width] == UInt8(ascii: "\t") {
              singles.append((first, Shelf.columns(bytes, behind: place + width)))
            } else if place + width < bytes.count {
              let key = UInt32(first) << 16 | UInt32(Shelf.unit(bytes, at: place + width).unit)
              if found.last?.key != key { found.append(Pair(key: key, low: row, high: row)) }
              found[found.count - 1].high = row + 1
            }
          }
          place = Shelf.lineEnd(bytes, from: place) + 1
        }
      }
      self.rows = rows
      var size = 16
      while 3 * size < 4 * found.count { size *= 2 }
      var pairs = [Pair](repeating: Pair(key: 0, low: 0, high: 0), count: size)
      for rows in found {
        var slot = WordTable.hash(rows.key) & (size - 1)
        while pairs[slot].key != 0, pairs[slot].key != rows.key { slot = (slot + 1) & (size - 1) }
        if pairs[slot].key == 0 { pairs[slot] = rows }
      }
      self.pairs = pairs
      self.singles = singles
    }

    private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from place: Int) -> Int {
      var place = place
      while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place &+= 1 }
      return place
    }

    /// The rows that begin with two units.
    private func rows(of key: UInt32) -> (low: Int, high: Int)? {
      var slot = WordTable.hash(key) & (pairs.count - 1)
      while pairs[slot].key != key {
        guard pairs[slot].key != 0 else { return nil }
        slot = (slot + 1) & (pairs.count - 1)
      }
      return (Int(pairs[slot].low), Int(pairs[slot].high))
    }

    private static func withBytes<R>(of content: RuleFile.Content, _ body: (UnsafeBufferPointer<UInt8>) -> R)
      -> R
    {
      switch content {
      case .embedded(let text): return text.withUTF8Buffer(body)
      case .read(var text): return text.withUTF8(body)
      }
    }

    /// The unit that begins at a byte, and its width.
    private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (unit: UInt16, width: Int)
    {
      guard place < bytes.count else { return (0, 1) }
      let byte = bytes[place]
      if byte < 0x80 { return (UInt16(byte), 1) }
      if byte < 0xE0, place + 1 < bytes.count {
        return (UInt16(byte & 0x1F) << 6 | UInt16(bytes[place + 1] & 0x3F), 2)
      }
      guard byte < 0xF0, place + 2 < bytes.count else { return (Normalizer.astral, 4) }
      return (
        UInt16(byte & 0x0F) << 12 | UInt16(bytes[place + 1] & 0x3F) << 6 | UInt16(bytes[place + 2] & 0x3F), 3
      )
    }

    /// Enters the words that begin at a place where none stands yet.
    ///
    /// The rows that share what was read so far are one stretch; each unit narrows it, and its first row is
    /// the word itself if there is one, since a tab sorts before every letter.
    func find(_ key: UInt32, at place: Int, in units: [UInt16], _ words: inout [Word?]) {
      guard var (low, high) = rows(of: key) else { return }
      Shelf.withBytes(of: content) { bytes in
        var offset = Shelf.unit(bytes, at: Int(rows[low])).width
        for length in 2...words.count where place + length <= units.count {
          if length > 2 {
            (low, high) = narrowed(low, high, offset, to: units[place + length - 1], bytes)
            guard low < high else { return }
          }
          offset += Shelf.unit(bytes, at: Int(rows[low]) + offset).width
          let end = Int(rows[low]) + offset
          if words[length - 1] == nil, end < bytes.count, bytes[end] == UInt8(ascii: "\t") {
            words[length - 1] = Shelf.columns(bytes, behind: end)
          }
        }
      }
    }

    /// Hands over the rows of a unit, in order.
    func forEachWord(
      beginningWith unit: UInt16, _ body: (_ form: UnsafeBufferPointer<UInt16>, _ word: Word) -> Void
    ) {
      Shelf.withBytes(of: content) { bytes in
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 16) { form in
          let (low, high) = narrowed(0, rows.count, 0, to: unit, bytes)
          for row in low..<max(low, high) {
            var place = Int(rows[row])
            var count = 0
            while place < bytes.count, bytes[place] > 0x20, count < form.count {
              let (unit, width) = Shelf.unit(bytes, at: place)
              form.initializeElement(at: count, to: unit)
              count += 1
              place += width
            }
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\t") else { continue }
            body(UnsafeBufferPointer(rebasing: form[..<count]), Shelf.columns(bytes, behind: place))
          }
        }
      }
    }

    /// The rows of a stretch whose unit at a byte offset is the one given.
    private func narrowed(
      _ low: Int, _ high: Int, _ offset: Int, to unit: UInt16, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (Int, Int) {
      var first = low
      var end = high
      while first < end {
        let middle = (first + end) / 2
        if Shelf.unit(bytes, at: Int(rows[middle]) + offset).unit < unit {
          first = middle + 1
        } else {
          end = middle
        }
      }
      var last = first
      while last < high, Shelf.unit(bytes, at: Int(rows[last]) + offset).unit == unit { last += 1 }
      return (first, last)
    }

    private static func columns(_ bytes: UnsafeBufferPointer<UInt8>, behind tab: Int) -> Word {
      var end = tab + 1
      while end < bytes.count, bytes[end] > 0x20 { end += 1 }
      let tag = Tag(bytes[(tab + 1)..<end])
      var weight = 0
      var place = end + 1
      while place < bytes.count, (0x30...0x39).contains(bytes[place]), place < end + 5 {
        weight = weight * 10 + Int(bytes[place] & 0x0F)
        place += 1
      }
      return Word(tag: tag, weight: weight == 0 ? 40 : weight)
    }
  }
}

/// The indexes of word lists, each made once however many tables read it.
final class WordShelves: Sendable {
  private let known = Mutex<[String: [WordTable.Shelf]]>([:])

  func shelves(named name: String, of files: [RuleFile]) -> [WordTable.Shelf] {
    known.withLock { known in
      if let shelves = known[name] { return shelves }
      let shelves = files.reversed().map { WordTable.Shelf($0.content) }
      known[name] = shelves
      return shelves
    }
  }
}
