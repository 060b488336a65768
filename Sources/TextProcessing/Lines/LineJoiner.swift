/// Finds the paragraphs of lines that were broken at a width.
///
/// A line that leaves room for what the next one begins with ends its paragraph. A full line goes on, unless the
/// next is a part of its own (a salutation, a list marker, a signature) or shows by its own breaking that a
/// paragraph begins there.
struct LineJoiner {
  /// How a line stands to the one before it.
  enum Join {
    case paragraph
    case direct
    case space
  }

  private let lines: [Line]
  private let texts: [ArraySlice<UInt32>]
  private let wrap: WrapWidth
  private let isSpaced: Bool
  private let indentMarks: Bool

  /// Takes lines with their content.
  init(_ lines: [Line], texts: [ArraySlice<UInt32>], wrap: WrapWidth, isSpaced: Bool) {
    self.lines = lines
    self.texts = texts
    self.wrap = wrap
    self.isSpaced = isSpaced
    let indented = lines.count { $0.indent >= 2 }
    self.indentMarks = indented > 0 && indented * 5 <= lines.count * 4
  }

  /// How each line stands to the one before it.
  func joins() -> [Join] {
    var joins = [Join](repeating: .paragraph, count: lines.count)
    let head = joinHead(into: &joins)
    for index in lines.indices.dropFirst(max(head, 1)) {
      if continues(index, previousIsFirst: joins[index - 1] == .paragraph) { joins[index] = join(at: index) }
    }
    return joins
  }

  // MARK: The title

  /// Joins the lines of the title and of the subtitle; returns where the lines of the head end.
  ///
  /// Lines are a head when one behind them is (a source, a day, a name, a salutation), or they stand alone.
  private func joinHead(into joins: inout [Join]) -> Int {
    var end = 0
    var mayContinue = false
    var open: [Int] = []
    scan: for index in lines.indices.prefix(9) {
      let text = texts[index]
      let kind = HeaderLine(text)
      switch index == 0 && !kind.isSource ? .plain : kind {
      case .plain:
        guard !text.endsSentence else { break scan }
        if index > 0, !Subtitle.isSubtitle(text) {
          guard mayContinue else { break scan }
          open.append(index)
        }
        mayContinue = true
      case .subtitle:
        mayContinue = true
      case .source, .date, .byline:
        mayContinue = false
        for line in open { joins[line] = join(at: line) }
        open = []
        end = index + 1
      case .salutation, .caption, .dateline:
        for line in open { joins[line] = join(at: line) }
        return index
      }
    }
    return end
  }

  // MARK: The body

  private func continues(_ index: Int, previousIsFirst: Bool) -> Bool {
    let (line, text) = (lines[index], texts[index])
    let before = texts[index - 1]
    if line.startsPage == nil, line.blanksBefore > (isSpaced ? 2 : 0) { return false }
    if indentMarks, line.indent >= 2 { return false }
    let room = previousIsFirst ? wrap.firstLine : wrap.line
    let width = columns(before, indent: lines[index - 1].indent)
    let unit = LineJoiner.unit(of: text)
    let endsSentence = before.endsSentence
    guard width.wide + unit.wide > room else {
      // Some lines are set short by a word; then they end inside a sentence.
      return !endsSentence && !ListMarker.begins(text) && width.wide + 6 > room
        && before.last.map(LineJoiner.isInsideSentence) ?? false && !isOwnLine(text)
    }
    guard endsSentence else { return !(before.last == 0xFF1A && ListMarker.begins(text)) }
    if width.narrow + unit.narrow <= room || isOwnLine(text) || ListMarker.isStrong(text)
      || text.beginsWithDash
    {
      return false
    }
    return !beginsParagraph(index)
  }

  /// Whether a line is broken where only the first line of a paragraph would be.
  private func beginsParagraph(_ index: Int) -> Bool {
    guard wrap.firstLine < wrap.line, index + 1 < lines.count, !texts[index].endsSentence else {
      return false
    }
    let width = columns(texts[index], indent: lines[index].indent)
    let unit = LineJoiner.unit(of: texts[index + 1])
    return width.wide + unit.wide <= wrap.line && width.wide + unit.wide > wrap.firstLine
  }

  private func isOwnLine(_ text: ArraySlice<UInt32>) -> Bool {
    guard text.count < 40 else { return false }
    switch HeaderLine(text) {
    case .salutation, .source, .date, .byline: return true
    default: return DocumentVocabulary.thanks.prefix(of: text) > 0 && text.count <= 8
    }
  }

  private func join(at index: Int) -> Join {
    guard let last = texts[index - 1].last, let first = texts[index].first else { return .direct }
    let parted =
      CharacterClass.isLetter(last) && (CharacterClass.isLetter(first) || CharacterClass.digit(first) != nil)
      || CharacterClass.digit(last) != nil && CharacterClass.isLetter(first)
      || (last == 0x2C || last == 0x2E || last == 0x3B) && CharacterClass.isLetter(first)
    return parted ? .space : .direct
  }

  private func columns(_ text: ArraySlice<UInt32>, indent: Int) -> (narrow: Int, wide: Int) {
    var (narrow, wide) = (indent, indent)
    for scalar in text {
      let width = CharacterClass.width(scalar)
      narrow += width.narrow
      wide += width.wide
    }
    return (narrow, wide)
  }

  /// The columns of what could not be parted from the line's first character: marks before and behind it, a
  /// word, a number.
  private static func unit(of text: ArraySlice<UInt32>) -> (narrow: Int, wide: Int) {
    var (narrow, wide) = (0, 0)
    var index = text.startIndex
    func take() {
      let width = CharacterClass.width(text[index])
      narrow += width.narrow
      wide += width.wide
      index += 1
    }
    while index < text.endIndex, CharacterClass.isOpening(text[index]) { take() }
    if index < text.endIndex {
      let isWord = CharacterClass.isWordPart(text[index])
      take()
      while isWord, index < text.endIndex, wide < 20, CharacterClass.isWordPart(text[index]) { take() }
    }
    while index < text.endIndex, CharacterClass.isClosing(text[index]) { take() }
    return (narrow, wide)
  }

  private static func isInsideSentence(_ scalar: UInt32) -> Bool {
    CharacterClass.isHanzi(scalar) || CharacterClass.isWordPart(scalar) || scalar == 0xFF0C
      || scalar == 0x3001
  }
}
