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
  private var sawBody = false
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
        defer { restart(with: [line]) }
        return lines
      }
      lines.append(line)
      let isSource = text.documentStarts.isEmpty && isSource(line)
      if let start = titleStart(isSource: isSource), start > 0, sawBody || sawSource {
        defer { restart(with: Array(lines[start...])) }
        return Array(lines[..<start])
      }
      note(line, isSource: isSource)
    }
    isDone = true
    return lines.isEmpty ? nil : lines
  }

  private mutating func restart(with head: [Line]) {
    lines = head
    sawBody = false
    sawSource = head.last.map(isSource) ?? false
  }

  private mutating func note(_ line: Line, isSource: Bool) {
    if !sawBody, line.end - line.start > 120 || content(line).endsSentence { sawBody = true }
    sawSource = sawSource || isSource
  }

  // MARK: Title blocks

  /// The index of the line that begins a title block which the last line completes.
  private func titleStart(isSource: Bool) -> Int? {
    guard text.documentStarts.isEmpty, let last = lines.last else { return nil }
    if isSource { return blockStart(above: lines.count - 1) }
    guard profile.pageMark != .none, last.startsPage == nil, last.end - last.start < 200 else { return nil }
    // A day in brackets or a name, near the top of a page.
    guard let top = lines.indices.reversed().prefix(6).first(where: { lines[$0].startsPage != nil }), top > 0
    else { return nil }
    switch HeaderLine(content(last)) {
    case .date(_, isBracketed: true), .byline: break
    default: return nil
    }
    guard content(lines[top - 1]).endsSentence || isShort(lines[top - 1]) else { return nil }
    let isTitle = lines[top..<lines.count - 1].allSatisfy { !content($0).endsSentence && isShort($0) }
    return isTitle && !isOwn(lines[top]) ? top : nil
  }

  /// Goes up from a source line to the first line of its title.
  private func blockStart(above source: Int) -> Int? {
    var top = source
    while top > 0, source - top < 9 {
      let line = lines[top - 1]
      if top < source, lines[top].startsPage != nil { break }
      if top < source, !profile.isSpaced, lines[top].blanksBefore > 0 { break }
      let opens = line.startsPage != nil || (!profile.isSpaced && line.blanksBefore > 0) || top == 1
      let text = content(line)
      if !(opens && top == source) {
        if text.endsSentence || text.count > 100 { break }
        if !opens, let wrap = profile.wrap,
          WrapWidth.columns(of: line, in: self.text.bytes.buffer).wide >= wrap.firstLine
        {
          break
        }
        if case .date(_, isBracketed: false) = HeaderLine(text), top < source { break }
      }
      top -= 1
    }
    // The signature of the document before is no title.
    while top < source, lines[top].startsPage == nil, isOwn(lines[top]), top + 1 < source { top += 1 }
    return top < source ? top : nil
  }

  /// Whether a line is a name or a day, and so no title.
  private func isOwn(_ line: Line) -> Bool {
    switch HeaderLine(content(line)) {
    case .byline, .date, .source, .salutation: true
    default: false
    }
  }

  private func isShort(_ line: Line) -> Bool {
    guard let wrap = profile.wrap else { return line.end - line.start < 200 }
    return WrapWidth.columns(of: line, in: text.bytes.buffer).wide < wrap.firstLine
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
    while let hit = LineScanner.find(0xBA, in: buffer, from: index, to: line.end - 1) {
      if buffer[hit + 1] == 0x90 { return true }
      index = hit + 1
    }
    return false
  }

  private func content(_ line: Line) -> ArraySlice<UInt32> {
    LineText.scalars(of: text.bytes.buffer, from: line.start, to: line.end)[...]
  }
}
