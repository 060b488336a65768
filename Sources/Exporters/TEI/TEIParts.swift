import DocumentModel

/// Which paragraphs of a document open it, which are its body, and which close it.
struct TEIParts {
  /// The front: title and what stands with it; none in a letter.
  let front: Range<Int>

  /// What opens the body before its first paragraph: titles of a letter, salutations.
  let opening: Range<Int>

  /// The body, in blocks.
  let flow: [TEIOutline.Block]

  /// What closes it: signatures and dates.
  let closing: Range<Int>

  /// The stretches that text is written in without a break, ascending.
  private(set) var runs: [Span] = []

  /// The paragraphs that lists stand in.
  let touched: Set<Int>

  /// The titles of the points of lists of blocks.
  private(set) var titles: [Span] = []

  private static let frontRoles: Set<Paragraph.Role> = [.title, .subtitle, .byline, .source, .date]
  private static let openingRoles = frontRoles.union([.salutation])
  private static let closingRoles: Set<Paragraph.Role> = [.signature, .date, .source, .byline]

  init(_ document: Document, outline: TEIOutline) {
    let paragraphs = document.paragraphs
    touched = outline.touched
    func holds(_ index: Int, _ roles: Set<Paragraph.Role>) -> Bool {
      roles.contains(paragraphs[index].role) && !outline.touched.contains(index)
    }
    var index = 0
    if document.kind != .letter {
      while index < paragraphs.count, holds(index, TEIParts.frontRoles) { index += 1 }
    }
    front = 0..<index
    while index < paragraphs.count, holds(index, TEIParts.openingRoles) { index += 1 }
    opening = front.upperBound..<index
    var end = paragraphs.count
    while end > index, holds(end - 1, TEIParts.closingRoles) { end -= 1 }
    // Nothing can close a body that has nothing in it.
    if end == index { end = paragraphs.count }
    closing = end..<paragraphs.count
    flow = outline.blocks(of: index..<end)
    runs = paragraphs[..<index].map(\.span)
    for block in flow { collect(block) }
    runs += paragraphs[end...].map(\.span)
  }

  private mutating func collect(_ block: TEIOutline.Block) {
    switch block {
    case .text(let text): runs.append(text.span)
    case .list(_, _, let items):
      for item in items {
        runs.append(item.label)
        titles.append(item.item.title)
        for block in item.content { collect(block) }
      }
    }
  }
}
