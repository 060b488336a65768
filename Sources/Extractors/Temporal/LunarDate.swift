import TextProcessing

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

  /// Reads a date that takes up all the folded units; nil when it is none.
  init?(_ units: ArraySlice<UInt16>) {
    var rest = units
    // 农历 阴历 旧历 夏历, and 的 of 今年农历的
    if rest.count > 2, Self.calendars.contains(rest[rest.startIndex]), rest[rest.startIndex + 1] == 0x5386 {
      rest = rest.dropFirst(2)
      if rest.first == 0x7684 { rest = rest.dropFirst() }
    }
    isLeap = rest.first == 0x95F0  // 闰
    if isLeap { rest = rest.dropFirst() }
    // 月
    guard let end = rest.firstIndex(of: 0x6708), let month = Self.month(rest[..<end]) else { return nil }
    self.month = month
    rest = rest[(end + 1)...]
    if rest.isEmpty { return }
    guard let day = Self.day(rest) else { return nil }
    self.day = day
  }

  /// Its day in a Chinese year, or its first and last day where it is a month.
  func interval(in year: Int) -> (first: CivilDate, last: CivilDate)? {
    guard let length = ChineseCalendar.days(in: month, isLeap: isLeap, of: year),
      let first = ChineseCalendar.date(year: year, month: month, isLeap: isLeap, day: day ?? 1)
    else { return nil }
    return (first, day == nil ? first.adding(days: length - 1) : first)
  }

  /// 农 阴 旧 夏
  private static let calendars: [UInt16] = [0x519C, 0x9634, 0x65E7, 0x590F]

  private static func month(_ units: ArraySlice<UInt16>) -> Int? {
    if units.count == 1 {
      switch units.first {
      case 0x6B63: return 1  // 正
      case 0x51AC: return 11  // 冬
      case 0x814A: return 12  // 腊
      default: break
      }
    }
    return ChineseNumeral.integer(units).flatMap { (1...12).contains($0) ? $0 : nil }
  }

  /// 初一, 十五, 廿三, 二十三, 卅, 三十, each with 日 or without.
  private static func day(_ units: ArraySlice<UInt16>) -> Int? {
    var units = units
    if units.count > 1, units.last == 0x65E5 { units = units.dropLast() }  // 日
    guard let first = units.first, case let rest = units.dropFirst() else { return nil }
    let day: Int?
    switch first {
    case 0x521D:  // 初
      guard let number = ChineseNumeral.integer(rest), (1...10).contains(number) else { return nil }
      day = number
    case 0x5EFF: day = rest.isEmpty ? 20 : digit(rest).map { 20 + $0 }  // 廿
    case 0x5345: day = rest.isEmpty ? 30 : nil  // 卅
    default: day = ChineseNumeral.integer(units)
    }
    return day.flatMap { (1...30).contains($0) ? $0 : nil }
  }

  private static func digit(_ units: ArraySlice<UInt16>) -> Int? {
    guard units.count == 1, let digit = units.first.flatMap(ChineseNumeral.digit), digit > 0 else {
      return nil
    }
    return digit
  }
}
