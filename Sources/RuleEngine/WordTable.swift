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
      self.init(UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
    }
  }

  private var shelves: [Shelf] = []

  /// Indexes the files of some names, in that order; of each name a user's files come before the program's.
  package init(_ names: [String], in tables: RuleTables) {
    for name in names {
      shelves += tables.wordShelves.shelves(named: name, of: tables.files[name] ?? [])
    }
  }

  /// Finds the words that begin at a place: sets, for each length from 1 up to the number of elements, the
  /// word of that length, or nil.
  package func find(_ words: inout [Word?], at place: Int, in units: [UInt16]) {
    for index in words.indices { words[index] = nil }
    for shelf in shelves { shelf.find(at: place, in: units, &words) }
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
    /// The first row of each character; the rows of a character end where those of the next begin.
    private let firstRows: [UInt32]

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
      var firstRows = [UInt32](repeating: 0, count: 0x10001)
      Shelf.withBytes(of: content) { bytes in
        rows.reserveCapacity(bytes.count / 12)
        var place = 0
        var last = 0
        while place < bytes.count {
          if bytes[place] != UInt8(ascii: "#"), bytes[place] != UInt8(ascii: "\n") {
            let unit = Int(Shelf.unit(bytes, at: place).unit)
            while last < unit {
              last += 1
              firstRows[last] = UInt32(rows.count)
            }
            rows.append(UInt32(place))
          }
          while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
          place += 1
        }
        while last < 0x10000 {
          last += 1
          firstRows[last] = UInt32(rows.count)
        }
      }
      self.rows = rows
      self.firstRows = firstRows
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
    func find(at place: Int, in units: [UInt16], _ words: inout [Word?]) {
      let first = Int(units[place])
      var low = Int(firstRows[first])
      var high = Int(firstRows[first + 1])
      guard low < high else { return }
      Shelf.withBytes(of: content) { bytes in
        var offset = Shelf.unit(bytes, at: Int(rows[low])).width
        for length in 1...words.count where place + length <= units.count {
          if length > 1 {
            let unit = units[place + length - 1]
            (low, high) = narrowed(low, high, offset, to: unit, bytes)
            guard low < high else { return }
            offset += Shelf.unit(bytes, at: Int(rows[low]) + offset).width
          }
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
          for row in firstRows[Int(unit)]..<firstRows[Int(unit) + 1] {
            var place = Int(rows[Int(row)])
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
