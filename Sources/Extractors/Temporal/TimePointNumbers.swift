import DocumentModel
import TextProcessing

/// Numbers with their units, stretches and days of the Chinese calendar within a point.
extension TimePointParser.Walk {
  // MARK: Numbers

  /// Reads a number and its unit.
  mutating func takesNumber() -> Bool {
    let end = digitsEnd(from: place)
    guard end > place else { return false }
    let digits = units[place..<end]
    let next = end < units.endIndex ? units[end] : 0
    let after = end + 1 < units.endIndex ? units[end + 1] : 0
    switch (next, after) {
    case (0x4E16, _): take(.century, digits, 1...30, to: end + 2)  // 世纪
    case (0x5E74, 0x4EE3):  // 年代
      isWrong = !takesDecade(digits)
      place = end + 2
    case (0x5E74, _):  // 年
      point.year = year(digits)
      isWrong = point.year == nil
      place = end + 1
    case (0x6708, _): take(.month, digits, 1...12, to: end + 1)  // 月
    case (0x65E5, _), (0x53F7, _): take(.day, digits, 1...31, to: end + 1)  // 日 号
    case (0x65F6, _), (0x70B9, _), (0x3A, _): takeClock(digits, to: end + 1)  // 时 点 :
    case (0x61, _), (0x70, _), (0x41, _), (0x50, _): takeClock(digits, to: end)  // a p A P
    case (0x2D, _), (0x2F, _), (0x2E, _), (0xB7, _): takeNumericDate()
    case (0x20, _) where digits.count == 4: takeNumericDate()
    default: takeBare(digits, to: end)
    }
    return true
  }

  private enum Part { case century, month, day }

  private mutating func take(
    _ part: Part, _ digits: ArraySlice<UInt16>, _ range: ClosedRange<Int>, to end: Int
  ) {
    place = end
    guard let value = ChineseNumeral.integer(digits), range.contains(value) else {
      isWrong = true
      return
    }
    switch part {
    case .century: point.century = .absolute(value)
    case .month: point.month = .absolute(value)
    case .day: point.day = .absolute(value)
    }
  }

  /// A number with no unit behind it: a year, or a day behind a month (八月十五).
  private mutating func takeBare(_ digits: ArraySlice<UInt16>, to end: Int) {
    place = end
    if point.month != nil || isLunar, point.day == nil, let day = ChineseNumeral.integer(digits),
      (1...31).contains(day)
    {
      point.day = .absolute(day)
      // 八月十五 by its name is the day of the Chinese calendar.
      if day == 15, point.month == .absolute(8), !isAbsolute(point.year), digits.first == 0x5341 {
        isLunar = true
      }
    } else if digits.count == 4, end == units.endIndex || units[end] == 0x5168,  // 全
      point.year == nil, let year = year(digits)
    {
      point.year = year
    } else {
      isWrong = true
    }
  }

  private func isAbsolute(_ year: TimePoint.Reference?) -> Bool {
    if case .absolute = year { true } else { false }
  }

  /// The year that some digits name: 2023, 二〇二三, 两千零四, and with two digits 91 and 08.
  private func year(_ digits: ArraySlice<UInt16>) -> TimePoint.Reference? {
    let values = digits.compactMap { ChineseNumeral.digit($0) }
    guard values.count == digits.count else {
      guard let year = ChineseNumeral.integer(digits), (1_000...2_999).contains(year) else { return nil }
      return .absolute(year)
    }
    let number = values.reduce(0) { $0 * 10 + $1 }
    switch values.count {
    case 4, 3: return .absolute(number)
    case 2:
      // 三四年 is three or four years.
      let isPair =
        digits.allSatisfy { !CharacterSort.isDigit($0) } && values[0] > 0 && values[1] == values[0] + 1
      return isPair ? nil : .short(number)
    default: return nil
    }
  }

  private mutating func takesDecade(_ digits: ArraySlice<UInt16>) -> Bool {
    // 1990年代 names its century; 五六十年代 names two decades.
    if digits.count == 4, case .absolute(let year)? = year(digits) {
      point.century = .absolute(year / 100 + 1)
      point.decade = (year / 10 % 10)...(year / 10 % 10)
      return year % 10 == 0
    }
    guard let numeral = ChineseNumeral.read(digits), let low = numeral.low.integer, low % 10 == 0,
      (0...90).contains(low)
    else { return false }
    let high = numeral.high?.integer ?? low
    guard high % 10 == 0, (low...90).contains(high) else { return false }
    point.decade = (low / 10)...(high / 10)
    return true
  }

  // MARK: Clock

