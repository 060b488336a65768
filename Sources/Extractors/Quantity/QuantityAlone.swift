import DocumentModel
import RuleEngine
import TextProcessing

/// Texts that are one figure and nothing else, with stray spaces, letters for scales and no unit.
extension QuantityReader {
  /// A capture without its spaces; nil where a space parts two Arabic digits.
  private func compact(_ units: ArraySlice<UInt16>) -> [UInt16]? {
    var compact: [UInt16] = []
    var isParted = false
    for unit in units {
      if unit == 0x20 {
        isParted = true
        continue
      }
      if isParted, CharacterSort.isDigit(unit), let last = compact.last,
        last == 0x2C || CharacterSort.isDigit(last)
      {
        return nil
      }
      isParted = false
      compact.append(unit)
    }
    // .5
    if compact.first == 0x2E { compact.insert(0x30, at: 0) }
    return compact
  }

  /// A number with what multiplies it: 40k, 2e5.
  private func spaced(_ match: Match) -> Numeral? {
    guard let units = match["number"].flatMap({ compact($0) }), var numeral = ChineseNumeral.read(units[...])
    else {
      return nil
    }
    var power = 0
    switch match["letter"]?.first {
    case 0x6B, 0x4B: power = 3  // k K
    case 0x77, 0x57: power = 4  // w W
    case 0x6D, 0x4D: power = 6  // m M
    case 0x67, 0x47: power = 9  // g G
    default: break
    }
    if let exponent = match.string("exponent").flatMap({
      Int($0.hasPrefix("+") ? String($0.dropFirst()) : $0)
    }) {
      power += exponent
    }
    let factor = DecimalNumber(1, exponent: power)
    guard let low = numeral.low.multiplied(by: factor) else { return nil }
    numeral.low = match.has("sign") ? low.negated : low
    numeral.high = numeral.high.flatMap { $0.multiplied(by: factor) }
    return !match.has("sign") || numeral.high == nil ? numeral : nil
  }

  @Sendable func spacedNumber(_ match: Match, _ context: Context) -> [Finding] {
    guard let numeral = spaced(match), let written = match["number"] else { return [] }
    if !match.has("letter"), !match.has("exponent"), !match.has("sign") {
      // A year, or the number of a telephone, a document or a person.
      if written.allSatisfy(CharacterSort.isDigit) {
        guard written.count < 11, written.count == 1 || written.first != 0x30 else { return [] }
        if written.count == 4, numeral.low >= 1900, numeral.low < 2100 { return [] }
      }
      // 万, 几 and 数 say no number alone.
      if written.count == 1, let unit = written.first, ChineseNumeral.digit(unit) == nil, unit != 0x5341,
        unit != 0x62FE, ChineseNumeral.tens(unit) == nil
      {
        return []
      }
      if written.allSatisfy({ (ChineseNumeral.scale($0) ?? 0) > 1 }) { return [] }
    }
    var modifier = modifier(of: match)
    if numeral.isMore { modifier = modifier ?? .moreThan }
    if numeral.isAtLeast { modifier = modifier ?? .atLeast }
    let amount = numeral.high.map { Quantity.Amount.between(numeral.low, $0) } ?? .exactly(numeral.low)
    return found(.number, Reading(amount: amount, modifier: modifier, range: match.range), unit: nil)
  }

  @Sendable func spacedPercentage(_ match: Match, _ context: Context) -> [Finding] {
    guard let numeral = spaced(match), numeral.high == nil else { return [] }
    let reading = Reading(
      amount: .exactly(numeral.low), modifier: modifier(of: match), range: stretch(of: match))
    return found(.percentage, reading, unit: "%")
  }

  @Sendable func spacedTenths(_ match: Match, _ context: Context) -> [Finding] {
    guard let number = match["number"].flatMap({ compact($0) }) else { return [] }
    if match.has("discount") { return discount(match, number[...]) }
    return tenths(match, number[...], match["more"].map { $0.filter { $0 != 0x20 }[...] })
  }

  @Sendable func spacedFraction(_ match: Match, _ context: Context) -> [Finding] {
    guard let below = match["denominator"].flatMap({ compact($0) }),
      let above = match["number"].flatMap({ compact($0) })
    else { return [] }
    let whole = match["whole"].flatMap { compact($0) }
    let isNegative = match.has("sign") != match.has("upper-sign")
    return fraction(match, whole: whole.map { $0[...] }, below[...], above[...], isNegative: isNegative)
  }
}
