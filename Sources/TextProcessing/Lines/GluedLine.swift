/// Cuts a line that holds several paragraphs, as pages scraped into one line do.
///
/// Two wide blanks mark a paragraph there; title, day, name and salutation stand without anything between them.
enum GluedLine {
  /// Whether a line is one paragraph for sure: cheap enough for every line.
  static func isWhole(_ line: ArraySlice<UInt32>, isHead: Bool) -> Bool {
    (!isHead || !mayHoldHead(line)) && (line.count <= 60 || !hasMark(line))
      && (line.count <= 80 || !endsWithBracket(line))
  }

  /// Whether a line holds a mark that the parts of a head are told by: a bracket, a colon, or 摄.
  private static func mayHoldHead(_ line: ArraySlice<UInt32>) -> Bool {
    line.prefix(400).withUnsafeBufferPointer { scalars in
      scalars.contains { scalar in
        scalar >= 0x4E00 && scalar < 0xFF00
          ? scalar == 0x6444 : scalar == 0xFF08 || scalar == 0xFF1A || scalar == 0x28 || scalar == 0x3A
      }
    }
  }

  /// The paragraphs of a line; one when nothing was glued.
  static func parts(of line: ArraySlice<UInt32>, isHead: Bool) -> [Range<Int>] {
    var parts = line.count > 60 ? marked(line) : [line.startIndex..<line.endIndex]
    if isHead {
      parts =
        parts.prefix(3).flatMap { head(line[$0]) } + parts.dropFirst(3)
    }
    if let last = parts.last {
      parts.removeLast()
      parts += foot(line[last])
    }
    return parts
  }

  /// Cuts what stands in brackets behind the last sentence: `（新华社北京1月16日电）《 人民日报 》（… 02 版）`.
  private static func foot(_ text: ArraySlice<UInt32>) -> [Range<Int>] {
    var rest = text
    var feet: [Range<Int>] = []
    while feet.count < 3, rest.count > 80, let start = footStart(rest) {
      feet.insert(start..<rest.endIndex, at: 0)
      rest = rest[..<start].trimmed
    }
    return [rest.startIndex..<rest.endIndex] + feet
  }

  /// Where the last bracket of a text begins, if it names the agency or the page.
  private static func footStart(_ text: ArraySlice<UInt32>) -> Int? {
    guard endsWithBracket(text) else { return nil }
    let isPage = text.suffix(8).contains(0x7248)  // 版
    let mark: Set<UInt32> = isPage ? [0x300A] : [0xFF08, 0x28]
    guard let start = text.suffix(60).lastIndex(where: mark.contains) else { return nil }
    let tail = text[start...]
    let isFoot = isPage ? SourceLine.isImprint(tail) : (HeaderLine.dateline(in: tail) ?? 0) + 1 == tail.count
    return isFoot ? start : nil
  }

  private static func endsWithBracket(_ text: ArraySlice<UInt32>) -> Bool {
    text.last == 0xFF09 || text.last == 0x29
  }

