import DocumentModel
import RuleEngine
import TextProcessing

/// Reads the parts of a time from its words.
///
/// Numbers are known by the unit behind them; other words are looked up in the pack's lexicons, where each
/// has a code: `Y-1` a year before the document's, `CD+1` the day after the one spoken of, `H2`, `Q1-Q3`,
/// `SP`, `TAF`, `D5` Friday, `start`.
struct TimePointParser: Sendable {
  private var codes: [[UInt16]: [String]] = [:]
  private var longest = 0

  /// The lexicons of time words in the pack.
  static let lexicons = [
    "centuries", "relative-years", "relative-months", "relative-days", "relative-weeks", "weekdays", "halves",
    "quarters", "seasons", "relative-seasons", "thirds", "edges", "dayparts",
  ]

  init(_ tables: RuleTables) {
    for name in Self.lexicons {
      for entry in tables.lexicon(name).entries {
        let form = tables.normalizer.fold(entry.form)
        codes[form] = (entry.columns.first ?? "").split(separator: " ").map(String.init)
        longest = max(longest, form.count)
      }
    }
  }

  /// Reads a point that takes up all the units; nil when a part makes no sense.
  func parse(_ units: ArraySlice<UInt16>) -> TimePoint? {
    var point = TimePoint()
    var place = units.startIndex
    while place < units.endIndex {
      if let (words, end) = word(at: place, in: units) {
        for code in words where !apply(code, to: &point) { return nil }
        place = end
      } else if let end = number(at: place, in: units, into: &point) {
        place = end
      } else if Self.fillers.contains(units[place]) {
        place += 1
      } else {
        return nil
      }
    }
    return point.isEmpty ? nil : point
  }

  private static let fillers = Set("的第份钟度整夏历农()（）“” ,".unicodeScalars.map { UInt16($0.value) })

  private func word(at place: Int, in units: ArraySlice<UInt16>) -> ([String], Int)? {
    var length = min(longest, units.endIndex - place)
    while length > 0 {
      if let code = codes[Array(units[place..<(place + length)])] { return (code, place + length) }
      length -= 1
    }
    return nil
  }

  private func apply(_ code: String, to point: inout TimePoint) -> Bool {
    let rest = code.drop { $0.isLetter }
    let reference = { (fromContext: Bool) -> TimePoint.Reference? in
      Int(rest).map { fromContext ? .context($0) : .document($0) }
    }
    switch code.prefix(while: \.isLetter) {
    case "C": point.century = reference(false)
    case "Y": point.year = reference(false)
    case "CY": point.year = reference(true)
    case "M": point.month = reference(false)
    case "CM": point.month = reference(true)
    case "D" where rest.first == "+" || rest.first == "-": point.day = reference(false)
    case "CD": point.day = reference(true)
    case "D": point.weekday = Int(rest)
    case "W": point.week = Int(rest)
    case "H": point.half = Int(rest)
    case "Q":
      let ends = code.split(separator: "-").compactMap { Int($0.dropFirst()) }
      guard let low = ends.first, let high = ends.last, low <= high else { return false }
      point.quarters = low...high
    case "X": point.third = Int(rest)
    case "SP", "SU", "FA", "WI": point.season = code
    case "TMO", "TMI", "TAF", "TEV", "TNI": point.part = String(code.dropFirst())
    default:
      guard let edge = TemporalExpression.Modifier(rawValue: code) else { return false }
      point.edge = edge
    }
    return true
  }

  /// Reads a number and its unit; the place behind them, or nil.
  private func number(at start: Int, in units: ArraySlice<UInt16>, into point: inout TimePoint) -> Int? {
    var end = start
    while end < units.endIndex,
      CharacterSort.isDigit(units[end]) || ChineseNumeral.digit(units[end]) != nil
        || ChineseNumeral.scale(units[end]) != nil
    {
      end += 1
    }
    guard end > start else { return nil }
    let digits = units[start..<end]
    let next = end < units.endIndex ? units[end] : 0
    let after = end + 1 < units.endIndex ? units[end + 1] : 0
    switch (next, after) {
    case (0x4E16, _):  // 世纪
      guard let value = ChineseNumeral.integer(digits), (1...30).contains(value) else { return nil }
      point.century = .absolute(value)
      return end + 2
    case (0x5E74, 0x4EE3): return decade(digits, into: &point) ? end + 2 : nil  // 年代
    case (0x5E74, _):  // 年
      guard let year = year(digits) else { return nil }
      point.year = .absolute(year)
      return end + 1
    case (0x6708, _):  // 月
      guard let month = ChineseNumeral.integer(digits), (1...12).contains(month) else { return nil }
      point.month = .absolute(month)
      return end + 1
    case (0x65E5, _), (0x53F7, _):  // 日 号
      guard let day = ChineseNumeral.integer(digits), (1...31).contains(day) else { return nil }
      point.day = .absolute(day)
      return end + 1
    case (0x65F6, _), (0x70B9, _), (0x3A, _):  // 时 点 :
      guard let hour = ChineseNumeral.integer(digits), (0...24).contains(hour) else { return nil }
      point.hour = hour
      return minutes(at: end + 1, in: units, isDigital: next == 0x3A, into: &point)
    case (0x2D, _), (0x2F, _), (0x2E, _):
      return numeric(from: start, separator: next, in: units, into: &point)
    default:
      // 2021至2025年, 7至8月: the unit is that of the other end, and put in by the caller.
      guard end == units.endIndex, digits.count == 4, let year = year(digits) else { return nil }
      point.year = .absolute(year)
      return end
    }
  }

