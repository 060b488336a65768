internal import DocumentModel

/// Finds what each paragraph is, and what the head and the foot say of the document.
struct DocumentOutline {
  private let scalars: [UInt32]
  private(set) var paragraphs: [Paragraph]
  private(set) var titleLines: [Int] = []
  private(set) var subtitle: String?
  private(set) var subtitleLine: Int?
  private(set) var bylines: [String] = []
  private(set) var signatures: [String] = []
  private(set) var publisher: String?
  private(set) var published: String?
  private(set) var signed: String?
  private(set) var salutation: Int?
  private(set) var hasDateline = false
  private(set) var sourceLine: Int?
  /// The second paragraph, where it is a source line; the first is the title then.
  private var openingSource: SourceLine?

  /// The index of the first paragraph behind the head.
  private(set) var bodyStart = 0

  /// Reads a document's paragraphs.
  init(_ draft: DocumentAssembler.Draft) {
    self.scalars = draft.text.scalars
    self.paragraphs = draft.paragraphs
    readHead()
    readFoot()
    readBody()
  }

  /// A paragraph's scalars.
  subscript(index: Int) -> ArraySlice<UInt32> {
    let span = paragraphs[index].span
    return scalars[span.start..<span.end]
  }

  // MARK: The head

  private mutating func readHead() {
    openingSource = paragraphs.count > 1 ? SourceLine(self[1]) : nil
    var index = 0
    var leads = 0
    while index < min(paragraphs.count, 24) {
      let text = self[index].trimmed
      switch index < 2 ? opening(index, text) : HeaderLine(text) {
      case .source(let source):
        paragraphs[index].role = .source
        publisher = publisher ?? source.publisher
        published = published ?? source.published
        sourceLine = sourceLine ?? index
      case .date(let date, let isBracketed):
        paragraphs[index].role = .date
        if isBracketed { signed = signed ?? date } else { published = published ?? date }
      case .subtitle:
        guard headGoesOn(behind: index - 1, limit: 4) || !titleLines.isEmpty else { return finish(index) }
        markSubtitle(index)
      case .byline(let name) where index > 0:
        paragraphs[index].role = .byline
        bylines.append(name)
      case .salutation:
        salutation = index
        while index < paragraphs.count, Salutation.isLine(self[index]) {
          paragraphs[index].role = .salutation
          index += 1
        }
        return finish(index)
      case .dateline(let length) where length == text.count:
        markDateline(index)
      case .dateline:
        hasDateline = true
        publisher = publisher ?? agency(of: text)
        leads += 1
        guard headGoesOn(behind: index, limit: 5) else { return finish(index) }
      case .caption:
        paragraphs[index].role = .caption
      case .plain, .byline:
        if isTitle(index, leads: leads) {
          markTitle(index)
        } else {
          leads += 1
          guard leads < 3, headGoesOn(behind: index, limit: 4) else { return finish(index) }
        }
      }
      index += 1
    }
    finish(index)
  }

  private mutating func finish(_ index: Int) { bodyStart = index }

  /// What one of the first two paragraphs is.
  private func opening(_ index: Int, _ text: ArraySlice<UInt32>) -> HeaderLine {
    guard let openingSource else { return HeaderLine(text) }
    return index == 0 ? .plain : .source(openingSource)
  }

  /// Whether behind a paragraph, before the text proper, the head goes on with a day, a name or a subtitle.
  private func headGoesOn(behind index: Int, limit: Int) -> Bool {
    for next in paragraphs.indices.dropFirst(index + 1).prefix(limit) {
      switch HeaderLine(self[next].trimmed) {
      case .date(_, isBracketed: true), .byline: return true
      case .source where !hasSource: return true
      case .subtitle where next > 0 && paragraphs.count > next + 1: return true
      case .plain where self[next].endsSentence: return false
      default: break
      }
    }
    return false
  }

  private var hasSource: Bool { sourceLine != nil }

  private func isTitle(_ index: Int, leads: Int) -> Bool {
    let text = self[index].trimmed
    if index == 0, openingSource != nil { return text.count <= 300 }
    guard text.count <= 160, !text.endsSentence, let last = text.last, !isOpenEnd(last) else { return false }
    if index == 0 { return paragraphs.count > 1 }
    if ListMarker.isStrong(text) { return false }
    if hasSource || leads > 0 {
      return headGoesOn(behind: index, limit: 4) || isRepeatedTitle(text)
        || (paragraphs[index - 1].role == .title && text.count <= 60 && leads == 0)
    }
    return paragraphs[index - 1].role == .title || paragraphs[index - 1].role == .source
      || paragraphs[index - 1].role == .caption || headGoesOn(behind: index, limit: 4)
  }

  private func isOpenEnd(_ scalar: UInt32) -> Bool {
    scalar == 0xFF0C || scalar == 0xFF1B || scalar == 0xFF1A || scalar == 0x3001 || scalar == 0x3A
  }

