import DocumentModel

/// A time that is resolved: its value, and its first and last day or instant where they are known.
struct ResolvedTime {
  var value: String
  var isTime = false
  var first: CivilDate?
  var last: CivilDate?
  /// The first and the last instant of a time of day; the last is the last minute or second that it holds.
  var instants: ClosedRange<Instant>?
  var modifier: TemporalExpression.Modifier?
  var anchor: TemporalExpression.Anchor?

  /// A second of a day, with the grain that it was named by.
  struct Instant: Hashable, Comparable {
    var day: CivilDate
    var second: Int
    var hasSeconds = false

    /// Creates the instant so many seconds after the midnight that a day begins with.
    init(_ day: CivilDate, second: Int, hasSeconds: Bool = false) {
      let days = (second >= 0 ? second : second - 86_399) / 86_400
      self.day = days == 0 ? day : day.adding(days: days)
      self.second = second - days * 86_400
      self.hasSeconds = hasSeconds
    }

    /// `2023-05-17T09:00`, with seconds where it was named by them.
    var description: String { ISO8601.day(day) + "T" + ISO8601.clock(second, hasSeconds: hasSeconds) }

    static func < (a: Instant, b: Instant) -> Bool { (a.day, a.second) < (b.day, b.second) }
  }

  /// A whole day.
  static func day(_ date: CivilDate) -> ResolvedTime {
    ResolvedTime(value: ISO8601.day(date), first: date, last: date)
  }

  /// A whole month.
  static func month(_ year: Int, _ month: Int) -> ResolvedTime {
    ResolvedTime(
      value: ISO8601.month(year, month), first: CivilDate(year, month, 1),
      last: CivilDate(year, month, CivilDate.days(in: month, of: year)))
  }

  /// A whole year.
  static func year(_ year: Int) -> ResolvedTime {
    ResolvedTime(value: ISO8601.year(year), first: CivilDate(year, 1, 1), last: CivilDate(year, 12, 31))
  }

  /// The stretch from one day to another.
  static func days(_ first: CivilDate, _ last: CivilDate) -> ResolvedTime {
    first == last
      ? .day(first)
      : ResolvedTime(value: ISO8601.day(first) + "/" + ISO8601.day(last), first: first, last: last)
  }

  /// The year and the month of a month that is counted from year 0; negative before it.
  static func yearAndMonth(_ months: Int) -> (Int, Int) {
    let year = months >= 0 ? months / 12 : (months - 11) / 12
    return (year, months - year * 12 + 1)
  }

  /// The stretch from one month to another, counted from year 0.
  static func months(_ first: Int, _ last: Int) -> ResolvedTime {
    let (a, b) = (yearAndMonth(first), yearAndMonth(last))
    var resolved = month(a.0, a.1)
    guard first != last else { return resolved }
    resolved.value += "/" + ISO8601.month(b.0, b.1)
    resolved.last = CivilDate(b.0, b.1, CivilDate.days(in: b.1, of: b.0))
    return resolved
  }

  /// The first and the last day or instant.
  var interval: TemporalExpression.Interval? {
    if let instants {
      return .init(start: instants.lowerBound.description, end: instants.upperBound.description)
    }
    guard let first, let last else { return nil }
    // A whole day is its own first and last.
    if first == last, value.utf8.count == 10 { return .init(start: value, end: value) }
    return .init(start: ISO8601.day(first), end: ISO8601.day(last))
  }

  /// The value as an expression of its own.
  var expression: TemporalExpression {
    TemporalExpression(isTime ? .time : .date, value, modifier: modifier, interval: interval, anchor: anchor)
  }

  /// The day or minute before it begins, where a bound leaves the time itself out: 2030年前.
  var before: String? {
    if let start = instants?.lowerBound {
      return Instant(
        start.day, second: start.second - (start.hasSeconds ? 1 : 60), hasSeconds: start.hasSeconds
      )
      .description
    }
    return first.map { ISO8601.day($0.adding(days: -1)) }
  }

  /// Takes the end of it that is meant: 年初 is January and February, 月底 from the 25th on, 年代末 its last three years.
  mutating func narrow(to edge: TemporalExpression.Modifier) {
    modifier = edge
    guard let first, let last, first.year > 0, last.year < 10_000,
      edge == .start || edge == .mid || edge == .end
    else { return }
    let months = (last.year - first.year) * 12 + last.month - first.month + 1
    let days: ClosedRange<CivilDate>? =
      switch months {
      case 1200: Self.years(first.year, edge, [0...19, 40...59, 80...99])
      case 120: Self.years(first.year, edge, [0...2, 3...6, 7...9])
      case 12: Self.months(first, edge, [0...1, 5...6, 10...11])
      case 3: Self.months(first, edge, [0...0, 1...1, 2...2])
      case 1 where first.day == 1 && last.day == CivilDate.days(in: last.month, of: last.year):
        switch edge {
        case .start: first...first.adding(days: 4)
        case .mid: first.adding(days: 9)...first.adding(days: 19)
        default: first.adding(days: 24)...last
        }
      default: nil
      }
    guard let days else { return }
    (self.first, self.last) = (days.lowerBound, days.upperBound)
  }

  private static func part(_ edge: TemporalExpression.Modifier, _ parts: [ClosedRange<Int>]) -> ClosedRange<
    Int
  > {
    edge == .start ? parts[0] : edge == .mid ? parts[1] : parts[2]
  }

  private static func years(_ year: Int, _ edge: TemporalExpression.Modifier, _ parts: [ClosedRange<Int>])
    -> ClosedRange<CivilDate>?
  {
    let part = part(edge, parts)
    guard let first = CivilDate(year + part.lowerBound, 1, 1),
      let last = CivilDate(year + part.upperBound, 12, 31)
    else { return nil }
    return first...last
  }

  private static func months(
    _ first: CivilDate, _ edge: TemporalExpression.Modifier, _ parts: [ClosedRange<Int>]
  )
    -> ClosedRange<CivilDate>?
  {
    let part = part(edge, parts)
    let end = CivilDate.days(in: first.month + part.upperBound, of: first.year)
    guard let low = CivilDate(first.year, first.month + part.lowerBound, 1),
      let high = CivilDate(first.year, first.month + part.upperBound, end)
    else { return nil }
    return low...high
  }
}
