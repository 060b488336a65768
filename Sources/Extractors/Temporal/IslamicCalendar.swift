/// The Islamic calendar of Umm al-Qura, which Saudi Arabia keeps, where its tables go.
///
/// A day is given as the Gregorian one of its daylight. Other countries watch for the moon themselves, so that their
/// feasts may be a day later.
enum IslamicCalendar {
  /// The Islamic years that are known.
  static var years: Range<Int> { firstYear..<(firstYear + months.count) }

  /// The day of an Islamic date, or nil when the year has none of that name or is not known.
  static func date(year: Int, month: Int, day: Int) -> CivilDate? {
    guard let length = days(in: month, of: year), (1...length).contains(day) else { return nil }
    // A year has 348 days and one more for each long month.
    let years = months[..<(year - firstYear)].reduce(0) { $0 + 348 + $1.nonzeroBitCount }
    let bits = months[year - firstYear] & (1 << UInt16(month - 1) - 1)
    return CivilDate(ordinal: firstDay + years + 29 * (month - 1) + bits.nonzeroBitCount + day - 1)
  }

  /// The number of days of a month.
  static func days(in month: Int, of year: Int) -> Int? {
    guard years.contains(year), (1...12).contains(month) else { return nil }
    return 29 + Int(months[year - firstYear] >> UInt16(month - 1) & 1)
  }

  /// The days of a date, or the first and last ones of a month, that begin within a Gregorian year.
  static func occurrences(month: Int, day: Int?, in year: Int) -> [Feast.Days] {
    guard (1900...2100).contains(year) else { return [] }
    let near = (year - 622) * 33 / 32
    return ((near - 1)...(near + 2)).compactMap { hijri in
      guard let first = date(year: hijri, month: month, day: day ?? 1), first.year == year,
        let length = days(in: month, of: hijri)
      else { return nil }
      return (first, day == nil ? first.adding(days: length - 1) : first)
    }
  }
}