  private func isRepeatedTitle(_ text: ArraySlice<UInt32>) -> Bool {
    guard let first = titleLines.first else { return false }
    let title = self[first].trimmed
    return text.elementsEqual(title) || (text.count > 6 && title.suffix(text.count).elementsEqual(text))
      || (text.count > 6 && title.starts(with: text))
  }

  /// The lines of the title without those that say what a later one says again, as a file's name does.
  var distinctTitleLines: [Int] {
    titleLines.enumerated().filter { place, line in
      let text = self[line].trimmed
      return !titleLines.dropFirst(place + 1).contains { later in
        let other = self[later].trimmed
        let common = zip(text.reversed(), other.reversed()).prefix { $0 == $1 }.count
        return common >= 8 && common * 3 >= text.count * 2
      }
    }.map(\.element)
  }

  private mutating func markTitle(_ index: Int) {
    let text = self[index].trimmed
    if !titleLines.isEmpty, Subtitle.isSubtitle(text) {
      markSubtitle(index)
    } else {
      paragraphs[index].role = .title
      if !hasSource && bylines.isEmpty || titleLines.isEmpty { titleLines.append(index) }
    }
  }

  private mutating func markSubtitle(_ index: Int) {
    paragraphs[index].role = .subtitle
    let text = self[index].trimmed.withoutDashes
    if subtitle == nil {
      subtitle = text.text
      subtitleLine = index
    }
    if let date = DateReader.first(in: text)?.date { signed = signed ?? date }
  }

  private mutating func markDateline(_ index: Int) {
    paragraphs[index].role = .source
    hasDateline = true
    publisher = publisher ?? agency(of: self[index].trimmed)
  }

  private func agency(of text: ArraySlice<UInt32>) -> String? {
    guard let word = DocumentVocabulary.publishers.first(in: text.prefix(8)) else { return nil }
    return text[word].text
  }

  // MARK: The foot

  private mutating func readFoot() {
    var index = paragraphs.count - 1
    while index >= max(bodyStart, 1), index > paragraphs.count - 7 {
      let text = self[index].trimmed
      switch HeaderLine(text) {
      case .date(let date, _):
        paragraphs[index].role = .date
        signed = signed ?? date
      case .byline(let name):
        paragraphs[index].role = .signature
        signatures.insert(name, at: 0)
      case .source(let source):
        paragraphs[index].role = .source
        publisher = publisher ?? source.publisher
        published = published ?? source.published
      case .dateline(let length) where text.count - length <= 2:
        markDateline(index)
      case .plain where SourceLine.isImprint(text):
        paragraphs[index].role = .source
        publisher = publisher ?? agency(of: text.drop { $0 == 0x300A || CharacterClass.isBlank($0) })
        published = published ?? DateReader.first(in: text)?.date
      case .plain where SourceLine.isRightsNotice(text):
        paragraphs[index].role = .source
      case .plain where isSigned(index):
        paragraphs[index].role = .signature
      default: return
      }
      index -= 1
    }
  }

  /// Whether a short line stands before the day of signature.
  private func isSigned(_ index: Int) -> Bool {
    let text = self[index].trimmed
    guard index + 1 < paragraphs.count, index > 0, text.count <= 30, !text.endsSentence else { return false }
    let next = paragraphs[index + 1].role
    return (next == .date || next == .signature) && !ListMarker.begins(text)
  }

  // MARK: The body

  private mutating func readBody() {
    for index in paragraphs.indices.dropFirst(bodyStart) where paragraphs[index].role == .body {
      let count = paragraphs[index].span.count
      guard count <= 400 else { continue }
      let text = self[index]
      if count <= 40, Salutation.isLine(text), DocumentVocabulary.salutations.prefix(of: text) > 0 {
        paragraphs[index].role = .salutation
        salutation = salutation ?? index
      } else if count <= 60, isHeading(text, index) {
        paragraphs[index].role = .heading
      } else if case .caption = HeaderLine.captionOrPlain(text) {
        paragraphs[index].role = .caption
      }
    }
  }

  /// A short line that ends like no sentence, with more behind it.
  private func isHeading(_ text: ArraySlice<UInt32>, _ index: Int) -> Bool {
    guard index + 1 < paragraphs.count, let last = text.last, paragraphs[index + 1].role != .signature else {
      return false
    }
    if ListMarker.isStrong(text) { return !text.endsSentence && !isOpenEnd(last) }
    return text.count <= 45 && mayBeginHeading(text[text.startIndex]) && !text.endsSentence
      && !isOpenEnd(last)
      && (CharacterClass.isHanzi(last) || last == 0x300B || last == 0x201D || last == 0x25)
  }

  private func mayBeginHeading(_ scalar: UInt32) -> Bool {
    CharacterClass.isHanzi(scalar) || CharacterClass.digit(scalar) != nil || CharacterClass.isOpening(scalar)
      || CharacterClass.isLetter(scalar)
  }
}
