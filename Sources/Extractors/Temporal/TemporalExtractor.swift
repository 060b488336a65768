import DocumentModel
package import RuleEngine
import TextProcessing

extension Extractor {
  /// Times: `去年十月`, `2021年至2025年`, `10年来`, `每年`, `汉代`, `近年来`.
  ///
  /// The patterns and the words are in `Rules/temporal.yaml`; here stands only what a match means.
  package static let temporal = Extractor("temporal", gazetteers: ["party-sessions"]) { tables in
    let reader = TemporalReader(tables)
    return [
      "point": reader.point, "range": reader.range, "open": reader.open, "duration": reader.duration,
      "ago": reader.ago, "set": reader.set, "vague": reader.vague, "gloss": reader.gloss,
      "first-months": reader.firstMonths,
    ].merging(PeriodReader(tables).readings) { $1 }
  }
}

/// What the rules of the temporal pack mean.
struct TemporalReader: Sendable {
  private let parser: TimePointParser
  private let bounds: Lexicon
  private let qualifiers: Lexicon
  private let qualifiersAfter: Lexicon
  private let vagueTimes: Lexicon

  init(_ tables: RuleTables) {
    parser = TimePointParser(tables)
    bounds = tables.lexicon("bounds")
    qualifiers = tables.lexicon("qualifiers")
    qualifiersAfter = tables.lexicon("qualifiers-after")
    vagueTimes = tables.lexicon("vague-times")
  }

  private func column(_ lexicon: Lexicon, _ units: ArraySlice<UInt16>?, _ index: Int = 0) -> String? {
    guard let units, let entry = lexicon.entry(units), entry.columns.indices.contains(index) else {
      return nil
    }
    return entry.columns[index]
  }

  private func found(_ match: Match, _ expression: TemporalExpression?) -> [Finding] {
    expression.map { [Finding(match.range, .temporal($0))] } ?? []
  }

  // MARK: Points

  /// One point of the calendar.
  @Sendable func point(_ match: Match, _ context: Context) -> [Finding] {
    let units = match["point"] ?? match.text.units[match.range]
    guard let point = parser.parse(units) else { return [] }
    let anchor = TimeAnchor(context, before: match.range.lowerBound)
    return found(match, TimeResolver(anchor: anchor).resolve(point)?.expression)
  }

  /// From one point to another, which shares the parts it does not name.
  @Sendable func range(_ match: Match, _ context: Context) -> [Finding] {
    guard let first = match["from"], let second = match["to"], let to = parser.parse(second) else {
      return []
    }
    // 7至8月, 2021至2025年: the first end takes the unit of the last.
    guard var from = parser.parse(first) ?? parser.parse(first + unit(of: second)) else { return [] }
    if from.year == nil, to.year != nil, from.month != nil { from.year = to.year }
    if to.part != nil, from.part == nil, from.hour != nil, from.day == to.day { from.part = to.part }
    let anchor = TimeAnchor(context, before: match.range.lowerBound)
    let resolver = TimeResolver(anchor: anchor)
    guard let a = resolver.resolve(from), let b = resolver.resolve(to.completed(by: from)) else { return [] }
    if let start = a.first, let end = b.last, end < start { return [] }
    var expression = TemporalExpression(a.isTime || b.isTime ? .time : .date, a.value + "/" + b.value)
    if let start = a.interval?.start, let end = b.interval?.end {
      expression.interval = .init(start: start, end: end)
    }
    expression.anchor = a.anchor ?? b.anchor
    return found(match, expression)
  }

  private func unit(of units: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
    var start = units.startIndex
    while start < units.endIndex,
      ChineseNumeral.digit(units[start]) != nil || ChineseNumeral.scale(units[start]) != nil
    { start += 1 }
    return units[start...].prefix(1)
  }

