import DocumentModel
import RuleEngine
import TextProcessing

/// Times that are said twice: 今天（3月15日）, 今晚（3月15日）8点, 从明天（3月16日）起.
extension PointReader {
  /// A time with another spelling of it in brackets.
  func gloss(_ match: Match, _ context: Context) -> [Finding] {
    guard let expression = glossed(match) else {
      // 昨天（3月15日）|8点建议
      guard let told = match.range("told"), let day = glossed(match, isTold: false) else { return [] }
      return [Finding(match.range.lowerBound..<told.lowerBound, .temporal(day))]
    }
    let range = expression.value.contains("/") ? Self.led(match) : match.range
    return [Finding(range, .temporal(expression))]
  }

  /// From such a time to another: 从今天（3月15日）起至21日.
  func glossRange(_ match: Match, _ context: Context) -> [Finding] {
    guard let start = glossed(match), !start.value.contains("/"),
      case .temporal(let end)? = match.mentions(in: "to").first?.value, !end.value.contains("/"),
      end.timex == .date || end.timex == .time,
      let expression = Self.stretch(from: start, to: end)
    else { return [] }
    return [Finding(Self.led(match), .temporal(expression))]
  }

  /// The stretch from one time to another, unless that is before it.
  private static func stretch(from start: TemporalExpression, to end: TemporalExpression)
    -> TemporalExpression?
  {
    let last = end.value.hasPrefix("../") ? end.value.dropFirst(3) : end.value[...]
    guard let first = start.interval?.start, let final = end.interval?.end else { return nil }
    guard first.prefix(10) <= final.prefix(10) else {
      // A day without a year is the next of its name.
      guard end.anchor != nil, let day = CivilDate(end.value),
        let later = CivilDate(day.year + 1, day.month, day.day), first.prefix(10) <= ISO8601.day(later)
      else { return nil }
      let final = ISO8601.day(later)
      return TemporalExpression(
        start.timex, start.value + "/" + final, interval: .init(start: first, end: final),
        anchor: start.anchor)
    }
    return TemporalExpression(
      start.timex == .time || end.timex == .time ? .time : .date, start.value + "/" + last,
      interval: .init(start: first, end: final), anchor: start.anchor ?? end.anchor)
  }

  /// Whether a match goes on from a time: 起, 开始 or another time stands behind it.
  private static func isBegun(_ match: Match) -> Bool {
    match.has("to") || [0x8D77, 0x59CB].contains(match.text.units[match.range.upperBound - 1])
  }

  /// What a match covers, with a 自 or 从 before it.
  private static func led(_ match: Match) -> Range<Int> {
    let first = match.range.lowerBound
    let isLed = first > 0 && isLed(by: match.text.units[first - 1])
    return (isLed ? first - 1 : first)..<match.range.upperBound
  }

  /// From such a time on, with the 从 before it.
  func glossSince(_ match: Match, _ context: Context) -> [Finding] {
    guard var expression = glossed(match), !expression.value.contains("/"),
      let start = expression.interval?.start
    else {
      return []
    }
    expression.value += "/.."
    expression.interval = .init(start: start, end: nil)
    let range = Self.led(match)
    // 今天开始 tells what begins, 从今天开始 from when on.
    guard range != match.range || match.text.units[range.upperBound - 1] == 0x8D77 else { return [] }
    return [Finding(range, .temporal(expression))]
  }

  /// Whether a unit is 自 or 从.
  private static func isLed(by unit: UInt16) -> Bool { unit == 0x81EA || unit == 0x4ECE }

  private func glossed(_ match: Match, isTold: Bool = true) -> TemporalExpression? {
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
      // 今天（3月15日）|夜间到明天, 今天（3月15日）|到4月7日
      if clock.value.contains("/") {
        if !isPart, clock.value.hasPrefix(spelled.value) { return clock }
        return clock.value.hasPrefix("../") && !isPart ? Self.stretch(from: spelled, to: clock) : nil
      }
      guard clock.timex == .time, !clock.value.contains("/"),
        let spoken = clock.value.split(separator: "T").last
      else { return nil }
      time = Self.clock(String(spoken), in: time)
      hours = clock.interval
    } else if isTold, let told = match["told"] {
      guard let point = parser.parse(told) else { return nil }
      if let hour = point.hour {
        // What has no part of the day before it may be no clock time: 8点建议.
        guard isPart || Self.isBegun(match) else { return nil }
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
