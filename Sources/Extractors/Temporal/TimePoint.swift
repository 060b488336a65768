import DocumentModel

/// A point of the calendar as the words give it: every part may be missing or relative.
struct TimePoint: Hashable {
  /// A year, month or day that is named, or counted from another.
  enum Reference: Hashable {
    /// The number itself.
    case absolute(Int)

    /// The last two digits of a year: 91年, 08年.
    case short(Int)

    /// So many after that of the document.
    case document(Int)

    /// So many after that of the time spoken of last.
    case context(Int)
  }

  var century: Reference?
  /// The decade within its century: 9 for 90年代; with its upper end for 五六十年代.
  var decade: ClosedRange<Int>?
  var year: Reference?
  var half: Int?
  var quarters: ClosedRange<Int>?
  /// A quarter counted from that of the document: 上季度.
  var quarter: Int?
  /// `SP`, `SU`, `FA` or `WI`.
  var season: String?
  var month: Reference?
  /// 上旬 1, 中旬 2, 下旬 3; 上半月 4, 下半月 5; 中下旬 6, 上中旬 7.
  var third: Int?
  /// A day or month of the Chinese calendar.
  var lunar: LunarDate?
  /// A festival, solar term or holiday.
  var feast: Feast?
  /// Whether the feast's name is a day only where the text marks it as one: 五一, 清明, 世界水日.
  var isFeastMarked = false
  /// Whether the days off around the feast are meant: 国庆假期.
  var isHoliday = false
  /// Whether the feast is that of the Eastern church.
  var isOrthodox = false
  /// A stretch within what stands before it: 前两个月, 第三周.
  var stretch: Stretch?
  /// A week counted from that of the document.
  var week: Int?
  /// Monday 1 to Sunday 7; 8 for the weekend.
  var weekday: Int?
  var day: Reference?
  /// `MO`, `MI`, `AF`, `EV` or `NI`.
  var part: String?
  /// The hours of that part, both included: 8…11 for 上午.
  var partHours: ClosedRange<Int>?
  var hour: Int?
  /// The later hour of two: 七八点.
  var lastHour: Int?
  var minute: Int?
  var second: Int?
  /// The offset from UTC that was stated: `+08:00`.
  var zone: String?
  var edge: TemporalExpression.Modifier?

  /// Whether nothing was read.
  var isEmpty: Bool {
    year == nil && month == nil && day == nil && !hasTime && !hasDay && century == nil && decade == nil
      && half == nil
      && quarters == nil && quarter == nil && season == nil && third == nil && stretch == nil && week == nil
      && edge == nil
  }

  /// Whether it names a time of day.
  var hasTime: Bool { part != nil || hour != nil }

  /// Whether it names a day, by whatever name.
  var hasDay: Bool { day != nil || weekday != nil || feast != nil || lunar != nil }

  /// Takes from another point, the first of a range, the parts above its own largest.
  func completed(by other: TimePoint) -> TimePoint {
    var whole = self
    let isSmallerThanYear =
      year == nil && century == nil && decade == nil && week == nil && quarter == nil && !isRelativeMonth
    if isSmallerThanYear, !isRelativeDay { whole.year = other.year }
    if decade != nil, century == nil, year == nil { whole.century = other.century }
    let isSmallerThanMonth =
      isSmallerThanYear && month == nil && half == nil && quarters == nil && season == nil && feast == nil
      && lunar == nil
    if isSmallerThanMonth, !isRelativeDay, day != nil || hasTime || third != nil {
      whole.month = other.month
      if day == nil { whole.lunar = other.lunar }
    }
    if isSmallerThanMonth, day == nil, weekday == nil, hasTime {
      whole.day = other.day
      whole.week = other.week
      whole.weekday = other.weekday
      whole.feast = other.feast
    }
    if isSmallerThanMonth, weekday != nil, week == nil { whole.week = other.week }
    if whole.day == other.day, whole.weekday == other.weekday, part == nil, let hour, hour < 12 {
      whole.part = other.part
      if let first = other.hour, hour <= first, other.part == "MO" { whole.part = "AF" }
    }
    return whole
  }

  /// The same of the month of the document: 上半月.
  var ofThisMonth: TimePoint {
    var whole = self
    whole.month = .document(0)
    return whole
  }

  private var isRelativeMonth: Bool {
    if case .absolute = month { return false }
    return month != nil
  }

  private var isRelativeDay: Bool {
    if case .absolute = day { return false }
    return day != nil
  }
}

/// A stretch counted within a longer one: the first two months of a year, its last ten days, its third week.
struct Stretch: Hashable {
  /// Which of them.
  enum Side: Hashable { case first, last, nth, nthLast }

  /// What is counted.
  enum Unit: Hashable { case day, week, month, quarter, year, weekday(Int) }

  var side: Side
  var count: Int
  var unit: Unit
}
