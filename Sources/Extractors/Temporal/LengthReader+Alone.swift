import DocumentModel
import RuleEngine
import TextProcessing

/// Lengths that are the whole text. Such a text is a query, which asks for the days or hours that it spans rather
/// than for how long they are.
extension LengthReader {
  // MARK: Units beside the document's

  /// The units before or behind the one of the document: 前两年, 上三周, 后五天, 三天之后.
  func neighbours(_ match: Match, _ context: Context) -> [Finding] {
    guard let text = match["length"], let length = parser.parse(text), length.parts.count == 1,
      let part = length.parts.first, part.high == nil, let count = part.low.integer,
      (1...10_000).contains(count),
      let side = (match["bound"] ?? match.text.units[match.range]).first
    else { return [] }
    let isAhead = side == 0x540E || side == 0x4E0B  // 后 下
    let anchor = TimeAnchor(context, match.range)
    guard !match.has("bound") || anchor.knowsHour else { return [] }
    guard var resolved = stretch(anchor, part.unit, count, isAhead) else { return [] }
    resolved.anchor = anchor.documentDate.map { .init(date: $0, origin: .document) }
    return found(match, resolved.expression)
  }

  private func stretch(_ anchor: TimeAnchor, _ unit: Length.Unit, _ count: Int, _ isAhead: Bool)
    -> ResolvedTime?
  {
    let (low, high) = isAhead ? (1, count) : (-count, -1)
    switch unit {
    case .year:
      guard let year = anchor.documentYear else { return nil }
      var resolved = ResolvedTime.year(year + low)
      if low != high {
        resolved.value += "/" + ISO8601.year(year + high)
        resolved.last = ResolvedTime.year(year + high).last
      }
      return resolved
    case .month:
      guard let year = anchor.documentYear, let month = anchor.documentMonth else { return nil }
      let base = year * 12 + month - 1
      return .months(base + low, base + high)
    case .week:
      guard let day = anchor.document else { return nil }
      let monday = day.adding(days: 1 - day.weekday)
      return .days(monday.adding(days: 7 * low), monday.adding(days: 7 * high + 6))
    case .day:
      return anchor.document.map { .days($0.adding(days: low), $0.adding(days: high)) }
    case .hour, .minute, .second:
      guard let day = anchor.document, let second = anchor.documentSecond else { return nil }
      let width = unit == .hour ? 3_600 : unit == .minute ? 60 : 1
      let now = second / width * width
      let start = ResolvedTime.Instant(
        day, second: now + (isAhead ? width : -count * width), hasSeconds: true)
      let end = ResolvedTime.Instant(
        day, second: now + (isAhead ? (count + 1) * width : 0) - 1, hasSeconds: true)
      return ResolvedTime(
        value: start.description + "/" + end.description, isTime: true, first: start.day, last: end.day,
        instants: start...end)
    }
  }

  // MARK: Up to now and from now on

  /// The time from now on or up to now: 未来2个月, 近三个月, 还剩3小时, 上个小时, 17天内.
  func window(_ match: Match, _ context: Context) -> [Finding] {
    guard let text = match["length"] ?? match["unit"].map(LengthReader.one),
      let length = parser.parse(text), let total = length.total
    else { return [] }
    let anchor = TimeAnchor(context, match.range)
    let isAhead =
      match["side"].flatMap { side in
        (directions.entry(side) ?? queryDirections.entry(side))?.columns.first
      }?.hasPrefix("behind") != true
    // Where there is only a date, 未来三年 is how long, and 三天内 until when.
    let second = anchor.knowsHour ? anchor.documentSecond : nil
    guard let day = anchor.document, second != nil || (!match.has("side") && total.months == 0),
      let interval = Self.window(total, of: (day, second, anchor.documentHasSeconds), isAhead: isAhead),
      let start = interval.start, let end = interval.end
    else { return [] }
    let isTime = start.contains("T") && end.contains("T")
    return found(
      match,
      TemporalExpression(
        isTime ? .time : .date, start + "/" + end, interval: interval,
        anchor: .init(date: ISO8601.day(day), origin: .document)))
  }

  /// From now on or up to now, by the day where months are counted, or else by the instant where it is known.
  private static func window(
    _ total: (months: Int, days: Int, seconds: Int), of now: (day: CivilDate, second: Int?, hasSeconds: Bool),
    isAhead: Bool
  ) -> TemporalExpression.Interval? {
    let sign = isAhead ? 1 : -1
    guard total.months < 12_000, total.days < 366_000, total.seconds < 1_000_000_000,
      let day = now.day.adding(months: sign * total.months)?.adding(days: sign * total.days),
      (1...9_999).contains(day.year)
    else { return nil }
    guard let second = now.second else {
      guard total.seconds == 0 else { return nil }
      return .init(start: ISO8601.day(now.day), end: ISO8601.day(day))
    }
    let isCounted = total.months == 0
    let hasSeconds = now.hasSeconds || total.seconds % 60 != 0
    func instant(_ day: CivilDate, _ second: Int) -> String {
      ResolvedTime.Instant(day, second: second, hasSeconds: hasSeconds).description
    }
    let here = instant(now.day, second)
    if isAhead {
      let last = second + total.seconds - (hasSeconds ? 1 : 60)
      return .init(start: here, end: isCounted ? instant(day, last) : ISO8601.day(day.adding(days: -1)))
    }
    return .init(
      start: isCounted ? instant(day, second - total.seconds) : ISO8601.day(day),
      end: hasSeconds ? instant(now.day, second - 1) : here)
  }

  /// From so long after the document on, or until so long before it: 20天以后, 过两天, 92分钟以前.
  func onward(_ match: Match, _ context: Context) -> [Finding] {
    guard let text = match["length"], let length = parser.parse(text), !length.isMore, !length.isAtLeast,
      let total = length.total
    else { return [] }
    let isBefore = match["bound"]?.last == 0x524D  // 前
    let anchor = TimeAnchor(context, match.range)
    // 之前 and 之后 are of a point where the hour is not known.
    guard match["bound"]?.first != 0x4E4B || anchor.knowsHour,
      let point = shifted(anchor, total, isBefore ? -1 : 1, length.grain), let first = point.first,
      (1...9_999).contains(first.year)
    else { return [] }
    var expression = point.expression
    expression.value = isBefore ? "../" + point.value : point.value + "/.."
    expression.interval =
      isBefore ? .init(start: nil, end: point.before) : .init(start: point.interval?.start, end: nil)
    expression.anchor = anchor.documentDate.map { .init(date: $0, origin: .document) }
    return found(match, expression)
  }
}
