internal import DocumentModel

/// Judges what sort of document it is, by the wording of its title and by who speaks.
struct DocumentKindReader {
  private let outline: DocumentOutline
  private let title: ArraySlice<UInt32>

  init(_ outline: DocumentOutline) {
    self.outline = outline
    self.title = outline.titleLines.last.map { outline[$0].trimmed.withoutTitleTail } ?? []
  }

  /// The kind.
  func kind() -> Document.Kind {
    let hasVoice = outline.salutation != nil || !outline.bylines.isEmpty || !outline.signatures.isEmpty
    let subtitle = outline.subtitleLine.map { outline[$0].trimmed.withoutTitleTail }
    for tail in [subtitle, title].compactMap({ $0 }) {
      guard let kind = named(tail) else { continue }
      if hasVoice || hasFullText || !(isNewsTitle || isTold || isNews(tail, kind)) { return kind }
    }
    if hasVoice {
      return outline.signatures.isEmpty || speaksItself && outline.salutation == nil ? .speech : .letter
    }
    if outline.titleLines.isEmpty, speaksItself, !isTold { return .speech }
    if outline.publisher != nil || outline.hasDateline || isNewsTitle || isTold { return .news }
    return speaksItself ? .speech : .unknown
  }

  // MARK: Evidence

  private var isNewsTitle: Bool { DocumentVocabulary.newsVerbs.occurs(in: title) }

  /// Whether the text begins to tell of another.
  private var isTold: Bool {
    opening.contains { DocumentVocabulary.tellings.occurs(in: outline[$0].prefix(160)) }
  }

  /// Whether the text says I or we.
  private var speaksItself: Bool {
    opening.contains { DocumentVocabulary.firstPersons.occurs(in: outline[$0].prefix(200)) }
  }

  /// Whether a lead says that the text itself follows.
  private var hasFullText: Bool {
    outline.paragraphs.indices.prefix(outline.bodyStart + 3).contains {
      DocumentVocabulary.fullTextLeads.occurs(in: outline[$0])
    }
  }

  private var opening: some Sequence<Int> {
    outline.paragraphs.indices.dropFirst(outline.bodyStart).prefix(3)
  }

  /// The kind that a title names with its last word.
  private func named(_ title: ArraySlice<UInt32>) -> Document.Kind? {
    if DocumentVocabulary.speechTitles.suffix(of: title) > 0 { return .speech }
    if DocumentVocabulary.letterTitles.suffix(of: title) > 0 { return .letter }
    if DocumentVocabulary.communiqueTitles.suffix(of: title) > 0 { return .communique }
    if DocumentVocabulary.reportTitles.suffix(of: title) > 0 { return .report }
    // A headline may end with such a word too, but then says two things, or does not say about what.
    guard !title.contains(where: CharacterClass.isBlank) || DocumentVocabulary.documentMarks.occurs(in: title)
    else { return nil }
    if DocumentVocabulary.statementTitles.suffix(of: title) > 0 { return .statement }
    if DocumentVocabulary.lawTitles.suffix(of: title) > 0 { return .law }
    if title.last == 0x6CD5, DocumentVocabulary.stateNames.prefix(of: title) > 0 { return .law }  // 法
    if DocumentVocabulary.planTitles.suffix(of: title) > 0 { return .plan }
    return nil
  }

  /// Whether the title only tells of such a text: 习近平向…致贺信.
  private func isNews(_ title: ArraySlice<UInt32>, _ kind: Document.Kind) -> Bool {
    guard kind == .speech || kind == .letter else { return false }
    // 的回信, 上的讲话: a noun, and so the text's own title.
    return !title.contains(0x7684)
  }
}
