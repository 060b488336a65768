import DocumentModel
import RuleEngine
import TextProcessing

/// What rules over lengths of time mean: a length, so long before or after, something that comes again.
struct LengthReader: Sendable {
  let parser: LengthParser
  private let points: TimePointParser
  private let qualifiers: Lexicon
  private let qualifierEndings: Lexicon
  private let qualifiersAfter: Lexicon
  let directions: Lexicon

  /// The same for words that only a text that is nothing else says: 还剩3小时.
  let queryDirections: Lexicon

  init(_ tables: RuleTables, _ points: TimePointParser) {
    parser = LengthParser(tables)
    self.points = points
    qualifiers = tables.lexicon("qualifiers")
    qualifierEndings = tables.lexicon("qualifier-endings")
    qualifiersAfter = tables.lexicon("qualifiers-after")
    directions = tables.lexicon("directions")
    queryDirections = tables.lexicon("query-directions")
  }

  /// The functions that rules name under `means`.
  var readings: [String: Reading] {
    [
      "duration": duration, "ago": ago, "set": set, "neighbours": neighbours, "window": window,
      "onward": onward, "result": result,
    ]
  }

  func found(_ match: Match, _ expression: TemporalExpression?) -> [Finding] {
    expression.map { [Finding(match.range, .temporal($0))] } ?? []
  }

  /// One of a unit: 小时 is 一小时.
  static func one(_ unit: ArraySlice<UInt16>) -> ArraySlice<UInt16> { [0x4E00] + unit }

  // MARK: Lengths

  /// A length of time: 10年来, 三年, 一年半, 未来五年.
  private func duration(_ match: Match, _ context: Context) -> [Finding] {
    guard let whole = match["length"] ?? match["lower"].flatMap({ low in match["unit"].map { low + $0 } }),
      case let isApart = countsOthers(match, whole), case let text = isApart ? whole.dropLast() : whole,
      !isQuarter(text), !hasPassed(match), let length = parser.parse(text, upper: match["upper"]),
      !isYear(text) || isBent(match, text),
      !isFigurative(text, match)
    else { return [] }
    var expression = TemporalExpression(.duration, length.value)
    expression.modifier = modifier(match, length)
    if let direction = match["direction"].flatMap({ directions.entry($0)?.columns.first }),
      !match.has("upper")
    {
      let anchor = TimeAnchor(context, match.range)
      let isSpoken = direction.hasSuffix("spoken")
      // 此后三年 counts from no day where the only one spoken of is the document's own.
      if let day = isSpoken ? anchor.spokenDay : anchor.document, !isSpoken || day != anchor.document {
        expression.interval = Self.interval(length, from: day, isAhead: direction.hasPrefix("ahead"))
        if expression.interval != nil {
          expression.anchor = .init(date: ISO8601.day(day), origin: isSpoken ? .context : .document)
        }
      }
    }
    let range = stretch(of: match)
    return [Finding(range.lowerBound..<(range.upperBound - (isApart ? 1 : 0)), .temporal(expression))]
  }

  /// Whether the 多 at the end of a match counts what follows: 过去一周|多次, 一季度|多项.
  private func countsOthers(_ match: Match, _ text: ArraySlice<UInt16>) -> Bool {
    guard text.last == 0x591A, text.endIndex == match.range.upperBound else { return false }
    // 次 项 个 家 地 名 国 种 起 条 处 人 方 轮 部 批
    return [
      0x6B21, 0x9879, 0x4E2A, 0x5BB6, 0x5730, 0x540D, 0x56FD, 0x79CD, 0x8D77, 0x6761, 0x5904, 0x4EBA, 0x65B9,
      0x8F6E, 0x90E8, 0x6279,
    ].contains(match.unit(at: match.range.upperBound))
  }

  /// Whether 过去 is the verb of a length that has gone by: 已经|过去|一年.
  private func hasPassed(_ match: Match) -> Bool {
    guard let direction = match.range("direction"), direction.lowerBound == match.range.lowerBound,
      direction.lowerBound > 0, match.unit(at: direction.lowerBound) == 0x8FC7
    else { return false }
    // 经 已
    return [0x7ECF, 0x5DF2].contains(match.unit(at: direction.lowerBound - 1))
  }

  /// Whether a length is a quarter of the year by its name: 高于三季度, but not 三个季度.
  private func isQuarter(_ text: ArraySlice<UInt16>) -> Bool {
    // 季 度
    guard text.count == 3, text[text.startIndex + 1] == 0x5B63, text.last == 0x5EA6 else { return false }
    return text.first.flatMap(ChineseNumeral.digit).map { (1...4).contains($0) } ?? false
  }

