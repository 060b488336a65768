import DocumentModel
import RuleEngine
import TextProcessing

/// What the rules of the quantity pack mean.
struct QuantityReader: Sendable {
  let units: QuantityUnits
  private let qualifiers: Lexicon
  private let qualifierEndings: Lexicon
  private let qualifiersAfter: Lexicon
  private let exceptions: Lexicon

  init(_ tables: RuleTables) {
    units = QuantityUnits(tables)
    qualifiers = tables.lexicon("qualifiers")
    qualifierEndings = tables.lexicon("qualifier-endings")
    qualifiersAfter = tables.lexicon("qualifiers-after")
    exceptions = tables.lexicon("classifier-exceptions")
  }

  // MARK: Amounts

  /// The numbers of a match, each times a factor, with what bends them.
  struct Reading {
    var amount: Quantity.Amount
    var modifier: Quantity.Modifier?
    /// What of the match it covers: a dash before a number is not always a sign.
    var range: Range<Int>
  }

  /// Reads the captures `number` and `upper`, their signs and qualifiers.
  func read(
    _ match: Match, number: ArraySlice<UInt16>? = nil, factor: DecimalNumber = 1, _ context: Context
  ) -> Reading? {
    // B2个: a number that ends a name is no figure, but behind 超过 it is.
    if !match.has("qualifier"), !match.has("prefix"), match.range.lowerBound > 0,
      CharacterSort.isLetter(match.unit(at: match.range.lowerBound - 1))
    {
      return nil
    }
    guard let units = number ?? match["number"], let numeral = ChineseNumeral.read(units),
      var low = numeral.low.multiplied(by: factor)
    else { return nil }
    var range = stretch(of: match)
    var modifier = modifier(of: match)
    if numeral.isMore { modifier = modifier ?? .moreThan }
    if numeral.isAtLeast { modifier = modifier ?? .atLeast }
    if let upper = match["upper"] {
      guard let end = ChineseNumeral.read(upper), end.high == nil, var high = end.low.multiplied(by: factor)
      else { return nil }
      if end.isMore { modifier = modifier ?? .moreThan }
      // 3至5亿: the lower end takes the scale of the upper.
      if !match.has("lower-unit"),
        let scaled = QuantityReader.scaled(numeral.low, as: units, like: upper, below: end.low)?.multiplied(
          by: factor)
      {
        low = scaled
      }
      if let sign = match["sign"] {
        if isNegative(sign, context) {
          low = low.negated
        } else {
          range = sign.endIndex..<range.upperBound
        }
      }
      if match.has("upper-sign") { high = high.negated }
      if low > high, low < 0 { (low, high) = (high, low) }
      guard low <= high else { return nil }
      return Reading(
        amount: low == high ? .exactly(low) : .between(low, high), modifier: modifier, range: range)
    }
    if let sign = match["sign"] {
      guard isNegative(sign, context) else {
        range = sign.endIndex..<range.upperBound
        return Reading(amount: .exactly(low), modifier: modifier, range: range)
      }
      guard numeral.high == nil else { return nil }
      low = low.negated
    }
    guard let top = numeral.high else {
      return Reading(amount: .exactly(low), modifier: modifier, range: range)
    }
    return top.multiplied(by: factor).map {
      Reading(amount: .between(low, $0), modifier: modifier, range: range)
    }
  }

  /// What the words before and behind the number make of it.
  func modifier(of match: Match) -> Quantity.Modifier? {
    let before = qualifier(of: match).flatMap { qualifiers.entry($0)?.columns.first }
    let after = match["after"].flatMap { qualifiersAfter.entry($0)?.columns.first }
    return (before ?? after).flatMap(Quantity.Modifier.init)
  }

  /// What a match covers, without a qualifier that ends another word.
  func stretch(of match: Match) -> Range<Int> {
    guard let end = match.range("qualifier")?.upperBound, qualifier(of: match) == nil else {
      return match.range
    }
    return end..<match.range.upperBound
  }

  /// The word before the number that bends it, unless it ends another word: the 约 of 签约10个.
  private func qualifier(of match: Match) -> ArraySlice<UInt16>? {
    guard let word = match["qualifier"], word.count == 1, word.startIndex > 0 else {
      return match["qualifier"]
    }
    let longer = [match.unit(at: word.startIndex - 1), word[word.startIndex]]
    return qualifierEndings.contains(longer[...]) ? nil : word
  }

