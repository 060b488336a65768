package import DocumentModel

/// A number as written, read: `260亿`, `1.2万亿`, `三千五百`, `二〇二三`, `300多万`, `数百`, `两三`.
package struct Numeral: Hashable, Sendable {
  /// The number, or the lower end of what it may be.
  package var low: DecimalNumber

  /// The upper end, for vague numbers: 几十 is 20 to 90, 两三 is 2 to 3.
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
    case 0x4E09, 0x53C1, 0x4EE8: 3  // 三 叁 仨
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

  /// A whole number without vagueness that fits an `Int`: years, months, ordinals.
  package static func integer(_ units: ArraySlice<UInt16>) -> Int? {
    guard let numeral = read(units), numeral.high == nil, !numeral.isMore, !numeral.isAtLeast else {
      return nil
    }
    return numeral.low.integer
  }

  /// Reads a number that takes up all the units, or returns nil.
  package static func read(_ units: ArraySlice<UInt16>) -> Numeral? {
    var reader = Reader(units: units)
    return reader.read()
  }

  /// Walks over the units once.
  private struct Reader {
    let units: ArraySlice<UInt16>
    var place: Int
    /// What stands before a 亿 or 兆 that is done.
    var total: DecimalNumber = 0
    /// What stands below the next 万 or 亿.
    var section: DecimalNumber = 0
    /// The digits read last, and the upper end where they are vague.
    var current: (low: DecimalNumber, high: DecimalNumber?)?
    /// The upper end of the whole, once a vague part was read.
    var spread: DecimalNumber?
    var isMore = false
    var isAtLeast = false
    var lastScale: Int?

    init(units: ArraySlice<UInt16>) {
      self.units = units
      place = units.startIndex
    }

    mutating func read() -> Numeral? {
      guard !units.isEmpty else { return nil }
      while place < units.endIndex {
        let unit = units[place]
        switch unit {
        case 0x591A, 0x4F59, 0x6765:  // 多 余 来
          isMore = true
          place += 1
        case 0x4E0A:  // 上
          guard place == units.startIndex, place + 1 < units.endIndex, scale(units[place + 1]) != nil else {
            return nil
          }
          isAtLeast = true
          place += 1
        case 0x51E0, 0x6570:  // 几 数
          guard current == nil || unit == 0x51E0 else { return nil }
          current = (2, 9)
          if lastScale != nil, place + 1 == units.endIndex { current = (1, 9) }
          place += 1
        default:
          if let power = scale(unit) {
            guard take(scale: power) else { return nil }
            place += 1
          } else if CharacterSort.isDigit(unit) {
            guard current == nil, takeArabic() else { return nil }
          } else if digit(unit) != nil {
            guard current == nil, takeHanzi() else { return nil }
          } else {
            return nil
          }
        }
      }
      return finished()
    }

    private mutating func finished() -> Numeral? {
      var low = total.adding(section)
      var high = spread
      if let current {
        var last = current
        // 三万五 is 35000: a lone Hanzi digit behind a scale counts the next lower one.
        if let power = lastScale, power > 1, current.high == nil, endsInBareHanzi {
          last.low = DecimalNumber(last.low.significand, exponent: power - 1 + last.low.exponent)
        }
        high = last.high.flatMap { low?.adding($0) } ?? high.flatMap { $0.adding(last.low) }
        low = low?.adding(last.low)
      }
      guard let low else { return nil }
      return Numeral(low: low, high: high, isMore: isMore, isAtLeast: isAtLeast)
    }

    private var endsInBareHanzi: Bool {
      guard let last = units.last, !CharacterSort.isDigit(last), digit(last) != nil, units.count >= 2 else {
        return false
      }
      return scale(units[units.endIndex - 2]) != nil
    }

    private mutating func take(scale power: Int) -> Bool {
      let factor = DecimalNumber(1, exponent: power)
      let amount = current?.low
      let upper = current?.high
      current = nil
      lastScale = power
      if power < 4 {
        guard let step = (amount ?? 1).multiplied(by: factor) else { return false }
        if let upper, let top = upper.multiplied(by: factor) { spread = total.adding(section)?.adding(top) }
        guard let sum = section.adding(step) else { return false }
        section = sum
        return true
      }
      var below = section
      if let amount {
        guard let sum = below.adding(amount) else { return false }
        below = sum
      }
      if let upper { spread = section.adding(upper) }
      if power == 4 {
        if below == 0 { below = 1 }
        guard let step = below.multiplied(by: factor), let sum = total.adding(step) else { return false }
        if let top = spread { spread = top.multiplied(by: factor) }
        total = sum
      } else {
        guard var base = total.adding(below) else { return false }
        if base == 0 { base = 1 }
        guard let product = base.multiplied(by: factor) else { return false }
        if below != 0, total.exponent >= power {
          guard let step = below.multiplied(by: factor), let sum = total.adding(step) else { return false }
          total = sum
        } else {
          total = product
        }
        if let top = spread { spread = top.multiplied(by: factor) }
      }
      section = 0
      return true
    }

    /// Digits with thousands marks and a decimal point: `27,203,319`, `1.25`, `5·8`.
    private mutating func takeArabic() -> Bool {
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
        } else if (unit == 0x2E || unit == 0xB7), !isFraction, place + 1 < units.endIndex,
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
      current = (DecimalNumber(significand, exponent: -places), nil)
      return true
    }

    /// One Hanzi digit, several in a row (二〇二三, 两三) or with a point (三点五).
    private mutating func takeHanzi() -> Bool {
      var digits: [Int] = []
      while place < units.endIndex, digits.count < 30, let value = digit(units[place]) {
        digits.append(value)
        place += 1
      }
      // 零 between a scale and a digit only keeps a place: 一千零五.
      while lastScale != nil, digits.count > 1, digits[0] == 0 { digits.removeFirst() }
      var significand = digits.reduce(Int128(0)) { $0 * 10 + Int128($1) }
      var places = 0
      if place + 1 < units.endIndex, units[place] == 0x70B9 || units[place] == 0xB7,
        digit(units[place + 1]) != nil
      {  // 点 ·
        place += 1
        while place < units.endIndex, places < 20, let value = digit(units[place]) {
          significand = significand * 10 + Int128(value)
          places += 1
          place += 1
        }
      }
      let isPair =
        digits.count == 2 && places == 0 && digits[0] > 0 && digits[1] > digits[0]
        && digits[1] - digits[0] <= 2
      if isPair {
        current = (DecimalNumber(Int128(digits[0])), DecimalNumber(Int128(digits[1])))
        // 十七八 is 17 to 18: the digits count ones behind a ten.
      } else {
        current = (DecimalNumber(significand, exponent: -places), nil)
      }
      return true
    }
  }
}
