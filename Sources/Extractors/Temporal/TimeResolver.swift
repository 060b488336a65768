import DocumentModel

/// Turns the parts of a time into its value, counting relative parts from an anchor.
struct TimeResolver {
  let anchor: TimeAnchor

  /// A time farther ahead of the document than this is taken for that of the year before.
  private static let farAhead = 183

  /// A date nearer to the document than this is of its year, whatever year was spoken of before.
  private static let near = 31

  /// How far ahead of the document a year of two digits may lie: 26年 of a document of 2023 is 2026, 58年 is 1958.
  private static let shortYearsAhead = 10

  /// Resolves a point; nil when its parts name no day of the calendar.
  func resolve(_ point: TimePoint) -> ResolvedTime? {
    var used: TemporalExpression.Anchor.Origin?
    guard var resolved = calendar(point, &used) else { return nil }
    if let stretch = point.stretch {
      // Years are counted within a century, which told so begins with its year 1.
      guard stretch.unit != .year || point.century != nil || point.decade != nil else { return nil }
      guard let part = resolved.part(stretch, isMonth: point.month != nil) else { return nil }
      resolved = part
    }
    if let edge = point.edge { resolved.narrow(to: edge) }
    if let origin = used {
      resolved.anchor = anchorDate(origin)
      if origin == .context, case .context = point.day, let day = anchor.spokenDay {
        resolved.anchor = .init(date: ISO8601.day(day), origin: .context)
      }
    }
    if point.hasTime {
      // A year or month has no time of day: 年底早 is no time but 年底.
      guard resolved.first == resolved.last, resolved.setTime(of: point) else { return nil }
    }
    return resolved
  }

  private func anchorDate(_ origin: TemporalExpression.Anchor.Origin) -> TemporalExpression.Anchor? {
    switch origin {
    case .document: return anchor.documentDate.map { .init(date: $0, origin: .document) }
    case .context:
      guard let spoken = anchor.spoken else { return nil }
      guard let month = spoken.month else { return .init(date: ISO8601.year(spoken.year), origin: .context) }
      let date = spoken.date.map(ISO8601.day) ?? ISO8601.month(spoken.year, month)
      return .init(date: date, origin: .context)
    }
  }

  // MARK: Years

  /// The year that a point names, if it names one.
  func year(of point: TimePoint, _ used: inout TemporalExpression.Anchor.Origin?) -> Int? {
    switch point.year {
    case .absolute(let year): return year
    case .short(let number):
      let latest = (anchor.documentYear ?? 2030) + Self.shortYearsAhead
      let year = latest / 100 * 100 + number
      return year > latest ? year - 100 : year
    case .document(let offset):
      used = .document
      return anchor.documentYear.map { $0 + offset }
    case .context(let offset):
      // Without one spoken of nearby, the year that the document is about.
      let spoken = anchor.spoken.flatMap { $0.isSameParagraph || anchor.topicYear == nil ? $0 : nil }
      used = spoken == nil ? .document : .context
      return (spoken?.year ?? anchor.topicYear).map { $0 + offset }
    case nil: return nil
    }
  }

  /// The year of something that comes once a year: that spoken of in the sentence, or in the paragraph where the
  /// day is far from the document's, or else the nearest.
  func impliedYear(
    _ used: inout TemporalExpression.Anchor.Origin?, isLookedBackOn: Bool = false, day: (Int) -> CivilDate?
  ) -> Int? {
    if let spoken = anchor.spoken, spoken.year != anchor.documentYear, spoken.isSameParagraph,
      spoken.isSameSentence || anchor.documentYear == nil
        || (isLookedBackOn && spoken.year < anchor.documentYear ?? 0 && isFar(day)),
      !anchor.leansAhead
    {
      used = .context
      return spoken.year
    }
    used = .document
    guard let document = anchor.document else { return anchor.documentYear }
    guard let date = day(document.year) else { return document.year }
    let ahead = date.ordinal - document.ordinal
    if ahead > Self.farAhead, !anchor.leansAhead, !anchor.isAlone { return document.year - 1 }
    if ahead < -Self.near, anchor.leansAhead { return document.year + 1 }
    if ahead < -Self.farAhead, anchor.isAlone { return document.year + 1 }
    return document.year
  }

  private func isFar(_ day: (Int) -> CivilDate?) -> Bool {
    guard let document = anchor.document, let date = day(document.year) else { return false }
    return abs(date.ordinal - document.ordinal) > Self.near
  }

