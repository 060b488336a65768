import DocumentModel
import RuleEngine
import TextProcessing

/// Amounts of several units: 3元5角, 三块五, 1米75, 5斤3两, 三公里半, 零下5度, 30岁.
extension QuantityReader {
  /// An amount whose parts the rule only holds together: `amount`, and `upper` for a range.
  @Sendable func compound(_ match: Match, _ context: Context) -> [Finding] {
    guard let amount = match["amount"], let low = parts(amount) else { return [] }
    var reading = Reading(
      amount: .exactly(low.number), modifier: modifier(of: match), range: stretch(of: match))
    if let sign = match["sign"] {
      reading.range = match.range
      guard sign.first == 0x8D1F, let negative = Optional(low.number.negated) else { return [] }  // 负
      reading.amount = .exactly(negative)
    }
    if let upper = match["upper"] {
      guard let high = parts(upper), high.code == low.code, low.number <= high.number else { return [] }
      reading.amount = .between(low.number, high.number)
    }
    return found(low.kind, reading, unit: low.code)
  }

  /// A number, its unit, and what follows: smaller units, 半, or bare digits that count the next place.
  private func parts(_ text: ArraySlice<UInt16>) -> (
    number: DecimalNumber, kind: Quantity.Kind, code: String
  )? {
    var place = text.startIndex
    guard let first = number(in: text, at: &place, defaultsToOne: true),
      let unit = unit(in: text, at: &place),
      // 五毛 and 三角 have no whole unit before them.
      let whole = units.coin(text[unit]) ?? units.unit(text[unit]), whole.kind != .count
    else { return nil }
    var scale = whole.factor
    guard var total = first.multiplied(by: scale) else { return nil }
    while place < text.endIndex {
      if text[place] == 0x53C8 {  // 又
        place += 1
        continue
      }
      guard let more = rest(of: text, at: &place, after: text[unit], scale: &scale) else { return nil }
      guard let sum = total.adding(more) else { return nil }
      total = sum
    }
    return (total, whole.kind, whole.code)
  }

  /// What stands behind a unit, as so many of the first one.
  private func rest(
    of text: ArraySlice<UInt16>, at place: inout Int, after unit: ArraySlice<UInt16>,
    scale: inout DecimalNumber
  ) -> DecimalNumber? {
    if text[place] == 0x534A {  // 半
      place += 1
      return scale.multiplied(by: DecimalNumber(5, exponent: -1))
    }
    let start = place
    guard let number = number(in: text, at: &place, defaultsToOne: false) else { return nil }
    if let small = self.unit(in: text, at: &place) {
      guard let part = units.part(text[small], of: unit) else { return nil }
      scale = part
      return number.multiplied(by: part)
    }
    guard place == text.endIndex else { return nil }
    // 三块五 is 3.5, 三块零四 is 3.04, 1米75 is 1.75.
    return number.multiplied(by: scale)?.multiplied(by: DecimalNumber(1, exponent: start - place))
  }

  /// A number that ends before a unit: of 三千克 the 千 belongs to the unit.
  private func number(in text: ArraySlice<UInt16>, at place: inout Int, defaultsToOne: Bool) -> DecimalNumber?
  {
    let start = place
    while place < text.endIndex, QuantityReader.isNumeral(text[place]) { place += 1 }
    if place > start, place < text.endIndex, let wide = unit(in: text, from: place - 1), wide.count > 1,
      units.isMeasure(text[wide])
    {
      place -= 1
    } else if place == text.endIndex, place - start > 1, units.isMeasure(text[(place - 1)...]) {
      place -= 1
    }
    if place == start { return defaultsToOne ? 1 : nil }
    return ChineseNumeral.read(text[start..<place]).flatMap { $0.high == nil ? $0.low : nil }
  }

  private static func isNumeral(_ unit: UInt16) -> Bool {
    CharacterSort.isDigit(unit) || ChineseNumeral.digit(unit) != nil || ChineseNumeral.scale(unit) != nil
      || unit == 0x2E || unit == 0x2C || unit == 0x70B9 || unit == 0xB7
  }

  /// The longest unit that begins at a place.
  private func unit(in text: ArraySlice<UInt16>, at place: inout Int) -> Range<Int>? {
    guard let range = unit(in: text, from: place) else { return nil }
    place = range.upperBound
    return range
  }

  private func unit(in text: ArraySlice<UInt16>, from place: Int) -> Range<Int>? {
    for end in stride(from: min(text.endIndex, place + 8), to: place, by: -1)
    where units.isUnitOrCoin(text[place..<end]) {
      return place..<end
    }
    return nil
  }

  // MARK: Temperatures, ages, grades

  @Sendable func temperature(_ match: Match, _ context: Context) -> [Finding] {
    guard let unit = match["unit"] else { return [] }
    // 华 ℉ F
    let isFahrenheit =
      match["scale"]?.first == 0x534E || unit.first == 0x534E || unit.first == 0x2109 || unit.last == 0x46
    guard let reading = read(match, context) else { return [] }
    return found(.measure, reading, unit: isFahrenheit ? "[degF]" : "Cel")
  }

  /// An age: 30岁, 五岁半, 十个月大.
  @Sendable func age(_ match: Match, _ context: Context) -> [Finding] {
    guard let unit = match["unit"], !isIndefinite(match) || match["number"]?.first == 0x4E00,
      var reading = read(match, context)
    else {
      return []
    }
    if match.has("half"), case .exactly(let years) = reading.amount {
      guard let sum = years.adding(DecimalNumber(5, exponent: -1)) else { return [] }
      reading.amount = .exactly(sum)
    }
    switch unit.last {
    case 0x6708: return found(.measure, reading, unit: "mo")  // 月
    case 0x5468, 0x671F: return found(.measure, reading, unit: "wk")  // 周 星期
    case 0x5929: return found(.measure, reading, unit: "d")  // 天
    default: return found(.count, reading, unit: unit.count > 1 ? "周岁" : "岁")
    }
  }

  /// The strength of an earthquake or a wind: 6.2级.
  @Sendable func grade(_ match: Match, _ context: Context) -> [Finding] {
    guard let reading = read(match, context) else { return [] }
    return found(.measure, reading, unit: "级")
  }

  /// 翻两番 is four times as much: each 番 doubles.
  @Sendable func doubling(_ match: Match, _ context: Context) -> [Finding] {
    guard let times = match["number"].flatMap({ ChineseNumeral.integer($0) }), (1...20).contains(times) else {
      return []
    }
    let reading = Reading(
      amount: .exactly(DecimalNumber(Int128(1) << Int128(times))), modifier: modifier(of: match),
      range: stretch(of: match))
    return found(.multiple, reading, unit: "x")
  }
}
