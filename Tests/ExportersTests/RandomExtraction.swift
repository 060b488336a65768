import DocumentModel
import TestSupport

/// Extractions such as no extractor makes: any roles, spans that cross, lists that do and do not nest.
extension SeededGenerator {
  mutating func extraction(_ id: String) -> Extraction {
    var paragraphs: [(Paragraph.Role, String)] = []
    let roles: [Paragraph.Role] = [.body, .body, .body, .body] + Paragraph.Role.allCases
    for _ in 0..<below(9) {
      let length = below(30)
      let pieces = (0..<length).map { _ in
        pick([
          "一", "二", "是", "。", " ", "<", "&", "]]>", "\r", "\t", "\u{C}", "𠮷", "|", "‖", "_|", "A", "\u{FFFE}",
        ])
      }
      paragraphs.append((pick(roles), pieces.joined()))
    }
    var sketch = Sketch(id, pick(Document.Kind.allCases), paragraphs)
    if below(2) == 0 { sketch.document.title = "标题\u{1}<&\"" }
    if below(2) == 0 { sketch.document.signed = pick(["2023-05-19", "soon"]) }
    if below(2) == 0 { sketch.document.addressee = "同志们" }
    let whole = sketch.document.text.span
    for _ in 0..<below(12) {
      let value = value()
      sketch.mentions.append(
        Mention(
          span: span(in: whole, longest: 12), rule: pick(["a.b", "坏 rule/_", "a:b"]), value: value,
          entity: pick([nil, "infrastructure:中吉乌铁路", "infrastructure:a b/_"])))
    }
    if below(2) == 0 {
      sketch.entities = [
        Entity(
          id: "infrastructure:a b/_", type: .infrastructure, name: "a", kind: "rail way", countries: ["CN"])
      ]
    }
    sketch.lists = lists(in: whole, sketch.document, depth: 0)
    return sketch.extraction
  }

  mutating func span(in whole: Span, longest: Int) -> Span {
    let start = whole.start + below(whole.count + 1)
    return Span(start, min(whole.end, start + below(longest)))
  }

  /// Lists that mostly nest; some begin paragraphs, some do not, a few are broken.
  private mutating func lists(in whole: Span, _ document: Document, depth: Int) -> [NumberedList] {
    guard depth < 3, whole.count > 6 else { return [] }
    var cuts = Set((0..<below(7)).map { _ in whole.start + below(whole.count) })
    if below(2) == 0 {
      cuts = Set(document.paragraphs.map(\.span.start).filter { whole.start <= $0 && $0 < whole.end })
    }
    var points = cuts.sorted()
    if below(20) == 0 { points.shuffle(using: &self) }
    guard points.count > 1 else { return [] }
    var items: [NumberedList.Item] = []
    for (index, start) in points.enumerated() where index + 1 < points.count || below(2) == 0 {
      let end = index + 1 < points.count ? points[index + 1] : whole.end
      let span = Span(start, max(start, end - below(3)))
      let marker = Span(start, min(span.end, start + 1 + below(2)))
      let title = Span(marker.end, min(span.end, marker.end + below(5)))
      items.append(
        NumberedList.Item(
          ordinal: index + 1, marker: marker, title: title, span: span,
          lists: lists(in: Span(marker.end, max(marker.end, span.end)), document, depth: depth + 1),
          rule: "list.a"))
    }
    guard let first = items.first, let last = items.last else { return [] }
    let lead = below(2) == 0 ? span(in: document.text.span, longest: 20) : nil
    let list = NumberedList(
      lead: lead, announced: lead == nil ? nil : below(9), span: Span(first.span.start, last.span.end),
      items: items)
    // A list that does not nest with its neighbour, now and then.
    return below(10) == 0 ? [list, list] : [list]
  }

  mutating func value() -> Value {
    switch below(3) {
    case 0: .temporal(temporal())
    case 1: .quantity(quantity())
    default:
      .infrastructure(
        Infrastructure(name: pick(["中吉乌铁路", "a\u{C}b", ""]), kind: pick(["railway", "", "a b", "火车"])))
    }
  }

  mutating func temporal() -> TemporalExpression {
    let values = [
      "2013", "2023-05", "2023-05-17", "2023-02-30", "2024-02-29", "2023-13", "0000", "-0077", "12023",
      "2023-05-17T09:00", "2023-05-17T09:00:30", "2023-05-17T24:00", "2023-05-16TAF", "T09:00", "2021/2025",
      "2013/..", "../2013", "../..", "2023-Q1/2023-Q3", "-0201/0220", "0618/0907", "199X", "2023-H2",
      "2023-W20", "PAST_REF", "P10Y", "P1Y6M", "P2W", "P0.5Y", "PXY", "PT90S", "PT", "P", "P1DT",
      "XXXX-WXX-1",
      "", "a b", "2023-05-17T09:00/2023-05-17T11:00", "P99999999999Y", "P1M1Y", "2023-5-1",
    ]
    var time = TemporalExpression(
      pick(TemporalExpression.Kind.allCases), pick(values),
      modifier: pick([nil, nil] + TemporalExpression.Modifier.allCases))
    if below(2) == 0 { time.interval = .init(start: pick([nil] + values), end: pick([nil] + values)) }
    if below(3) == 0 { time.anchor = .init(date: pick(values), origin: pick([.document, .context])) }
    return time
  }

  mutating func quantity() -> Quantity {
    let number = { (generator: inout SeededGenerator) in
      DecimalNumber(
        Int128(Int64(bitPattern: generator.next()) % generator.pick([10, 10_000, .max])),
        exponent: generator.below(100) - 50)
    }
    let amount: Quantity.Amount =
      below(2) == 0 ? .exactly(number(&self)) : .between(number(&self), number(&self))
    var quantity = Quantity(
      pick(Quantity.Kind.allCases), amount,
      unit: pick([nil, "CNY", "km/h", "%", "人次", "", "a b", "\u{1}", "m2"]),
      modifier: pick([nil] + Quantity.Modifier.allCases),
      fraction: pick([nil, "2/3", "x/3", "1/2/3", "/", "２/３"]))
    if below(2) == 0 {
      quantity.measured = Measured(
        of: pick([nil, "出口", "a <b>", "\u{C}"]), change: pick([nil] + Measured.Change.allCases),
        basis: pick([nil, "同比", "按可比价格 比上年", "<&>"]), from: pick([nil, 0, 2, 99]), period: pick([nil, 0, 1]))
    }
    return quantity
  }
}
