#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Goes through a text line by line.
struct LineScanner {
  private let text: MappedText
  private let buffer: UnsafeBufferPointer<UInt8>
  private let pageMark: PageMark
  private let hasReturns: Bool
  private let hasFeeds: Bool
  private var index: Int
  private var page = 1
  private var pendingPage: Int?
  private var nextDocument = 0

  init(_ text: MappedText, pageMark: PageMark) {
    self.text = text
    self.buffer = text.bytes.buffer
    self.pageMark = pageMark
    self.index = text.start
    self.hasReturns =
      LineScanner.find(0x0D, in: text.bytes.buffer, from: text.start, to: text.bytes.count) != nil
    self.hasFeeds =
      LineScanner.find(0x0C, in: text.bytes.buffer, from: text.start, to: text.bytes.count) != nil
    if pageMark != .none { pendingPage = 1 }
  }

  /// The next line that is not blank.
  mutating func next() -> Line? {
    var blanks = 0
    while index < buffer.count {
      let outset = index
      let end = endOfLine()
      advance(over: end)
      let startsWithSpace =
        pageMark == .leadingSpace && end > outset && buffer[outset] == 0x20
        && (end == outset + 1 || buffer[outset + 1] != 0x20)
      if startsWithSpace, outset > text.start { turnPage() }
      defer { if pageMark == .formFeed, end < buffer.count, buffer[end] == 0x0C { turnPage() } }
      guard let (start, indent) = LineScanner.content(of: buffer, from: outset, to: end) else {
        blanks += 1
        continue
      }
      let startsPage = pendingPage
      pendingPage = nil
      var startsDocument = false
      while nextDocument < text.documentStarts.count, text.documentStarts[nextDocument] <= start {
        startsDocument = true
        nextDocument += 1
      }
      return Line(
        outset: outset, start: start, end: LineScanner.trimmedEnd(of: buffer, from: start, to: end),
        blanksBefore: blanks, indent: startsWithSpace ? 0 : indent, startsPage: startsPage,
        page: pageMark == .none ? nil : page, startsDocument: startsDocument)
    }
    return nil
  }

  private mutating func turnPage() {
    page += 1
    pendingPage = page
  }

  /// The end of the line at `index`: a line feed, carriage return, form feed, or the end of the text.
  private func endOfLine() -> Int {
    var end = LineScanner.find(0x0A, in: buffer, from: index, to: buffer.count) ?? buffer.count
    if hasReturns { end = LineScanner.find(0x0D, in: buffer, from: index, to: end) ?? end }
    if hasFeeds { end = LineScanner.find(0x0C, in: buffer, from: index, to: end) ?? end }
    return end
  }

  private mutating func advance(over end: Int) {
    index = end + 1
    if index < buffer.count, buffer[end] == 0x0D, buffer[index] == 0x0A { index += 1 }
  }

  static func find(_ byte: UInt8, in buffer: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int?
  {
    guard start < end, let base = buffer.baseAddress, let hit = memchr(base + start, Int32(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
  }

  /// Where a line's content begins, and how far it is indented; nil when the line is blank.
  private static func content(
    of buffer: UnsafeBufferPointer<UInt8>, from outset: Int, to end: Int
  ) -> (start: Int, indent: Int)? {
    var start = outset
    var indent = 0
    while start < end {
      let (scalar, length) = UTF8Reader.scalar(in: buffer, at: start)
      guard CharacterClass.isBlank(scalar) else { return (start, indent) }
      indent += CharacterClass.width(scalar).wide
      start += length
    }
    return nil
  }

  private static func trimmedEnd(of buffer: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    var end = end
    while end > start {
      var place = end - 1
      while place > start, buffer[place] & 0xC0 == 0x80 { place -= 1 }
      guard CharacterClass.isBlank(UTF8Reader.scalar(in: buffer, at: place).value) else { break }
      end = place
    }
    return end
  }
}
