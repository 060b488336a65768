internal import DocumentModel

/// Judges what sort of document it is, by the wording of its title and by who speaks.
struct DocumentKindReader {
  private let outline: DocumentOutline
  private let title: ArraySlice<UInt32>
  private let isTold: Bool
  private let speaksItself: Bool

  init(_ outline: DocumentOutline) {
    self.outline = outline
    let lines = outline.titleLines + (outline.subtitleLine.map { [$0] } ?? [])
    self.title = outline.titleLines.last.map { outline[$0].trimmed.withoutTitleTail } ?? []
    _ = lines
    let opening = outline.paragraphs.indices.dropFirst(outline.bodyStart).prefix(3)
    self.isTold = opening.contains { DocumentVocabulary.tellings.occurs(in: outline[$0].prefix(160)) }
    self.speaksItself = opening.contains {
      DocumentVocabulary.firstPersons.occurs(in: outline[$0].prefix(200))
    }
  }

  /// The kind.
  func kind() -> Document.Kind {
    let tails = [outline.subtitleLine.map { outline[$0].trimmed.withoutTitleTail }, title].compactMap { $0 }
    let isNewsTitle = DocumentVocabulary.newsVerbs.occurs(in: title)
    let hasVoice = outline.salutation != nil || !outline.bylines.isEmpty || !outline.signatures.isEmpty
    let hasFullText = outline.paragraphs.indices.prefix(outline.bodyStart + 3).contains {
      DocumentVocabulary.fullTextLeads.occurs(in: outline[$0])
    }
    if hasFullText || hasVoice || !(isNewsTitle || isTold) {
      for tail in tails {
        if let kind = named(tail), hasVoice || hasFullText || !isNews(tail, kind) { return kind }
      }
    }
    if hasVoice {
      return outline.signatures.isEmpty || speaksItself && outline.salutation == nil ? .speech : .letter
    }
    if outline.publisher != nil || outline.hasDateline || isNewsTitle || isTold { return .news }
    return speaksItself ? .speech : .unknown
  }

  /// The kind that a title names with its last word.
  private func named(_ title: ArraySlice<UInt32>) -> Document.Kind? {
    if DocumentVocabulary.speechTitles.suffix(of: title) > 0 { return .speech }
    if DocumentVocabulary.letterTitles.suffix(of: title) > 0 { return .letter }
    if DocumentVocabulary.communiqueTitles.suffix(of: title) > 0 { return .communique }
    if DocumentVocabulary.reportTitles.suffix(of: title) > 0 { return .report }
    if DocumentVocabulary.statementTitles.suffix(of: title) > 0 { return .statement }
    if DocumentVocabulary.lawTitles.suffix(of: title) > 0 { return .law }
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
