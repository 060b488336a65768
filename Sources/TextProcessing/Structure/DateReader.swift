/// Finds full dates in lines, in the many ways that they are written there.
///
/// `2023-5-19`, `2015/12/05`, `2013年04月08日08:30`, `2023年 5月 23日`, `二○一三年六月五日`.
enum DateReader {
  /// A date and where it stands.
  struct Hit {
    var range: Range<Int>
    var year: Int
    var month: Int
    var day: Int

    /// The date as `YYYY-MM-DD`.
    var date: String {
      String(unsafeUninitializedCapacity: 10) { bytes in
        var rest = year * 10_000 + month * 100 + day
        for place in [9, 8, 6, 5, 3, 2, 1, 0] {
          bytes[place] = UInt8(0x30 + rest % 10)
          rest /= 10
        }
        bytes[4] = 0x2D
        bytes[7] = 0x2D
        return 10
      }
    }
  }

  /// The first full date in a text.
  static func first(in text: ArraySlice<UInt32>) -> Hit? {
    var index = text.startIndex
    while let place = yearStart(in: text[index...]) {
      if let hit = date(in: text, at: place) { return hit }
      index = place + 1
    }
    return nil
  }

  /// The first place where two digits stand as at the beginning of a year.
  private static func yearStart(in text: ArraySlice<UInt32>) -> Int? {
    text.withUnsafeBufferPointer { scalars in
      for index in 0..<max(scalars.count - 7, 0)
      where mayBeginYear(scalars[index]) && digit(scalars[index + 1]) != nil {
        return text.startIndex + index
      }
      return nil
    }
  }

  /// The date that begins at a place.
  static func date(in text: ArraySlice<UInt32>, at start: Int) -> Hit? {
    var index = start
    guard let year = year(in: text, at: &index) else { return nil }
    skipBlanks(in: text, &index)
    guard index < text.endIndex else { return nil }
    let separator = text[index]
    let isChinese = separator == 0x5E74  // 年
    guard isChinese || separator == 0x2D || separator == 0x2F || separator == 0x2E || separator == 0xFF0D
    else {
      return nil
    }
    index += 1
    skipBlanks(in: text, &index)
    guard let month = number(in: text, at: &index), (1...12).contains(month) else { return nil }
    skipBlanks(in: text, &index)
    guard index < text.endIndex, text[index] == (isChinese ? 0x6708 : separator) else { return nil }
    index += 1
    skipBlanks(in: text, &index)
    guard let day = number(in: text, at: &index), (1...31).contains(day) else { return nil }
    if isChinese {
      skipBlanks(in: text, &index)
      guard index < text.endIndex, text[index] == 0x65E5 else { return nil }
      index += 1
    }
    return Hit(range: start..<index, year: year, month: month, day: day)
  }

  /// Whether a scalar is a one or a two: years of other millennia are not published.
  @inline(__always)
  private static func mayBeginYear(_ scalar: UInt32) -> Bool {
    if scalar > 0x4E8C { return scalar == 0xFF11 || scalar == 0xFF12 }
    return scalar == 0x31 || scalar == 0x32 || scalar == 0x4E00 || scalar == 0x4E8C
  }

  private static func year(in text: ArraySlice<UInt32>, at index: inout Int) -> Int? {
    var year = 0
    var digits = 0
    while index < text.endIndex, digits < 5, let digit = digit(text[index]) {
      year = year * 10 + Int(digit)
      digits += 1
      index += 1
    }
    return digits == 4 && (1000...2999).contains(year) ? year : nil
  }

  /// A number up to 31, in digits or in Chinese: 5, 05, 五, 十二, 二十三, 三十一, 一二.
  private static func number(in text: ArraySlice<UInt32>, at index: inout Int) -> Int? {
    var value: Int?
    var hasTen = false
    while index < text.endIndex {
      if text[index] == 0x5341 {  // 十
        guard !hasTen else { return nil }
        value = (value ?? 1) * 10
        hasTen = true
      } else if let digit = digit(text[index]) {
        value = hasTen ? (value ?? 0) + Int(digit) : (value ?? 0) * 10 + Int(digit)
        guard value ?? 0 < 100 else { return nil }
      } else {
        break
      }
      index += 1
    }
    return value
  }

  private static func digit(_ scalar: UInt32) -> UInt32? {
    if let digit = CharacterClass.digit(scalar) { return digit }
    switch scalar {
    case 0x3007, 0x25CB, 0x96F6, 0x25EF, 0x4F, 0xFF2F: return 0  // 〇 ○ 零 ◯ O Ｏ
    case 0x4E00: return 1
    case 0x4E8C: return 2
    case 0x4E09: return 3
    case 0x56DB: return 4
    case 0x4E94: return 5
    case 0x516D: return 6
    case 0x4E03: return 7
    case 0x516B: return 8
    case 0x4E5D: return 9
    default: return nil
    }
  }

  private static func skipBlanks(in text: ArraySlice<UInt32>, _ index: inout Int) {
    while index < text.endIndex, CharacterClass.isBlank(text[index]) { index += 1 }
  }
}
