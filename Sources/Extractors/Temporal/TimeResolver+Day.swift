import DocumentModel

/// Days, by their number, their name, their weekday or their week.
extension TimeResolver {
  /// A day, weekday or week.
  func day(_ point: TimePoint, year: Int?, _ used: inout TemporalExpression.Anchor.Origin?) -> ResolvedTime? {
    switch point.day {
    case .document(let offset):
      used = .document
      guard let document = anchor.document else {
        return ResolvedTime(value: offset == 0 ? "PRESENT_REF" : "XXXX-XX-XX")
      }
      return .day(document.adding(days: offset))
    case .context(let offset):
      used = anchor.spokenDay == nil ? .document : .context
      guard let date = anchor.spokenDay ?? anchor.document else { return ResolvedTime(value: "XXXX-XX-XX") }
      return .day(date.adding(days: offset))
    case .absolute(let day):
      if point.month != nil { return monthDay(point, day, year: year, &used) }
      return bareDay(day, &used)
    case .short, nil: return week(point, &used)
    }
  }

  private func monthDay(
    _ point: TimePoint, _ day: Int, year: Int?, _ used: inout TemporalExpression.Anchor.Origin?
  ) -> ResolvedTime? {
    if year == nil, case .absolute(let month) = point.month {
      guard day <= CivilDate.days(in: month, of: 2000) else { return nil }
      guard
        var year = impliedYear(
          &used, isLookedBackOn: true,
          day: { CivilDate($0, month, min(day, CivilDate.days(in: month, of: $0))) })
      else {
        return ResolvedTime(
          value: "XXXX-" + ISO8601.padded(month, to: 2) + "-" + ISO8601.padded(day, to: 2))
      }
      // 2月29日 is of a leap year.
      while CivilDate(year, month, day) == nil { year -= 1 }
      return CivilDate(year, month, day).map { .day($0) }
    }
    guard let (year, month) = yearAndMonth(point, year: year, &used), let year else {
      return unknownMonth(point, day: "-" + ISO8601.padded(day, to: 2))
    }
    return CivilDate(year, month, day).map { .day($0) }
  }

  /// A day without a month: of the month spoken of in the paragraph, or else the nearest to the document.
  private func bareDay(_ day: Int, _ used: inout TemporalExpression.Anchor.Origin?) -> ResolvedTime? {
    if let spoken = anchor.spoken, spoken.isSameParagraph, let month = spoken.month,
      spoken.isSameSentence || !isNews(day, inMonth: month, of: spoken.year),
      spoken.isSameSentence || anchor.document == nil || spoken.year == anchor.documentYear,
      let date = CivilDate(spoken.year, month, day)
    {
      used = .context
      return .day(date)
    }
    guard let document = anchor.document else {
      return ResolvedTime(value: "XXXX-XX-" + ISO8601.padded(day, to: 2))
    }
    used = .document
    let month = document.year * 12 + document.month - 1
    let isNext = day < document.day && (anchor.leansAhead || anchor.isAlone)
    let isLast = day - document.day > 15 && !isNext && !anchor.leansAhead
    let months = isNext ? [1, 2, 0] : isLast ? [-1, -2, 0] : [0, -1]
    return months.lazy.map { ResolvedTime.yearAndMonth(month + $0) }.compactMap { CivilDate($0.0, $0.1, day) }
      .first
      .map { .day($0) }
  }

  /// Whether a day is one of the last few before the document, where the month told of before is an earlier one.
  private func isNews(_ day: Int, inMonth month: Int, of year: Int) -> Bool {
    guard let document = anchor.document, (year, month) < (document.year, document.month) else {
      return false
    }
    return (0..<4).contains(document.day - day)
  }

  /// A week, or a day of one by its name.
  private func week(_ point: TimePoint, _ used: inout TemporalExpression.Anchor.Origin?) -> ResolvedTime? {
    guard let document = anchor.document else {
      return ResolvedTime(
        value: point.weekday.map { $0 < 8 ? "XXXX-WXX-\($0)" : "XXXX-WXX-WE" } ?? "XXXX-WXX")
    }
    used = .document
    var monday = document.adding(days: 1 - document.weekday + 7 * (point.week ?? 0))
    if let weekday = point.weekday {
      if point.week == nil, weekday <= document.weekday, anchor.isAlone || anchor.leansAhead {
        monday = monday.adding(days: 7)
      }
      guard weekday == 8 else { return .day(monday.adding(days: weekday - 1)) }
    }
    let (year, number) = monday.week
    var resolved = ResolvedTime(value: ISO8601.year(year) + "-W" + ISO8601.padded(number, to: 2))
    resolved.first = monday
    resolved.last = monday.adding(days: 6)
    if point.weekday == 8 {
      resolved.value += "-WE"
      resolved.first = monday.adding(days: 5)
    }
    return resolved
  }

  /// A feast with the days off around it where those are meant, or a date of the Chinese calendar.
  func named(_ point: TimePoint, year: Int?, _ used: inout TemporalExpression.Anchor.Origin?) -> ResolvedTime?
  {
    let resolved = namedDays(point, year: year, &used)
    guard point.isHoliday, let day = resolved?.first, let off = PublicHolidays.days(around: day) else {
      return resolved
    }
    return .days(off.first, off.last)
  }