  /// Reads the hour, and what stands behind it: 30分, 半, 一刻, :30:15, 零五.
  private mutating func takeClock(_ digits: ArraySlice<UInt16>, to end: Int) {
    place = end
    guard let numeral = ChineseNumeral.read(digits), let hour = numeral.low.integer, (0...24).contains(hour)
    else {
      isWrong = true
      return
    }
    point.hour = hour
    if let last = numeral.high?.integer {
      guard (hour...24).contains(last) else {
        isWrong = true
        return
      }
      point.lastHour = last
    }
    while [0x949F, 0x8FC7].contains(unit()) { place += 1 }  // 钟 过
    // 三点踏三, 三点三个字, 三点三: twelfths of the hour, as they are told in Cantonese.
    let isTwelfth = [0x8E0F, 0x642D].contains(unit())  // 踏 搭
    if isTwelfth { place += 1 }
    if unit() == 0x6574 {  // 整
      point.minute = 0
      place += 1
      return
    }
    switch unit() {
    case 0x6B63 where isTwelfth:  // 正
      point.minute = 0
      place += 1
      return
    case 0x534A:  // 半
      point.minute = 30
      place += 1
      return
    case 0x5DEE: return isWrong = true  // 差
    default: break
    }
    let minutesEnd = digitsEnd(from: place)
    guard minutesEnd > place, let value = ChineseNumeral.integer(units[place..<minutesEnd]),
      (0...59).contains(value)
    else { return }
    place = minutesEnd
    if unit() == 0x523B {  // 刻
      point.minute = value * 15
      isWrong = value > 3
      place += 1
      return
    }
    point.minute = value
    if unit() == 0x4E2A, unit(1) == 0x5B57 { place += 2 }  // 个字
    if isTwelfth || units[place - 1] == 0x5B57 || (place == units.endIndex && isOneDigit(minutesEnd)) {
      point.minute = value * 5
      isWrong = value > 11
      return
    }
    guard unit() == 0x5206 || unit() == 0x3A else { return }  // 分 :
    place += 1
    if unit() == 0x949F { place += 1 }  // 钟
    let secondsEnd = digitsEnd(from: place)
    guard secondsEnd > place, let second = ChineseNumeral.integer(units[place..<secondsEnd]),
      (0...59).contains(second)
    else { return }
    point.second = second
    place = secondsEnd
    if unit() == 0x79D2 { place += 1 }  // 秒
    if unit() == 0x949F { place += 1 }
  }

  /// Whether a number is one Hanzi behind 点: 三点一.
  private func isOneDigit(_ end: Int) -> Bool {
    let last = units[end - 1]
    return last > 0x39 && last != 0x5341 && units[end - 2] == 0x70B9  // 十 点
  }

  // MARK: Numeric dates

  /// Reads `2023-05-19`, `2023/5/19`, `2023.5`, `5/19`, `19.5.2023`, `23-5-19`.
  private mutating func takeNumericDate() {
    let isSlashed = units[digitsEnd(from: place)] == 0x2F
    var numbers = Numbers()
    while numbers.count < 3 {
      var end = place
      while end < units.endIndex, CharacterSort.isDigit(units[end]) { end += 1 }
      // 2018-12-1209:03: the hour stands close behind the day.
      if numbers.count == 2, numbers.first.width == 4, end - place == 4, end < units.endIndex,
        units[end] == 0x3A
      {
        end -= 2
      }
      guard end > place, end - place <= 4, let value = ChineseNumeral.integer(units[place..<end]) else {
        break
      }
      numbers.add(value, end - place)
      place = end
      guard numbers.count < 3, Self.separators.contains(unit()), CharacterSort.isDigit(unit(1)),
        numbers.count == 1 || (unit() == 0x20) == (units[end - numbers.second.width - 1] == 0x20)
      else { break }
      place += 1
    }
    // 1/2 and 3/4 are shares; 2/15 and 12/1 are days.
    if isSlashed, numbers.count == 2, numbers.first.value < numbers.second.value,
      numbers.second.value <= 10, unit() != 0x53F7  // 号
    {
      return isWrong = true
    }
    enter(numbers)
  }

  /// - / . · and a space
  private static let separators: [UInt16] = [0x2D, 0x2F, 0x2E, 0xB7, 0x20]

  /// Up to three numbers with how many digits each has.
  private struct Numbers {
    var count = 0
    var first = (value: 0, width: 0)
    var second = (value: 0, width: 0)
    var third = (value: 0, width: 0)

    mutating func add(_ value: Int, _ width: Int) {
      switch count {
      case 0: first = (value, width)
      case 1: second = (value, width)
      default: third = (value, width)
      }
      count += 1
    }
  }

