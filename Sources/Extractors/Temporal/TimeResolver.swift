import DocumentModel

/// Turns the parts of a time into its value, counting relative parts from an anchor.
struct TimeResolver {
  let anchor: TimeAnchor

  /// A time that is resolved: its value and its first and last day, where they are known.
  struct Resolved {
    var value: String
    var isTime = false
    var first: CivilDate?
    var last: CivilDate?
    /// The instant, for clock times.
    var instant: String?
    var modifier: TemporalExpression.Modifier?
    var anchor: TemporalExpression.Anchor?

    /// The first and the last day or instant.
    var interval: TemporalExpression.Interval? {
      if let instant { return .init(start: instant, end: instant) }
      guard let first, let last else { return nil }
      // A whole day is its own first and last.
      if first == last, value.utf8.count == 10 { return .init(start: value, end: value) }
      return .init(start: ISO8601.day(first), end: ISO8601.day(last))
    }

    /// The value as an expression of its own.
    var expression: TemporalExpression {
      TemporalExpression(
        isTime ? .time : .date, value, modifier: modifier, interval: interval, anchor: anchor)
    }
  }

  /// A time farther ahead of the document than this is taken for that of the year before.
  private static let farAhead = 183

  /// Resolves a point; nil when its parts name no day of the calendar.
  func resolve(_ point: TimePoint) -> Resolved? {
    var used: TemporalExpression.Anchor.Origin?
    if point.century != nil || point.decade != nil, point.year == nil { return decade(point) }
    let year = year(of: point, &used)
    guard var resolved = date(point, year: year, &used) else { return nil }
    resolved.modifier = point.edge
    if let origin = used {
      resolved.anchor = anchorDate(origin)
      if origin == .context, case .context = point.day, let day = anchor.spokenDay {
        resolved.anchor = .init(date: ISO8601.day(day), origin: .context)
      }
    }
    if point.hasTime {
      guard let time = time(of: point) else { return nil }
      resolved.isTime = true
      resolved.value += "T" + time
      if point.hour != nil, let first = resolved.first { resolved.instant = ISO8601.day(first) + "T" + time }
    }
    return resolved
  }

  private func anchorDate(_ origin: TemporalExpression.Anchor.Origin) -> TemporalExpression.Anchor? {
    switch origin {
    case .document:
      let date = anchor.document.map(ISO8601.day) ?? anchor.documentYear.map(ISO8601.year)
      return date.map { .init(date: $0, origin: .document) }
    case .context:
      guard let spoken = anchor.spoken else { return nil }
      guard let month = spoken.month else { return .init(date: ISO8601.year(spoken.year), origin: .context) }
      let date = spoken.date.map(ISO8601.day) ?? ISO8601.month(spoken.year, month)
      return .init(date: date, origin: .context)
    }
  }

  // MARK: Years

  private func year(of point: TimePoint, _ used: inout TemporalExpression.Anchor.Origin?) -> Int? {
    switch point.year {
    case .absolute(let year): return year
    case .document(let offset):
      used = .document
      return anchor.documentYear.map { $0 + offset }
    case .context(let offset):
      // Without one spoken of nearby, the year that the document is about.
      let spoken = anchor.spoken.flatMap { $0.isSameParagraph ? $0 : nil }
      used = spoken == nil ? .document : .context
      return (spoken?.year ?? anchor.documentYear).map { $0 + offset }
    case nil: return nil
    }
  }

  /// The year of a part that comes once a year: that spoken of in the sentence, or else the nearest.
  private func impliedYear(month: Int, _ used: inout TemporalExpression.Anchor.Origin?) -> Int? {
    if let spoken = anchor.spoken, spoken.isSameSentence, spoken.year != anchor.documentYear {
      used = .context
      return spoken.year
    }
    used = .document
    guard let document = anchor.document else { return anchor.documentYear }
    guard let start = CivilDate(document.year, month, 1) else { return document.year }
    return start.ordinal - document.ordinal > Self.farAhead ? document.year - 1 : document.year
  }

  private func decade(_ point: TimePoint) -> Resolved? {
    var used: TemporalExpression.Anchor.Origin?
    let century: Int
    switch point.century {
    case .absolute(let number): century = number
    case .document(let offset):
      guard let year = anchor.documentYear else { return nil }
      used = .document
      century = year / 100 + 1 + offset
    case .context, nil:
      // 90年代 alone: of the century that a document of our time looks back on.
      guard let low = point.decade?.lowerBound else { return nil }
      used = .document
      guard let year = anchor.documentYear else { return nil }
      century = year / 100 + (year % 100 >= low * 10 ? 1 : 0)
    }
    let base = (century - 1) * 100
    var resolved: Resolved
    if let decade = point.decade {
      let low = String(base / 100) + String(decade.lowerBound) + "X"
      let high = String(base / 100) + String(decade.upperBound) + "X"
      resolved = Resolved(value: low == high ? low : low + "/" + high)
      resolved.first = CivilDate(base + decade.lowerBound * 10, 1, 1)
      resolved.last = CivilDate(base + decade.upperBound * 10 + 9, 12, 31)
    } else {
      resolved = Resolved(value: ISO8601.padded(base / 100, to: 2) + "XX")
      resolved.first = CivilDate(base, 1, 1)
      resolved.last = CivilDate(base + 99, 12, 31)
    }
    resolved.modifier = point.edge
    if let used { resolved.anchor = anchorDate(used) }
    return resolved
  }

