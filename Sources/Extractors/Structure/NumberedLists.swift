package import DocumentModel
package import RuleEngine
import TextProcessing

/// Makes series of points out of list markers.
///
/// A marker with number 1, or without a number, opens a series; one of the same family with the next number
/// continues it and closes what was opened inside. Series of one point are no series: 首先 alone is a word.
package struct NumberedLists {
  private let document: Document
  private let scalars: [UInt32]
  private var open: [Draft] = []
  private var finished: [Draft] = []

  /// A series that is being made.
  private struct Draft {
    var family: String
    var items: [DraftItem]
    var isClosed = false

    var last: DraftItem { items[items.count - 1] }
  }

  private struct DraftItem {
    var marker: PlacedMarker
    var ordinal: Int
    var paragraph: Int
    var lists: [Draft] = []
  }

  /// The series of a document.
  package static func lists(in document: Document, markers: [PlacedMarker]) -> [NumberedList] {
    guard markers.count > 1 else { return [] }
    var builder = NumberedLists(document: document)
    return builder.build(markers)
  }

  private init(document: Document) {
    self.document = document
    scalars = document.text.scalars
  }

  // MARK: Series

  private mutating func build(_ markers: [PlacedMarker]) -> [NumberedList] {
    var paragraph = 0
    for marker in markers {
      while paragraph + 1 < document.paragraphs.count,
        document.paragraphs[paragraph + 1].span.start <= marker.span.start
      { paragraph += 1 }
      guard canHoldPoints(paragraph) else { continue }
      add(marker, in: paragraph)
    }
    while !open.isEmpty { close() }
    let drafts = finished.flatMap(kept).sorted { $0.items[0].marker.span < $1.items[0].marker.span }
    return drafts.enumerated().map { index, draft in
      let next = index + 1 < drafts.count ? drafts[index + 1].items[0].marker.span.start : scalars.count
      return list(draft, until: next)
    }
  }

  private func canHoldPoints(_ paragraph: Int) -> Bool {
    guard document.paragraphs.indices.contains(paragraph) else { return true }
    switch document.paragraphs[paragraph].role {
    case .subtitle, .byline, .source, .date, .salutation, .signature, .caption: return false
    // A text that opens with a point may have it taken for a title.
    case .title, .heading, .body: return true
    }
  }

  private mutating func add(_ marker: PlacedMarker, in paragraph: Int) {
    let family = marker.marker.family
    for level in open.indices.reversed() where open[level].family == family && !open[level].isClosed {
      let last = open[level].last
      let ordinal = marker.marker.ordinal ?? last.ordinal + 1
      let isNext =
        ordinal == last.ordinal + 1 || (marker.marker.isLast && last.ordinal >= 1)
        || (ordinal == last.ordinal + 2 && isHeading(paragraph))
      guard isNext, paragraph - last.paragraph <= reach(family, last) else { continue }
      while open.count > level + 1 { close() }
      open[level].items.append(DraftItem(marker: marker, ordinal: ordinal, paragraph: paragraph))
      open[level].isClosed = marker.marker.isLast
      return
    }
    guard (marker.marker.ordinal ?? 1) == 1, !marker.marker.isLast else { return }
    // A second first point of a family that is open ends the series before it.
    if let level = open.firstIndex(where: { $0.family == family }) {
      while open.count > level { close() }
    }
    // A series stands inside a point where it begins in the point's paragraph, below a paragraph that leads
    // to it, or in the section under it; any other stands beside it.
    while let top = open.last, paragraph > top.last.paragraph, !isSection(top.last),
      !leads(top.last, to: paragraph)
    {
      close()
    }
    open.append(Draft(family: family, items: [DraftItem(marker: marker, ordinal: 1, paragraph: paragraph)]))
  }

  /// How many paragraphs may stand between two points. Headings gather whole sections under them.
  private func reach(_ family: String, _ item: DraftItem) -> Int {
    if isSection(item) { return Int.max }
    return ["chinese", "bracketed", "arabic"].contains(family) && opensParagraph(item) ? Int.max : 8
  }

  /// Whether a point's paragraph ends with a colon right above another.
  private func leads(_ item: DraftItem, to paragraph: Int) -> Bool {
    guard paragraph == item.paragraph + 1, document.paragraphs.indices.contains(item.paragraph) else {
      return false
    }
    let end = document.paragraphs[item.paragraph].span.end
    return end > 0 && (scalars[end - 1] == 0xFF1A || scalars[end - 1] == 0x3A)
  }

  /// Whether a point is a heading with a section under it.
  private func isSection(_ item: DraftItem) -> Bool {
    isHeading(item.paragraph)
      || (opensParagraph(item) && ["chinese", "bracketed"].contains(item.marker.marker.family)
        && isShort(item.paragraph))
  }

  private func opensParagraph(_ item: DraftItem) -> Bool {
    document.paragraphs.indices.contains(item.paragraph)
      && document.paragraphs[item.paragraph].span.start == item.marker.span.start
  }

  /// Whether a paragraph is as short as a heading: under 40 characters.
  private func isShort(_ paragraph: Int) -> Bool {
    document.paragraphs.indices.contains(paragraph) && document.paragraphs[paragraph].span.count < 40
  }

  private func isHeading(_ paragraph: Int) -> Bool {
    document.paragraphs.indices.contains(paragraph) && document.paragraphs[paragraph].role == .heading
  }

  private mutating func close() {
    guard let draft = open.popLast() else { return }
    if open.isEmpty {
      finished.append(draft)
    } else {
      open[open.count - 1].items[open[open.count - 1].items.count - 1].lists.append(draft)
    }
  }

  /// A draft if it is a series, or else the series inside its only point.
  private func kept(_ draft: Draft) -> [Draft] {
    var draft = draft
    for index in draft.items.indices { draft.items[index].lists = draft.items[index].lists.flatMap(kept) }
    return draft.items.count > 1 ? [draft] : draft.items.flatMap(\.lists)
  }

  // MARK: Extents

  private func list(_ draft: Draft, until limit: Int) -> NumberedList {
    let isInline = draft.items[0].paragraph == draft.last.paragraph
    var items: [NumberedList.Item] = []
    for (index, item) in draft.items.enumerated() {
      let start = item.marker.span.start
      let next = index + 1 < draft.items.count ? draft.items[index + 1].marker.span.start : nil
      let inner = item.lists.enumerated().map { place, list in
        let following = place + 1 < item.lists.count ? item.lists[place + 1].items[0].marker.span.start : nil
        return self.list(list, until: following ?? next ?? limit)
      }
      let own = next ?? self.end(of: item, in: draft, isInline: isInline, limit: limit)
      let end = trimmed(from: start, to: max(own, inner.last?.span.end ?? own))
      items.append(
        NumberedList.Item(
          ordinal: item.ordinal, marker: item.marker.span, title: title(of: item, until: end),
          span: Span(start, end), lists: inner, rule: item.marker.rule))
    }
    let span = Span(items[0].span.start, items[items.count - 1].span.end)
    let lead = lead(before: draft.items[0])
    return NumberedList(
      lead: lead, announced: lead.flatMap { announced(in: $0, count: items.count) }, span: span, items: items)
  }

  /// Where the last point of a series ends: at the end of its section, its paragraph or its sentence.
  private func end(of item: DraftItem, in draft: Draft, isInline: Bool, limit: Int) -> Int {
    guard document.paragraphs.indices.contains(item.paragraph) else { return limit }
    let paragraph = document.paragraphs[item.paragraph]
    if isSection(item) { return limit }
    guard isInline else { return min(limit, paragraph.span.end) }
    let sentence = scalars[item.marker.span.end..<paragraph.span.end].firstIndex {
      $0 == 0x3002 || $0 == 0xFF01
    }
    return min(limit, sentence.map { $0 + 1 } ?? paragraph.span.end)
  }

  /// An end without the line feeds and blanks before it.
  private func trimmed(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start, [0x0A, 0x20, 0x3000].contains(scalars[end - 1]) { end -= 1 }
    return end
  }

  private func title(of item: DraftItem, until end: Int) -> Span {
    let line =
      document.paragraphs.indices.contains(item.paragraph)
      ? document.paragraphs[item.paragraph].span.end : end
    var start = item.marker.span.end
    while start < line, NumberedLists.afterMarker.contains(scalars[start]) { start += 1 }
    if isHeading(item.paragraph), line >= start { return Span(start, trimmed(from: start, to: line)) }
    let limit = min(line, max(start, end))
    let stop = scalars[start..<limit].firstIndex { NumberedLists.titleEnds.contains($0) } ?? limit
    return Span(start, stop)
  }

  private static let afterMarker = Set("，、：:. 　,是．".unicodeScalars.map(\.value))
  private static let titleEnds = Set("，。；：！？,;:!?\n".unicodeScalars.map(\.value))
  private static let sentenceEnds = Set("。！？\n".unicodeScalars.map(\.value))

  // MARK: Leads

  /// The sentence before a series: in its paragraph, or the last of the paragraph before.
  private func lead(before item: DraftItem) -> Span? {
    let (start, paragraph) = (item.marker.span.start, item.paragraph)
    guard document.paragraphs.indices.contains(paragraph) else { return nil }
    var low = document.paragraphs[paragraph].span.start
    var high = start
    if trimmed(from: low, to: high) == low {
      guard paragraph > 0, document.paragraphs[paragraph - 1].role == .body else { return nil }
      low = document.paragraphs[paragraph - 1].span.start
      high = document.paragraphs[paragraph - 1].span.end
    }
    let end = trimmed(from: low, to: high)
    guard end > low else { return nil }
    // What stands before the first section of a document leads to it only where it says so.
    if isSection(item), scalars[end - 1] != 0xFF1A, scalars[end - 1] != 0x3A { return nil }
    let begin =
      scalars[low..<(end - 1)].lastIndex { NumberedLists.sentenceEnds.contains($0) }.map { $0 + 1 } ?? low
    return Span(begin, end)
  }

  /// The number of points that a lead promises: the last number before 个, 点, 项, 条, 方面 … in it, from 2 on.
  private func announced(in lead: Span, count: Int) -> Int? {
    var place = lead.end - 1
    while place > lead.start {
      if NumberedLists.counters.contains(scalars[place]) {
        var low = place
        while low > lead.start, low > place - 3, NumberedLists.isNumeral(scalars[low - 1]) { low -= 1 }
        let digits = scalars[low..<place]
        let isOrdinal = low > lead.start && scalars[low - 1] == 0x7B2C
        if !isOrdinal, let number = NumberedLists.number(digits), number > 1,
          number == count || place >= lead.end - 12
        {
          return number
        }
      }
      place -= 1
    }
    return nil
  }

  private static let counters = Set("个点项条大方件步".unicodeScalars.map(\.value))

  private static func number(_ digits: ArraySlice<UInt32>) -> Int? {
    ChineseNumeral.integer(digits.map { UInt16(truncatingIfNeeded: $0) }[...])
  }

  private static func isNumeral(_ scalar: UInt32) -> Bool {
    let unit = UInt16(truncatingIfNeeded: scalar)
    return ChineseNumeral.digit(unit) != nil || ChineseNumeral.scale(unit) == 1
  }
}
