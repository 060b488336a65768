import DocumentModel
import RuleEngine
import TextProcessing

/// Figures that share a unit: 5000元以上不足1万元, 分别为4329万、2339万、1650万元, 0.2和0.4个百分点.
extension QuantityReader {
  /// A range whose ends are each bent: 10倍以上20倍以下.
  @Sendable func bounded(_ match: Match, _ context: Context) -> [Finding] {
    guard let unit = match["unit"].flatMap({ units.unit($0) }),
      let lower = match["lower-unit"].flatMap({ units.unit($0) }), unit.code == lower.code,
      match.has("less") || match.has("closer"),
      let low = match["number"].flatMap({ ChineseNumeral.read($0) }), low.high == nil,
      let high = match["upper"].flatMap({ ChineseNumeral.read($0) }), high.high == nil, low.low < high.low,
      let from = low.low.multiplied(by: lower.factor), let to = high.low.multiplied(by: unit.factor)
    else { return [] }
    let reading = Reading(amount: .between(from, to), modifier: nil, range: match.range)
    return found(unit.kind, reading, unit: unit.code)
  }

  /// Numbers in a row of which only the last has the unit: each is a figure of its own, with that unit, and
  /// with the scale of the last where it has none.
  @Sendable func series(_ match: Match, _ context: Context) -> [Finding] {
    guard let parts = match.range("parts"), let last = match["number"], let form = match["unit"],
      let unit = units.unit(form), !QuantityReader.followsMark(match, parts)
    else { return [] }
    return findings(match, parts, last, unit, end: match.range.upperBound)
  }

  /// Numbers in a row that have a scale and no unit: 4329万、2339万、1650万.
  @Sendable func scaledSeries(_ match: Match, _ context: Context) -> [Finding] {
    guard let parts = match.range("parts"), let last = match["number"],
      !QuantityReader.followsMark(match, parts)
    else { return [] }
    return findings(match, parts, last, nil, end: match.range.upperBound)
  }

  private func findings(
    _ match: Match, _ parts: Range<Int>, _ last: ArraySlice<UInt16>, _ unit: QuantityUnits.Unit?, end: Int
  ) -> [Finding] {
    guard let final = ChineseNumeral.read(last), final.high == nil else { return [] }
    let text = match.text.units
    let factor = unit?.factor ?? 1
    if let power = QuantityReader.choice(match, parts, last), let high = final.low.multiplied(by: factor),
      let step = factor.multiplied(by: DecimalNumber(-1, exponent: power)), let low = high.adding(step)
    {
      let reading = Reading(
        amount: .between(low, high), modifier: modifier(of: match), range: stretch(of: match))
      return found(unit?.kind ?? .number, reading, unit: unit?.code)
    }
    var findings: [Finding] = []
    func add(_ range: Range<Int>, _ number: DecimalNumber, _ modifier: Quantity.Modifier?) -> Bool {
      guard let amount = number.multiplied(by: factor) else { return false }
      let quantity = Quantity(unit?.kind ?? .number, .exactly(amount), unit: unit?.code, modifier: modifier)
      findings.append(Finding(range, .quantity(quantity)))
      return true
    }
    var place = parts.lowerBound
    while place < parts.upperBound {
      var stop = place
      while stop < parts.upperBound, !QuantityReader.joins(text[stop]) { stop += 1 }
      let written = text[place..<stop]
      guard let part = ChineseNumeral.read(written), part.high == nil else { return [] }
      var number = part.low
      if number < 1000, !written.contains(where: { ChineseNumeral.scale($0) != nil }),
        let scale = QuantityReader.largeScale(of: last)
      {
        guard let scaled = number.multiplied(by: DecimalNumber(1, exponent: scale)) else { return [] }
        number = scaled
      }
      guard add(place..<stop, number, part.isMore ? .moreThan : nil) else { return [] }
      place = stop
      while place < parts.upperBound, QuantityReader.joins(text[place]) { place += 1 }
    }
    let bent = modifier(of: match) ?? (final.isMore ? .moreThan : nil)
    guard add((match.range("qualifier")?.lowerBound ?? last.startIndex)..<end, final.low, bent) else {
      return []
    }
    return findings
  }

  /// Whether a mark joins the numbers of a series: 、 和 及 与 或.
  private static func joins(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3001, 0x548C, 0x53CA, 0x4E0E, 0x6216: true
    default: false
    }
  }

  /// The power of the 万 or 亿 that a number ends in.
  private static func largeScale(of number: ArraySlice<UInt16>) -> Int? {
    var power = 0
    for unit in number.reversed() {
      guard let scale = ChineseNumeral.scale(unit), scale >= 4 else { break }
      power += scale
    }
    return power > 0 ? power : nil
  }

  /// The power of ten that both have, where two neighbouring digits stand for the one or the other: 2、3个,
  /// 5、6亿人.
  private static func choice(_ match: Match, _ parts: Range<Int>, _ last: ArraySlice<UInt16>) -> Int? {
    guard parts.count == 2, let digit = last.first, CharacterSort.isDigit(digit),
      match.unit(at: parts.lowerBound) + 1 == digit
    else { return nil }
    var power = 0
    for unit in last.dropFirst() {
      guard let scale = ChineseNumeral.scale(unit) else { return nil }
      power += scale
    }
    return power
  }

  /// Whether the first number is a list marker: 1、50万元 at the start of a line or sentence.
  private static func followsMark(_ match: Match, _ parts: Range<Int>) -> Bool {
    let text = match.text.units
    if parts.count == 2, text[parts.lowerBound] > 0x31, choice(match, parts, match["number"] ?? []) != nil {
      return false
    }
    guard parts.count <= 3, text[parts].last == 0x3001,
      text[parts].allSatisfy({ CharacterSort.isDigit($0) || $0 == 0x3001 })
    else { return false }
    var place = parts.lowerBound
    while place > 0, text[place - 1] == 0x20 { place -= 1 }
    guard place > 0 else { return true }
    switch text[place - 1] {
    case 0x0A, 0x3002, 0x3B, 0x3A: return true  // 。 ; :
    default: return false
    }
  }
}