  private func impliedYear(months: ClosedRange<Int>, _ used: inout TemporalExpression.Anchor.Origin?) -> Int?
  {
    impliedYear(&used) { nearestDay(of: months, in: $0) }
  }

  /// The day of some months of a year that is nearest to the document.
  private func nearestDay(of months: ClosedRange<Int>, in year: Int) -> CivilDate? {
    let (low, high) = (months.lowerBound, months.upperBound)
    guard let first = CivilDate(year, low, 1),
      let last = CivilDate(year, high, CivilDate.days(in: high, of: year)),
      let document = anchor.document
    else { return nil }
    return min(max(document, first), last)
  }

  private func decade(_ point: TimePoint, _ used: inout TemporalExpression.Anchor.Origin?) -> ResolvedTime? {
    let century: Int
    switch point.century {
    case .absolute(let number): century = number
    case .document(let offset):
      guard let year = anchor.documentYear else { return nil }
      used = .document
      century = year / 100 + 1 + offset
    case .context, .short, nil:
      // 90年代 alone: of the century that a document of our time looks back on.
      guard let low = point.decade?.lowerBound, let year = anchor.documentYear else { return nil }
      used = .document
      century = year / 100 + (year % 100 >= low * 10 ? 1 : 0)
    }
    guard century > 0 else { return nil }
    let base = (century - 1) * 100
    guard let decade = point.decade else {
      return ResolvedTime(
        value: ISO8601.padded(base / 100, to: 2) + "XX", first: CivilDate(base, 1, 1),
        last: CivilDate(base + 99, 12, 31))
    }
    let low = ISO8601.padded(base / 100, to: 2) + String(decade.lowerBound) + "X"
    let high = ISO8601.padded(base / 100, to: 2) + String(decade.upperBound) + "X"
    return ResolvedTime(
      value: low == high ? low : low + "/" + high, first: CivilDate(base + decade.lowerBound * 10, 1, 1),
      last: CivilDate(base + decade.upperBound * 10 + 9, 12, 31))
  }

  // MARK: The calendar

  private func calendar(_ point: TimePoint, _ used: inout TemporalExpression.Anchor.Origin?) -> ResolvedTime?
  {
    if point.century != nil || point.decade != nil, point.year == nil { return decade(point, &used) }
    let year = year(of: point, &used)
    if point.feast != nil || point.lunar != nil { return named(point, year: year, &used) }
    if point.day != nil || point.weekday != nil || point.week != nil, point.stretch == nil {
      return day(point, year: year, &used)
    }
    if point.month != nil { return month(point, year: year, &used) }
    if point.third != nil { return month(point.ofThisMonth, year: year, &used) }
    if let half = point.half {
      let year = year ?? impliedYear(months: half == 1 ? 1...6 : 7...12, &used)
      return period(year, "H\(half)", months: half == 1 ? 1...6 : 7...12)
    }
    if point.quarter != nil, anchor.documentMonth == nil { return ResolvedTime(value: "XXXX-QX") }
    if let quarters = quarters(of: point, &used) { return self.quarters(quarters, year, &used) }
    if let season = point.season {
      // 今冬 of January is the winter that began the year before.
      return self.season(season, year, isNow: Self.isThisYear(point.year), &used)
    }
    if point.hasTime, year == nil, point.edge == nil { return implicitDay(&used) }
    guard let year = year ?? (point.edge == nil && point.stretch == nil ? nil : implied(&used)) else {
      return point.year == nil && point.edge == nil ? nil : ResolvedTime(value: "XXXX")
    }
    return .year(year)
  }