  /// A lower end given the scale that only the upper one spells out: the 3 of 3至5亿.
  static func scaled(
    _ low: DecimalNumber, as written: ArraySlice<UInt16>, like upper: ArraySlice<UInt16>,
    below high: DecimalNumber
  ) -> DecimalNumber? {
    guard !written.contains(where: { (ChineseNumeral.scale($0) ?? 0) >= 4 }) else { return nil }
    // 八到九百亿 shares 百亿; 一百二十到一百五十万 only 万.
    let isBare = !written.contains { ChineseNumeral.scale($0) != nil }
    let isPlain = upper.dropFirst().allSatisfy { ChineseNumeral.scale($0) != nil }
    var power = 0
    for unit in upper.reversed() {
      if unit == 0x591A || unit == 0x4F59 || unit == 0x4E2A { continue }  // 多 余 个
      guard let scale = ChineseNumeral.scale(unit), scale >= 4 || (isBare && (power == 0 || isPlain)) else {
        break
      }
      power += scale
    }
    guard power > 0, let scaled = low.multiplied(by: DecimalNumber(1, exponent: power)), scaled < high else {
      return nil
    }
    return scaled
  }

  /// Whether a sign makes the number negative: 负 not as a part of 担负, a dash only as a minus.
  private func isNegative(_ sign: ArraySlice<UInt16>, _ context: Context) -> Bool {
    let text = context.text.units
    let before = sign.startIndex > 0 ? text[sign.startIndex - 1] : 0
    switch sign[sign.startIndex] {
    case 0x8D1F: return !QuantityReader.bearing.contains(before)  // 负
    case 0x2D:
      // The text as published tells a hyphen or a minus from a dash.
      let span = context.text.span(of: sign.startIndex..<sign.endIndex)
      let mark = context.document.text.scalars[span.start]
      guard mark == 0x2D || mark == 0x2212 || mark == 0xFF0D else { return false }
      switch before {
      case 0, 0x0A, 0x20, 0x28, 0x3A, 0x2C, 0x3B, 0x3D, 0x3001, 0x201C: return true  // ( : , ; = 、 “
      default: return CharacterSort.isHan(before)
      }
    default: return true
    }
  }

  /// 担 肩 背 抱 身 自 减 胜 正: what makes another word of 负.
  private static let bearing: [UInt16] = [
    0x62C5, 0x80A9, 0x80CC, 0x62B1, 0x8EAB, 0x81EA, 0x51CF, 0x80DC, 0x6B63,
  ]

  /// An amount whose unit the rule itself knows.
  func amount(
    _ match: Match, _ kind: Quantity.Kind, unit: String?, factor: DecimalNumber = 1, _ context: Context
  ) -> [Finding] {
    guard let reading = read(match, factor: factor, context) else { return [] }
    // 百分之几 says no number, nor does 百倍.
    if let number = match["number"], number.count == 1, let only = number.first,
      only == 0x51E0
        || kind != .percentage && !match.has("qualifier") && (ChineseNumeral.scale(only) ?? 0) > 1
    {
      return []
    }
    return found(kind, reading, unit: unit)
  }

  func found(_ kind: Quantity.Kind, _ reading: Reading, unit: String?) -> [Finding] {
    let quantity = Quantity(kind, reading.amount, unit: unit, modifier: reading.modifier)
    return [Finding(reading.range, .quantity(quantity))]
  }

  // MARK: Units

  @Sendable func money(_ match: Match, _ context: Context) -> [Finding] {
    guard let unit = match["unit"], let code = units.currency(unit) else { return [] }
    if let lower = match["lower-unit"], units.currency(lower) != code { return [] }
    let prefix = match["prefix"].flatMap { units.currency($0) }
    // 亿美元 behind a number that was read apart is no amount; 一元 is.
    if isIndefinite(match), prefix == nil, match["number"]?.elementsEqual([0x4E00]) != true { return [] }
    // 二元 is dual; two yuan are 两元.
    if unit.count == 1, match["number"]?.elementsEqual([0x4E8C]) == true { return [] }
    guard prefix == nil || prefix == code || code == "CNY" else { return [] }
    guard let reading = read(match, context) else { return [] }
    return found(.money, reading, unit: prefix ?? code)
  }