  /// What a match covers, without a qualifier that ends another word.
  private func stretch(of match: Match) -> Range<Int> {
    guard let end = match.range("qualifier")?.upperBound, qualifier(of: match) == nil else {
      return match.range
    }
    return end..<match.range.upperBound
  }

  /// The word before the length that bends it, unless it ends another word: the 约 of 签约3年.
  private func qualifier(of match: Match) -> ArraySlice<UInt16>? {
    guard let word = match["qualifier"], word.count == 1, word.startIndex == match.range.lowerBound,
      word.startIndex > 0
    else { return match["qualifier"] }
    let longer = [match.unit(at: word.startIndex - 1), word[word.startIndex]]
    return qualifierEndings.contains(longer[...]) ? nil : word
  }

  private func modifier(_ match: Match, _ length: Length) -> TemporalExpression.Modifier? {
    if length.isMore { return .moreThan }
    if length.isAtLeast { return .atLeast }
    let word =
      qualifier(of: match).flatMap { qualifiers.entry($0)?.columns.first }
      ?? match["after"].flatMap { qualifiersAfter.entry($0)?.columns.first }
    return word.flatMap { TemporalExpression.Modifier(rawValue: $0) }
  }

  /// The days from one on, or up to it.
  private static func interval(_ length: Length, from day: CivilDate, isAhead: Bool)
    -> TemporalExpression.Interval?
  {
    guard let total = length.total, total.seconds == 0, total.months + total.days > 0, total.months < 120_000,
      total.days < 3_650_000,
      let other = day.adding(months: isAhead ? total.months : -total.months)?
        .adding(days: isAhead ? total.days : -total.days), (1...9_999).contains(other.year)
    else { return nil }
    // Both ends are included: three days from the 19th on end on the 21st.
    let (first, last) = isAhead ? (day, other.adding(days: -1)) : (other.adding(days: 1), day)
    return .init(start: ISO8601.day(first), end: ISO8601.day(last))
  }

  /// Whether a word before a length tells that it is no year: 逾2500年, but not 超过2019年.
  private func isBent(_ match: Match, _ text: ArraySlice<UInt16>) -> Bool {
    guard qualifier(of: match) != nil, let number = ChineseNumeral.integer(text.prefix(4)) else {
      return false
    }
    return !(1_800...2_100).contains(number)
  }

  /// Whether a number before 年 names a year of the calendar: 1954年, 08年.
  private func isYear(_ text: ArraySlice<UInt16>) -> Bool {
    let digits = text.prefix { ChineseNumeral.digit($0) != nil }
    guard digits.endIndex < text.endIndex, text[digits.endIndex] == 0x5E74,
      let first = digits.first.flatMap(ChineseNumeral.digit)
    else { return false }
    return digits.count == 4 ? first == 1 || first == 2 : digits.count == 2 && first == 0
  }

  /// Whether a number is a scale alone that nothing bends, as in figures of speech: 千年, 千百年.
  private func isFigurative(_ text: ArraySlice<UInt16>, _ match: Match) -> Bool {
    let powers = text.prefix { ChineseNumeral.scale($0) != nil }.map { ChineseNumeral.scale($0) ?? 0 }
    guard let first = powers.first, first != 1, !match.has("qualifier"), powers.count + 1 == text.count
    else {
      return false
    }
    return powers.count == 1 || first > powers[1]
  }

  /// The time of a race: 2分04秒27, 6秒59.
  private func result(_ match: Match, _ context: Context) -> [Finding] {
    func number(_ name: CaptureName) -> Int? { match[name].flatMap(ChineseNumeral.integer) }
    guard let seconds = number("seconds"), seconds < 60, number("minutes") ?? 0 < 60 else { return [] }
    var value = "PT"
    if let hours = number("hours") { value += "\(hours)H" }
    if let minutes = number("minutes") { value += "\(minutes)M" }
    value += "\(seconds)"
    if let fraction = match["fraction"] {
      let digits = String(decoding: fraction, as: UTF16.self)
      value +=
        "." + digits.prefix(1 + (digits.dropFirst().lastIndex { $0 != "0" }?.utf16Offset(in: digits) ?? 0))
    }
    return found(match, TemporalExpression(.duration, value + "S"))
  }

  // MARK: Before and after