  /// A point with a bound: 2013年以来, 2030年前, 今年以后.
  @Sendable func open(_ match: Match, _ context: Context) -> [Finding] {
    guard let units = match["point"], let point = parser.parse(units),
      let bound = column(bounds, match["bound"])
    else { return [] }
    let anchor = TimeAnchor(context, before: match.range.lowerBound)
    guard let resolved = TimeResolver(anchor: anchor).resolve(point) else { return [] }
    var expression = resolved.expression
    switch bound {
    case "since":
      expression.value = resolved.value + "/.."
      expression.interval = resolved.interval.map { .init(start: $0.start, end: nil) }
    case "before":
      // 年底前: until the last day of the year.
      if point.edge == .end, let last = resolved.last { expression.value = ISO8601.day(last) }
      expression.modifier = .before
      expression.interval = resolved.interval.map { .init(start: nil, end: $0.end) }
    case "after":
      expression.modifier = .after
      expression.interval = resolved.interval.map { .init(start: $0.start, end: nil) }
    default: return []
    }
    return found(match, expression)
  }

  /// A time with another spelling of it in brackets: 今天（3月15日）.
  @Sendable func gloss(_ match: Match, _ context: Context) -> [Finding] {
    guard case .temporal(let said) = match.mentions(in: "said").first?.value,
      case .temporal(let spelled) = match.mentions(in: "spelled").first?.value,
      said.timex != .duration, said.timex != .set, spelled.timex == .date || spelled.timex == .time
    else { return [] }
    // What is said may be relative; what is spelled out beside it says which day it is.
    guard said.anchor != nil || said.value == spelled.value else { return [] }
    var expression = spelled
    let isPart = said.timex == .time && spelled.timex == .date
    var time = isPart ? said.value.split(separator: "T").last.map(String.init) : nil
    if case .temporal(let clock)? = match.mentions(in: "clock").first?.value {
      guard clock.timex == .time, let spoken = clock.value.split(separator: "T").last else { return [] }
      time = TimeResolver.clock(String(spoken), in: time)
    }
    if let time {
      expression = TemporalExpression(
        .time, spelled.value + "T" + time, interval: spelled.interval, anchor: spelled.anchor)
    }
    return found(match, expression)
  }

  // MARK: Lengths

  /// A length of time: 10年来, 三年, 一年半, 未来五年.
  @Sendable func duration(_ match: Match, _ context: Context) -> [Finding] {
    found(match, length(of: match))
  }

  private func length(of match: Match) -> TemporalExpression? {
    guard var unit = match.string("unit") else { return nil }
    if let number = match["number"], isYear(number, unit) || isFigurative(number, match) { return nil }
    let numeral = match["number"].flatMap { ChineseNumeral.read($0) }
    // 两个多小时, 两个半小时: the word inside the unit bends the number.
    let inner = unit.hasPrefix("个多") ? "多" : unit.hasPrefix("个半") ? "半" : ""
    if !inner.isEmpty { unit = "个" + unit.dropFirst(2) }
    if match["number"] != nil, numeral == nil { return nil }
    let half = match["half"] != nil || inner == "半"
    guard var value = DurationReader.value(numeral, unit: unit, half: half) else { return nil }
    if let upper = match["upper"] {
      guard let high = ChineseNumeral.read(upper),
        let end = DurationReader.value(high, unit: unit, half: false), let low = numeral, low.low < high.low
      else { return nil }
      value += "/" + end
    }
    if let minutes = match["minutes"] {
      guard value.hasPrefix("PT"), value.hasSuffix("H"),
        let number = ChineseNumeral.integer(minutes.prefix { $0 != 0x5206 })
      else { return nil }
      value += "\(number)M"
    }
    var expression = TemporalExpression(.duration, value)
    if let modifier = column(qualifiers, match["qualifier"]) {
      expression.modifier = .init(rawValue: modifier)
    }
    if let after = column(qualifiersAfter, match["after"]), expression.modifier == nil {
      expression.modifier = .init(rawValue: after)
    }
    if numeral?.isMore == true || match["more"] != nil || inner == "多" { expression.modifier = .moreThan }
    if numeral?.isAtLeast == true { expression.modifier = .atLeast }
    return expression
  }

  /// Whether a number before 年 names a year of the calendar: 1954年.
  private func isYear(_ number: ArraySlice<UInt16>, _ unit: String) -> Bool {
    unit == "年" && number.count == 4 && (number.first == 0x31 || number.first == 0x32)
      && number.allSatisfy(CharacterSort.isDigit)
  }

  /// Whether a number is a scale alone that nothing bends, as in figures of speech: 千年, 千百年.
  private func isFigurative(_ number: ArraySlice<UInt16>, _ match: Match) -> Bool {
    let powers = number.map { ChineseNumeral.scale($0) }
    guard powers.allSatisfy({ $0 != nil && $0 != 1 }), match["qualifier"] == nil else { return false }
    return number.count == 1 || (powers[0] ?? 0) > (powers[1] ?? 0)
  }

