import DocumentModel
package import RuleEngine
import TextProcessing

extension Extractor {
  /// Figures: `260亿元人民币`, `5.2%`, `34.6万人次`, `三分之二`.
  ///
  /// The patterns are in `Rules/quantity.yaml`, the units in the gazetteers `currencies`, `units` and
  /// `classifiers`; here stands only what a match means.
  package static let quantity = Extractor("quantity", gazetteers: ["measure-words"]) { tables in
    let reader = QuantityReader(tables)
    return [
      "money": reader.money, "measure": reader.measure, "count": reader.count, "fraction": reader.fraction,
      "tenths": reader.tenths, "half": { match, _ in reader.share(match, 1, 2) }, "number": reader.number,
      "percentage": { match, _ in reader.amount(match, .percentage, unit: "%") },
      "percentage-point": { match, _ in reader.amount(match, .percentagePoint, unit: "pp") },
      "multiple": { match, _ in reader.amount(match, .multiple, unit: "x") },
    ]
  }
}

/// What the rules of the quantity pack mean.
struct QuantityReader: Sendable {
  private let currencies: Lexicon
  private let units: Lexicon
  private let classifiers: Lexicon
  private let qualifiers: Lexicon
  private let qualifiersAfter: Lexicon
  private let exceptions: Lexicon

  init(_ tables: RuleTables) {
    currencies = tables.lexicon("currencies")
    units = tables.lexicon("units")
    classifiers = tables.lexicon("classifiers")
    qualifiers = tables.lexicon("qualifiers")
    qualifiersAfter = tables.lexicon("qualifiers-after")
    exceptions = tables.lexicon("classifier-exceptions")
  }

  // MARK: Amounts

  /// The numbers of a match, each times a factor, with what bends them.
  private struct Reading {
    var amount: Quantity.Amount
    var modifier: Quantity.Modifier?
  }

  private func read(
    _ match: Match, number: ArraySlice<UInt16>? = nil, factor: DecimalNumber = 1
  ) -> Reading? {
    guard let units = number ?? match["number"], let numeral = ChineseNumeral.read(units),
      var low = numeral.low.multiplied(by: factor)
    else { return nil }
    var modifier = match["qualifier"].flatMap { qualifiers.entry($0)?.columns.first }.flatMap(
      Quantity.Modifier.init)
    if numeral.isMore { modifier = modifier ?? .moreThan }
    if numeral.isAtLeast { modifier = modifier ?? .atLeast }
    if let after = match["after"].flatMap({ qualifiersAfter.entry($0)?.columns.first }).flatMap(
      Quantity.Modifier.init)
    {
      modifier = modifier ?? after
    }
    if let upper = match["upper"] {
      guard let end = ChineseNumeral.read(upper), end.high == nil, let high = end.low.multiplied(by: factor)
      else { return nil }
      // 3至5亿: the lower end takes the scale of the upper.
      if match["lower-unit"] == nil,
        let scaled = scaled(numeral.low, like: upper, below: end.low)?.multiplied(by: factor)
      {
        low = scaled
      }
      guard low <= high else { return nil }
      return Reading(amount: low == high ? .exactly(low) : .between(low, high), modifier: modifier)
    }
    guard let top = numeral.high else { return Reading(amount: .exactly(low), modifier: modifier) }
    return top.multiplied(by: factor).map { Reading(amount: .between(low, $0), modifier: modifier) }
  }

  /// A lower end given the scale that only the upper one spells out: the 3 of 3至5亿.
  private func scaled(_ low: DecimalNumber, like upper: ArraySlice<UInt16>, below high: DecimalNumber)
    -> DecimalNumber?
  {
    guard let power = upper.last(where: { $0 != 0x591A && $0 != 0x4F59 }).flatMap(ChineseNumeral.scale),
      power >= 2
    else { return nil }
    let powers = upper.reversed().prefix { ChineseNumeral.scale($0) != nil }.compactMap(ChineseNumeral.scale)
    guard let scaled = low.multiplied(by: DecimalNumber(1, exponent: powers.reduce(0, +))), scaled < high
    else { return nil }
    return scaled
  }

  /// An amount whose unit the rule itself knows.
  func amount(_ match: Match, _ kind: Quantity.Kind, unit: String?) -> [Finding] {
    guard let reading = read(match) else { return [] }
    return found(match, kind, reading, unit: unit)
  }

  private func found(_ match: Match, _ kind: Quantity.Kind, _ reading: Reading, unit: String?) -> [Finding] {
    let quantity = Quantity(kind, reading.amount, unit: unit, modifier: reading.modifier)
    return [Finding(match.range, .quantity(quantity))]
  }

  // MARK: Units

  /// How many of the canonical unit a unit of a gazetteer is, from its second column.
  private func factor(of entry: Lexicon.Entry) -> DecimalNumber {
    guard entry.columns.count > 1 else { return 1 }
    return ChineseNumeral.read(Array(entry.columns[1].utf16)[...])?.low ?? 1
  }

  @Sendable func money(_ match: Match, _ context: Context) -> [Finding] {
    guard let unit = match["unit"], let entry = currencies.entry(unit), let code = entry.columns.first else {
      return []
    }
    let factor = factor(of: entry)
    // 十分, 三角: small change counts only behind a whole amount.
    guard factor == 1 else { return [] }
    let prefix = match["prefix"].flatMap { currencies.entry($0)?.columns.first }
    // 亿美元 behind a number that was read apart is no amount; 一元 is.
    if isIndefinite(match), prefix == nil, match["number"]?.elementsEqual([0x4E00]) != true { return [] }
    guard prefix == nil || prefix == code || code == "CNY" else { return [] }
    guard let reading = read(match) else { return [] }
    return found(match, .money, reading, unit: prefix ?? code)
  }

