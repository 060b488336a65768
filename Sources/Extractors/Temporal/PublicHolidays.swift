/// The days off around the public holidays of China, which the government fixes year by year: 国庆假期, “五一”黄金周.
enum PublicHolidays {
  /// The first and the last of the days off that a day is one of; nil where it is none or the year is not known.
  static func days(around day: CivilDate) -> (first: CivilDate, last: CivilDate)? {
    guard (1...9_999).contains(day.year) else { return nil }
    let key = UInt32(day.year * 10_000 + day.month * 100 + day.day)
    guard let stretch = stretches.last(where: { $0 / 100 <= key }) else { return nil }
    let number = Int(stretch / 100)
    guard let first = CivilDate(number / 10_000, number / 100 % 100, number % 100) else { return nil }
    let last = first.adding(days: Int(stretch % 100) - 1)
    return day <= last ? (first, last) : nil
  }
}
