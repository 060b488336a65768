internal import DocumentModel

extension Document {
  /// Creates a document of a text whose paragraphs have no parts yet: finds them, and what they say of it.
  ///
  /// - Parameters:
  ///   - date: the day that relative dates count from, where the caller knows that of this document.
  ///   - fallback: the day for a document that carries none.
  init(
    id: String, source: Source, draft: DocumentAssembler.Draft, date: String? = nil, fallback: String?
  ) {
    let outline = DocumentOutline(draft)
    self.init(
      id: id, source: source, text: draft.text, paragraphs: outline.paragraphs, breaks: draft.breaks)
    kind = DocumentKindReader(outline).kind()
    if !outline.titleLines.isEmpty {
      title = outline.distinctTitleLines.map { outline[$0].trimmed.text }.joined(separator: " ")
    }
    subtitle = outline.subtitle
    publisher = outline.publisher
    published = outline.published
    signed = outline.signed
    if kind != .news { authors = Document.authors(outline, kind: kind) }
    if kind == .letter, let salutation = outline.salutation {
      addressee = outline[salutation].trimmed.dropLast().trimmed.text
    }
    self.referenceDate = date ?? signed ?? published ?? fallback ?? title.flatMap(Document.year)
  }

  /// The year that a title begins with, as that of a yearly report does: 2010年…政府工作报告.
  private static func year(in title: String) -> String? {
    let digits = title.prefix(4)
    guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      title.dropFirst(4).first == "年"
    else { return nil }
    return String(digits)
  }

  /// Who speaks or signs: the byline, or else the signature, or else whom the title names first.
  private static func authors(_ outline: DocumentOutline, kind: Kind) -> [String] {
    var names = outline.bylines.isEmpty ? outline.signatures : outline.bylines
    if names.isEmpty, kind == .speech || kind == .letter,
      let first = outline.titleLines.first,
      let start = PersonName.atStart(of: outline[first])
    {
      names = [start.name]
    }
    return names.reduce(into: []) { unique, name in
      if !unique.contains(name) { unique.append(name) }
    }
  }
}
