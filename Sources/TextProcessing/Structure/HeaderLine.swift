/// What a line at the head or foot of a document is, by its own form.
enum HeaderLine {
  case source(SourceLine)
  /// A day: `（2022年10月16日）`, `2023年 5月 23日`.
  case date(String, isBracketed: Bool)
  /// A person's name, perhaps with an office.
  case byline(String)
  /// A line that two dashes begin.
  case subtitle
  case salutation
  /// `新华社北京10月18日电`, with or without text behind it on the line.
  case dateline(length: Int)
  case caption
  case plain

  /// Reads a line.
  init(_ line: ArraySlice<UInt32>) {
    let line = line.trimmed
    let isShort = line.count <= 90
    let inner = isShort ? line.unbracketed : nil
    let hit = isShort ? DateReader.first(in: inner ?? line) : nil
    if isShort, let source = SourceLine(inner ?? line, isBracketed: inner != nil, date: hit) {
      self = .source(source)
    } else if let hit, let date = HeaderLine.date(hit, in: inner ?? line, isBracketed: inner != nil) {
      self = date
    } else if line.beginsWithDash, line.count <= 120, !line.endsSentence {
      self = .subtitle
    } else if Salutation.isLine(line) {
      self = .salutation
    } else if let length = HeaderLine.dateline(in: line) {
      self = .dateline(length: length)
    } else if HeaderLine.isCaption(line) {
      self = .caption
    } else if let name = PersonName.inByline(line) {
      self = .byline(name)
    } else {
      self = .plain
    }
  }

  /// Whether it is a source line.
  var isSource: Bool {
    if case .source = self { true } else { false }
  }

  /// A line that is a day, in brackets also with a place or what happened to the text that day.
  private static func date(
    _ hit: DateReader.Hit, in text: ArraySlice<UInt32>, isBracketed: Bool
  ) -> HeaderLine? {
    let isAlone =
      isBracketed
      ? hit.range.lowerBound - text.startIndex <= 4 && !text.contains(0x3002) : hit.range == text.indices
    return isAlone ? .date(hit.date, isBracketed: isBracketed) : nil
  }

  /// The length of the dateline that begins a line: an agency, a place, a day, and 电.
  static func dateline(in line: ArraySlice<UInt32>) -> Int? {
    var start = line
    if start.first == 0xFF08 || start.first == 0x28 { start = start.dropFirst() }
    let agency = DocumentVocabulary.publishers.prefix(of: start)
    guard agency > 0 else { return nil }
    let head = start.prefix(30)
    guard let wire = head.firstIndex(where: { $0 == 0x7535 || $0 == 0x96FB }),
      head[..<wire].contains(where: { $0 == 0x65E5 })
    else { return nil }
    return wire + 1 - line.startIndex
  }

  /// A line under a picture.
  private static func isCaption(_ line: ArraySlice<UInt32>) -> Bool {
    if DocumentVocabulary.captionStarts.prefix(of: line) > 0, line.count <= 160 { return true }
    return line.count <= 400 && DocumentVocabulary.captionEnds.suffix(of: line) > 0
      && (line.contains(0x8BB0) || line.contains(0x56FE))  // 记 图
  }
}

extension HeaderLine {
  /// A caption, or else plain: for paragraphs of the body, which are nothing else.
  static func captionOrPlain(_ line: ArraySlice<UInt32>) -> HeaderLine {
    isCaption(line) ? .caption : .plain
  }
}
