import DocumentModel
import RuleEngine
import TextProcessing

/// Times that are said twice: 今天（3月15日）, 今晚（3月15日）8点, 从明天（3月16日）起.
extension PointReader {
  /// A time with another spelling of it in brackets.
  func gloss(_ match: Match, _ context: Context) -> [Finding] { found(match, glossed(match)) }

  /// From such a time on, with the 从 before it.
  func glossSince(_ match: Match, _ context: Context) -> [Finding] {
    guard var expression = glossed(match), let start = expression.interval?.start
    else {
      return []
    }
    expression.value += "/.."
    expression.interval = .init(start: start, end: nil)
    let units = match.text.units
    let first = match.range.lowerBound
    let isLed = first > 0 && PointReader.isLed(by: units[first - 1])
    // 今天开始 tells what begins, 从今天开始 from when on.
    let isOnward = isLed || units[match.range.upperBound - 1] == 0x8D77
    guard isOnward else { return [] }
    let range = (isLed ? first - 1 : first)..<match.range.upperBound
    return [Finding(range, .temporal(expression))]
  }

  /// Whether a unit is 自 or 从.
  private static func isLed(by unit: UInt16) -> Bool { unit == 0x81EA || unit == 0x4ECE }

  private func glossed(_ match: Match) -> TemporalExpression? {
    guard case .temporal(let said) = match.mentions(in: "said").first?.value,
      case .temporal(let spelled) = match.mentions(in: "spelled").first?.value,
      said.timex != .duration, said.timex != .set, !said.value.contains("/"),
      spelled.timex == .date || spelled.timex == .time
    else { return nil }
    // What is said may be relative; what is spelled out beside it says which day it is.
    guard said.anchor != nil || said.value == spelled.value else { return nil }
    let isPart = said.timex == .time && spelled.timex == .date
    var time = isPart ? said.value.split(separator: "T").last.map(String.init) : nil
    var hours = isPart ? said.interval : nil
    if case .temporal(let clock)? = match.mentions(in: "clock").first?.value {
      guard clock.timex == .time, !clock.value.contains("/"),
        let spoken = clock.value.split(separator: "T").last
      else { return nil }
      time = Self.clock(String(spoken), in: time)
      hours = clock.interval
    } else if let told = match["told"] {
      guard let point = parser.parse(told) else { return nil }
      if let hour = point.hour {
        // What has no part of the day before it may be no clock time: 8点建议.
        guard isPart else { return nil }
        time = Self.clock(
          ISO8601.clock(hour * 3_600 + (point.minute ?? 0) * 60, hasSeconds: false), in: time)
      } else {
        guard !isPart, spelled.timex == .date, let part = point.part, let told = point.partHours else {
          return nil
        }
        time = part
        hours = .init(
          start: "T" + ISO8601.clock(told.lowerBound * 3_600, hasSeconds: false),
          end: "T" + ISO8601.clock(told.upperBound * 3_600 + 3_540, hasSeconds: false))
      }
    }
    guard let time else { return spelled }
    let (day, value) = (spelled.value, spelled.value + "T" + time)
    var expression = TemporalExpression(.time, value, interval: spelled.interval, anchor: spelled.anchor)
    if let instant = ReferencePoint(value).second {
      // A full hour is all of it.
      let end = instant % 3_600 == 0 ? instant + 3_540 : instant
      expression.interval = .init(
        start: day + "T" + ISO8601.clock(instant, hasSeconds: false),
        end: day + "T" + ISO8601.clock(end, hasSeconds: false))
    } else if let start = hours?.start?.split(separator: "T").last,
      let end = hours?.end?.split(separator: "T").last,
      start.contains(":"), end.contains(":")
    {
      expression.interval = .init(start: day + "T" + start, end: day + "T" + end)
    }
    return expression
  }

  /// A clock time within a part of the day that was named apart from it: 9:30 in the evening is 21:30.
  private static func clock(_ time: String, in part: String?) -> String {
    guard let part, let hour = Int(time.prefix(2)), hour < 12, ["AF", "EV", "NI"].contains(part) else {
      return time
    }
    return ISO8601.padded(hour + 12, to: 2) + time.dropFirst(2)
  }
}
