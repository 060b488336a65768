import DocumentModel

/// A document's paragraphs and lists as blocks: what stands beside what, and what within what.
///
/// A list whose points all begin paragraphs is a block of its own, of whole paragraphs. Any other list stands
/// within the block that it begins in; when it runs on into further paragraphs they are joined to that block,
/// and the line feeds between them become milestones. A list that does not nest (with its items, or with
/// those before it) is a stray: it is told beside the text.
struct TEIOutline {
  /// One block of text, or a list of blocks.
  indirect enum Block {
    case text(Text)
    case list(NumberedList, id: String, items: [Item])
  }

  /// A block of text.
  struct Text {
    /// The paragraphs that it holds, more than one where a list joins them.
    var paragraphs: Range<Int>

    /// Its place; behind the label where it begins a point.
    var span: Span
  }

  /// A point of a list of blocks.
  struct Item {
    var id: String
    var item: NumberedList.Item
    /// From the point's start to the end of the marker.
    var label: Span
    /// One text, which stands in the item as it is, or several blocks.
    var content: [Block]
  }

  /// A list within a block of text.
  struct Inline {
    var id: String
    var list: NumberedList
    /// The end of its last point, line feeds left out, which part blocks.
    var end: Int
  }

  private(set) var inline: [Inline] = []
  private(set) var strays: [Inline] = []
  private(set) var touched: Set<Int> = []

  /// The ids of the lists that are no strays.
  private(set) var placed: Set<String> = []

  private let document: Document
  private var blockLists: [Int: (list: NumberedList, id: String)] = [:]
  private var joined: Set<Int> = []
  private let starts: [Int]

  /// Places the lists of a document; `prefix` begins their ids.
  init(_ document: Document, lists: [NumberedList], prefix: String) {
    self.document = document
    starts = document.paragraphs.map(\.span.start)
    var behind = 0
    for (index, list) in lists.enumerated() {
      let id = "\(prefix).li\(index + 1)"
      if isSound(list), list.start >= behind {
        behind = list.end
        place(list, id: id, mayBeBlock: true)
        for paragraph in self.paragraphs(of: list) { touched.insert(paragraph) }
      } else {
        strays.append(Inline(id: id, list: list, end: list.end))
      }
    }
  }

  /// The blocks of some paragraphs.
  func blocks(of paragraphs: Range<Int>) -> [Block] {
    blocks(of: paragraphs, behind: nil)
  }

  private func blocks(of paragraphs: Range<Int>, behind label: Int?) -> [Block] {
    var blocks: [Block] = []
    var index = paragraphs.lowerBound
    while index < paragraphs.upperBound {
      let isLabelled = label != nil && index == paragraphs.lowerBound
      if !isLabelled, let (list, id) = blockLists[index] {
        let end = min(end(of: list), paragraphs.upperBound)
        blocks.append(.list(list, id: id, items: items(of: list, id: id, end: end)))
        index = end
      } else {
        let end = min(group(from: index), paragraphs.upperBound)
        let start = isLabelled ? label ?? 0 : document.paragraphs[index].span.start
        let span = Span(start, document.paragraphs[end - 1].span.end)
        blocks.append(.text(Text(paragraphs: index..<end, span: span)))
        index = end
      }
    }
    return blocks
  }

  private func items(of list: NumberedList, id: String, end: Int) -> [Item] {
    list.items.indices.map { index in
      let item = list.items[index]
      let first = paragraph(at: item.span.start)
      let next = index + 1 < list.items.count ? paragraph(at: list.items[index + 1].span.start) : end
      return Item(
        id: "\(id).\(index + 1)", item: item, label: Span(item.span.start, item.marker.end),
        content: blocks(of: first..<next, behind: item.marker.end))
    }
  }

  /// The paragraph behind the last of a list of blocks.
  private func end(of list: NumberedList) -> Int { group(from: paragraph(at: trimmed(list.end) - 1)) }

  /// The paragraph behind those that are joined to this one.
  private func group(from paragraph: Int) -> Int {
    var end = paragraph + 1
    while joined.contains(end) { end += 1 }
    return end
  }

  // MARK: Placing lists

  private mutating func place(_ list: NumberedList, id: String, mayBeBlock: Bool) {
    placed.insert(id)
    let isBlock =
      mayBeBlock && list.items.allSatisfy { starts[paragraph(at: $0.span.start)] == $0.span.start }
    if isBlock {
      blockLists[paragraph(at: list.start)] = (list, id)
    } else {
      inline.append(Inline(id: id, list: list, end: trimmed(list.end)))
      for paragraph in paragraphs(of: list).dropFirst() { joined.insert(paragraph) }
    }
    for (index, item) in list.items.enumerated() {
      var behind = item.marker.end
      for (number, inner) in item.lists.enumerated() {
        let innerID = "\(id).\(index + 1).li\(number + 1)"
        if isSound(inner), inner.start >= behind, inner.end <= item.span.end {
          behind = inner.end
          place(inner, id: innerID, mayBeBlock: isBlock)
        } else {
          strays.append(Inline(id: innerID, list: inner, end: inner.end))
        }
      }
    }
  }

  /// Whether a list's items stand in order, each with a marker, then its title, then its end.
  private func isSound(_ list: NumberedList) -> Bool {
    guard !list.items.isEmpty, !document.paragraphs.isEmpty else { return false }
    var behind = 0
    for item in list.items {
      guard item.span.start >= behind, item.span.end <= document.text.count, !item.marker.isEmpty,
        item.span.contains(item.marker), item.title.start >= item.marker.end,
        item.title.start <= item.title.end,
        item.title.end <= item.span.end, item.marker.end < trimmed(item.span.end),
        document.paragraphs[paragraph(at: item.span.start)].span.contains(item.marker)
      else { return false }
      behind = item.span.end
    }
    return true
  }

  /// The offset, moved in front of the line feeds before it.
  private func trimmed(_ end: Int) -> Int {
    var end = end
    while end > 0, document.text.scalars[end - 1] == 0x0A { end -= 1 }
    return end
  }

  private func paragraphs(of list: NumberedList) -> ClosedRange<Int> {
    paragraph(at: list.start)...paragraph(at: trimmed(list.end) - 1)
  }

  /// The paragraph that an offset is in; the line feed behind one counts as its own.
  private func paragraph(at offset: Int) -> Int {
    max(0, starts.partitioningIndex { $0 > offset } - 1)
  }
}

extension NumberedList {
  /// The start of the first item.
  var start: Int { items.first?.span.start ?? span.start }

  /// The end of the last item.
  var end: Int { items.last?.span.end ?? span.end }
}
