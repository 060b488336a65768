import DocumentModel
import RuleEngine
import TextProcessing

/// Shares: 三分之二, 七成, 八折, 二九比七一.
extension QuantityReader {
  @Sendable func fraction(_ match: Match, _ context: Context) -> [Finding] {
    guard let denominator = match["denominator"], let number = match["number"] else { return [] }
    return fraction(match, whole: match["whole"], denominator, number)
  }

  /// A fraction with a slash, which is less than one where the text does not say that it is one.
  @Sendable func fractionOf(_ match: Match, _ context: Context) -> [Finding] {
    guard let below = match["denominator"].flatMap({ ChineseNumeral.integer($0) }),
      let above = match["number"].flatMap({ ChineseNumeral.integer($0) }), above > 0, above < below
    else { return [] }
    return share(match, above: above, below: below)
  }

  /// A fraction of captures that may have been rid of their spaces.
  func fraction(
    _ match: Match, whole: ArraySlice<UInt16>?, _ denominator: ArraySlice<UInt16>,
    _ number: ArraySlice<UInt16>, isNegative: Bool = false
  ) -> [Finding] {
    guard let below = ChineseNumeral.integer(denominator), below > 1,
      let above = ChineseNumeral.read(number), above.high == nil, above.low > 0
    else { return [] }
    // 百分之 is a percentage, which has a rule of its own; 一百分之 is not.
    guard below != 100 || denominator.count > 1 else { return [] }
    var numerator = above.low
    if let whole {
      guard let more = ChineseNumeral.read(whole), more.high == nil,
        let product = more.low.multiplied(by: DecimalNumber(Int128(below))),
        let sum = product.adding(numerator)
      else { return [] }
      numerator = sum
    }
    if isNegative { numerator = numerator.negated }
    if let upper = match["upper"] {
      guard let end = ChineseNumeral.read(upper), end.high == nil,
        let top = match["upper-denominator"].map({ ChineseNumeral.integer($0) }) ?? below, top > 1,
        let low = QuantityReader.quotient(numerator, below), let high = QuantityReader.quotient(end.low, top),
        low < high
      else { return [] }
      let reading = Reading(
        amount: .between(low, high), modifier: modifier(of: match), range: stretch(of: match))
      return found(.fraction, reading, unit: "1")
    }
    return share(match, numerator, below, modifier: above.isMore ? .moreThan : nil)
  }

  @Sendable func tenths(_ match: Match, _ context: Context) -> [Finding] {
    guard let number = match["number"] else { return [] }
    return tenths(match, number, match["more"])
  }

  /// So many tenths: 七成, 七成半, 七成六; a range where there is an upper end: 三至五成.
  func tenths(_ match: Match, _ number: ArraySlice<UInt16>, _ more: ArraySlice<UInt16>?) -> [Finding] {
    let isHalf = number.count == 1 && number.first == 0x534A  // 半
    guard let tenths = isHalf ? Numeral(low: DecimalNumber(5, exponent: -1)) : ChineseNumeral.read(number),
      tenths.low > 0, tenths.low <= 10
    else { return [] }
    if let high = match["upper"].flatMap({ ChineseNumeral.read($0)?.low }) ?? tenths.high {
      guard tenths.low < high, high <= 10, let low = QuantityReader.quotient(tenths.low, 10),
        let top = QuantityReader.quotient(high, 10)
      else { return [] }
      let reading = Reading(
        amount: .between(low, top), modifier: modifier(of: match), range: stretch(of: match))
      return found(.fraction, reading, unit: "1")
    }
    guard let more else { return whole(match, tenths.low, of: 10, tenths.isMore) }
    let digit = more.first == 0x534A ? 5 : ChineseNumeral.integer(more) ?? 0
    guard let hundredths = tenths.low.multiplied(by: 10)?.adding(DecimalNumber(Int128(digit))) else {
      return []
    }
    return whole(match, hundredths, of: 100, tenths.isMore)
  }

  /// What is left to pay: 八折 is 8/10, 八五折 and 75折 are hundredths.
  @Sendable func discount(_ match: Match, _ context: Context) -> [Finding] {
    guard let number = match["number"] else { return [] }
    return discount(match, number)
  }