  /// An amount whose currency stands before it: $20, 人民币500万.
  @Sendable func signedMoney(_ match: Match, _ context: Context) -> [Finding] {
    guard let code = match["prefix"].flatMap({ units.currency($0) }), !isIndefinite(match),
      let reading = read(match, context)
    else { return [] }
    return found(.money, reading, unit: code)
  }

  @Sendable func measure(_ match: Match, _ context: Context) -> [Finding] {
    guard var unit = match["unit"], var number = match["number"] else { return [] }
    // 500万千瓦: a character that could end the number belongs to the unit if that makes one.
    let wider = match.text.units[(unit.startIndex - 1)..<unit.endIndex]
    if !match.has("upper"), number.endIndex == unit.startIndex, number.count > 1, units.isMeasure(wider) {
      unit = wider
      number = number.dropLast()
    }
    guard var measure = units.measure(unit) else { return [] }
    if let lower = match["lower-unit"], units.measure(lower)?.code != measure.code { return [] }
    if unit.count == 1, unit.first == 0x4E24, !QuantityUnits.isLiang(number, before: match) { return [] }
    if unit.elementsEqual(QuantityUnits.degree) {
      guard let code = units.degree(match, number, context) else { return [] }
      measure.code = code
    }
    if isAchievement(match) || (isIndefinite(match, number) && !isOne(number, of: unit)) { return [] }
    // 三方 and 十里 are names and sides.
    if number.count == 1, !match.has("upper"), !startsWithDigit(match), unit.count == 1,
      let only = unit.first,
      QuantityUnits.otherSenses.contains(only)
    {
      return []
    }
    guard let reading = read(match, number: number, factor: measure.factor, context) else { return [] }
    return found(.measure, reading, unit: measure.code)
  }

  /// Half a unit: 半公里.
  @Sendable func halfMeasure(_ match: Match, _ context: Context) -> [Finding] {
    guard let measure = match["unit"].flatMap({ units.measure($0) }),
      let half = measure.factor.multiplied(by: DecimalNumber(5, exponent: -1))
    else { return [] }
    let reading = Reading(amount: .exactly(half), modifier: modifier(of: match), range: stretch(of: match))
    return found(.measure, reading, unit: measure.code)
  }

  /// A fraction of a unit: 四分之一公升.
  @Sendable func measureShare(_ match: Match, _ context: Context) -> [Finding] {
    guard let measure = match["unit"].flatMap({ units.measure($0) }),
      let below = match["denominator"].flatMap({ ChineseNumeral.integer($0) }), below > 1,
      let above = match["number"].flatMap({ ChineseNumeral.integer($0) }), above > 0, above < below,
      let share = QuantityReader.quotient(DecimalNumber(Int128(above)), below)?.multiplied(by: measure.factor)
    else { return [] }
    let reading = Reading(amount: .exactly(share), modifier: modifier(of: match), range: stretch(of: match))
    return found(.measure, reading, unit: measure.code)
  }

  /// Whether 一 counts the unit: 一吨, but not 一度 or 一方, which have other senses.
  private func isOne(_ number: ArraySlice<UInt16>, of unit: ArraySlice<UInt16>) -> Bool {
    number.count == 1 && number.first == 0x4E00
      && (unit.count > 1 || unit.first.map { QuantityUnits.plainMeasures.contains($0) } ?? false)
  }

  @Sendable func count(_ match: Match, _ context: Context) -> [Finding] {
    guard let unit = match["unit"], let entry = units.classifier(unit) else { return [] }
    if let lower = match["lower-unit"], lower != unit { return [] }
    if isOtherWord(unit, match) || isOrder(unit, match) { return [] }
    // 上千家上下游企业
    if let after = match["after"], after.elementsEqual([0x4E0A, 0x4E0B]),
      match.unit(at: match.range.upperBound) == 0x6E38
    {
      return []
    }
    if entry.columns.first == "rare", !startsWithDigit(match) { return [] }
    guard !isIndefinite(match), !isAchievement(match), let reading = read(match, context) else { return [] }
    if entry.columns.first == "noun", case .exactly(let number) = reading.amount, number < 3,
      !startsWithDigit(match)
    {
      return []
    }
    return found(.count, reading, unit: entry.form)
  }

