/// A date as the Chinese calendar names it: 正月初一, 腊月廿三, 闰二月初二, 农历八月十五, 冬月.
struct LunarDate: Hashable {
  /// The month, 1 to 12.
  var month: Int

  /// Whether it is the second month of that number.
  var isLeap: Bool

  /// The day of the month, if one is named.
  var day: Int?

  /// Creates a date of its parts.
  init(month: Int, isLeap: Bool, day: Int?) {
    self.month = month
    self.isLeap = isLeap
    self.day = day
  }

  /// Its day in a Chinese year, or its first and last day where it is a month.
  func interval(in year: Int) -> (first: CivilDate, last: CivilDate)? {
    guard let length = ChineseCalendar.days(in: month, isLeap: isLeap, of: year),
      let first = ChineseCalendar.date(year: year, month: month, isLeap: isLeap, day: day ?? 1)
    else { return nil }
    return (first, day == nil ? first.adding(days: length - 1) : first)
  }
}
