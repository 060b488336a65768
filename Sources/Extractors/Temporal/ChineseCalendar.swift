/// The Chinese calendar of 1900 to 2100, in days of the Gregorian one: its months, new year's eve and solar terms.
///
/// A Chinese year bears the number of the Gregorian one that it begins in. Outside of the tables everything is nil.
enum ChineseCalendar {
  /// The Chinese years that are known.
  static var years: Range<Int> { firstYear..<(firstYear + months.count) }

  /// The day of a Chinese date, or nil when the year has none of that name: 腊月三十 of a short month, a leap
  /// month in a year without.
  static func date(year: Int, month: Int, isLeap: Bool = false, day: Int) -> CivilDate? {
    guard years.contains(year), (1...12).contains(month) else { return nil }
    let bits = months[year - firstYear]
    let leap = leapMonth(of: bits)
    guard !isLeap || leap == month, (1...length(month, isLeap: isLeap, bits)).contains(day),
      let first = CivilDate(year, 1, 21)
    else { return nil }
    var days = Int(bits >> 17)
    for earlier in 1..<month {
      days += length(earlier, isLeap: false, bits)
      if earlier == leap { days += length(earlier, isLeap: true, bits) }
    }
    if isLeap { days += length(month, isLeap: false, bits) }
    return first.adding(days: days + day - 1)
  }

  /// The number of days of a month, or nil when the year has none of that name.
  static func days(in month: Int, isLeap: Bool = false, of year: Int) -> Int? {
    guard years.contains(year), (1...12).contains(month) else { return nil }
    let bits = months[year - firstYear]
    guard !isLeap || leapMonth(of: bits) == month else { return nil }
    return length(month, isLeap: isLeap, bits)
  }

  /// The month that a year has twice, or nil.
  static func leapMonth(of year: Int) -> Int? {
    guard years.contains(year), case let month = leapMonth(of: months[year - firstYear]), month > 0 else {
      return nil
    }
    return month
  }

  /// The first day of a Chinese year: 春节.
  static func firstDay(of year: Int) -> CivilDate? { date(year: year, month: 1, day: 1) }

  /// The last day of a Chinese year, which is the eve of the next: that of 2023 is 9 February 2024.
  static func lastDay(of year: Int) -> CivilDate? {
    guard years.contains(year), let first = firstDay(of: year) else { return nil }
    let bits = months[year - firstYear]
    var days = (1...12).reduce(0) { $0 + length($1, isLeap: false, bits) }
    if leapMonth(of: bits) > 0 { days += length(0, isLeap: true, bits) }
    return first.adding(days: days - 1)
  }

  /// The day of a solar term within a Gregorian year, as terms are counted: 立春 1, 清明 5, 冬至 22, 大寒 24.
  static func solarTerm(_ number: Int, of year: Int) -> CivilDate? {
    guard years.contains(year), (1...24).contains(number) else { return nil }
    let place = (number + 1) % 24
    let shift = Int(terms[year - firstYear] >> UInt64(2 * place) & 3)
    return CivilDate(year, place / 2 + 1, earliestTerms[place] + shift)
  }

  private static func leapMonth(of bits: UInt32) -> Int { Int(bits >> 13 & 0xF) }

  /// The days of a month by the bits of its year; the leap month has a bit of its own.
  private static func length(_ month: Int, isLeap: Bool, _ bits: UInt32) -> Int {
    29 + Int(bits >> (isLeap ? 12 : UInt32(month - 1)) & 1)
  }
}