  /// So long before or after the document: 2100多年前, 三天后.
  @Sendable func ago(_ match: Match, _ context: Context) -> [Finding] {
    guard let unit = match.string("unit"), let units = match["number"],
      let number = ChineseNumeral.read(units),
      number.high == nil, let count = number.low.integer, count < 100_000_000,
      let bound = column(bounds, match["bound"]),
      let document = context.document.referenceDate.flatMap({ CivilDate($0) })
    else {
      return found(
        match,
        length(of: match).map {
          TemporalExpression(.date, $0.value.contains("X") ? "PAST_REF" : $0.value, modifier: .before)
        })
    }
    let sign = bound == "before" ? -1 : 1
    var expression: TemporalExpression
    switch unit {
    case "年", "周年":
      let year = document.year + sign * count
      expression = TemporalExpression(.date, ISO8601.year(year))
      if let first = CivilDate(year, 1, 1), let last = CivilDate(year, 12, 31), abs(year) < 10_000,
        !number.isMore
      {
        expression.interval = .init(start: ISO8601.day(first), end: ISO8601.day(last))
      }
    case "个月", "月":
      let months = document.year * 12 + document.month - 1 + sign * count
      expression = TemporalExpression(.date, ISO8601.month(months / 12, months % 12 + 1))
    case "天", "日", "周", "个星期", "星期":
      let day = document.adding(days: sign * count * (unit.hasSuffix("周") || unit.hasSuffix("星期") ? 7 : 1))
      expression = TemporalExpression(
        .date, ISO8601.day(day), interval: .init(start: ISO8601.day(day), end: ISO8601.day(day)))
    default: return found(match, length(of: match))
    }
    if number.isMore || match["more"] != nil { expression.modifier = sign < 0 ? .before : .after }
    if let modifier = column(qualifiers, match["qualifier"]), modifier == "approx" {
      expression.modifier = .approx
    }
    expression.anchor = .init(date: ISO8601.day(document), origin: .document)
    return found(match, expression)
  }

  /// Something that comes again: 每年, 每两年, 每周五下午.
  @Sendable func set(_ match: Match, _ context: Context) -> [Finding] {
    if let units = match["point"], let point = parser.parse(units) {
      let resolver = TimeResolver(anchor: TimeAnchor(document: nil))
      guard let resolved = resolver.resolve(point) else { return [] }
      return found(match, TemporalExpression(.set, resolved.value))
    }
    guard let unit = match.string("unit") else { return [] }
    let number = match["number"].map { ChineseNumeral.read($0) } ?? Numeral(low: 1)
    guard let number, let value = DurationReader.value(number, unit: unit, half: false) else { return [] }
    return found(match, TemporalExpression(.set, value))
  }

  // MARK: Words

  /// A time that is only vaguely past, present or future.
  @Sendable func vague(_ match: Match, _ context: Context) -> [Finding] {
    found(match, column(vagueTimes, match.text.units[match.range]).map { TemporalExpression(.date, $0) })
  }

  /// The first months or quarters of a year: 今年前9个月.
  @Sendable func firstMonths(_ match: Match, _ context: Context) -> [Finding] {
    guard let count = match["number"].flatMap({ ChineseNumeral.integer($0) }), let unit = match.string("unit")
    else { return [] }
    let isMonths = unit == "月"
    guard (2...(isMonths ? 12 : 4)).contains(count) else { return [] }
    var first = match["year"].flatMap(parser.parse) ?? TimePoint()
    var last = first
    if isMonths {
      first.month = .absolute(1)
      last.month = .absolute(count)
    } else {
      first.quarters = 1...count
    }
    let resolver = TimeResolver(anchor: TimeAnchor(context, before: match.range.lowerBound))
    guard let a = resolver.resolve(first) else { return [] }
    guard isMonths, let b = resolver.resolve(last) else { return found(match, a.expression) }
    var expression = TemporalExpression(.date, a.value + "/" + b.value, anchor: a.anchor)
    if let start = a.interval?.start, let end = b.interval?.end {
      expression.interval = .init(start: start, end: end)
    }
    return found(match, expression)
  }
}