  // MARK: Dates

  private func date(_ point: TimePoint, year: Int?, _ used: inout TemporalExpression.Anchor.Origin?)
    -> Resolved?
  {
    if point.day != nil || point.weekday != nil || point.week != nil { return day(point, year: year, &used) }
    if point.month != nil { return month(point, year: year, &used) }
    if let half = point.half {
      let year = year ?? impliedYear(month: half == 1 ? 1 : 7, &used)
      return period(year, "H\(half)", months: half == 1 ? 1...6 : 7...12)
    }
    if let quarters = point.quarters {
      let year = year ?? impliedYear(month: quarters.lowerBound * 3 - 2, &used)
      let low = period(
        year, "Q\(quarters.lowerBound)", months: (quarters.lowerBound * 3 - 2)...(quarters.lowerBound * 3))
      guard quarters.count > 1 else { return low }
      let high = period(
        year, "Q\(quarters.upperBound)", months: (quarters.upperBound * 3 - 2)...(quarters.upperBound * 3))
      var both = low
      both.value += "/" + high.value
      both.last = high.last
      return both
    }
    if let season = point.season { return self.season(season, year, &used) }
    if point.hasTime, year == nil { return implicitDay(&used) }
    guard let year = year ?? (point.edge == nil ? nil : implied(&used)) else {
      return point.year == nil && point.edge == nil ? nil : Resolved(value: "XXXX")
    }
    var resolved = Resolved(value: ISO8601.year(year))
    resolved.first = CivilDate(year, 1, 1)
    resolved.last = CivilDate(year, 12, 31)
    return resolved
  }

  private func implied(_ used: inout TemporalExpression.Anchor.Origin?) -> Int? {
    if let spoken = anchor.spoken, spoken.isSameSentence {
      used = .context
      return spoken.year
    }
    used = .document
    return anchor.documentYear
  }

  /// The day of a time of day that names none.
  private func implicitDay(_ used: inout TemporalExpression.Anchor.Origin?) -> Resolved? {
    if let spoken = anchor.spoken, spoken.isSameParagraph, let date = spoken.date {
      used = .context
      return whole(date)
    }
    guard let date = anchor.document else { return Resolved(value: "XXXX-XX-XX") }
    used = .document
    return whole(date)
  }

  private func whole(_ date: CivilDate) -> Resolved {
    Resolved(value: ISO8601.day(date), first: date, last: date)
  }

  private func period(_ year: Int?, _ name: String, months: ClosedRange<Int>) -> Resolved {
    guard let year else { return Resolved(value: "XXXX-" + name) }
    var resolved = Resolved(value: ISO8601.year(year) + "-" + name)
    resolved.first = CivilDate(year, months.lowerBound, 1)
    resolved.last = CivilDate(year, months.upperBound, CivilDate.days(in: months.upperBound, of: year))
    return resolved
  }