  func discount(_ match: Match, _ number: ArraySlice<UInt16>) -> [Finding] {
    if number.count == 1, number.first == 0x5BF9 { return share(match, above: 1, below: 2) }  // 对
    // 三五折 is 35, not 3 to 5.
    let value: DecimalNumber?
    if number.count == 2, let tens = ChineseNumeral.digit(number[number.startIndex]),
      let ones = ChineseNumeral.digit(number[number.startIndex + 1])
    {
      value = DecimalNumber(Int128(tens * 10 + ones))
    } else {
      value = ChineseNumeral.read(number)?.low
    }
    guard let value, value > 0, value < 100, value != 10 else { return [] }
    return whole(match, value, of: value < 10 ? 10 : 100, false)
  }

  /// A share whose terms are written without a decimal point: 6.5成 is 65/100.
  private func whole(_ match: Match, _ above: DecimalNumber, of below: Int, _ isMore: Bool) -> [Finding] {
    var (above, below) = (above, below)
    while above.exponent < 0, below < 100_000 {
      guard let scaled = above.multiplied(by: 10) else { return [] }
      (above, below) = (scaled, below * 10)
    }
    return share(match, above, below, modifier: isMore ? .moreThan : nil)
  }

  /// A share of two whole numbers.
  func share(_ match: Match, above: Int, below: Int) -> [Finding] {
    share(match, DecimalNumber(Int128(above)), below, modifier: nil)
  }

  private func share(
    _ match: Match, _ above: DecimalNumber, _ below: Int, modifier more: Quantity.Modifier?
  ) -> [Finding] {
    guard let value = QuantityReader.quotient(above, below) else { return [] }
    let bent = modifier(of: match) ?? more ?? strength(match)
    let quantity = Quantity(
      .fraction, .exactly(value), unit: "1", modifier: bent, fraction: "\(above)/\(below)")
    return [Finding(match.range, .quantity(quantity))]
  }

  /// 过半数, and 强 and 弱 behind a share: somewhat more or less than it.
  private func strength(_ match: Match) -> Quantity.Modifier? {
    match["strength"].map { $0.first == 0x5F31 ? .lessThan : .moreThan }
  }

  /// The ratio of two numbers, as the fraction that the first is of the second: 二九比七一 is 29/71.
  ///
  /// It is one where the text says so, or where the two are shares of a hundred; three to one may be a score.
  @Sendable func ratio(_ match: Match, _ context: Context) -> [Finding] {
    guard let above = match["number"].flatMap({ ChineseNumeral.read($0) }), above.high == nil,
      let below = match["upper"].flatMap({ ChineseNumeral.read($0) }), below.high == nil, below.low > 0,
      let value = above.low.divided(by: below.low, places: 4)
    else { return [] }
    guard match.has("said") || above.low.adding(below.low) == 100 || isSaidToBeRatio(match) else {
      return []
    }
    let quantity = Quantity(
      .fraction, .exactly(value), unit: "1", modifier: modifier(of: match),
      fraction: "\(above.low)/\(below.low)")
    return [Finding(match.range, .quantity(quantity))]
  }

  /// Whether 比例, 之比, 比重 or 比率 stands before, not far away.
  private func isSaidToBeRatio(_ match: Match) -> Bool {
    let text = match.text.units
    var place = match.range.lowerBound
    let end = max(0, place - 10)
    while place > end, text[place - 1] != 0x3002, text[place - 1] != 0x0A {  // 。
      place -= 1
      if text[place] == 0x7387 { return true }  // 率
      guard text[place] == 0x6BD4 else { continue }  // 比
      let next = text[place + 1]
      return next == 0x4F8B || next == 0x7387 || next == 0x91CD || next == 0x503C || next == 0x4E3A
        || (place > 0 && text[place - 1] == 0x4E4B)  // 例 率 重 值 为 之
    }
    return false
  }

  /// A quotient of four places, exact where the divisor is a power of ten.
  static func quotient(_ above: DecimalNumber, _ below: Int) -> DecimalNumber? {
    var (rest, places) = (below, 0)
    while rest > 1, rest % 10 == 0 { (rest, places) = (rest / 10, places + 1) }
    if rest == 1 { return above.multiplied(by: DecimalNumber(1, exponent: -places)) }
    return above.divided(by: DecimalNumber(Int128(below)), places: below > 1_000 ? 8 : 4)
  }
}
