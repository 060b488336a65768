/// Finds where the title block begins that the last of some lines completes.
struct TitleBlock {
  private let text: MappedText
  private let isSpaced: Bool
  private let lines: [Line]

  init(_ text: MappedText, profile: TextProfile, lines: [Line]) {
    self.text = text
    self.isSpaced = profile.isSpaced
    self.lines = lines
  }

  /// The first line of the block that a source line ends.
  ///
  /// It goes up to the line behind the last sentence, to the top of the page, or, where blank lines mean
  /// something, to one that stands above a title.
  func startAboveSource() -> Int? {
    let source = lines.count - 1
    var top = source
    var topKind: HeaderLine?
    var hasTitle = false
    while top > 0, source - top < 10 {
      if top < source, lines[top].startsPage != nil || (hasTitle && isParted(top)) { break }
      // The line right above may look like anything, if something parts it from what is before.
      let isFree = top == source && opensBlock(top - 1)
      if !isFree, endsSentence(top - 1) { break }
      let text = content(top - 1)
      if !isFree, text.count > 160 || SourceLine.isImprint(text) { break }
      let kind = HeaderLine(text)
      if !isFree, endsDocument(kind, isNextToSource: top == source) { break }
      if case .plain = kind { hasTitle = true }
      topKind = kind
      top -= 1
    }
    return trimmed(top, before: source, kind: topKind)
  }

  /// The first line of the block that a name or a day in brackets ends.
  ///
  /// At the top of a page a title above is enough. Elsewhere both must stand there, and the document before
  /// must be long, or else this is the title inside its own head.
  func startAboveName(hasLongBody: Bool) -> Int? {
    let last = lines.count - 1
    var isName = false
    switch HeaderLine(content(last)) {
    case .byline: isName = true
    case .date(_, isBracketed: true): break
    default: return nil
    }
    var top = last
    var topKind: HeaderLine?
    var hasDay = !isName
    while top > 0, last - top < 6, lines[top].startsPage == nil {
      if endsSentence(top - 1) { break }
      let text = content(top - 1)
      if text.count > 100 { break }
      let kind = HeaderLine(text)
      switch kind {
      case .date(_, isBracketed: true): hasDay = true
      case .plain, .subtitle: break
      default: return nil
      }
      topKind = kind
      top -= 1
    }
    guard top > 0, top < last, let start = trimmed(top, before: last, kind: topKind) else { return nil }
    if lines[start].startsPage != nil { return start }
    return isName && hasDay && hasLongBody && (isSpaced || isParted(start)) ? start : nil
  }

  // MARK: Lines

  private func content(_ index: Int) -> ArraySlice<UInt32> {
    LineText.scalars(of: text.bytes.buffer, from: lines[index].start, to: lines[index].end)[...]
  }

  private func endsSentence(_ index: Int) -> Bool {
    LineText.endsSentence(text.bytes.buffer, from: lines[index].start, to: lines[index].end)
  }

  /// Whether blank lines part a line from the one before.
  private func isParted(_ index: Int) -> Bool { !isSpaced && lines[index].blanksBefore > 0 }

  private func opensBlock(_ index: Int) -> Bool {
    index == 0 || lines[index].startsPage != nil || isParted(index)
  }

  /// Whether a line is of the foot of the document before.
  private func endsDocument(_ kind: HeaderLine, isNextToSource: Bool) -> Bool {
    switch kind {
    case .date(_, isBracketed: false): !isNextToSource
    case .dateline, .source, .salutation: true
    default: false
    }
  }

  /// The start without the signature of the document before, which is no title; `kind` is that of its line, if
  /// it is known.
  private func trimmed(_ start: Int, before end: Int, kind: HeaderLine?) -> Int? {
    var start = start
    var kind = kind
    while start < end, lines[start].startsPage == nil, start + 1 < end {
      switch kind ?? HeaderLine(content(start)) {
      case .byline, .date, .source: start += 1
      default: return start
      }
      kind = nil
    }
    return start < end ? start : nil
  }
}
