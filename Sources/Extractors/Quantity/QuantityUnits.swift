import DocumentModel
import RuleEngine
import TextProcessing

/// The units of the gazetteers, and what a text around them says they are.
struct QuantityUnits: Sendable {
  private let currencies: Lexicon
  private let measures: Lexicon
  private let classifiers: Lexicon
  private let smaller: Lexicon

  /// 度, which the text around it tells to be of warmth or of an angle.
  static let degree: [UInt16] = [0x5EA6]

  /// 吨 米 亩 斤 升 克 丈 顷 磅: units of one character that have no other sense behind 一.
  static let plainMeasures: [UInt16] = [
    0x5428, 0x7C73, 0x4EA9, 0x65A4, 0x5347, 0x514B, 0x4E08, 0x9877, 0x78C5,
  ]

  /// 方 伏 里 石 码 斗 度 分: units of one character that have another sense behind one Hanzi.
  static let otherSenses: [UInt16] = [0x65B9, 0x4F0F, 0x91CC, 0x77F3, 0x7801, 0x6597, 0x5EA6, 0x5206]

  init(_ tables: RuleTables) {
    currencies = tables.lexicon("currencies")
    measures = tables.lexicon("units")
    classifiers = tables.lexicon("classifiers")
    smaller = tables.lexicon("smaller-units")
  }

  /// A unit of a figure: what sort of amount it makes, and how many of the canonical unit it is.
  struct Unit {
    var kind: Quantity.Kind
    var code: String
    var factor: DecimalNumber = 1
  }

  /// The code of a currency; small change counts only behind a whole amount, so 十分 and 三角 are none.
  func currency(_ form: ArraySlice<UInt16>) -> String? {
    guard let entry = currencies.entry(form), entry.columns.count < 2 || entry.columns[1] == "1" else {
      return nil
    }
    return entry.columns.first
  }

  /// Whether a word is a unit of measure.
  func isMeasure(_ form: ArraySlice<UInt16>) -> Bool { measures.contains(form) }

  /// A unit of measure.
  func measure(_ form: ArraySlice<UInt16>) -> Unit? {
    guard let entry = measures.entry(form), let code = entry.columns.first else { return nil }
    guard entry.columns.count > 1, entry.columns[1] != "1" else { return Unit(kind: .measure, code: code) }
    let factor = ChineseNumeral.read(Array(entry.columns[1].utf16)[...])?.low ?? 1
    return Unit(kind: .measure, code: code, factor: factor)
  }

  /// The row of a classifier.
  func classifier(_ form: ArraySlice<UInt16>) -> Lexicon.Entry? { classifiers.entry(form) }

  /// Any unit: of money, measure, share or count.
  func unit(_ form: ArraySlice<UInt16>) -> Unit? {
    switch (form.count, form.first) {
    case (1, 0x25): return Unit(kind: .percentage, code: "%")
    case (1, 0x500D): return Unit(kind: .multiple, code: "x")  // 倍
    case (1, 0x5757): return Unit(kind: .money, code: "CNY")  // 块
    case (3..., _), (4, _):
      if form.suffix(3).elementsEqual([0x767E, 0x5206, 0x70B9]) {  // 百分点
        return Unit(kind: .percentagePoint, code: "pp")
      }
    default: break
    }
    if let code = currency(form) { return Unit(kind: .money, code: code) }
    if let measure = measure(form) { return measure }
    return classifiers.entry(form).map { Unit(kind: .count, code: $0.form) }
  }

  /// Small change: 毛, 角, 分, 美分.
  func coin(_ form: ArraySlice<UInt16>) -> Unit? {
    if let entry = currencies.entry(form), let code = entry.columns.first {
      guard entry.columns.count > 1, entry.columns[1] != "1" else { return nil }
      let part = ChineseNumeral.read(Array(entry.columns[1].utf16)[...])?.low
      return part.map { Unit(kind: .money, code: code, factor: $0) }
    }
    let part = smaller.entry(form)?.columns.first.flatMap { ChineseNumeral.read(Array($0.utf16)[...])?.low }
    return part.map { Unit(kind: .money, code: "CNY", factor: $0) }
  }

  /// Whether a word is a unit of money or measure, whole or small: 元, 角, 毛, 公里.
  func isUnitOrCoin(_ form: ArraySlice<UInt16>) -> Bool {
    measures.contains(form) || currencies.contains(form) || smaller.contains(form)
      || (form.count == 1 && form.first == 0x5757)  // 块
  }

  /// How many of a unit one of a smaller unit is: 0.01 厘米 to the 米, 0.1 角 to the 元.
  func part(_ small: ArraySlice<UInt16>, of large: ArraySlice<UInt16>) -> DecimalNumber? {
    if let money = currencies.entry(small), money.columns.count > 1, money.columns[1] != "1" {
      return ChineseNumeral.read(Array(money.columns[1].utf16)[...])?.low
    }
    guard let steps = (smaller.entry(small) ?? smaller.entry(Array(large + small)[...]))?.columns.first else {
      return nil
    }
    return ChineseNumeral.read(Array(steps.utf16)[...])?.low
  }

  /// Whether 两 is a weight: 二两, but not 两两, 一两 or 三两 before what is counted.
  static func isLiang(_ number: ArraySlice<UInt16>, before match: Match) -> Bool {
    let next = match.unit(at: match.range.upperBound)
    guard let first = number.first, let last = number.last, last != 0x4E24 else { return false }
    guard first != 0x4E00 || number.count > 1, first != 0x4E24 || number.count > 1 else { return false }
    return !CharacterSort.isHan(next) || next == 0x94F6 || next == 0x767D || next == 0x9EC4  // 银 白 黄
  }

  /// What 度 is: warmth or electric energy where the sentence speaks of it, else an angle; nothing behind
  /// Hanzi, since 三度 may be three times.
  func degree(_ match: Match, _ number: ArraySlice<UInt16>, _ context: Context) -> String? {
    let text = match.text.units
    var place = match.range.upperBound
    while place < min(text.count, match.range.upperBound + 6), text[place] != 0x3002, text[place] != 0x2C {
      if let unit = warmOrElectric(text[place]) { return unit }
      place += 1
    }
    place = match.range.lowerBound
    let end = max(0, place - 24)
    while place > end, text[place - 1] != 0x3002, text[place - 1] != 0x0A {  // 。
      place -= 1
      if let unit = warmOrElectric(text[place]) { return unit }
    }
    return number.contains(where: CharacterSort.isDigit) ? "deg" : nil
  }

  private func warmOrElectric(_ unit: UInt16) -> String? {
    if unit == 0x7535 { return "kW.h" }  // 电
    return QuantityUnits.warm.contains(unit) ? "Cel" : nil
  }

  /// 温 冷 暖 寒 热 烧: what speaks of warmth.
  private static let warm: [UInt16] = [0x6E29, 0x51B7, 0x6696, 0x5BD2, 0x70ED, 0x70E7]
}
