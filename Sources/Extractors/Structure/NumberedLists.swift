package import DocumentModel
package import RuleEngine
import TextProcessing

/// Makes series of points out of list markers.
///
/// A marker with number 1, or without a number, opens a series; one of the same family with the next number
/// continues it and closes what was opened inside. Numbers may run on from the points of one section to those of
/// the next. Series of one point are no series, 首先 alone is a word, unless their number runs on.
package struct NumberedLists {
  let document: Document
  let scalars: [UInt32]
  private var open: [Draft] = []
  private var finished: [Draft] = []

  /// A series that is being made.
  struct Draft {
    var family: String
    var items: [DraftItem]
    var isClosed = false

    var last: DraftItem { items[items.count - 1] }

    /// Whether its numbers run on from those of another series.
    var runsOn: Bool { items[0].ordinal > 1 }
  }

  struct DraftItem {
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
    let end = bodyEnd
    return drafts.enumerated().map { index, draft in
      let next = index + 1 < drafts.count ? drafts[index + 1].items[0].marker.span.start : nil
      return list(draft, until: next ?? max(end, draft.last.marker.span.end), isWithin: next != nil)
    }
  }

  /// Where what belongs to the text ends: signatures, dates and notes of the source stand behind it.
  private var bodyEnd: Int {
    document.paragraphs.last { [.body, .heading].contains($0.role) }?.span.end ?? scalars.count
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
      guard isNext, paragraph - last.paragraph <= reach(marker, last, in: paragraph),
        marker.marker.ordinal != nil || !isLedTo(paragraph, behind: last)
      else { continue }
      while open.count > level + 1 { close() }
      open[level].items.append(DraftItem(marker: marker, ordinal: ordinal, paragraph: paragraph))
      open[level].isClosed = marker.marker.isLast
      return
    }
    if reopens(marker, in: paragraph) { return }
    guard (marker.marker.ordinal ?? 1) == 1 || runsOn(marker, in: paragraph), !marker.marker.isLast else {
      return
    }
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
    open.append(
      Draft(
        family: family,
        items: [DraftItem(marker: marker, ordinal: marker.marker.ordinal ?? 1, paragraph: paragraph)]))
  }

  /// Goes on with a series of numbered paragraphs that other series followed: those stand in its last point.
  private mutating func reopens(_ marker: PlacedMarker, in paragraph: Int) -> Bool {
    guard let ordinal = marker.marker.ordinal, ordinal > 1, opens(marker, paragraph),
      isNumbered(marker) || marker.marker.family == "ordinal"
    else { return false }
    // The series that stand beside the outermost open one, or in the point that it stands in.
    for depth in (0...open.count).reversed() {
      let place = withSeries(in: depth) { beside in
        beside.suffix(NumberedLists.between).lastIndex { $0.family == marker.marker.family }
      }
      guard let place, case let last = withSeries(in: depth, { $0[place].last }), last.ordinal + 1 == ordinal,
        opensParagraph(last), paragraph - last.paragraph <= reach(marker, last, in: paragraph)
      else { continue }
      while open.count > depth { close() }
      var draft = withSeries(in: depth) { beside in
        var draft = beside[place]
        draft.items[draft.items.count - 1].lists += beside[(place + 1)...]
        beside.removeSubrange(place...)
        return draft
      }
      draft.items.append(DraftItem(marker: marker, ordinal: ordinal, paragraph: paragraph))
      open.append(draft)
      return true
    }
    return false
  }

  /// How many series, or sections without any, may stand between two points of another.
  private static let between = 32

  /// The series that are closed in the last point of an open one, or beside all.
  private mutating func withSeries<R>(in depth: Int, _ body: (inout [Draft]) -> R) -> R {
    if depth == 0 { return body(&finished) }
    return body(&open[depth - 1].items[open[depth - 1].items.count - 1].lists)
  }

  /// Whether a number goes on from the points of the section before.
  private func runsOn(_ marker: PlacedMarker, in paragraph: Int) -> Bool {
    guard let ordinal = marker.marker.ordinal, isNumbered(marker), opens(marker, paragraph) else {
      return false
    }
    return open.contains { section in
      let before = section.items.dropLast().suffix(NumberedLists.between).last { item in
        item.lists.contains { $0.family == marker.marker.family }
      }
      let last = before?.lists.last { $0.family == marker.marker.family }?.last
      return last.map { $0.ordinal + 1 == ordinal } ?? false
    }
  }

  /// Whether a marker is a number that paragraphs are counted with.
  func isNumbered(_ marker: PlacedMarker) -> Bool {
    ["chinese", "bracketed", "arabic", "arabic-bracketed"].contains(marker.marker.family)
  }

  private func opens(_ marker: PlacedMarker, _ paragraph: Int) -> Bool {
    document.paragraphs.indices.contains(paragraph)
      && document.paragraphs[paragraph].span.start == marker.span.start
  }

  /// How many paragraphs may stand between two points. Headings gather whole sections under them.
  private func reach(_ marker: PlacedMarker, _ item: DraftItem, in paragraph: Int) -> Int {
    if isSection(item) || (isNumbered(marker) && opensParagraph(item)) { return Int.max }
    return marker.marker.family == "ordinal" && opensParagraph(item) && opens(marker, paragraph) ? 40 : 8
  }

  /// Whether the paragraph above a mark without a number leads to a new series: 必须把握以下原则。
  private func isLedTo(_ paragraph: Int, behind item: DraftItem) -> Bool {
    guard paragraph - 1 > item.paragraph, document.paragraphs.indices.contains(paragraph - 1) else {
      return false
    }
    let span = document.paragraphs[paragraph - 1].span
    guard span.count > 0 else { return false }
    if [0xFF1A, 0x3A].contains(scalars[span.end - 1]) { return true }
    let tail = scalars[max(span.start, span.end - 20)..<span.end]
    return zip(tail, tail.dropFirst()).contains { NumberedLists.leading.contains([$0, $1]) }
  }

  /// 以下 如下 下列
  private static let leading: Set<[UInt32]> = [[0x4EE5, 0x4E0B], [0x5982, 0x4E0B], [0x4E0B, 0x5217]]

  /// Whether a point's paragraph ends with a colon right above another.
  private func leads(_ item: DraftItem, to paragraph: Int) -> Bool {
    guard paragraph == item.paragraph + 1, document.paragraphs.indices.contains(item.paragraph) else {
      return false
    }
    let end = document.paragraphs[item.paragraph].span.end
    return end > 0 && (scalars[end - 1] == 0xFF1A || scalars[end - 1] == 0x3A)
  }

  /// Whether a point is a heading with a section under it.
  func isSection(_ item: DraftItem) -> Bool {
    isHeading(item.paragraph)
      || (opensParagraph(item) && ["chinese", "bracketed"].contains(item.marker.marker.family)
        && isShort(item.paragraph))
  }

  func opensParagraph(_ item: DraftItem) -> Bool {
    document.paragraphs.indices.contains(item.paragraph)
      && document.paragraphs[item.paragraph].span.start == item.marker.span.start
  }

  /// Whether a paragraph is as short as a heading: under 40 characters.
  private func isShort(_ paragraph: Int) -> Bool {
    document.paragraphs.indices.contains(paragraph) && document.paragraphs[paragraph].span.count < 40
  }

  func isHeading(_ paragraph: Int) -> Bool {
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
    return draft.items.count > 1 || draft.runsOn ? [draft] : draft.items.flatMap(\.lists)
  }
}
