/// The Hebrew calendar: months bear their numbers from Nisan 1 on, so that a year begins with Tishri, the seventh.
///
/// The arithmetic is that of Reingold and Dershowitz, Calendrical Calculations. A day is given as the Gregorian one
/// of its daylight; it has begun at sunset of the day before.
enum HebrewCalendar {
  /// The day of a Hebrew date, or nil when the year has none of that name.
  static func date(year: Int, month: Int, day: Int) -> CivilDate? {
    guard (1...13_760).contains(year), (1...lastMonth(of: year)).contains(month) else { return nil }
    let first = newYear(year)
    let length = newYear(year + 1) - first
    guard (1...days(in: month, of: year, length: length)).contains(day) else { return nil }
    var earlier = Array(7..<max(7, month))
    if month < 7 { earlier = Array(7...lastMonth(of: year)) + Array(1..<month) }
    let before = earlier.reduce(0) { $0 + days(in: $1, of: year, length: length) }
    return CivilDate(ordinal: first + before + day - 1)
  }

  /// The day on which a feast of a Hebrew date is kept within a Gregorian year.
  ///
  /// Feasts of Adar, month 12, are of Adar II in a leap year. The days whose place the law of Israel or the custom
  /// moves, so that they do not touch a Sabbath, are given as they are kept: 9 Av, the fasts, Holocaust Day, Memorial
  /// Day and Independence Day.
  static func feast(month: Int, day: Int, in year: Int) -> CivilDate? {
    guard (1...9_999).contains(year) else { return nil }
    for hebrew in [year + 3_760, year + 3_761] {
      let month = month == 12 ? lastMonth(of: hebrew) : month
      guard let date = date(year: hebrew, month: month, day: day) else { continue }
      let kept = date.adding(days: shift(month, day, weekday: date.weekday, year: year))
      if kept.year == year { return kept }
    }
    return nil
  }

  /// The days that a feast is moved by, for the weekday that it falls on, Monday 1 to Sunday 7.
  private static func shift(_ month: Int, _ day: Int, weekday: Int, year: Int) -> Int {
    switch (month, day) {
    case (5, 9), (4, 17), (7, 3): weekday == 6 ? 1 : 0
    // Holocaust Day: on Thursday rather than Friday, since 1997 on Monday rather than Sunday.
    case (1, 27): weekday == 5 ? -1 : weekday == 7 && year >= 1997 ? 1 : 0
    // Memorial Day and Independence Day go together, the second moved away from Friday, Saturday and, since 2004, Monday.
    case (2, 4), (2, 5):
      switch day == 4 ? weekday % 7 + 1 : weekday {
      case 5: -1
      case 6: -2
      case 1 where year >= 2004: 1
      default: 0
      }
    default: 0
    }
  }

  /// The days from 1970-01-01 to 1 Tishri of a year.
  private static func newYear(_ year: Int) -> Int {
    let (before, this, after) = (elapsedDays(year - 1), elapsedDays(year), elapsedDays(year + 1))
    let correction = after - this == 356 ? 2 : this - before == 382 ? 1 : 0
    return this + correction - 2_092_590
  }

  /// The days to the new moon of Tishri, by its mean length of 29 days and 13753 of 25920 parts, less Sundays,
  /// Wednesdays and Fridays.
  private static func elapsedDays(_ year: Int) -> Int {
    let months = (235 * year - 234) / 19
    let days = 29 * months + (12_084 + 13_753 * months) / 25_920
    return 3 * (days + 1) % 7 < 3 ? days + 1 : days
  }

  private static func lastMonth(of year: Int) -> Int { (7 * year + 1) % 19 < 7 ? 13 : 12 }

  private static func days(in month: Int, of year: Int, length: Int) -> Int {
    switch month {
    case 2, 4, 6, 10, 13: 29
    case 12: lastMonth(of: year) == 13 ? 30 : 29
    case 8: length % 10 == 5 ? 30 : 29
    case 9: length % 10 == 3 ? 29 : 30
    default: 30
    }
  }
}
