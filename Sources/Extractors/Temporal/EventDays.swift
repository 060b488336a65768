import DocumentModel

/// How a time is counted from an event.
enum PeriodBound: String, Sendable {
  case since, after, before, around, during, start
}

/// The days of an event, as a table gives them in EDTF: `1949-10-01`, `1997-07`, `2017-10-18/2017-10-24`.
struct EventDays: Sendable {
  /// When it began, as far down as is known.
  let start: String

  /// When it ended; the same as the start for what happened at once.
  let end: String

  /// The first and the last day.
  let firstDay: String
  let lastDay: String

  /// The year it began in.
  let year: Int

  /// Whether it lasted.
  var isSpan: Bool { start != end }

  /// Whether times since it are counted from its end: 二战以来.
  var isCountedFromEnd = false

  /// Reads a date or two of them; nil when they are none.
  init?(_ value: String) {
    let ends = value.split(separator: "/").map(String.init)
    guard let start = ends.first, let end = ends.last, ends.count <= 2,
      let first = Self.days(start), let last = Self.days(end), first.first <= last.last
    else { return nil }
    (self.start, self.end) = (start, end)
    year = first.first.year
    firstDay = ISO8601.day(first.first)
    lastDay = ISO8601.day(last.last)
  }

  /// The days of its end alone: 冷战结束后, 党的十九大闭幕以来.
  var ending: EventDays { EventDays(end) ?? self }

  /// The first and the last day of `1949`, `1949-10` or `1949-10-01`.
  private static func days(_ date: String) -> (first: CivilDate, last: CivilDate)? {
    let parts = date.split(separator: "-").map { Int($0) }
    guard let year = parts.first ?? nil, (1...3).contains(parts.count), !parts.contains(nil) else {
      return nil
    }
    let month = parts.count > 1 ? parts[1] : nil
    let day = parts.count > 2 ? parts[2] : nil
    guard let first = CivilDate(year, month ?? 1, day ?? 1),
      let last = CivilDate(year, month ?? 12, day ?? CivilDate.days(in: month ?? 12, of: year))
    else { return nil }
    return (first, last)
  }

  /// The time so bounded; nil when the event has none of that sort (改革开放 is no time that ended).
  func expression(_ bound: PeriodBound) -> TemporalExpression? {
    switch bound {
    case .since where isCountedFromEnd:
      TemporalExpression(.date, end + "/..", interval: .init(start: lastDay, end: nil))
    case .since:
      TemporalExpression(.date, start + "/..", interval: .init(start: firstDay, end: nil))
    case .after:
      TemporalExpression(
        .date, end, modifier: .after, interval: .init(start: isSpan ? lastDay : firstDay, end: nil))
    case .before:
      TemporalExpression(
        .date, start, modifier: .before,
        interval: .init(
          start: nil, end: CivilDate(firstDay).map { ISO8601.day($0.adding(days: -1)) }))
    case .around: TemporalExpression(.date, start, modifier: .approx)
    case .during:
      isSpan
        ? TemporalExpression(.date, start + "/" + end, interval: .init(start: firstDay, end: lastDay)) : nil
    case .start:
      TemporalExpression(
        .date, start + "/" + (isSpan ? end : ".."), modifier: .start,
        interval: .init(start: firstDay, end: isSpan ? lastDay : nil))
    }
  }
}

extension TemporalExpression {
  /// A whole year.
  static func year(_ year: Int) -> TemporalExpression {
    TemporalExpression(.date, ISO8601.year(year), interval: .years(year...year))
  }

  /// Years from the first to the last: `-0201/0220`.
  static func years(_ years: ClosedRange<Int>, modifier: Modifier? = nil) -> TemporalExpression {
    TemporalExpression(
      .date, ISO8601.year(years.lowerBound) + "/" + ISO8601.year(years.upperBound), modifier: modifier,
      interval: .years(years))
  }
}

extension TemporalExpression.Interval {
  /// From the first day of the first year to the last of the last; nil when the calendar has no such years.
  static func years(_ years: ClosedRange<Int>) -> TemporalExpression.Interval? {
    guard let first = CivilDate(years.lowerBound, 1, 1), let last = CivilDate(years.upperBound, 12, 31) else {
      return nil
    }
    return TemporalExpression.Interval(start: ISO8601.day(first), end: ISO8601.day(last))
  }
}