  private func season(_ season: String, _ year: Int?, _ used: inout TemporalExpression.Anchor.Origin?)
    -> Resolved
  {
    let month = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][season] ?? 3
    guard let year = year ?? impliedYear(month: month, &used) else {
      return Resolved(value: "XXXX-" + season)
    }
    var resolved = Resolved(value: ISO8601.year(year) + "-" + season)
    resolved.first = CivilDate(year, month, 1)
    let end = month == 12 ? (year + 1, 2) : (year, month + 2)
    resolved.last = CivilDate(end.0, end.1, CivilDate.days(in: end.1, of: end.0))
    return resolved
  }

  private func month(_ point: TimePoint, year: Int?, _ used: inout TemporalExpression.Anchor.Origin?)
    -> Resolved?
  {
    guard let (year, month) = yearAndMonth(point, year: year, &used) else { return nil }
    guard let year else { return Resolved(value: "XXXX-" + ISO8601.padded(month, to: 2)) }
    let end = CivilDate.days(in: month, of: year)
    if let third = point.third {
      guard let first = CivilDate(year, month, third * 10 - 9),
        let last = CivilDate(year, month, third == 3 ? end : third * 10)
      else { return nil }
      return Resolved(value: ISO8601.day(first) + "/" + ISO8601.day(last), first: first, last: last)
    }
    var resolved = Resolved(value: ISO8601.month(year, month))
    resolved.first = CivilDate(year, month, 1)
    resolved.last = CivilDate(year, month, end)
    return resolved
  }

  private func yearAndMonth(_ point: TimePoint, year: Int?, _ used: inout TemporalExpression.Anchor.Origin?)
    -> (Int?, Int)?
  {
    switch point.month {
    case .absolute(let month): return (year ?? impliedYear(month: month, &used), month)
    case .document(let offset):
      used = .document
      guard let document = anchor.document else { return nil }
      let months = document.year * 12 + document.month - 1 + offset
      return (months / 12, months % 12 + 1)
    case .context(let offset):
      let spoken = anchor.spoken
      guard let base = spoken?.year ?? anchor.documentYear,
        let month = spoken?.month ?? anchor.document?.month
      else { return nil }
      used = spoken?.month == nil ? .document : .context
      let months = base * 12 + month - 1 + offset
      return (months / 12, months % 12 + 1)
    case nil: return nil
    }
  }

  private func day(_ point: TimePoint, year: Int?, _ used: inout TemporalExpression.Anchor.Origin?)
    -> Resolved?
  {
    switch point.day {
    case .document(let offset):
      used = .document
      guard let document = anchor.document else {
        return Resolved(value: offset == 0 ? "PRESENT_REF" : "XXXX-XX-XX")
      }
      return whole(document.adding(days: offset))
    case .context(let offset):
      used = anchor.spokenDay == nil ? .document : .context
      guard let date = anchor.spokenDay ?? anchor.document else { return Resolved(value: "XXXX-XX-XX") }
      return whole(date.adding(days: offset))
    case .absolute(let day):
      if point.month != nil {
        guard let (year, month) = yearAndMonth(point, year: year, &used) else { return nil }
        guard let year else {
          return day <= CivilDate.days(in: month, of: 2000)
            ? Resolved(value: "XXXX-" + ISO8601.padded(month, to: 2) + "-" + ISO8601.padded(day, to: 2)) : nil
        }
        return CivilDate(year, month, day).map(whole)
      }
      return bareDay(day, &used)
    case nil: return week(point, &used)
    }
  }

  /// A day without a month: of the month spoken of in the paragraph, or else the nearest to the document.
  private func bareDay(_ day: Int, _ used: inout TemporalExpression.Anchor.Origin?) -> Resolved? {
    if let spoken = anchor.spoken, spoken.isSameParagraph, let month = spoken.month,
      let date = CivilDate(spoken.year, month, day)
    {
      used = .context
      return whole(date)
    }
    guard let document = anchor.document else {
      return Resolved(value: "XXXX-XX-" + ISO8601.padded(day, to: 2))
    }
    used = .document
    let before = document.month == 1 ? (document.year - 1, 12) : (document.year, document.month - 1)
    if let date = CivilDate(document.year, document.month, day), day - document.day <= 15 {
      return whole(date)
    }
    return (CivilDate(before.0, before.1, day) ?? CivilDate(document.year, document.month, day)).map(whole)
  }

  private func week(_ point: TimePoint, _ used: inout TemporalExpression.Anchor.Origin?) -> Resolved? {
    guard let document = anchor.document else {
      return Resolved(value: point.weekday.map { "XXXX-WXX-\($0)" } ?? "XXXX-WXX")
    }
    used = .document
    let monday = document.adding(days: 1 - document.weekday + 7 * (point.week ?? 0))
    if let weekday = point.weekday { return whole(monday.adding(days: weekday - 1)) }
    let (year, number) = monday.week
    var resolved = Resolved(value: ISO8601.year(year) + "-W" + ISO8601.padded(number, to: 2))
    resolved.first = monday
    resolved.last = monday.adding(days: 6)
    return resolved
  }

  // MARK: Times

  /// A clock time within a part of the day that was named apart from it: 9:30 in the evening is 21:30.
  static func clock(_ time: String, in part: String?) -> String {
    guard let part, let hour = Int(time.prefix(2)), hour < 12, ["AF", "EV", "NI"].contains(part) else {
      return time
    }
    return ISO8601.padded(hour + 12, to: 2) + time.dropFirst(2)
  }

  private func time(of point: TimePoint) -> String? {
    guard var hour = point.hour else { return point.part }
    if let part = point.part, hour < 12 {
      if part == "AF" || part == "EV" || (part == "NI" && hour > 4) || (part == "MI" && hour < 3) {
        hour += 12
      }
    }
    var time = ISO8601.padded(hour, to: 2) + ":" + ISO8601.padded(point.minute ?? 0, to: 2)
    if let second = point.second { time += ":" + ISO8601.padded(second, to: 2) }
    return hour == 24 && (point.minute ?? 0) > 0 ? nil : time
  }
}
