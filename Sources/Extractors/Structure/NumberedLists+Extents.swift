import DocumentModel
import RuleEngine
import TextProcessing

/// How far points reach, what they are called and what leads to them.
extension NumberedLists {
  /// - Parameter isWithin: whether another point follows at the limit, and not just the end of the text.
  func list(_ draft: Draft, until limit: Int, isWithin: Bool) -> NumberedList {
    let isInline = draft.items[0].paragraph == draft.last.paragraph
    var items: [NumberedList.Item] = []
    for (index, item) in draft.items.enumerated() {
      let start = item.marker.span.start
      let next = index + 1 < draft.items.count ? draft.items[index + 1].marker.span.start : nil
      let inner = item.lists.enumerated().map { place, list in
        let following = place + 1 < item.lists.count ? item.lists[place + 1].items[0].marker.span.start : nil
        return self.list(
          list, until: following ?? next ?? limit, isWithin: following != nil || next != nil || isWithin)
      }
      let own = next ?? self.end(of: item, in: draft, isInline: isInline, limit: limit, isWithin: isWithin)
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
  private func end(of item: DraftItem, in draft: Draft, isInline: Bool, limit: Int, isWithin: Bool) -> Int {
    guard document.paragraphs.indices.contains(item.paragraph) else { return limit }
    let paragraph = document.paragraphs[item.paragraph]
    if isSection(item) { return limit }
    // Where the points before have several paragraphs or sentences each, so has the last.
    let others = zip(draft.items, draft.items.dropFirst())
    if isWithin, isNumbered(item.marker), others.allSatisfy({ $1.paragraph > $0.paragraph + 1 }) {
      return limit
    }
    guard isInline, !others.allSatisfy({ hasSentences($0.marker.span.end..<$1.marker.span.start) }) else {
      return min(limit, paragraph.span.end)
    }
    let sentence = scalars[item.marker.span.end..<paragraph.span.end].firstIndex {
      $0 == 0x3002 || $0 == 0xFF01
    }
    return min(limit, sentence.map { $0 + 1 } ?? paragraph.span.end)
  }

  /// Whether a stretch has more sentences than one.
  private func hasSentences(_ range: Range<Int>) -> Bool {
    let first = scalars[range].firstIndex { $0 == 0x3002 || $0 == 0xFF01 }
    return first.map { scalars[($0 + 1)..<range.upperBound].contains { $0 == 0x3002 || $0 == 0xFF01 } }
      ?? false
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
    // A line that is one sentence and has others below it is a heading, though it ends as a sentence does.
    if isSection(item), limit == line, line > start, trimmed(from: start, to: end) > line,
      scalars[start..<line].firstIndex(where: { NumberedLists.sentenceEnds.contains($0) }) == line - 1
    {
      return Span(start, line - 1)
    }
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
