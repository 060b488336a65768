import DocumentModel
import TextProcessing

/// A length of time as the words give it: 10年, 一年半, 8天20小时, 两三个月.
struct Length {
  /// A number of one unit.
  struct Part {
    /// How it is spelled in ISO 8601: `Y` `M` `W` `D`, and `H` `M` `S` behind the `T`.
    var unit: Unit
    var low: DecimalNumber
    /// The upper end where the number is vague.
    var high: DecimalNumber?
  }

  /// A unit of ISO 8601.
  enum Unit: String {
    case year = "Y"
    case month = "M"
    case week = "W"
    case day = "D"
    case hour = "TH"
    case minute = "TM"
    case second = "TS"

    var isClock: Bool { rawValue.utf8.count == 2 }
    var letter: Character { rawValue.last ?? "D" }
  }

  /// The parts, the largest first.
  var parts: [Part]

  /// Whether it was said to be somewhat more: 三年多.
  var isMore = false

  /// Whether it was said to be at least that: 上千年.
  var isAtLeast = false

  /// The value: `P10Y`, `P1Y6M`, `P8DT20H`, `P2Y/P3Y`, `PXY` where the number is vague.
  var value: String {
    guard parts.count == 1, let high = parts[0].high else {
      return Length.spelled(parts.map { ($0.unit, $0.low) })
    }
    let part = parts[0]
    guard part.low != high, Length.isNarrow(part.low, high) else {
      return (part.unit.isClock ? "PTX" : "PX") + String(part.unit.letter)
    }
    return Length.spelled([(part.unit, part.low)]) + "/" + Length.spelled([(part.unit, high)])
  }

  private static func spelled(_ parts: [(unit: Unit, number: DecimalNumber)]) -> String {
    var text = "P"
    var isClock = false
    for part in parts {
      if part.unit.isClock, !isClock {
        text += "T"
        isClock = true
      }
      text += "\(part.number)"
      text.append(part.unit.letter)
    }
    return text
  }

  /// Whether two ends are what somebody counted (两三年) rather than vague (几十年).
  private static func isNarrow(_ low: DecimalNumber, _ high: DecimalNumber) -> Bool {
    guard let limit = low.multiplied(by: 4) else { return false }
    return high < limit
  }

  /// How long it is in whole months, days and seconds, where it is exact.
  var total: (months: Int, days: Int, seconds: Int)? {
    var total = (months: 0, days: 0, seconds: 0)
    for part in parts {
      guard part.high == nil, let count = part.low.integer, abs(count) < 100_000_000 else { return nil }
      switch part.unit {
      case .year: total.months += 12 * count
      case .month: total.months += count
      case .week: total.days += 7 * count
      case .day: total.days += count
      case .hour: total.seconds += 3_600 * count
      case .minute: total.seconds += 60 * count
      case .second: total.seconds += count
      }
    }
    return total
  }

  /// The smallest unit that it names.
  var grain: Unit { parts.last?.unit ?? .day }

  /// The sum of it and another, or nil when the other is not of smaller units, or as long as one of the last: 一年365天.
  func adding(_ other: Length) -> Length? {
    guard let last = parts.last, let next = other.parts.first, last.high == nil,
      next.unit.rank > last.unit.rank,
      next.low < DecimalNumber(Int128(last.unit.seconds / next.unit.seconds))
    else { return nil }
    return Length(parts: parts + other.parts, isMore: isMore || other.isMore, isAtLeast: isAtLeast)
  }
}

extension Length.Unit {
  /// How long it is at least.
  fileprivate var seconds: Int {
    switch self {
    case .year: 365 * 86_400
    case .month: 30 * 86_400
    case .week: 7 * 86_400
    case .day: 86_400
    case .hour: 3_600
    case .minute: 60
    case .second: 1
    }
  }

  /// Its place among the units, the longest first.
  fileprivate var rank: Int { -seconds }
}
