import DocumentModel
import RuleEngine
import TextProcessing

/// Periods that are computed from a number.
extension PeriodReader {
  // MARK: Five-year plans

  /// The years of the n-th five-year plan: from 1953 and 1958, and from 1966 on every five years, since none was
  /// in force from 1963 to 1965.
  static func years(ofPlan number: Int) -> ClosedRange<Int>? {
    guard (1...30).contains(number) else { return nil }
    let start = number < 3 ? 1948 + 5 * number : 1951 + 5 * number
    return start...(start + 4)
  }

  /// The years of a five-year plan, or some of them: “十四五”时期, “七五”前两年, “十四五”规划收官之年.
  @Sendable func plan(_ match: Match, _ context: Context) -> [Finding] {
    guard let name = match["plan"], var years = Self.planNumber(name).flatMap(Self.years(ofPlan:)) else {
      return []
    }
    // Without quotes 十五末 and 三五之前 may count anything.
    let isNamed = name.count > 3 || !Self.isNumber(name[name.startIndex])
    let isWhole = match.has("whole") || match.has("whole2")
    if !isNamed, !isWhole, match.has("edge") || match.has("bound") { return [] }
    // “十四五”规划前期 is what comes before the plan is made, “十四五”规划末 its end.
    if !isWhole, let edge = match["edge"], name.last == 0x5212, !edge.contains(0x672B) { return [] }  // 划 末
    var findings: [Finding] = []
    var place = match.range("plan") ?? match.range
    for capture: CaptureName in ["second", "third", "last"] {
      guard let next = match.range(capture) else { continue }
      guard let other = Self.planNumber(match.text.units[next]).flatMap(Self.years(ofPlan:)),
        other.lowerBound > years.lowerBound
      else { return [] }
      if capture == "last" {
        years = years.lowerBound...other.upperBound
      } else {
        // “十三五”“十四五”时期: each is a period of its own.
        findings.append(Finding(place, .temporal(.years(years))))
        (years, place) = (other, next)
      }
    }
    let range = (findings.isEmpty ? match.range : place).lowerBound..<match.range.upperBound
    return part(of: years, match).map { findings + [Finding(range, .temporal($0))] } ?? []
  }

  private func part(of years: ClosedRange<Int>, _ match: Match) -> TemporalExpression? {
    func number(_ name: CaptureName) -> Int? {
      match[name].flatMap(ChineseNumeral.integer).flatMap { (1...5).contains($0) ? $0 : nil }
    }
    if let count = number("first") { return span(years.lowerBound...(years.lowerBound + count - 1)) }
    if let count = number("final") { return span((years.upperBound - count + 1)...years.upperBound) }
    if let place = number("year") { return .year(years.lowerBound + place - 1) }
    if match.has("opening") { return .year(years.lowerBound) }
    if match.has("closing") { return .year(years.upperBound) }
    if let bound = match["bound"] {
      // 以来, 前, 后 at the end of the word.
      let whole = TemporalExpression.years(years)
      if bound.last == 0x6765 {  // 来
        return TemporalExpression(
          .date, ISO8601.year(years.lowerBound) + "/..",
          interval: .init(start: whole.interval?.start, end: nil))
      }
      let isBefore = bound.last == 0x524D  // 前
      return TemporalExpression(
        .date, ISO8601.year(isBefore ? years.lowerBound : years.upperBound),
        modifier: isBefore ? .before : .after,
        interval: isBefore
          ? .init(start: nil, end: whole.interval?.start) : .init(start: whole.interval?.end, end: nil))
    }
    var expression = TemporalExpression.years(years, modifier: edge(match))
    // The first year, the third or the last.
    switch expression.modifier {
    case .start: expression.interval = .years(years.lowerBound...years.lowerBound)
    case .mid: expression.interval = .years((years.lowerBound + 2)...(years.lowerBound + 2))
    case .end: expression.interval = .years(years.upperBound...years.upperBound)
    default: break
    }
    return expression
  }

  private func span(_ years: ClosedRange<Int>) -> TemporalExpression {
    years.count == 1 ? .year(years.lowerBound) : .years(years)
  }

  /// The number of a plan by its name: 14 for “十四五” and 第十四个五年规划.
  private static func planNumber(_ name: ArraySlice<UInt16>) -> Int? {
    var units = name
    if units.first == 0x7B2C {  // 第
      units = units.dropFirst().prefix { $0 != 0x4E2A }  // 个
      return ChineseNumeral.integer(units)
    }
    units = units.drop { !isNumber($0) }.prefix(while: isNumber)
    guard units.count > 1, units.last == 0x4E94 else { return nil }  // 五
    return ChineseNumeral.integer(units.dropLast())
  }

  private static func isNumber(_ unit: UInt16) -> Bool {
    ChineseNumeral.digit(unit) != nil || ChineseNumeral.scale(unit) != nil
  }

  // MARK: The common era

