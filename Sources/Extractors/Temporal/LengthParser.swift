import DocumentModel
import RuleEngine
import TextProcessing

/// Reads lengths of time from their words; the units and their codes are the pack's lexicons
/// `time-units` and `short-time-units`.
struct LengthParser: Sendable {
  private var units = WordMap<(unit: Length.Unit, factor: Int)>()

  init(_ tables: RuleTables) {
    for entry in tables.lexicon("time-units").entries + tables.lexicon("short-time-units").entries {
      let code = entry.columns.first ?? ""
      let digits = code.prefix(while: \.isNumber)
      guard let unit = Length.Unit(rawValue: String(code.dropFirst(digits.count))) else { continue }
      units.insert(tables.normalizer.fold(entry.form), (unit, Int(digits) ?? 1))
    }
  }

  /// Reads a length that takes up all the units, or returns nil. `upper` is the later end of a range: 5至10年.
  func parse(_ text: ArraySlice<UInt16>, upper: ArraySlice<UInt16>? = nil, isRecurring: Bool = false)
    -> Length?
  {
    var place = text.startIndex
    var whole: Length?
    while place < text.endIndex {
      guard let part = part(&place, in: text, upper: whole == nil ? upper : nil, isRecurring) else {
        return nil
      }
      if let sum = whole { whole = sum.adding(part) } else { whole = part }
      guard whole != nil else { return nil }
      // 两年零三个月, 一天又五小时
      if place < text.endIndex, [0x53C8, 0x96F6, 0x3007].contains(text[place]) { place += 1 }
    }
    return whole
  }

  /// One number with its unit and what stands around them: 三个多月, 一年半, 半年, 个半小时.
  private func part(
    _ place: inout Int, in text: ArraySlice<UInt16>, upper: ArraySlice<UInt16>?, _ isRecurring: Bool
  ) -> Length? {
    var end = place
    while end < text.endIndex, Self.isNumber(text[end]) { end += 1 }
    let digits = text[place..<end]
    place = end
    if place < text.endIndex, text[place] == 0x20 { place += 1 }
    func takes(_ characters: UInt16...) -> Bool {
      guard place < text.endIndex, characters.contains(text[place]) else { return false }
      place += 1
      return true
    }
    // 半 before the unit: alone half of one, behind 个 one half more.
    var half = digits.isEmpty && takes(0x534A)
    let hasClassifier = takes(0x4E2A)  // 个
    var isMore = takes(0x591A, 0x4F59)  // 多 余
    let isHalfMore = takes(0x534A)  // 半
    guard let (found, length) = units.longest(at: text[place...]) else { return nil }
    place += length
    // 8月 is August; 八个月, 两月, 数月, 半月 and the 月 of 每月 are lengths.
    if found.unit == .month, found.factor == 1, length == 1, !hasClassifier, !half, !isHalfMore, !isRecurring,
      !digits.allSatisfy({ [0x4E24, 0x4FE9, 0x4EE8, 0x6570, 0x51E0].contains($0) })
    {
      return nil
    }
    if takes(0x591A, 0x4F59) { isMore = true }
    let isHalfBehind = takes(0x534A)
    if isHalfBehind { _ = takes(0x949F) }  // 钟
    let numeral: Numeral
    if digits.isEmpty {
      guard half || (isHalfMore && hasClassifier) || isHalfBehind else { return nil }
      numeral = Numeral(low: half ? 0 : 1)
      half = true
    } else {
      guard let read = ChineseNumeral.read(digits) else { return nil }
      numeral = read
      half = isHalfMore || isHalfBehind
    }
    guard var result = self.length(numeral, found.unit, found.factor, upper: upper) else { return nil }
    if half {
      guard upper == nil, numeral.high == nil, let more = Self.half(of: found.unit, found.factor) else {
        return nil
      }
      result = numeral.low == 0 ? more : result.joined(with: more)
    }
    result.isMore = isMore || numeral.isMore
    result.isAtLeast = numeral.isAtLeast
    return result
  }

  private func length(
    _ numeral: Numeral, _ unit: Length.Unit, _ factor: Int, upper: ArraySlice<UInt16>?
  )
    -> Length?
  {
    let factor = DecimalNumber(Int128(factor))
    guard let low = numeral.low.multiplied(by: factor) else { return nil }
    var part = Length.Part(unit: unit, low: low)
    if let upper {
      guard let end = ChineseNumeral.read(upper), end.high == nil, let high = end.low.multiplied(by: factor),
        low < high
      else { return nil }
      part.high = high
    } else if let high = numeral.high {
      guard let top = high.multiplied(by: factor) else { return nil }
      part.high = top
    }
    return Length(parts: [part])
  }

  private static func isNumber(_ unit: UInt16) -> Bool {
    CharacterSort.isDigit(unit) || ChineseNumeral.digit(unit) != nil || ChineseNumeral.scale(unit) != nil
      || [0x2E, 0x3001, 0x70B9, 0x51E0, 0x6570, 0x4E0A, 0x6765].contains(unit)  // . 、 点 几 数 上 来
  }

  /// Half of a unit: 半年 is six months, 半天 twelve hours.
  private static func half(of unit: Length.Unit, _ factor: Int) -> Length? {
    let part: Length.Part
    switch unit {
    case .year:
      part =
        factor == 1 ? .init(unit: .month, low: 6) : .init(unit: .year, low: DecimalNumber(Int128(factor / 2)))
    case .month where factor == 1: part = .init(unit: .day, low: 15)
    case .day: part = .init(unit: .hour, low: 12)
    case .hour: part = .init(unit: .minute, low: 30)
    case .minute where factor == 1: part = .init(unit: .second, low: 30)
    default: return nil
    }
    return Length(parts: [part])
  }
}

extension Length {
  /// The sum with a half of its unit: 一年 and 六个月, 一世纪 and 五十年.
  func joined(with more: Length) -> Length {
    guard let last = parts.last, let next = more.parts.first, last.unit == next.unit,
      let sum = last.low.adding(next.low)
    else { return Length(parts: parts + more.parts) }
    return Length(parts: parts.dropLast() + [Part(unit: last.unit, low: sum)])
  }
}