  /// Whether the number is the indefinite 一, a scale without a digit (万家), or digits that no number is
  /// made of (一一): such a match counts nothing.
  func isIndefinite(_ match: Match, _ read: ArraySlice<UInt16>? = nil) -> Bool {
    guard let number = read ?? match["number"], !match.has("upper") else { return false }
    let isBent = match.has("qualifier")
    if number.count == 1, let unit = number.first {
      if unit == 0x4E00 || unit == 0x6570 { return true }
      return (ChineseNumeral.scale(unit).map { $0 > 1 } ?? (unit == 0x51E0)) && !isBent
    }
    if number.count == 2, number.allSatisfy({ !CharacterSort.isDigit($0) && ChineseNumeral.digit($0) != nil })
    {
      return ChineseNumeral.read(number)?.high == nil
    }
    // 百万亩 and 千亿斤 are figures; 亿万 is none.
    guard number.count == 1 || number.first == 0x4EBF else { return false }
    return number.allSatisfy { (ChineseNumeral.scale($0) ?? 0) > 1 } && !isBent
  }

  /// Whether 突破 stands before a small number as a verb: 突破两项技术.
  private func isAchievement(_ match: Match) -> Bool {
    guard let qualifier = match["qualifier"], qualifier.first == 0x7A81, let number = match["number"] else {
      return false
    }
    return !number.contains { CharacterSort.isDigit($0) || (ChineseNumeral.scale($0) ?? 0) >= 3 }
  }

  /// Whether the classifier is the beginning of another word: 人 before 口, 部 before 门.
  private func isOtherWord(_ unit: ArraySlice<UInt16>, _ match: Match) -> Bool {
    guard !match.has("after"), let first = unit.first else { return false }
    let text = match.text.units
    let end = match.range.upperBound
    guard exceptions.entry(unit)?.columns.first?.utf16.contains(text[end]) == true else { return false }
    // 两项目标: the word is 目标.
    return first != 0x9879 || text[end + 1] != 0x6807
  }

  /// Whether the match tells an order or a time rather than a count: 二类, 一、二类, 十字, 零部件, 星期五起, 凌晨两点多.
  private func isOrder(_ unit: ArraySlice<UInt16>, _ match: Match) -> Bool {
    guard let number = match["number"], let first = number.first, !match.has("upper") else { return false }
    let before = match.range.lowerBound > 0 ? match.unit(at: match.range.lowerBound - 1) : 0
    let isPerson = unit.first == 0x4EBA || unit.first == 0x5B57 || unit.first == 0x56FD  // 人 字 国
    if number.count == 1 {
      switch first {
      case 0x4E8C: return !isPerson || unit.count > 1  // 二
      case 0x96F6, 0x3007: return true  // 零 〇
      case 0x5341 where unit.first == 0x5B57: return true  // 十字
      default: break
      }
    }
    if first == 0x4E00, number.count > 1, number.count < 4, number.last == 0x4E8C { return !isPerson }  // 一、二
    switch unit.first {
    case 0x8D77: return [0x671F, 0x5468, 0x65E5, 0x6708, 0x5E74].contains(before)  // 起: 期 周 日 月 年
    case 0x70B9 where unit.count == 1:  // 点: 晨 午 晚 夜 早 )
      return [0x6668, 0x5348, 0x665A, 0x591C, 0x65E9, 0x29].contains(before)
    default: return false
    }
  }

  private func startsWithDigit(_ match: Match) -> Bool {
    match["number"]?.first.map(CharacterSort.isDigit) ?? false
  }

  // MARK: Bare numbers

  /// A number without a unit: it counts when it has a scale of 万 or more, or two digits and something that
  /// bends it.
  @Sendable func number(_ match: Match, _ context: Context) -> [Finding] {
    guard let number = match["number"], !isIndefinite(match) else { return [] }
    guard !number.allSatisfy({ ChineseNumeral.scale($0) != nil }) || match.has("qualifier") else {
      return []
    }
    let digits = number.reduce(0) { $0 + (CharacterSort.isDigit($1) ? 1 : 0) }
    let isScaled = number.contains(0x4EBF) || (number.contains(0x4E07) && (digits > 0 || number.count > 2))
    let isBent =
      match.has("qualifier") || match.has("after") || number.contains(0x591A) || number.contains(0x4F59)
    let isGrouped = number.contains(0x2C) && digits > 3
    guard isScaled || isGrouped || (isBent && digits >= 2), let reading = read(match, context) else {
      return []
    }
    return found(.number, reading, unit: nil)
  }
}