  private mutating func enter(_ numbers: Numbers) {
    let (first, second, third) = (numbers.first.value, numbers.second.value, numbers.third.value)
    var date: (year: TimePoint.Reference?, month: Int, day: Int?)
    switch numbers.first.width {
    case 4 where numbers.count >= 2:
      date = (.absolute(first), second, numbers.count == 3 ? third : nil)
    case 1, 2:
      if numbers.count == 2 {
        date = (nil, first, second)
      } else if numbers.count == 3, numbers.third.width == 4 {
        date = (.absolute(third), second, first)
      } else if numbers.count == 3, first > 12 || third <= 12 {
        date = (.short(first), second, third)
      } else if numbers.count == 3 {
        date = (.short(third), second, first)
      } else {
        fallthrough
      }
    default: return isWrong = true
    }
    guard (1...12).contains(date.month), date.day.map({ (1...31).contains($0) }) ?? true else {
      return isWrong = true
    }
    point.year = date.year
    point.month = .absolute(date.month)
    point.day = date.day.map { .absolute($0) }
  }

  // MARK: Stretches

  /// Reads 前两个月, 最后四天, 第三周, 首月, 第一个星期一.
  mutating func takesStretch() -> Bool {
    var next = place
    func unit(at index: Int) -> UInt16 { index < units.endIndex ? units[index] : 0 }
    var side: Stretch.Side
    switch unit(at: next) {
    case 0x524D, 0x5934: side = .first  // 前 头
    case 0x540E: side = .last  // 后
    case 0x7B2C: side = .nth  // 第
    case 0x9996: side = .first  // 首
    case 0x6700 where unit(at: next + 1) == 0x540E:  // 最后
      side = .last
      next += 1
    default: return false
    }
    next += 1
    let end = digitsEnd(from: next)
    var count = 1
    if end > next {
      guard let number = ChineseNumeral.integer(units[next..<end]), (1...366).contains(number) else {
        return false
      }
      count = number
    } else if unit(at: place) != 0x9996 {
      return false
    }
    next = end
    if unit(at: next) == 0x4E2A { next += 1 }  // 个
    let counted: Stretch.Unit
    switch (unit(at: next), unit(at: next + 1)) {
    case (0x5929, _), (0x65E5, _): (counted, next) = (.day, next + 1)  // 天 日
    case (0x6708, _): (counted, next) = (.month, next + 1)  // 月
    case (0x5E74, _): (counted, next) = (.year, next + 1)  // 年
    case (0x5B63, 0x5EA6): (counted, next) = (.quarter, next + 2)  // 季度
    case (0x5468, let day), (0x661F, let day), (0x793C, let day):  // 周 星期 礼拜
      let width = unit(at: next) == 0x5468 ? 1 : 2
      let name = width == 1 ? day : unit(at: next + 2)
      if let weekday = Self.weekday(name) {
        (counted, next) = (.weekday(weekday), next + width + 1)
        if side == .last { side = .nthLast }
        if side == .first { return false }
      } else {
        (counted, next) = (.week, next + width)
      }
    default: return false
    }
    place = next
    point.stretch = Stretch(side: side, count: count, unit: counted)
    return true
  }

  private static func weekday(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x65E5, 0x5929: 7  // 日 天
    case let other: ChineseNumeral.digit(other).flatMap { (1...6).contains($0) && other > 0x39 ? $0 : nil }
    }
  }

  // MARK: The Chinese calendar

  /// Reads 正月, 腊月, 冬月, 闰 and the days 初一 and 廿三, which only the Chinese calendar has.
  mutating func takesLunar() -> Bool {
    switch (unit(), unit(1)) {
    case (0x6B63, 0x6708): enterLunar(month: 1)  // 正月
    case (0x51AC, 0x6708): enterLunar(month: 11)  // 冬月
    case (0x814A, 0x6708): enterLunar(month: 12)  // 腊月
    case (0x5927, 0x5E74) where unit(2) == 0x521D: enterLunar(month: 1)  // 大年初
    case (0x95F0, _):  // 闰
      (isLunar, isLeap) = (true, true)
      place += 1
    case (0x521D, _), (0x5EFF, _):  // 初 廿
      let base = unit() == 0x5EFF ? 20 : 0
      var end = place + 1
      while end < units.endIndex, ChineseNumeral.digit(units[end]) != nil || units[end] == 0x5341 { end += 1 }
      let number = end > place + 1 ? ChineseNumeral.integer(units[(place + 1)..<end]) : (base > 0 ? 0 : nil)
      guard let number, (0...10).contains(number) else { return false }
      point.day = .absolute(base + number)
      isLunar = true
      place = end
    default: return false
    }
    return true
  }

  private mutating func enterLunar(month: Int) {
    point.month = .absolute(month)
    isLunar = true
    place += 2
  }
}
