/// Takes the marks of Markdown out of a text and keeps the way back.
///
/// Headings, emphasis, quotes, links and comments lose their marks; images, rules and bare addresses go. When a
/// text has several headings of the first rank, each begins a document.
struct MarkdownReader {
  private let source: MappedText
  private let buffer: UnsafeBufferPointer<UInt8>
  private var builder: TextBuilder
  private var hint = 0
  private var isComment = false
  private var documentStarts: [Int] = []

  /// The plain text of a text in Markdown.
  static func plain(_ source: MappedText) -> MappedText {
    var reader = MarkdownReader(source)
    reader.readLines()
    var text = reader.builder.text()
    if reader.documentStarts.count > 1 { text.documentStarts = reader.documentStarts }
    text.linesAreParagraphs = true
    return text
  }

  private init(_ source: MappedText) {
    self.source = source
    self.buffer = source.bytes.buffer
    self.builder = TextBuilder(capacity: source.bytes.count)
  }

  private mutating func readLines() {
    var index = source.start
    while index < buffer.count {
      let end = LineScanner.find(0x0A, in: buffer, from: index, to: buffer.count) ?? buffer.count
      readLine(index, end)
      if end < buffer.count { copy(end) }
      index = end + 1
    }
  }

  private mutating func readLine(_ start: Int, _ end: Int) {
    var index = start
    while index < end, buffer[index] == 0x20 || buffer[index] == 0x09 || buffer[index] == 0x3E { index += 1 }
    guard !isRule(index, end), !isLinkLine(index, end) else { return }
    let hashes = run(of: 0x23, from: index, to: end)
    if hashes > 0, hashes <= 6, index + hashes < end, buffer[index + hashes] == 0x20 {
      if hashes == 1 { documentStarts.append(builder.bytes.count) }
      index += hashes + 1
      var stop = end
      while stop > index, buffer[stop - 1] == 0x20 || buffer[stop - 1] == 0x23 || buffer[stop - 1] == 0x0D {
        stop -= 1
      }
      return inline(index, stop)
    }
    if index + 1 < end, buffer[index + 1] == 0x20, [0x2A, 0x2D, 0x2B].contains(buffer[index]) { index += 2 }
    inline(index, end)
  }

  /// Whether a line is a rule: three or more of one mark and nothing else.
  private func isRule(_ start: Int, _ end: Int) -> Bool {
    guard start < end, [0x2D, 0x2A, 0x5F, 0x3D].contains(buffer[start]) else { return false }
    let mark = buffer[start]
    var count = 0
    for index in start..<end where buffer[index] != 0x20 && buffer[index] != 0x0D {
      guard buffer[index] == mark else { return false }
      count += 1
    }
    return count >= 3
  }

  /// Whether a line only leads to the page: `[查看原文](…)`, `原文連結：…`.
  private func isLinkLine(_ start: Int, _ end: Int) -> Bool {
    let place = start < end && buffer[start] == 0x5B ? start + 1 : start
    let text = LineText.scalars(of: buffer, from: place, to: min(end, place + 30))[...]
    let word = DocumentVocabulary.linkLines.prefix(of: text)
    guard word > 0 else { return false }
    let next = text.dropFirst(word).first
    return next == nil || next == 0x5D || next == 0xFF1A || next == 0x3A || next == 0x0D
  }

  private mutating func inline(_ start: Int, _ end: Int) {
    var index = start
    while index < end {
      if isComment {
        guard let close = find("-->", from: index, to: end) else { return }
        isComment = false
        index = close + 3
        continue
      }
      switch buffer[index] {
      case 0x3C where starts("<!--", at: index, end):
        isComment = true
        index += 4
      case 0x3C:
        // <https://…> and inline tags
        if let close = LineScanner.find(0x3E, in: buffer, from: index, to: min(end, index + 1024)),
          isTag(index + 1, close)
        {
          index = close + 1
        } else {
          index = copy(index)
        }
      case 0x2A, 0x60:
        index += 1
      case 0x5F where starts("__", at: index, end):
        index += 2
      case 0x5C where index + 1 < end && isPunctuation(buffer[index + 1]):
        index = copy(index + 1)
      case 0x21 where index + 1 < end && buffer[index + 1] == 0x5B:
        index = link(index + 1, end)?.end ?? copy(index)
      case 0x5B:
        if let link = link(index, end) {
          if !isAddress(link.label) { inlineLabel(link.label) }
          index = link.end
        } else {
          index = copy(index)
        }
      default:
        index = copy(index)
      }
    }
  }

  private mutating func inlineLabel(_ label: Range<Int>) {
    var index = label.lowerBound
    while index < label.upperBound { index = buffer[index] == 0x2A ? index + 1 : copy(index) }
  }

  /// `[label](address)` at a place; longer ones are none, so that brackets without an end cost little.
  private func link(_ start: Int, _ lineEnd: Int) -> (label: Range<Int>, end: Int)? {
    let end = min(lineEnd, start + 4096)
    guard let close = LineScanner.find(0x5D, in: buffer, from: start, to: end), close + 1 < end,
      buffer[close + 1] == 0x28, let stop = LineScanner.find(0x29, in: buffer, from: close, to: end)
    else { return nil }
    return (start + 1..<close, stop + 1)
  }

  private func isAddress(_ label: Range<Int>) -> Bool {
    starts("http", at: label.lowerBound, label.upperBound)
  }

  private func isTag(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    let byte = buffer[start] | 0x20
    return (byte >= 0x61 && byte <= 0x7A) || buffer[start] == 0x2F
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  private func run(of byte: UInt8, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, buffer[index] == byte { index += 1 }
    return index - start
  }

  private func starts(_ word: StaticString, at index: Int, _ end: Int) -> Bool {
    guard index + word.utf8CodeUnitCount <= end else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { buffer[index + $0] == word.utf8Start[$0] }
  }

  private func find(_ word: StaticString, from start: Int, to end: Int) -> Int? {
    var index = start
    while let hit = LineScanner.find(word.utf8Start[0], in: buffer, from: index, to: end) {
      if starts(word, at: hit, end) { return hit }
      index = hit + 1
    }
    return nil
  }

  /// Copies the character at a place; returns the place behind it.
  @discardableResult
  private mutating func copy(_ index: Int) -> Int {
    let (scalar, length) = UTF8Reader.scalar(in: buffer, at: index)
    let place = source.place(of: index, length: length, hint: &hint)
    builder.append(scalar, source: place.source, width: place.width)
    return index + length
  }
}