  /// So long before or after the document: 2100多年前, 三天后, 2小时后.
  private func ago(_ match: Match, _ context: Context) -> [Finding] {
    guard let text = match["length"], let length = parser.parse(text), let bound = match["bound"],
      !isYear(text)
    else { return [] }
    // 后 以后 之后 过后
    let sign = bound.last == 0x540E ? 1 : -1
    let anchor = TimeAnchor(context, match.range)
    if let units = match["daytime"] { return clock(units, after: length, anchor, match) }
    guard let total = length.total, let resolved = shifted(anchor, total, sign, length.grain) else {
      guard anchor.documentYear == nil || length.grain.isClock || length.parts.count > 1 else {
        let vague = sign < 0 ? "PAST_REF" : "FUTURE_REF"
        return found(match, TemporalExpression(.date, vague, modifier: sign < 0 ? .before : .after))
      }
      var expression = TemporalExpression(.duration, length.value)
      expression.modifier = length.isMore ? .moreThan : sign < 0 ? .before : .after
      return found(match, expression)
    }
    var expression = resolved.expression
    expression.modifier = length.isMore ? (sign < 0 ? .before : .after) : nil
    if length.isMore || abs(resolved.first?.year ?? 0) > 9_999 { expression.interval = nil }
    if let word = match["qualifier"].flatMap({ qualifiers.entry($0)?.columns.first }), word == "approx" {
      expression.modifier = .approx
    }
    expression.anchor = anchor.documentDate.map { .init(date: $0, origin: .document) }
    return found(match, expression)
  }

  /// A time of day so many days after the document: 三天后的上午9点.
  private func clock(_ units: ArraySlice<UInt16>, after length: Length, _ anchor: TimeAnchor, _ match: Match)
    -> [Finding]
  {
    guard length.grain == .day || length.grain == .week, let total = length.total,
      let point = points.parse(units)
    else { return [] }
    var day = shifted(anchor, total, 1, .day) ?? ResolvedTime(value: "XXXX-XX-XX")
    guard day.setTime(of: point) else { return [] }
    day.anchor = anchor.documentDate.map { .init(date: $0, origin: .document) }
    return found(match, day.expression)
  }

  /// The year, month, day or instant so long before or after the document's, by the grain of the length.
  func shifted(
    _ anchor: TimeAnchor, _ total: (months: Int, days: Int, seconds: Int), _ sign: Int, _ grain: Length.Unit
  ) -> ResolvedTime? {
    switch grain {
    case .year:
      return anchor.documentYear.map { .year($0 + sign * (total.months / 12)) }
    case .month:
      guard let year = anchor.documentYear, let month = anchor.documentMonth ?? (anchor.isAlone ? 1 : nil)
      else {
        return nil
      }
      let months = year * 12 + month - 1 + sign * total.months
      guard months > 0 else { return nil }
      let (shiftedYear, shiftedMonth) = ResolvedTime.yearAndMonth(months)
      return .month(shiftedYear, shiftedMonth)
    case .day, .week:
      return anchor.document?.adding(months: sign * total.months).map {
        .day($0.adding(days: sign * total.days))
      }
    case .hour, .minute, .second:
      guard let day = anchor.document, let second = anchor.documentSecond, total.seconds < 1_000_000_000
      else {
        return nil
      }
      let instant = ResolvedTime.Instant(
        day.adding(days: sign * total.days), second: second + sign * total.seconds,
        hasSeconds: anchor.documentHasSeconds || grain == .second)
      var resolved = ResolvedTime(value: instant.description, isTime: true)
      (resolved.first, resolved.last) = (instant.day, instant.day)
      resolved.instants = instant...instant
      return resolved
    }
  }

  // MARK: Sets

  /// Something that comes again: 每年, 每两年, 每隔三天.
  private func set(_ match: Match, _ context: Context) -> [Finding] {
    guard let text = match["length"] else { return [] }
    guard
      let length = parser.parse(text, isRecurring: true)
        ?? parser.parse(LengthReader.one(text), isRecurring: true), length.parts.count == 1
    else {
      return []
    }
    return found(match, TemporalExpression(.set, length.value))
  }
}

extension CivilDate {
  /// The day so many months later, or the last of that month where it has none of that number.
  func adding(months: Int) -> CivilDate? {
    guard months != 0 else { return self }
    let (year, month) = ResolvedTime.yearAndMonth(self.year * 12 + self.month - 1 + months)
    return CivilDate(year, month, min(day, CivilDate.days(in: month, of: year)))
  }
}
