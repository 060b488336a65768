/// Parts the lines of a file into documents.
///
/// A document begins where the markup says so, or with a title block: the lines above a source line
/// (`来源：新华网 2023-5-19`), or those that open a page and end in a day or a name.
struct DocumentSplitter {
  private let text: MappedText
  private let profile: TextProfile
  private var scanner: LineScanner
  private var lines: [Line] = []
  private var sawSource = false
  private var bodyLines = 0
  private var isDone = false

  init(_ text: MappedText, profile: TextProfile) {
    self.text = text
    self.profile = profile
    self.scanner = LineScanner(text, pageMark: profile.pageMark)
  }

  /// The lines of the next document.
  mutating func next() -> [Line]? {
    guard !isDone else { return nil }
    while let line = scanner.next() {
      if line.startsDocument, !lines.isEmpty {
        defer { restart(with: [line], isSource: isSource(line)) }
        return lines
      }
      lines.append(line)
      let isSource = text.documentStarts.isEmpty && isSource(line)
      if let start = titleStart(isSource: isSource), start > 0, bodyLines > 0 || sawSource {
        defer { restart(with: Array(lines[start...]), isSource: isSource) }
        return Array(lines[..<start])
      }
      note(line, isSource: isSource)
    }
    isDone = true
    return lines.isEmpty ? nil : lines
  }

  /// Begins the next document; `isSource` tells of the last line of its head.
  private mutating func restart(with head: [Line], isSource: Bool) {
    lines = head
    lines.reserveCapacity(16)
    bodyLines = 0
    sawSource = isSource
  }

  private mutating func note(_ line: Line, isSource: Bool) {
    if bodyLines < 9, line.end - line.start > 200 || endsSentence(line) { bodyLines += 1 }
    sawSource = sawSource || isSource
  }

  /// The index of the line that begins a title block which the last line completes.
  private func titleStart(isSource: Bool) -> Int? {
    guard text.documentStarts.isEmpty, let last = lines.last else { return nil }
    guard isSource || (bodyLines > 0 && lines.count > 3 && mayBeName(last)) else { return nil }
    let block = TitleBlock(text, profile: profile, lines: lines)
    return isSource ? block.startAboveSource() : block.startAboveName(hasLongBody: bodyLines > 5)
  }

  /// Whether a line could be a name or a day in brackets: cheap enough for every line.
  private func mayBeName(_ line: Line) -> Bool {
    let length = line.end - line.start
    let first = text.bytes.buffer[line.start]
    // A full stop ends no name.
    guard length > 3, text.bytes.buffer[line.end - 1] != 0x82 || text.bytes.buffer[line.end - 3] != 0xE3
    else {
      return false
    }
    return length <= 66 || (length < 240 && (first == 0xEF || first == 0x28))
  }

  private func isSource(_ line: Line) -> Bool {
    guard line.end - line.start < 300, mayBeSource(line), let source = SourceLine(content(line)) else {
      return false
    }
    return source.hasLabel && !source.isBracketed
  }

  /// Whether 源 occurs in a line: cheap enough for every line.
  private func mayBeSource(_ line: Line) -> Bool {
    let buffer = text.bytes.buffer
    var index = line.start
    while let hit = LineScanner.find(0x90, in: buffer, from: index, to: line.end) {
      if hit > line.start, buffer[hit - 1] == 0xBA { return true }
      index = hit + 1
    }
    return false
  }

  private func endsSentence(_ line: Line) -> Bool {
    LineText.endsSentence(text.bytes.buffer, from: line.start, to: line.end)
  }

  private func content(_ line: Line) -> ArraySlice<UInt32> {
    LineText.scalars(of: text.bytes.buffer, from: line.start, to: line.end)[...]
  }
}