  /// A year or century of the common era, or from one to another: 公元前221年, 公元前5世纪.
  @Sendable func commonEra(_ match: Match, _ context: Context) -> [Finding] {
    guard let number = match["year"].flatMap(Self.eraYear), number > 0 else { return [] }
    let isBefore = match.has("before")
    var expression: TemporalExpression
    if let last = match["last"].flatMap(Self.eraYear) {
      // 公元前475—221年 goes on before the era, 公元前206—220年 does not.
      let isLastBefore = match.has("before2") || (isBefore && !match.has("common") && last < number)
      let isCentury = match["century2"] != nil
      guard last > 0, isCentury || !match.has("century"),
        let from = Self.years(number, isBefore: isBefore, isCentury: isCentury),
        let to = Self.years(last, isBefore: isLastBefore, isCentury: isCentury),
        from.lowerBound < to.upperBound
      else { return [] }
      expression = .years(from.lowerBound...to.upperBound)
      if isCentury {
        expression.value =
          Self.century(number, isBefore: isBefore) + "/" + Self.century(last, isBefore: isLastBefore)
      }
    } else {
      guard let from = match["from"]?.last, from == 0x5E74 || from == 0x7EAA else { return [] }  // 年 纪
      let isCentury = match.has("century")
      guard let years = Self.years(number, isBefore: isBefore, isCentury: isCentury) else { return [] }
      expression = isCentury ? .years(years) : .year(years.lowerBound)
      if isCentury { expression.value = Self.century(number, isBefore: isBefore) }
    }
    if let edge = edge(match) { expression.modifier = edge }
    if match.has("about") { expression.modifier = .approx }
    return [Finding(match.range, .temporal(expression))]
  }

  /// A year as a number or digit by digit: 221, 二二一, 二百二十一, 元.
  private static func eraYear(_ units: ArraySlice<UInt16>) -> Int? {
    if units.count == 1, units.first == 0x5143 { return 1 }  // 元
    guard units.count > 1, units.allSatisfy({ ChineseNumeral.digit($0) != nil }) else {
      return ChineseNumeral.integer(units)
    }
    return units.reduce(0) { $0 * 10 + (ChineseNumeral.digit($1) ?? 0) }
  }

  /// The years of ISO 8601 of a year or a century; the year before year 1 is 0.
  private static func years(_ number: Int, isBefore: Bool, isCentury: Bool) -> ClosedRange<Int>? {
    if isCentury {
      guard number <= 30 else { return nil }
      return isBefore ? (1 - 100 * number)...(100 - 100 * number) : (100 * number - 99)...(100 * number)
    }
    let year = isBefore ? 1 - number : number
    return year...year
  }

  /// A century in EDTF: `06XX` for the seventh, `-04XX` for the fifth before the era.
  private static func century(_ number: Int, isBefore: Bool) -> String {
    (isBefore ? "-" : "") + ISO8601.padded(number - 1, to: 2) + "XX"
  }

  // MARK: Terms of government

  /// A time counted from a session of the National People's Congress or of the conference beside it.
  ///
  /// Both are elected for five years, and since 1993 they have met in March of each, save in May of 2020.
  @Sendable func congressSession(_ match: Match, _ context: Context) -> [Finding] {
    guard let term = (match["term"] ?? match["term2"]).flatMap(ChineseNumeral.integer),
      (8...30).contains(term),
      let session = (match["session"] ?? match["session2"]).flatMap(ChineseNumeral.integer),
      (1...5).contains(session), let bound = bound(match),
      case let year = 1953 + 5 * term + session - 1,
      let days = EventDays(ISO8601.month(year, year == 2020 ? 5 : 3)), let expression = days.expression(bound)
    else { return [] }
    return [Finding(range(of: match, bound), .temporal(expression))]
  }

  /// The term of the central government that a document speaks of as its own or the one before.
  @Sendable func governmentTerm(_ match: Match, _ context: Context) -> [Finding] {
    guard let date = context.document.referenceDate.flatMap({ CivilDate($0) }), date.year >= 1978,
      Self.speaksOfCentralGovernment(context.text)
    else { return [] }
    // A government is made in March of the first year, days after the report of the one before it.
    var start = date.year - (date.year - 1978) % 5
    if date.year == start, (date.month, date.day) < (3, 11) { start -= 5 }
    if match["which"]?.first == 0x4E0A { start -= 5 }  // 上
    guard start >= 1978 else { return [] }
    let first = ISO8601.month(start, 3)
    let last = ISO8601.month(start + 5, 3)
    let whole = TemporalExpression.Interval(start: first + "-01", end: last + "-31")
    var expression = TemporalExpression(.date, first + "/" + last, interval: whole)
    if match.has("since") || match.has("since2") {
      expression.value = first + "/.."
      expression.interval?.end = nil
    }
    if let edge = match["edge"] ?? match["edge2"] {
      // 初 of 初 and 之初
      expression.modifier = edge.last == 0x521D ? .start : .end
    }
    expression.anchor = .init(date: ISO8601.day(date), origin: .document)
    return [Finding(match.range, .temporal(expression))]
  }

  /// Whether a text is of the State Council or the National People's Congress, by what stands near its beginning:
  /// the terms of other governments begin in other months and years.
  private static func speaksOfCentralGovernment(_ text: FoldedText) -> Bool {
    let head = text.units.prefix(600)
    // 国务院, 全国人, 总理
    return [[0x56FD, 0x52A1, 0x9662], [0x5168, 0x56FD, 0x4EBA], [0x603B, 0x7406]].contains { word in
      head.indices.contains { head[$0...].starts(with: word) }
    }
  }
}
