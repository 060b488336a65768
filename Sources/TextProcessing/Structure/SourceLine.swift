/// The line that says who published a document, and when: `来源：新华网 2023-5-19`.
struct SourceLine {
  /// The publisher, when the line names one.
  var publisher: String? { SourceLine.plain(name) }

  /// The day of publication, when the line tells it.
  var published: String? { date?.date }

  private var name: ArraySlice<UInt32> = []
  private var date: DateReader.Hit?

  /// Whether it stands in brackets, as at the end of a document.
  var isBracketed: Bool

  /// Whether it says 来源, so that it can open a document.
  var hasLabel: Bool

  /// Reads a line; nil when it is none.
  init?(_ line: ArraySlice<UInt32>) {
    guard line.count <= 90 else { return nil }
    let text = line.trimmed
    let inner = text.unbracketed
    self.init(inner ?? text, isBracketed: inner != nil, date: DateReader.first(in: inner ?? text))
  }

  /// Reads what stands on a line, without its brackets, whose first date was found before.
  init?(_ text: ArraySlice<UInt32>, isBracketed: Bool, date: DateReader.Hit?) {
    self.isBracketed = isBracketed
    if let label = SourceLine.label(in: text) {
      guard SourceLine.isHead(text[..<label.lowerBound]) else { return nil }
      hasLabel = true
      self.date = date
      name = SourceLine.name(in: text[label.upperBound...])
      guard name.count <= 40, !name.contains(where: { $0 == 0x3002 || $0 == 0xFF0C }) else { return nil }
      return
    }
    // A day and an hour, or a labelled day, alone.
    guard let date else { return nil }
    let head = text[..<date.range.lowerBound]
    let tail = text[date.range.upperBound...].trimmed
    let isLabelled = DocumentVocabulary.publicationLabels.prefix(of: head.trimmed) > 0
    let hasHour = tail.contains { $0 == 0x3A || $0 == 0xFF1A }
    guard isLabelled || (head.isEmpty && hasHour), tail.allSatisfy(SourceLine.isTime), !isBracketed else {
      return nil
    }
    hasLabel = false
    self.date = date
  }

  /// Whether a line tells the paper and the page: `《 人民日报 》（ 2016年01月17日 02 版）`.
  static func isImprint(_ text: ArraySlice<UInt32>) -> Bool {
    guard text.count <= 60, let last = text.last, last == 0xFF09 || last == 0x29, text.contains(0x7248) else {
      return false
    }
    return DateReader.first(in: text) != nil
  }

  /// Whether a paragraph is a note on the rights in the text.
  static func isRightsNotice(_ text: ArraySlice<UInt32>) -> Bool {
    text.count <= 160 && DocumentVocabulary.rightsNotices.first(in: text) != nil
  }

  /// The label with the colon behind it.
  private static func label(in text: ArraySlice<UInt32>) -> Range<Int>? {
    guard let word = DocumentVocabulary.sourceLabels.first(in: text) else { return nil }
    var index = word.upperBound
    while index < text.endIndex, CharacterClass.isBlank(text[index]) { index += 1 }
    guard index < text.endIndex, text[index] == 0xFF1A || text[index] == 0x3A else { return nil }
    return word.lowerBound..<index + 1
  }

  /// Whether what stands before the label is empty, or a day of publication.
  private static func isHead(_ head: ArraySlice<UInt32>) -> Bool {
    let head = head.trimmed
    if head.isEmpty { return true }
    guard let date = DateReader.first(in: head) else { return false }
    let before = head[..<date.range.lowerBound].trimmed
    return (before.isEmpty || DocumentVocabulary.publicationLabels.prefix(of: before) > 0)
      && head[date.range.upperBound...].allSatisfy(isTime)
  }

  private static func isTime(_ scalar: UInt32) -> Bool {
    CharacterClass.digit(scalar) != nil || CharacterClass.isBlank(scalar) || scalar == 0x3A
      || scalar == 0xFF1A
      || scalar == 0x7C || scalar == 0x54 || scalar == 0x5A || scalar == 0x2E
  }

  /// The publisher's name: up to a date, a wide gap, or another label.
  private static func name(in text: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    var name = text.trimmed
    if let date = DateReader.first(in: name) { name = name[..<date.range.lowerBound].trimmed }
    if let label = DocumentVocabulary.creditLabels.first(in: name), label.lowerBound > name.startIndex,
      CharacterClass.isBlank(name[label.lowerBound - 1])
    {
      name = name[..<label.lowerBound].trimmed
    }
    return name
  }

  /// The name without 《》 around it.
  private static func plain(_ name: ArraySlice<UInt32>) -> String? {
    guard !name.isEmpty else { return nil }
    if name.first == 0x300A, name.last == 0x300B, name.dropFirst().firstIndex(of: 0x300A) == nil {
      return name.dropFirst().dropLast().trimmed.text
    }
    return name.text
  }
}