  @Sendable func measure(_ match: Match, _ context: Context) -> [Finding] {
    guard var unit = match["unit"], var number = match["number"] else { return [] }
    // 500万千瓦: a character that could end the number belongs to the unit if that makes one.
    let wider = match.text.units[(unit.startIndex - 1)..<unit.endIndex]
    if match["upper"] == nil, number.endIndex == unit.startIndex, number.count > 1, units.contains(wider) {
      unit = wider
      number = number.dropLast()
    }
    guard let entry = units.entry(unit), let code = entry.columns.first else { return [] }
    if let lower = match["lower-unit"], units.entry(lower)?.columns.first != code { return [] }
    let factor = factor(of: entry)
    guard let reading = read(match, number: number, factor: factor) else { return [] }
    if isIndefinite(match) || isAchievement(match) { return [] }
    return found(match, .measure, reading, unit: code)
  }

  @Sendable func count(_ match: Match, _ context: Context) -> [Finding] {
    guard let unit = match["unit"], let entry = classifiers.entry(unit), let reading = read(match) else {
      return []
    }
    if let lower = match["lower-unit"], lower != unit { return [] }
    if isOtherWord(unit, match) { return [] }
    if isIndefinite(match) || isAchievement(match) { return [] }
    if entry.columns.first == "noun", case .exactly(let number) = reading.amount, number < 3,
      !startsWithDigit(match)
    {
      return []
    }
    return [
      Finding(
        match.range, .quantity(Quantity(.count, reading.amount, unit: entry.form, modifier: reading.modifier))
      )
    ]
  }

  /// Whether the number is the indefinite 一, a scale without a digit (万家), or digits that no number is
  /// made of (一一): such a match counts nothing.
  private func isIndefinite(_ match: Match) -> Bool {
    guard let number = match["number"], match["upper"] == nil else { return false }
    let isBent = match["qualifier"] != nil
    if number.count == 1, let unit = number.first {
      if unit == 0x4E00 { return true }
      return (ChineseNumeral.scale(unit).map { $0 > 1 } ?? (unit == 0x51E0)) && !isBent
    }
    if number.count == 2, let pair = ChineseNumeral.read(number), pair.high == nil {
      return number.allSatisfy { !CharacterSort.isDigit($0) && ChineseNumeral.digit($0) != nil }
    }
    return number.allSatisfy { (ChineseNumeral.scale($0) ?? 0) > 1 } && !isBent
  }

  /// Whether 突破 stands before a small number as a verb: 突破两项技术.
  private func isAchievement(_ match: Match) -> Bool {
    guard let qualifier = match["qualifier"], qualifier.first == 0x7A81, let number = match["number"] else {
      return false
    }
    return !number.contains { CharacterSort.isDigit($0) || (ChineseNumeral.scale($0) ?? 0) >= 3 }
  }

  /// Whether the classifier is the beginning of another word: 人 before 口.
  private func isOtherWord(_ unit: ArraySlice<UInt16>, _ match: Match) -> Bool {
    guard match["after"] == nil, let others = exceptions.entry(unit)?.columns.first else { return false }
    let next = match.text.units[match.range.upperBound]
    return others.utf16.contains(next)
  }

  private func startsWithDigit(_ match: Match) -> Bool {
    match["number"]?.first.map(CharacterSort.isDigit) ?? false
  }

  // MARK: Shares

  @Sendable func fraction(_ match: Match, _ context: Context) -> [Finding] {
    guard let below = match["denominator"].flatMap({ ChineseNumeral.integer($0) }), below > 1,
      let above = match["number"].flatMap({ ChineseNumeral.integer($0) }), above > 0
    else { return [] }
    // 百分之 is a percentage, which has a rule of its own.
    guard below != 100 else { return [] }
    return share(match, above, below)
  }

  @Sendable func tenths(_ match: Match, _ context: Context) -> [Finding] {
    guard let tenths = match["number"].flatMap({ ChineseNumeral.integer($0) }), (1...9).contains(tenths)
    else { return [] }
    return match["half"] == nil ? share(match, tenths, 10) : share(match, tenths * 10 + 5, 100)
  }

  func share(_ match: Match, _ above: Int, _ below: Int) -> [Finding] {
    guard let value = DecimalNumber(Int128(above)).divided(by: DecimalNumber(Int128(below)), places: 4) else {
      return []
    }
    let words = [
      match["qualifier"].flatMap { qualifiers.entry($0) },
      match["after"].flatMap { qualifiersAfter.entry($0) },
    ]
    let modifier = words.lazy.compactMap { $0?.columns.first }.first.flatMap(Quantity.Modifier.init)
    return [
      Finding(
        match.range,
        .quantity(
          Quantity(.fraction, .exactly(value), unit: "1", modifier: modifier, fraction: "\(above)/\(below)")))
    ]
  }

  // MARK: Bare numbers

  /// A number without a unit: it counts when it has a scale of 万 or more, or two digits and something that
  /// bends it.
  @Sendable func number(_ match: Match, _ context: Context) -> [Finding] {
    guard let number = match["number"], let reading = read(match) else { return [] }
    let digits = number.reduce(0) { $0 + (CharacterSort.isDigit($1) ? 1 : 0) }
    let isScaled = number.contains(0x4EBF) || (number.contains(0x4E07) && (digits > 0 || number.count > 2))
    let isBent =
      match["qualifier"] != nil || match["after"] != nil || number.contains(0x591A) || number.contains(0x4F59)
    let isGrouped = number.contains(0x2C) && digits > 3
    guard isScaled || isGrouped || (isBent && digits >= 2) else { return [] }
    return [Finding(match.range, .quantity(Quantity(.number, reading.amount, modifier: reading.modifier)))]
  }
}
