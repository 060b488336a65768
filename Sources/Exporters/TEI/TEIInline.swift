import DocumentModel

/// What is marked within the runs of a document's text: nodes that nest, in the order they open.
///
/// Lists come first, then titles of points, then leads and mentions as they begin. What would cross a node
/// taken before it, or the end of its run, is not among the nodes but in ``aside``, and told beside the text.
struct TEIInline {
  /// A stretch of text and what it is.
  struct Node {
    var span: Span
    var kind: Kind
  }

  /// What a stretch of text is.
  enum Kind {
    case list(id: String)
    case label
    case item(id: String, NumberedList.Item)
    case title
    case lead(list: String?, announced: Int?)
    case point(NumberedList.Item)
    case mention(Int)
  }

  private(set) var nodes: [Node] = []
  private(set) var aside: [Node] = []

  /// The stretches that text is written in without a break, ascending.
  private let runs: [Span]
  private var structure: [Node] = []

  /// Nests titles and facts, the latter by start, longest first, into the lists within runs.
  init(runs: [Span], lists: [TEIOutline.Inline], titles: [Span], facts: [Node]) {
    self.runs = runs
    structure = TEIInline.inOrder(lists.flatMap(TEIInline.structure))
    let titles = titles.filter { !$0.isEmpty }.map { Node(span: $0, kind: .title) }
    let fitting = titles.filter { nests($0.span) }
    aside = titles.filter { !nests($0.span) }
    structure = TEIInline.inOrder(structure + fitting)
    nodes = structure
    var accepted: [Node] = []
    var open: [Span] = []
    for fact in facts {
      while let last = open.last, last.end <= fact.span.start { open.removeLast() }
      let isWithin = open.last.map { $0.contains(fact.span) } ?? true
      if isWithin, nests(fact.span) {
        accepted.append(fact)
        open.append(fact.span)
      } else {
        aside.append(fact)
      }
    }
    nodes = TEIInline.inOrder(structure + accepted)
  }

  /// By start, the longer first; of equal spans in the order given.
  static func inOrder(_ nodes: [Node]) -> [Node] {
    nodes.enumerated().sorted { a, b in
      (a.element.span.start, -a.element.span.end, a.offset) < (
        b.element.span.start, -b.element.span.end, b.offset
      )
    }.map(\.element)
  }

  /// The list, its labels and items; an item reaches up to the next, so that no text is between.
  private static func structure(of inline: TEIOutline.Inline) -> [Node] {
    let list = inline.list
    var nodes = [Node(span: Span(list.start, inline.end), kind: .list(id: inline.id))]
    for (index, item) in list.items.enumerated() {
      let end = index + 1 < list.items.count ? list.items[index + 1].span.start : inline.end
      nodes.append(Node(span: Span(item.span.start, item.marker.end), kind: .label))
      nodes.append(
        Node(span: Span(item.marker.end, end), kind: .item(id: "\(inline.id).\(index + 1)", item)))
    }
    return nodes
  }

  /// Whether an element around this span stays within its run and crosses nothing, nor holds what is no phrase.
  private func nests(_ span: Span) -> Bool {
    guard !span.isEmpty, let run = run(of: span) else { return false }
    let first = structure.partitioningIndex { $0.span.start >= span.start }
    for node in structure[first...] {
      if node.span.start >= span.end { break }
      if node.span.contains(span) { continue }
      guard case .title = node.kind, span.contains(node.span) else { return false }
    }
    for node in structure[..<first].reversed() {
      if node.span.start < run.start { break }
      if node.span.end > span.start { return node.span.contains(span) }
    }
    return true
  }

  private func run(of span: Span) -> Span? {
    let behind = runs.partitioningIndex { $0.start > span.start }
    guard behind > 0, runs[behind - 1].contains(span) else { return nil }
    return runs[behind - 1]
  }
}