  private static func isThisYear(_ year: TimePoint.Reference?) -> Bool {
    if case .document(0) = year { true } else { false }
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
  private func implicitDay(_ used: inout TemporalExpression.Anchor.Origin?) -> ResolvedTime? {
    if let spoken = anchor.spoken, spoken.isSameParagraph, let date = spoken.date {
      used = .context
      return .day(date)
    }
    guard let date = anchor.document else { return ResolvedTime(value: "XXXX-XX-XX") }
    used = .document
    return .day(date)
  }

  private func period(_ year: Int?, _ name: String, months: ClosedRange<Int>) -> ResolvedTime {
    guard let year else { return ResolvedTime(value: "XXXX-" + name) }
    return ResolvedTime(
      value: ISO8601.year(year) + "-" + name, first: CivilDate(year, months.lowerBound, 1),
      last: CivilDate(year, months.upperBound, CivilDate.days(in: months.upperBound, of: year)))
  }

  private func quarters(of point: TimePoint, _ used: inout TemporalExpression.Anchor.Origin?)
    -> ClosedRange<Int>?
  {
    guard let offset = point.quarter else { return point.quarters }
    guard let month = anchor.documentMonth else { return nil }
    used = .document
    let quarter = (month + 2) / 3 + offset
    return quarter...quarter
  }

  /// Quarters of a year; below 1 and above 4 they are those of its neighbours.
  private func quarters(
    _ quarters: ClosedRange<Int>, _ named: Int?, _ used: inout TemporalExpression.Anchor.Origin?
  ) -> ResolvedTime {
    var (low, high) = (quarters.lowerBound, quarters.upperBound)
    var year =
      named
      ?? ((1...4).contains(low) ? impliedYear(months: (low * 3 - 2)...(low * 3), &used) : anchor.documentYear)
    // 一季度 beside 四季度增长 in a January is that of the last year.
    if named == nil, high < 4, low > 0, year == anchor.documentYear, anchor.reviewsQuarters {
      year = year.map { $0 - 1 }
    }
    while low < 1 { (low, high, year) = (low + 4, high + 4, year.map { $0 - 1 }) }
    while low > 4 { (low, high, year) = (low - 4, high - 4, year.map { $0 + 1 }) }
    var resolved = period(year, "Q\(low)", months: (low * 3 - 2)...(low * 3))
    guard high > low, high <= 4 else { return resolved }
    let last = period(year, "Q\(high)", months: (high * 3 - 2)...(high * 3))
    resolved.value += "/" + last.value
    resolved.last = last.last
    return resolved
  }

  private func season(
    _ season: String, _ year: Int?, isNow: Bool, _ used: inout TemporalExpression.Anchor.Origin?
  ) -> ResolvedTime {
    let month = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][season] ?? 3
    guard var year = year ?? impliedYear(months: month...min(12, month + 2), &used) else {
      return ResolvedTime(value: "XXXX-" + season)
    }
    if season == "WI", isNow, anchor.documentMonth ?? 12 < 3 { year -= 1 }
    let end = month == 12 ? (year + 1, 2) : (year, month + 2)
    return ResolvedTime(
      value: ISO8601.year(year) + "-" + season, first: CivilDate(year, month, 1),
      last: CivilDate(end.0, end.1, CivilDate.days(in: end.1, of: end.0)))
  }

  private func month(_ point: TimePoint, year: Int?, _ used: inout TemporalExpression.Anchor.Origin?)
    -> ResolvedTime?
  {
    guard let (year, month) = yearAndMonth(point, year: year, &used) else { return unknownMonth(point) }
    guard let year else { return ResolvedTime(value: "XXXX-" + ISO8601.padded(month, to: 2)) }
    guard let third = point.third else { return .month(year, month) }
    let end = CivilDate.days(in: month, of: year)
    let days = [1...10, 11...20, 21...end, 1...15, 16...end, 11...end, 1...20][third - 1]
    guard let first = CivilDate(year, month, days.lowerBound),
      let last = CivilDate(year, month, days.upperBound)
    else { return nil }
    return .days(first, last)
  }

  /// A month counted from the document's where that has no date: 上个月.
  func unknownMonth(_ point: TimePoint, day: String = "") -> ResolvedTime? {
    guard case .document = point.month, anchor.documentMonth == nil else { return nil }
    return ResolvedTime(value: "XXXX-XX" + day)
  }

  /// The year and month of a point that names a month.
  func yearAndMonth(_ point: TimePoint, year: Int?, _ used: inout TemporalExpression.Anchor.Origin?)
    -> (Int?, Int)?
  {
    switch point.month {
    case .absolute(let month):
      return (
        year ?? impliedYear(&used, isLookedBackOn: true) { nearestDay(of: month...month, in: $0) }, month
      )
    case .document(let offset):
      used = .document
      guard let base = anchor.documentYear, let month = anchor.documentMonth else { return nil }
      let months = (year ?? base) * 12 + month - 1 + offset
      return ResolvedTime.yearAndMonth(months)
    case .context(let offset):
      let spoken = anchor.spoken
      // 当月 behind a year that is over is its last month.
      let isOver = spoken.map { $0.year < anchor.documentYear ?? 0 } ?? false
      guard let base = spoken?.year ?? anchor.documentYear,
        let month = spoken?.month ?? (isOver ? 12 : anchor.documentMonth)
      else { return nil }
      used = spoken?.month == nil ? .document : .context
      let months = base * 12 + month - 1 + offset
      return ResolvedTime.yearAndMonth(months)
    case .short, nil: return nil
    }
  }
}
