import DocumentModel
import TextProcessing

/// Spells lengths of time as ISO 8601 does: `P10Y`, `P1Y6M`, `PT68M`, `PXY` where the number is vague.
enum DurationReader {
  /// How a unit of time is spelled: its letter, how many of them it is, and whether it follows the `T`.
  private static let units: [String: (letter: String, factor: Int, isTime: Bool)] = [
    "年": ("Y", 1, false), "年头": ("Y", 1, false), "周年": ("Y", 1, false), "年度": ("Y", 1, false),
    "载": ("Y", 1, false),
    "世纪": ("Y", 100, false), "月": ("M", 1, false), "季度": ("M", 3, false), "周": ("W", 1, false),
    "星期": ("W", 1, false), "天": ("D", 1, false), "日": ("D", 1, false), "夜": ("D", 1, false),
    "小时": ("H", 1, true), "钟头": ("H", 1, true), "分钟": ("M", 1, true), "分": ("M", 1, true),
    "秒钟": ("S", 1, true), "秒": ("S", 1, true),
  ]

  /// The value of a number of units; `half` adds or makes half of one: 一年半, 半年.
  static func value(_ number: Numeral?, unit: String, half: Bool) -> String? {
    let unit = unit.hasPrefix("个") ? String(unit.dropFirst()) : unit
    guard let (letter, factor, isTime) = units[unit] else { return nil }
    let prefix = isTime ? "PT" : "P"
    guard let number else { return half ? halved(unit) : nil }
    if let high = number.high {
      guard number.low != high, isNarrow(number.low, high) else { return prefix + "X" + letter }
      guard let low = number.low.multiplied(by: DecimalNumber(Int128(factor))),
        let top = high.multiplied(by: DecimalNumber(Int128(factor)))
      else { return nil }
      return prefix + "\(low)" + letter + "/" + prefix + "\(top)" + letter
    }
    guard let amount = number.low.multiplied(by: DecimalNumber(Int128(factor))) else { return nil }
    guard half else { return prefix + "\(amount)" + letter }
    let more = halved(unit)?.drop { $0 == "P" || $0 == "T" }
    return more.map { prefix + "\(amount)" + letter + (isTime || !$0.hasSuffix("H") ? "" : "T") + $0 }
  }

  /// Whether two ends are what somebody counted (两三年) rather than vague (几十年).
  private static func isNarrow(_ low: DecimalNumber, _ high: DecimalNumber) -> Bool {
    guard let limit = low.multiplied(by: 4) else { return false }
    return high < limit
  }

  private static func halved(_ unit: String) -> String? {
    switch unit {
    case "年", "周年", "年度": "P6M"
    case "世纪": "P50Y"
    case "月": "P15D"
    case "天", "日": "PT12H"
    case "小时", "钟头": "PT30M"
    case "分钟", "分": "PT30S"
    default: nil
    }
  }
}
