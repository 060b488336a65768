import TextProcessing

/// A large sorted word list that is read where it lies: a word costs a search, the file no loading.
///
/// Built from files of rows `word<TAB>tag<TAB>weight`, sorted by their bytes. An index of the rows by first
/// character is made once; of several files the first that has a word is asked.
package struct WordTable: Sendable {
  /// What the table says of a word.
  package struct Word: Hashable, Sendable {
    /// Its part of speech.
    package var tag: String

    /// Four times the binary logarithm of its frequency.
    package var weight: Int
  }

  private var shelves: [Shelf] = []

  /// Indexes the files of some names, in that order; of each name a user's files come before the program's.
  package init(_ names: [String], in tables: RuleTables) {
    for name in names {
      for file in (tables.files[name] ?? []).reversed() { shelves.append(Shelf(file.content)) }
    }
  }

  /// The word that some folded units make, or nil.
  package func word(_ units: ArraySlice<UInt16>) -> Word? {
    guard let first = units.first else { return nil }
    let form = Array(String(decoding: units, as: UTF16.self).utf8)
    for shelf in shelves {
      if let word = shelf.word(form, first: first) { return word }
    }
    return nil
  }

  /// One file.
  private final class Shelf: Sendable {
    private let content: RuleFile.Content
    private let rows: [UInt32]
    /// The first row of each character, and the row behind its last.
    private let ranges: [UInt16: Range<Int>]

    init(_ content: RuleFile.Content) {
      var content = content
      if case .read(let text) = content {
        // A user's file need not be sorted.
        let lines = text.utf8.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }.map(Array.init)
        let sorted = lines.sorted { $0.lexicographicallyPrecedes($1) }
        content = .read(String(decoding: Array(sorted.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self) + "\n")
      }
      self.content = content
      var rows: [UInt32] = []
      var ranges: [UInt16: Range<Int>] = [:]
      Shelf.withBytes(of: content) { bytes in
        rows.reserveCapacity(bytes.count / 12)
        var last: (unit: UInt16, row: Int)?
        var place = 0
        while place < bytes.count {
          if bytes[place] != UInt8(ascii: "#"), bytes[place] != UInt8(ascii: "\n") {
            let unit = Shelf.firstUnit(bytes, at: place)
            if last?.unit != unit {
              if let last { ranges[last.unit] = last.row..<rows.count }
              last = (unit, rows.count)
            }
            rows.append(UInt32(place))
          }
          while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
          place += 1
        }
        if let last { ranges[last.unit] = last.row..<rows.count }
      }
      self.rows = rows
      self.ranges = ranges
    }

    private static func withBytes<R>(of content: RuleFile.Content, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
      switch content {
      case .embedded(let text): return text.withUTF8Buffer(body)
      case .read(var text): return text.withUTF8(body)
      }
    }

    private static func firstUnit(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt16 {
      let byte = bytes[place]
      if byte < 0x80 { return UInt16(byte) }
      if byte < 0xE0, place + 1 < bytes.count { return UInt16(byte & 0x1F) << 6 | UInt16(bytes[place + 1] & 0x3F) }
      guard byte < 0xF0, place + 2 < bytes.count else { return Normalizer.astral }
      return UInt16(byte & 0x0F) << 12 | UInt16(bytes[place + 1] & 0x3F) << 6 | UInt16(bytes[place + 2] & 0x3F)
    }

    func word(_ form: [UInt8], first: UInt16) -> Word? {
      guard let range = ranges[first] else { return nil }
      return Shelf.withBytes(of: content) { bytes in
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
          let middle = (low + high) / 2
          let order = Shelf.compare(bytes, at: Int(rows[middle]), with: form)
          if order == 0 { return Shelf.columns(bytes, behind: Int(rows[middle]) + form.count) }
          if order < 0 { low = middle + 1 } else { high = middle }
        }
        return nil
      }
    }

    private static func compare(_ bytes: UnsafeBufferPointer<UInt8>, at row: Int, with form: [UInt8]) -> Int {
      for (offset, byte) in form.enumerated() {
        let place = row + offset
        guard place < bytes.count, bytes[place] == byte else { return place < bytes.count && bytes[place] > byte ? 1 : -1 }
      }
      let end = row + form.count
      return end < bytes.count && bytes[end] != UInt8(ascii: "\t") ? 1 : 0
    }

    private static func columns(_ bytes: UnsafeBufferPointer<UInt8>, behind place: Int) -> Word {
      var end = place + 1
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      let fields = bytes[min(place + 1, end)..<end].split(separator: UInt8(ascii: "\t"))
      let tag = fields.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
      let weight = fields.count > 1 ? fields[1].reduce(0) { $0 * 10 + Int($1 & 0x0F) } : 40
      return Word(tag: tag, weight: weight)
    }
  }
}