  private func year(_ digits: ArraySlice<UInt16>) -> Int? {
    guard digits.count == 4, digits.allSatisfy({ ChineseNumeral.digit($0) != nil }) else { return nil }
    return digits.reduce(0) { $0 * 10 + (ChineseNumeral.digit($1) ?? 0) }
  }

  private func decade(_ digits: ArraySlice<UInt16>, into point: inout TimePoint) -> Bool {
    // 1990年代 names its century; 五六十年代 names two decades.
    if let year = year(digits) {
      point.century = .absolute(year / 100 + 1)
      point.decade = (year / 10 % 10)...(year / 10 % 10)
      return year % 10 == 0
    }
    guard let numeral = ChineseNumeral.read(digits), let low = numeral.low.integer, low % 10 == 0,
      (10...90).contains(low)
    else { return false }
    let high = numeral.high?.integer ?? low
    guard high % 10 == 0, (low...90).contains(high) else { return false }
    point.decade = (low / 10)...(high / 10)
    return true
  }

  /// Reads what stands behind the hour: 30分, 半, 一刻, :30:15.
  private func minutes(
    at start: Int, in units: ArraySlice<UInt16>, isDigital: Bool, into point: inout TimePoint
  ) -> Int? {
    var place = start
    while place < units.endIndex, units[place] == 0x949F || units[place] == 0x6574 { place += 1 }  // 钟 整
    guard place < units.endIndex else { return place }
    if units[place] == 0x534A {  // 半
      point.minute = 30
      return place + 1
    }
    var end = place
    while end < units.endIndex,
      CharacterSort.isDigit(units[end]) || ChineseNumeral.digit(units[end]) != nil
        || ChineseNumeral.scale(units[end]) == 1
    { end += 1 }
    guard end > place, let value = ChineseNumeral.integer(units[place..<end]), (0...59).contains(value) else {
      return place
    }
    if end < units.endIndex, units[end] == 0x523B {  // 刻
      point.minute = value * 15
      return value <= 3 ? end + 1 : nil
    }
    point.minute = value
    guard end < units.endIndex, units[end] == 0x5206 || units[end] == 0x3A else { return end }  // 分 :
    var last = end + 1
    while last < units.endIndex, CharacterSort.isDigit(units[last]) { last += 1 }
    if last > end + 1, let second = ChineseNumeral.integer(units[(end + 1)..<last]), (0...59).contains(second)
    {
      point.second = second
      if last < units.endIndex, units[last] == 0x79D2 { last += 1 }  // 秒
      return last
    }
    return isDigital && units[end] == 0x3A ? nil : end + 1
  }

  /// Reads `2023-05-19`, `2023/5/19`, `2023.5.19` and `2023-05`.
  private func numeric(
    from start: Int, separator: UInt16, in units: ArraySlice<UInt16>, into point: inout TimePoint
  ) -> Int? {
    var numbers: [Int] = []
    var place = start
    while numbers.count < 3 {
      var end = place
      while end < units.endIndex, CharacterSort.isDigit(units[end]) { end += 1 }
      guard end > place, end - place <= 4, let value = ChineseNumeral.integer(units[place..<end]) else {
        return nil
      }
      numbers.append(value)
      place = end
      guard place < units.endIndex, units[place] == separator, numbers.count < 3 else { break }
      place += 1
    }
    guard numbers.count >= 2, (1000...2999).contains(numbers[0]), (1...12).contains(numbers[1]) else {
      return nil
    }
    point.year = .absolute(numbers[0])
    point.month = .absolute(numbers[1])
    if numbers.count == 3 {
      guard (1...31).contains(numbers[2]) else { return nil }
      point.day = .absolute(numbers[2])
    }
    return place
  }
}
