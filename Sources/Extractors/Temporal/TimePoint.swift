import DocumentModel

/// A point of the calendar as the words give it: every part may be missing or relative.
struct TimePoint: Hashable {
  /// A year, month or day that is named, or counted from another.
  enum Reference: Hashable {
    /// The number itself.
    case absolute(Int)

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
  /// `SP`, `SU`, `FA` or `WI`.
  var season: String?
  var month: Reference?
  /// 上旬 1, 中旬 2, 下旬 3.
  var third: Int?
  var week: Int?
  var weekday: Int?
  var day: Reference?
  /// `MO`, `MI`, `AF`, `EV` or `NI`.
  var part: String?
  var hour: Int?
  var minute: Int?
  var second: Int?
  var edge: TemporalExpression.Modifier?

  /// Whether nothing was read.
  var isEmpty: Bool { self == TimePoint() }

  /// Whether it names a time of day.
  var hasTime: Bool { part != nil || hour != nil }

  /// Takes from another point, the first of a range, the parts above its own largest.
  func completed(by other: TimePoint) -> TimePoint {
    var whole = self
    let isSmallerThanYear = year == nil && century == nil && decade == nil && week == nil
    if isSmallerThanYear, !isRelativeDay { whole.year = other.year }
    if decade != nil, century == nil, year == nil { whole.century = other.century }
    let isSmallerThanMonth =
      isSmallerThanYear && month == nil && half == nil && quarters == nil && season == nil
    if isSmallerThanMonth, !isRelativeDay, day != nil || hasTime || third != nil { whole.month = other.month }
    if isSmallerThanMonth, day == nil, weekday == nil, hasTime { whole.day = other.day }
    if whole.day == other.day, part == nil, hour != nil { whole.part = other.part }
    return whole
  }

  private var isRelativeDay: Bool {
    if case .absolute = day { return false }
    return day != nil
  }
}
