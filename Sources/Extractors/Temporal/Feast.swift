/// A day, or some days on end, that come each year by one calendar or another, as `festivals.tsv` and
/// `world-festivals.tsv` code them.
///
/// `+` after any code says how many days more there are: `E-46+45` is Lent.
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

  /// The first weekday that is not before a day: `A11-27-7` is the first Sunday of Advent.
  case weekdayFrom(month: Int, day: Int, weekday: Int)

  /// So many days after Easter Sunday: `E0`, `E-2`.
  case easter(offset: Int)

  /// So many days after the Easter Sunday of the Orthodox churches: `O0`, `O-2`.
  case orthodoxEaster(offset: Int)

  /// A day of a Hebrew month, Nisan 1 to Tishri 7 and Adar 12, which is Adar II of a leap year: `H7-10` is 赎罪日.
  ///
  /// It is the day of daylight: the feast begins at sunset of the eve. See ``HebrewCalendar/feast(month:day:in:)``.
  case hebrew(month: Int, day: Int)

  /// A day of a month of the Umm al-Qura calendar, or all of the month: `I10-1` is 开斋节, `I9` 斋月.
  case islamic(month: Int, day: Int?)

  /// So many days after one that is listed by year: `Tdiwali`, `Tdiwali-1`.
  case listed(ListedFeast, offset: Int)

  /// A feast with so many days after its first.
  indirect case stretch(Feast, more: Int)

  /// The first and the last day of a feast.
  typealias Days = (first: CivilDate, last: CivilDate)

  /// Reads a code; nil when it is none.
  init?(_ code: some StringProtocol) {
    if let plus = code.lastIndex(of: "+") {
      guard let more = Int(code[code.index(after: plus)...]), (1...60).contains(more),
        let first = Feast(code[..<plus]), first.isDay
      else { return nil }
      self = .stretch(first, more: more)
      return
    }
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
    case ("A", 3):
      guard let month = numbers[0], let day = numbers[1], let weekday = numbers[2],
        CivilDate(2001, month, day) != nil, (1...7).contains(weekday)
      else { return nil }
      self = .weekdayFrom(month: month, day: day, weekday: weekday)
    case ("E", _), ("O", _):
      guard let offset = Int(code.dropFirst()), (-366...366).contains(offset) else { return nil }
      self = code.first == "E" ? .easter(offset: offset) : .orthodoxEaster(offset: offset)
    case ("H", 2):
      guard let month = numbers[0], let day = numbers[1], (1...12).contains(month), (1...29).contains(day)
      else { return nil }
      self = .hebrew(month: month, day: day)
    case ("I", 1...2):
      guard let month = numbers[0], (1...12).contains(month) else { return nil }
      guard numbers.count == 2 else {
        self = .islamic(month: month, day: nil)
        return
      }
      guard let day = numbers[1], (1...29).contains(day) else { return nil }
      self = .islamic(month: month, day: day)
    case ("T", _):
      let name = code.dropFirst().prefix { $0.isLetter }
      let rest = code.dropFirst(1 + name.count)
      guard let feast = ListedFeast(name), let offset = rest.isEmpty ? 0 : Int(rest),
        (-366...366).contains(offset)
      else { return nil }
      self = .listed(feast, offset: offset)
    default: return nil
    }
  }

  /// Whether it is one day in each of its years, to which others may be added.
  private var isDay: Bool {
    switch self {
    case .stretch, .islamic(_, nil): false
    default: true
    }
  }

  /// Its day of a Gregorian year, the first if there are several, or nil where the calendar is not known.
  ///
  /// Feasts of the first eleven Chinese months are those of the Chinese year of that number. Those of the twelfth
  /// belong to the new year that they lead to, as one speaks of them: 2024年除夕 is 9 February 2024 and 2024年小年
  /// 2 February. 腊八 may fall before New Year's Day: the one within the Gregorian year is meant if there is one.
  func date(in year: Int) -> CivilDate? { days(in: year)?.first }

  /// Its first and its last day, where the first is within a Gregorian year; the same but for stretches.
  func days(in year: Int) -> Days? { occurrences(in: year).first }

  /// Its first and last days as often as they begin within a Gregorian year: a feast of the Islamic year, which is
  /// shorter, may do so twice.
  func occurrences(in year: Int) -> [Days] {
    guard (-9_999...9_999).contains(year) else { return [] }
    switch self {
    case .stretch(let feast, let more):
      return feast.occurrences(in: year).map { ($0.first, $0.last.adding(days: more)) }
    case .islamic(let month, let day):
      return IslamicCalendar.occurrences(month: month, day: day, in: year)
    case .listed(let feast, let offset):
      return feast.days(in: year).map { [($0.first.adding(days: offset), $0.last.adding(days: offset))] }
        ?? []
    default: return day(of: year).map { [($0, $0)] } ?? []
    }
  }

  /// The only day of a feast that has one.
  private func day(of year: Int) -> CivilDate? {
    switch self {
    case .stretch, .islamic, .listed: return nil
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
    case .weekdayFrom(let month, let day, let weekday):
      guard let first = CivilDate(year, month, day) else { return nil }
      return first.adding(days: (weekday - first.weekday + 7) % 7)
    case .easter(let offset): return Easter.western(of: year)?.adding(days: offset)
    case .orthodoxEaster(let offset): return Easter.orthodox(of: year)?.adding(days: offset)
    case .hebrew(let month, let day): return HebrewCalendar.feast(month: month, day: day, in: year)
    }
  }

  /// Its first and last day, those that begin nearest to a day.
  func days(nearest day: CivilDate) -> Days? {
    (-1...1).flatMap { occurrences(in: day.year + $0) }
      .min { abs($0.first.ordinal - day.ordinal) < abs($1.first.ordinal - day.ordinal) }
  }

  /// Its first and last day, the next that do not end before a day.
  func days(from day: CivilDate) -> Days? {
    (-1...1).flatMap { occurrences(in: day.year + $0) }.filter { $0.last >= day }.min { $0.first < $1.first }
  }
}
