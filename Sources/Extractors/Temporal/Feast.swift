/// A day that comes each year by one calendar or another, as `festivals.tsv` codes it.
enum Feast: Hashable, Sendable {
  /// A day of a Chinese month: `L1-1` is 春节.
  case lunar(month: Int, day: Int)

  /// So many days before the last one of the Chinese year: `L-0` is 除夕.
  case lunarYearEnd(before: Int)

  /// So many days after a solar term, 立春 being the first: `S5` is 清明, `S5-1` the day before.
  case solarTerm(Int, offset: Int)

  /// A day of the Gregorian calendar: `G10-1`.
  case fixed(month: Int, day: Int)

  /// The so-manieth weekday of a month, Monday 1 to Sunday 7; 0 is the last: `N5-2-7` is 母亲节.
  case weekday(month: Int, number: Int, weekday: Int)

  /// So many days after Easter Sunday: `E0`, `E-2`.
  case easter(offset: Int)

  /// Reads a code; nil when it is none.
  init?(_ code: some StringProtocol) {
    let numbers = code.dropFirst().split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    switch (code.first, numbers.count) {
    case ("L", 2):
      guard let day = numbers[1] else { return nil }
      if numbers[0] == nil, code.dropFirst().first == "-", (0...29).contains(day) {
        self = .lunarYearEnd(before: day)
      } else if let month = numbers[0], (1...12).contains(month), (1...30).contains(day) {
        self = .lunar(month: month, day: day)
      } else {
        return nil
      }
    case ("S", 1...2):
      guard let number = numbers[0], (1...24).contains(number), let last = numbers[numbers.count - 1] else {
        return nil
      }
      self = .solarTerm(number, offset: numbers.count == 2 ? -last : 0)
    case ("G", 2):
      guard let month = numbers[0], let day = numbers[1], CivilDate(2000, month, day) != nil else {
        return nil
      }
      self = .fixed(month: month, day: day)
    case ("N", 3):
      guard let month = numbers[0], let number = numbers[1], let weekday = numbers[2],
        (1...12).contains(month), (0...4).contains(number), (1...7).contains(weekday)
      else { return nil }
      self = .weekday(month: month, number: number, weekday: weekday)
    case ("E", _):
      guard let offset = Int(code.dropFirst()) else { return nil }
      self = .easter(offset: offset)
    default: return nil
    }
  }

  /// Its day of a Gregorian year, or nil where the calendar is not known.
  ///
  /// Feasts of the first eleven Chinese months are those of the Chinese year of that number. Those of the twelfth
  /// belong to the new year that they lead to, as one speaks of them: 2024年除夕 is 9 February 2024 and 2024年小年
  /// 2 February. 腊八 may fall before New Year's Day: the one within the Gregorian year is meant if there is one.
  func date(in year: Int) -> CivilDate? {
    switch self {
    case .lunar(12, let day):
      guard let before = ChineseCalendar.date(year: year - 1, month: 12, day: day) else { return nil }
      if before.year == year { return before }
      let after = ChineseCalendar.date(year: year, month: 12, day: day)
      return after?.year == year ? after : before
    case .lunar(let month, let day): return ChineseCalendar.date(year: year, month: month, day: day)
    case .lunarYearEnd(let days):
      return ChineseCalendar.lastDay(of: year - 1)?.adding(days: -days)
    case .solarTerm(let number, let offset):
      return ChineseCalendar.solarTerm(number, of: year)?.adding(days: offset)
    case .fixed(let month, let day): return CivilDate(year, month, day)
    case .weekday(let month, let number, let weekday):
      let length = CivilDate.days(in: month, of: year)
      guard let first = CivilDate(year, month, 1) else { return nil }
      let day = 1 + (weekday - first.weekday + 7) % 7 + 7 * (number - 1)
      return number > 0
        ? CivilDate(year, month, day) : CivilDate(year, month, day + 7 + (length - day - 7) / 7 * 7)
    case .easter(let offset): return Self.easter(of: year)?.adding(days: offset)
    }
  }

  /// Its day that is nearest to another.
  func date(nearest day: CivilDate) -> CivilDate? {
    (-1...1).compactMap { date(in: day.year + $0) }
      .min { abs($0.ordinal - day.ordinal) < abs($1.ordinal - day.ordinal) }
  }

  /// Easter Sunday, by the algorithm of Meeus, Jones and Butcher.
  private static func easter(of year: Int) -> CivilDate? {
    guard year >= 1583 else { return nil }
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let days = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114
    return CivilDate(year, days / 31, days % 31 + 1)
  }
}
