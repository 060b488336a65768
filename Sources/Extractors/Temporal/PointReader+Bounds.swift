import DocumentModel
import RuleEngine
import TextProcessing

/// Points of the calendar with a bound.
extension PointReader {
  /// A point with a bound: 2013年以来, 2030年前, 今年以后, 5月1日或之前.
  func open(_ match: Match, _ context: Context) -> [Finding] {
    guard let bound = match["bound"].flatMap({ bounds.entry($0)?.columns.first }), !begins(match) else {
      return []
    }
    return bounded(match, context, by: bound)
  }

  /// Whether the 起 of a bound begins a word: 6日起草, 今年起步.
  private func begins(_ match: Match) -> Bool {
    guard match.text.units[match.range].last == 0x8D77 else { return false }
    // 草 诉 飞 航 步 落 价 源 伏 火 码 跑
    return [
      0x8349, 0x8BC9, 0x98DE, 0x822A, 0x6B65, 0x843D, 0x4EF7, 0x6E90, 0x4F0F, 0x706B, 0x7801, 0x8DD1,
    ].contains(match.unit(at: match.range.upperBound))
  }

  /// From a point on: 从今年开始.
  func since(_ match: Match, _ context: Context) -> [Finding] {
    bounded(match, context, by: "since")
  }

  /// Up to a point that lies ahead: 到2035年. What lies behind was reached, and is a point: 到1957年底.
  func deadline(_ match: Match, _ context: Context) -> [Finding] {
    guard let units = match["point"], let point = parser.parse(units), !point.isFeastMarked,
      let last = resolver(match, context).resolve(point)?.last,
      isAhead(last, of: TimeAnchor(context, match.range))
    else { return [] }
    return bounded(match, context, by: "until")
  }

  private func isAhead(_ day: CivilDate, of anchor: TimeAnchor) -> Bool {
    anchor.document.map { day > $0 } ?? anchor.documentYear.map { day.year >= $0 } ?? true
  }

  private func bounded(_ match: Match, _ context: Context, by bound: String) -> [Finding] {
    guard let units = match["point"], let point = parser.parse(units),
      !point.isFeastMarked || point.year != nil, let resolved = resolver(match, context).resolve(point)
    else { return [] }
    var expression = resolved.expression
    switch bound {
    case "since":
      let start = resolved.value.contains("/") ? resolved.first.map(ISO8601.day) : nil
      expression.value = (start ?? resolved.value) + "/.."
      let isPast =
        Self.endsNow(match)
        && resolved.first.map { !isAhead($0, of: TimeAnchor(context, match.range)) } ?? false
      expression.interval = resolved.interval.map {
        .init(start: $0.start, end: isPast ? now(match, context) : nil)
      }
    case "until":
      let end = resolved.value.lastIndex(of: "/").map { resolved.value[resolved.value.index(after: $0)...] }
      expression.value = "../" + (end ?? resolved.value[...])
      expression.interval = resolved.interval.map { .init(start: nil, end: $0.end) }
    case "before":
      expression.modifier = .before
      if point.edge == .end, let last = resolved.last {
        // 年底前: until the last day of the year.
        expression.value = ISO8601.day(last)
        expression.interval = .init(
          start: isAhead(last, of: TimeAnchor(context, match.range)) ? now(match, context) : nil,
          end: expression.value)
      } else {
        expression.interval = resolved.before.map { .init(start: nil, end: $0) }
      }
    case "after":
      expression.modifier = .after
      expression.interval = resolved.interval.map { .init(start: $0.start, end: nil) }
    default: return []
    }
    return found(match, expression)
  }

  /// Whether a bound goes on until now: 起, 至今, 到现在, 到目前.
  private static func endsNow(_ match: Match) -> Bool {
    guard let last = match["bound"]?.last else { return false }
    return [0x8D77, 0x4ECA, 0x5728, 0x524D].contains(last)  // 起 今 在 前
  }

  /// The instant that a query is asked at: where 年底前 begins, and where 去年至今 ends.
  private func now(_ match: Match, _ context: Context) -> String? {
    let anchor = TimeAnchor(context, match.range)
    guard anchor.isAlone, anchor.knowsHour, let second = anchor.documentSecond, let today = anchor.document
    else { return nil }
    return ResolvedTime.Instant(today, second: second, hasSeconds: anchor.documentHasSeconds).description
  }
}
