import DocumentModel

/// Times of day.
extension ResolvedTime {
  /// Adds the time of day that a point names; false when there is none of that name.
  mutating func setTime(of point: TimePoint) -> Bool {
    isTime = true
    guard let hour = point.hour else {
      value += "T" + (point.part ?? "")
      if let day = first, first == last, let hours = point.partHours {
        instants = Self.span(day, hours.lowerBound * 3_600, (hours.upperBound + 1) * 3_600, 60)
      }
      return true
    }
    let start = Self.hour(hour, in: point.part)
    guard start < 24 || (point.minute ?? 0) == 0 || hour < 24 else { return false }
    if start > 24 || (start == 24 && hour != 24), let day = first, first == last {
      // 夜里12点 is the midnight that ends the day.
      self = .day(day.adding(days: 1))
      isTime = true
      return setClock(start - 24, point)
    }
    return setClock(start, point)
  }

  private mutating func setClock(_ hour: Int, _ point: TimePoint) -> Bool {
    let hasSeconds = point.second != nil
    let second = hour * 3_600 + (point.minute ?? 0) * 60 + (point.second ?? 0)
    let grain = hasSeconds ? 1 : point.minute == nil ? 3_600 : 60
    var clock = ISO8601.clock(second, hasSeconds: hasSeconds)
    var end = second + grain
    if let last = point.lastHour {
      let late = Self.hour(last, in: point.part) % 24
      guard late * 3_600 >= second else { return false }
      clock += "/" + value + "T" + ISO8601.clock(late * 3_600, hasSeconds: false)
      end = late * 3_600 + grain
    }
    if let day = first, first == last { instants = Self.span(day, second, end, hasSeconds ? 1 : 60) }
    value += "T" + clock + (point.zone ?? "")
    return true
  }

  /// The instants from one second of a day to another, which is left out.
  private static func span(_ day: CivilDate, _ start: Int, _ end: Int, _ grain: Int) -> ClosedRange<Instant> {
    let first = Instant(day, second: start, hasSeconds: grain == 1)
    return first...max(first, Instant(day, second: end - grain, hasSeconds: grain == 1))
  }

  /// An hour of the clock within a part of the day: 8 in the evening is 20, 12 at night 24.
  static func hour(_ hour: Int, in part: String?) -> Int {
    switch part {
    case "AF": hour < 12 ? hour + 12 : hour
    case "EV", "NI": hour == 12 ? 24 : (5...11).contains(hour) ? hour + 12 : hour
    case "MI": hour < 3 ? hour + 12 : hour
    case "MO": hour == 12 ? 0 : hour
    default: hour
    }
  }
}

extension ISO8601 {
  /// A second of the day: `09:00`, `09:00:30`, `24:00`.
  static func clock(_ second: Int, hasSeconds: Bool) -> String {
    let minutes = padded(second / 3_600, to: 2) + ":" + padded(second / 60 % 60, to: 2)
    return hasSeconds ? minutes + ":" + padded(second % 60, to: 2) : minutes
  }
}