  private func namedDays(
    _ point: TimePoint, year: Int?, _ used: inout TemporalExpression.Anchor.Origin?
  ) -> ResolvedTime? {
    func days(in year: Int) -> (first: CivilDate, last: CivilDate)? {
      if let feast = point.feast { return feast.days(in: year) }
      return point.lunar?.interval(in: year)
    }
    if let year { return days(in: year).map { .days($0.first, $0.last) } }
    if let spoken = anchor.spoken, spoken.isSameSentence, spoken.year != anchor.documentYear {
      used = .context
      return days(in: spoken.year).map { .days($0.first, $0.last) }
    }
    used = .document
    if let feast = point.feast, let document = anchor.document {
      let isNext = anchor.isAlone || anchor.leansAhead
      return (isNext ? feast.days(from: document) : feast.days(nearest: document)).map {
        .days($0.first, $0.last)
      }
    }
    guard let nearest = nearestYear(of: { days(in: $0)?.first }) else {
      return ResolvedTime(value: "XXXX-XX-XX")
    }
    return days(in: nearest).map { .days($0.first, $0.last) }
  }

  /// The year whose day is nearest to the document, or the next one where the text looks ahead.
  private func nearestYear(of day: (Int) -> CivilDate?) -> Int? {
    guard let document = anchor.document else { return anchor.topicYear }
    let days = (-1...1).compactMap { offset in
      day(document.year + offset).map { (year: document.year + offset, ahead: $0.ordinal - document.ordinal) }
    }
    if anchor.isAlone || anchor.leansAhead, let next = days.first(where: { $0.ahead >= 0 }) {
      return next.year
    }
    return days.min { abs($0.ahead) < abs($1.ahead) }?.year
  }
}

extension ResolvedTime {
  /// A stretch counted within it: the first two months of a year, the third week of a month.
  func part(_ stretch: Stretch, isMonth: Bool) -> ResolvedTime? {
    guard let first, let last else { return nil }
    let count = stretch.count
    switch stretch.unit {
    case .day:
      let low: CivilDate
      switch stretch.side {
      case .first: low = first
      case .nth: low = first.adding(days: count - 1)
      case .last, .nthLast: low = last.adding(days: 1 - count)
      }
      let high = stretch.side == .first ? first.adding(days: count - 1) : stretch.side == .nth ? low : last
      return low >= first && high <= last ? .days(low, high) : nil
    case .month, .quarter:
      let width = stretch.unit == .month ? 1 : 3
      let (low, high) = (first.year * 12 + first.month - 1, last.year * 12 + last.month - 1)
      let months: (Int, Int)
      switch stretch.side {
      case .first: months = (low, low + count * width - 1)
      case .nth: months = (low + (count - 1) * width, low + count * width - 1)
      case .last, .nthLast: months = (high + 1 - count * width, high)
      }
      guard months.0 >= low, months.1 <= high else { return nil }
      if width == 3, low % 12 == 0, high - low == 11 { return .quarters(months.0, months.1) }
      return .months(months.0, months.1)
    case .year:
      let start = last.year - first.year == 99 ? first.year + 1 : first.year
      let low = stretch.side == .first ? start : last.year + 1 - count
      guard stretch.side == .first || stretch.side == .last, count <= last.year - start + 1 else {
        return nil
      }
      var years = ResolvedTime.year(low)
      years.value += "/" + ISO8601.year(low + count - 1)
      years.last = CivilDate(low + count - 1, 12, 31)
      return years
    case .week: return week(stretch, isMonth: isMonth, first, last)
    case .weekday(let weekday):
      let isLast = stretch.side == .nthLast || stretch.side == .last
      let base =
        isLast
        ? last.adding(days: -((last.weekday - weekday + 7) % 7))
        : first.adding(days: (weekday - first.weekday + 7) % 7)
      let day = base.adding(days: (isLast ? -7 : 7) * (count - 1))
      return day >= first && day <= last ? .day(day) : nil
    }
  }

  /// Quarters of a year, by months counted from year 0.
  private static func quarters(_ low: Int, _ high: Int) -> ResolvedTime {
    var resolved = months(low, high)
    let name = { (month: Int) in
      let (year, number) = yearAndMonth(month)
      return ISO8601.year(year) + "-Q\((number + 2) / 3)"
    }
    resolved.value = name(low) == name(high) ? name(low) : name(low) + "/" + name(high)
    return resolved
  }

  /// Weeks of a year are those of ISO 8601; those of a month begin with its first Monday.
  private func week(_ stretch: Stretch, isMonth: Bool, _ first: CivilDate, _ last: CivilDate) -> ResolvedTime?
  {
    guard stretch.side == .nth else {
      let days = stretch.count * 7 - 1
      return stretch.side == .first
        ? .days(first, first.adding(days: days)) : .days(last.adding(days: -days), last)
    }
    let start = isMonth ? first : first.adding(days: 3)
    let monday = isMonth ? start.adding(days: (8 - start.weekday) % 7) : start.adding(days: 1 - start.weekday)
    let low = monday.adding(days: 7 * (stretch.count - 1))
    guard low <= last else { return nil }
    let (year, number) = low.week
    return ResolvedTime(
      value: ISO8601.year(year) + "-W" + ISO8601.padded(number, to: 2), first: low, last: low.adding(days: 6))
  }
}