  /// Cuts at runs of two or more wide blanks, or of two or more blanks behind a full stop.
  private static func marked(_ line: ArraySlice<UInt32>) -> [Range<Int>] {
    guard hasMark(line) else { return [line.startIndex..<line.endIndex] }
    var parts: [Range<Int>] = []
    var start = line.startIndex
    var index = start
    while index < line.endIndex {
      guard CharacterClass.isWideBlank(line[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < line.endIndex, CharacterClass.isBlank(line[end]) { end += 1 }
      if end - index >= 2, index > start, line.count > 200 || line[start..<index].endsSentence {
        parts.append(start..<index)
        start = end
      }
      index = end
    }
    if start < line.endIndex { parts.append(start..<line.endIndex) }
    return parts
  }

  /// Whether a wide blank stands before another blank; nearly every line has none, so this is quick.
  private static func hasMark(_ line: ArraySlice<UInt32>) -> Bool {
    line.withUnsafeBufferPointer { scalars in
      for index in 0..<max(scalars.count - 1, 0)
      where CharacterClass.isWideBlank(scalars[index]) && CharacterClass.isBlank(scalars[index + 1]) {
        return true
      }
      return false
    }
  }

  /// Cuts the head of a document: dateline, title, subtitle, day, name, salutation.
  private static func head(_ text: ArraySlice<UInt32>) -> [Range<Int>] {
    if let day = day(in: text) {
      let name = byline(in: text[day.upperBound...])
      let behind = text[(name?.upperBound ?? day.upperBound)...].trimmed
      let salutation = Salutation.leading(behind) ?? (Salutation.isLine(behind) ? behind.count : 0)
      if name != nil || salutation > 0 {
        var parts = title(text[..<day.lowerBound]) + [day]
        if let name { parts.append(name) }
        parts += opening(behind)
        return parts.filter { !$0.isEmpty }
      }
    }
    return opening(text)
  }

  /// Cuts a caption or the name of a letter, and a salutation, from what follows.
  private static func opening(_ text: ArraySlice<UInt32>) -> [Range<Int>] {
    guard !text.isEmpty else { return [] }
    let whole = [text.startIndex..<text.endIndex]
    if let length = Salutation.leading(text) {
      let rest = text.dropFirst(length).trimmed
      return [text.startIndex..<text.startIndex + length, rest.startIndex..<rest.endIndex]
    }
    // 摄
    if let shot = text.prefix(400).firstIndex(of: 0x6444), text[..<shot].contains(0x8BB0) {
      let rest = text[(shot + 1)...].trimmed
      if Salutation.isLine(rest) || Salutation.leading(rest) != nil {
        return [text.startIndex..<shot + 1] + opening(rest)
      }
    }
    let name = DocumentVocabulary.letterTitles.prefix(of: text)
    if name > 0, let colon = text.prefix(80).firstIndex(of: 0xFF1A), colon + 1 < text.endIndex,
      Salutation.isLine(text[(text.startIndex + name)...colon])
    {
      let start = text.startIndex
      return [start..<start + name, start + name..<colon + 1, colon + 1..<text.endIndex]
    }
    return whole
  }

  /// Cuts what stands before the day: dateline, title, subtitle.
  private static func title(_ text: ArraySlice<UInt32>) -> [Range<Int>] {
    var text = text.trimmed
    var parts: [Range<Int>] = []
    if let length = HeaderLine.dateline(in: text) {
      parts.append(text.startIndex..<text.startIndex + length)
      text = text.dropFirst(length).trimmed
    }
    if let dash = text.indices.first(where: { $0 > text.startIndex && text[$0...].beginsWithDash }) {
      let title = text[..<dash].trimmed
      let subtitle = text[dash...].trimmed
      return parts + [title.startIndex..<title.endIndex, subtitle.startIndex..<subtitle.endIndex]
    }
    return parts + [text.startIndex..<text.endIndex]
  }

  /// The first day in brackets, when nothing but a title stands before it.
  private static func day(in text: ArraySlice<UInt32>) -> Range<Int>? {
    for open in text.prefix(260).indices where text[open] == 0xFF08 || text[open] == 0x28 {
      guard let close = text[open...].prefix(60).firstIndex(where: { $0 == 0xFF09 || $0 == 0x29 }) else {
        return nil
      }
      if case .date(_, isBracketed: true) = HeaderLine(text[open...close]) {
        let hasSentence = text[..<open].contains { $0 == 0x3002 || $0 == 0xFF0C && text[..<open].count > 120 }
        return hasSentence || close + 1 == text.endIndex ? nil : open..<close + 1
      }
    }
    return nil
  }

  /// The name, with an office before it, that begins a text; what follows shows where it ends.
  private static func byline(in text: ArraySlice<UInt32>) -> Range<Int>? {
    let text = text.trimmed
    for start in text.prefix(26).indices {
      let office = text[..<start].trimmed
      guard office.isEmpty || DocumentVocabulary.offices.suffix(of: office) > 0 else { continue }
      for length in [3, 2, 4] where text.endIndex - start >= length {
        let name = text[start..<start + length]
        let rest = text[(start + length)...]
        guard PersonName.isName(name) else { continue }
        if rest.isEmpty || CharacterClass.isBlank(rest[rest.startIndex])
          || DocumentVocabulary.salutations.prefix(of: rest) > 0
        {
          return text.startIndex..<start + length
        }
      }
    }
    return nil
  }
}
