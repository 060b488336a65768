package import DocumentModel

/// A number as written, read: `260亿`, `1.2万亿`, `三千五百`, `二〇二三`, `300多万`, `数百`, `两三`.
package struct Numeral: Hashable, Sendable {
  /// The number, or the lower end of what it may be.
  package var low: DecimalNumber

  /// The upper end, for vague numbers: 几十 is 10 to 100, 两三 is 2 to 3, 十几 is 11 to 19.
  package var high: DecimalNumber?

  /// Whether it was said to be somewhat more: 300多万, 10余.
  package var isMore: Bool

  /// Whether it was said to be at least that: 上千.
  package var isAtLeast: Bool

  package init(low: DecimalNumber, high: DecimalNumber? = nil, isMore: Bool = false, isAtLeast: Bool = false)
  {
    self.low = low
    self.high = high
    self.isMore = isMore
    self.isAtLeast = isAtLeast
  }
}

/// Reads numbers in Arabic digits, Hanzi, and both together.
package enum ChineseNumeral {
  /// The value of a Hanzi or ASCII digit, or nil.
  package static func digit(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x30...0x39: Int(unit) - 0x30
    case 0x3007, 0x96F6: 0  // 〇 零
    case 0x4E00, 0x58F9: 1  // 一 壹
    case 0x4E8C, 0x4E24, 0x8D30, 0x4FE9: 2  // 二 两 贰 俩
    case 0x4E09, 0x53C1, 0x4EE8, 0x53C2: 3  // 三 叁 仨 参
    case 0x56DB, 0x8086: 4  // 四 肆
    case 0x4E94, 0x4F0D: 5  // 五 伍
    case 0x516D, 0x9646: 6  // 六 陆
    case 0x4E03, 0x67D2: 7  // 七 柒
    case 0x516B, 0x634C: 8  // 八 捌
    case 0x4E5D, 0x7396: 9  // 九 玖
    default: nil
    }
  }

  /// The power of ten of a scale: 十 1, 百 2, 千 3, 万 4, 亿 8, 兆 12; or nil.
  package static func scale(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x5341, 0x62FE: 1  // 十 拾
    case 0x767E, 0x4F70: 2  // 百 佰
    case 0x5343, 0x4EDF: 3  // 千 仟
    case 0x4E07: 4  // 万
    case 0x4EBF: 8  // 亿
    case 0x5146: 12  // 兆
    default: nil
    }
  }

  /// The tens that one character says: 廿 20, 卅 30, 卌 40; or nil.
  package static func tens(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x5EFF: 20  // 廿
    case 0x5345: 30  // 卅
    case 0x534C: 40  // 卌
    default: nil
    }
  }

  /// A whole number without vagueness that fits an `Int`: years, months, ordinals.
  package static func integer(_ units: ArraySlice<UInt16>) -> Int? {
    // Nearly all are a few Arabic digits.
    if let number = plain(units) { return number }
    guard let numeral = read(units), numeral.high == nil, !numeral.isMore, !numeral.isAtLeast else {
      return nil
    }
    return numeral.low.integer
  }

  /// The number of up to eighteen Arabic digits; nil for anything else.
  private static func plain(_ units: ArraySlice<UInt16>) -> Int? {
    guard !units.isEmpty, units.count <= 18 else { return nil }
    var number = 0
    for unit in units {
      guard CharacterSort.isDigit(unit) else { return nil }
      number = number &* 10 &+ Int(unit &- 0x30)
    }
    return number
  }

  /// Reads a number that takes up all the units, or returns nil.
  package static func read(_ units: ArraySlice<UInt16>) -> Numeral? {
    if let numeral = common(units) { return numeral }
    var reader = Reader(units: units)
    return reader.read()
  }

  /// Reads the numbers that nearly all are, as ``Reader`` does: 37, 12.5, 1.2亿, 三; nil for all others.
  private static func common(_ units: ArraySlice<UInt16>) -> Numeral? {
    guard let first = units.first, units.count <= 18 else { return nil }
    guard CharacterSort.isDigit(first) else {
      guard units.count == 1, let value = digit(first) else { return nil }
      return Numeral(low: DecimalNumber(Int128(value)))
    }
    var number = 0
    var places = 0
    var isFraction = false
    var place = units.startIndex
    while place < units.endIndex {
      let unit = units[place]
      if CharacterSort.isDigit(unit) {
        number = number &* 10 &+ Int(unit &- 0x30)
        if isFraction { places += 1 }
      } else if unit == 0x2E, !isFraction, place + 1 < units.endIndex, CharacterSort.isDigit(units[place + 1])
      {
        isFraction = true
      } else {
        // 万 亿
        guard place + 1 == units.endIndex, unit == 0x4E07 || unit == 0x4EBF, number > 0 else { return nil }
        places -= unit == 0x4E07 ? 4 : 8
      }
      place += 1
    }
    return Numeral(low: DecimalNumber(Int128(number), exponent: -places))
  }

  /// Walks over the units once.
  private struct Reader {
    let units: ArraySlice<UInt16>
    var place: Int
    /// What stands before a 万, 亿 or 兆 that is done.
    var total: DecimalNumber = 0
    /// What stands below the next 万 or 亿.
    var section: DecimalNumber = 0
    /// The digits read last.
    var current: DecimalNumber?
    /// How far the upper end lies above the lower, once something vague was read.
    var spread: DecimalNumber?
    var isMore = false
    var isAtLeast = false
    /// The scale read last, the last below 万 since a 万 or 亿, and the last of 万 or more.
    var lastScale: Int?
    var lastSmall: Int?
    var lastLarge: Int?
    /// Whether the digits read last are one digit right behind a scale: the 五 of 三万五.
    var isBare = false
    /// Whether the digits read last are Hanzi in a row that no 百 can follow: 二七三.
    var isRow = false
    /// Whether a number in Arabic digits had a decimal point.
    var isPointed = false

    init(units: ArraySlice<UInt16>) {
      self.units = units
      place = units.startIndex
    }

    mutating func read() -> Numeral? {
      guard let first = units.first else { return nil }
      if first == 0x4E0A {  // 上
        guard units.count > 1, scale(units[place + 1]) != nil else { return nil }
        isAtLeast = true
        place += 1
      }
      while place < units.endIndex {
        guard step(units[place]) else { return nil }
      }
      return finished()
    }

    private mutating func step(_ unit: UInt16) -> Bool {
      switch unit {
      case 0x591A, 0x4F59, 0x6765:  // 多 余 来
        guard place > units.startIndex, !isMore else { return false }
        isMore = true
      case 0x51E0, 0x6570:  // 几 数
        guard takeVague() else { return false }
      case 0x70B9, 0xB7:  // 点 ·, as in 十点五
        guard current == nil, lastScale != nil, spread == nil, !isMore else { return false }
        return takePoint(behind: 0)
      case 0x4E2A:  // 个, as in 两个亿
        guard current != nil, place + 1 < units.endIndex, units[place + 1] == 0x4EBF else { return false }
      default:
        if let power = scale(unit) {
          guard take(scale: power) else { return false }
        } else if let tens = tens(unit) {
          guard current == nil, spread == nil, lastSmall.map({ $0 > 1 }) ?? true,
            let sum = section.adding(DecimalNumber(Int128(tens)))
          else { return false }
          section = sum
          (lastScale, lastSmall) = (1, 1)
        } else {
          guard current == nil, spread == nil, !isMore else { return false }
          return CharacterSort.isDigit(unit) ? takeArabic() : takeHanzi()
        }
      }
      place += 1
      return true
    }

    /// 几 or 数: one to ten of the scale that follows, or what comes between two steps of the one before.
    private mutating func takeVague() -> Bool {
      guard current == nil, spread == nil, !isMore else { return false }
      let isLast = place + 1 == units.endIndex
      if lastScale == nil {
        current = isLast ? 2 : 1
        spread = isLast ? 7 : 9
      } else {
        current = isLast ? 1 : 0
        spread = isLast ? 8 : 10
      }
      isBare = false
      return true
    }

    private func finished() -> Numeral? {
      guard var low = total.adding(section) else { return nil }
      // 三千两百两 ends in a unit.
      if units.count > 1, units.last == 0x4E24, spread == nil { return nil }
      if var last = current {
        // 三万五 is 35000: a lone digit behind a scale counts the next lower one.
        if isBare, let power = lastScale, power > 1 {
          guard let scaled = last.multiplied(by: DecimalNumber(1, exponent: power - 1)) else { return nil }
          last = scaled
        }
        guard let sum = low.adding(last) else { return nil }
        low = sum
      } else if let last = units.last, digit(last) == 0, lastScale != nil {
        return nil
      }
      var high: DecimalNumber?
      if let spread {
        guard let top = low.adding(spread) else { return nil }
        high = top
      }
      return Numeral(low: low, high: high, isMore: isMore, isAtLeast: isAtLeast)
    }

    private mutating func take(scale power: Int) -> Bool {
      let factor = DecimalNumber(1, exponent: power)
      if let vague = spread {
        guard let scaled = vague.multiplied(by: factor) else { return false }
        spread = scaled
      }
      let amount = current
      guard amount != 0 || spread != nil else { return false }
      current = nil
      defer { lastScale = power }
      if power < 4 {
        guard !isRow, lastSmall.map({ power < $0 }) ?? true else { return false }
        // 千百 is no number; 百十, 零百 and 上百 are.
        if amount == nil, place > units.startIndex {
          let before = units[place - 1]
          guard digit(before) == 0 || before == 0x4E0A || (power == 1 && scale(before) == 2) else {
            return false
          }
        }
        lastSmall = power
        guard let step = (amount ?? 1).multiplied(by: factor), let sum = section.adding(step) else {
          return false
        }
        section = sum
        return true
      }
      isRow = false
      defer {
        section = 0
        lastLarge = power
        lastSmall = nil
      }
      var below = section
      if let amount {
        // 百二万 is 120万.
        let shift = isBare && (lastSmall ?? 0) > 1 ? (lastSmall ?? 1) - 1 : 0
        guard let step = amount.multiplied(by: DecimalNumber(1, exponent: shift)),
          let sum = below.adding(step)
        else { return false }
        below = sum
      }
      // 几 in 十亿几万 adds nothing to the lower end.
      if below == 0, amount != nil { return spread != nil && total != 0 }
      // 亿万 is no number.
      if below == 0, let lastLarge, power < lastLarge { return false }
      if total != 0, below != 0, let lastLarge, power < lastLarge {
        guard let step = below.multiplied(by: factor), let sum = total.adding(step) else { return false }
        total = sum
        return true
      }
      guard let base = total.adding(below), let product = (base == 0 ? 1 : base).multiplied(by: factor) else {
        return false
      }
      total = product
      return true
    }

    /// Digits with thousands marks and a decimal point: `27,203,319`, `1.25`, `5·8`.
    private mutating func takeArabic() -> Bool {
      let start = place
      var significand: Int128 = 0
      var places = 0
      var isFraction = false
      var digits = 0
      /// How many digits stand behind the last thousands mark.
      var group: Int?
      while place < units.endIndex {
        let unit = units[place]
        if CharacterSort.isDigit(unit) {
          digits += 1
          guard digits <= 30 else { return false }
          if !isFraction { group = group.map { $0 + 1 } }
          significand = significand * 10 + Int128(unit - 0x30)
          if isFraction { places += 1 }
        } else if unit == 0x2E || unit == 0xB7, !isFraction, place + 1 < units.endIndex,
          CharacterSort.isDigit(units[place + 1])
        {
          isFraction = true
        } else if unit == 0x2C || unit == 0x3001 {  // , 、
          guard !isFraction, group.map({ $0 == 3 }) ?? (digits <= 3), place + 3 < units.endIndex,
            units[(place + 1)...(place + 3)].allSatisfy(CharacterSort.isDigit)
          else { return false }
          group = 0
        } else {
          break
        }
        place += 1
      }
      guard group == nil || group == 3 else { return false }
      // 1万2000 is one number; 1.27亿65 and 1亿65 are two.
      if let power = lastScale, isBehindScale(start) {
        guard !isPointed else { return false }
        guard place < units.endIndex || digits == 1 || digits == power else { return false }
      }
      isPointed = isFraction
      isBare = digits == 1 && !isFraction && isBehindScale(start)
      isRow = false
      current = DecimalNumber(significand, exponent: -places)
      return true
    }

    private func isBehindScale(_ start: Int) -> Bool {
      start > units.startIndex && scale(units[start - 1]) != nil
    }

    /// One Hanzi digit, several in a row (二〇二三, 两三), with a point (三点五) or thousands marks (三、六四四).
    private mutating func takeHanzi() -> Bool {
      let start = place
      if takeChoice() { return true }
      var significand: Int128 = 0
      var digits = 0
      var isSpoken = false
      var group: Int?
      var (first, second) = (0, 0)
      while place < units.endIndex, digits < 30 {
        if let value = digit(units[place]), value == 0 || !CharacterSort.isDigit(units[place]) {
          significand = significand * 10 + Int128(value)
          digits += 1
          group = group.map { $0 + 1 }
          if digits == 1 { first = value }
          if digits == 2 { second = value }
          if units[place] == 0x4E24 || units[place] == 0x4FE9 { isSpoken = true }  // 两 俩
        } else if units[place] == 0x3001, digits > 0, group.map({ $0 == 3 }) ?? (digits <= 3) {  // 、
          group = 0
        } else {
          break
        }
        place += 1
      }
      guard digits > 0, group == nil || group == 3 else { return false }
      isRow = digits > 1
      // 零 behind a scale only keeps a place: 一千零五, 一万零百一十.
      if lastScale != nil, first == 0 {
        if significand == 0 { return place < units.endIndex }
        isRow = significand > 9
      }
      isBare = digits == 1 && first > 0 && isBehindScale(start)
      let isPair =
        digits == 2 && first > 0
        && (second == first + 1 || (first, second) == (3, 5) || (first, second) == (3, 2))
      if place + 1 < units.endIndex, units[place] == 0x70B9 || units[place] == 0xB7,
        digit(units[place + 1]) != nil
      {  // 点 ·
        return takePoint(behind: significand)
      }
      if isPair {
        isRow = false
        current = DecimalNumber(Int128(min(first, second)))
        spread = DecimalNumber(Int128(abs(second - first)))
        return true
      }
      // 二两 is no number.
      guard !isSpoken || digits == 1 else { return false }
      current = DecimalNumber(significand)
      return true
    }

    /// A point and the digits behind it.
    private mutating func takePoint(behind whole: Int128) -> Bool {
      var significand = whole
      var places = 0
      place += 1
      while place < units.endIndex, places < 20, let value = digit(units[place]) {
        significand = significand * 10 + Int128(value)
        places += 1
        place += 1
      }
      isBare = false
      current = DecimalNumber(significand, exponent: -places)
      return places > 0
    }

    /// Two neighbouring digits with 、 between them: 三、四十 is 30 to 40.
    private mutating func takeChoice() -> Bool {
      guard place + 2 < units.endIndex, units[place + 1] == 0x3001, let first = digit(units[place]),
        let second = digit(units[place + 2]), second == first + 1, first > 0,
        place + 3 == units.endIndex || digit(units[place + 3]) == nil
      else { return false }
      current = DecimalNumber(Int128(first))
      spread = 1
      (isBare, isRow) = (false, false)
      place += 3
      return true
    }
  }
}
