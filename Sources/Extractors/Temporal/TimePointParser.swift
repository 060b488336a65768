import DocumentModel
import RuleEngine
import TextProcessing

/// Reads the parts of a time from its words.
///
/// Numbers are known by the unit behind them; other words are looked up in the pack's lexicons, where each
/// has a code: `Y-1` a year before the document's, `CD+1` the day after the one spoken of, `H2`, `Q1-Q3`,
/// `SP`, `TAF`, `D5` Friday, `start`.
struct TimePointParser: Sendable {
  private var words = WordMap<[Code]>()

  /// The lexicons of time words in the pack.
  static let lexicons = [
    "centuries", "relative-years", "relative-months", "relative-days", "relative-weekdays", "relative-weeks",
    "weekdays", "halves",
    "quarters", "seasons", "relative-seasons", "thirds", "edges", "dayparts",
  ]

  init(_ tables: RuleTables) {
    for name in Self.lexicons {
      for entry in tables.lexicon(name).entries {
        let codes = (entry.columns.first ?? "").split(separator: " ").compactMap { Code($0) }
        words.insert(tables.normalizer.fold(entry.form), codes)
      }
    }
    for zone in ["当地时间", "北京时间"] { words.insert(tables.normalizer.fold(zone), []) }
  }

  /// Reads a point that takes up all the units; nil when a part makes no sense.
  func parse(_ units: ArraySlice<UInt16>) -> TimePoint? {
    var point = TimePoint()
    var place = units.startIndex
    while place < units.endIndex {
      if let (codes, length) = words.longest(at: units[place...]) {
        for code in codes { code.apply(to: &point) }
        place += length
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

  private static let fillers = Array("的第份钟度整夏历农()（）“” ,".unicodeScalars.map { UInt16($0.value) })

  /// What a word says of a point.
  enum Code: Sendable {
    case century(Int)
    case year(TimePoint.Reference)
    case month(TimePoint.Reference)
    case day(TimePoint.Reference)
    case week(Int)
    case weekday(Int)
    case half(Int)
    case quarters(ClosedRange<Int>)
    case third(Int)
    case season(String)
    case part(String)
    case edge(TemporalExpression.Modifier)

    /// Reads a code of a lexicon; nil when it is none.
    init?(_ code: some StringProtocol) {
      let letters = code.prefix(while: \.isLetter)
      let rest = code.dropFirst(letters.count)
      let isRelative = rest.first == "+" || rest.first == "-"
      switch (letters, Int(rest)) {
      case ("C", let offset?): self = .century(offset)
      case ("Y", let offset?): self = .year(.document(offset))
      case ("CY", let offset?): self = .year(.context(offset))
      case ("M", let offset?): self = .month(.document(offset))
      case ("CM", let offset?): self = .month(.context(offset))
      case ("D", let offset?) where isRelative: self = .day(.document(offset))
      case ("CD", let offset?): self = .day(.context(offset))
      case ("D", let number?): self = .weekday(number)
      case ("W", let offset?): self = .week(offset)
      case ("H", let number?): self = .half(number)
      case ("X", let number?): self = .third(number)
      case ("SP", nil), ("SU", nil), ("FA", nil), ("WI", nil): self = .season(String(letters))
      case ("TMO", nil), ("TMI", nil), ("TAF", nil), ("TEV", nil), ("TNI", nil):
        self = .part(String(letters.dropFirst()))
      case ("Q", _):
        let ends = code.split(separator: "-").compactMap { Int($0.dropFirst()) }
        guard let low = ends.first, let high = ends.last, low <= high else { return nil }
        self = .quarters(low...high)
      default:
        guard let edge = TemporalExpression.Modifier(rawValue: String(code)) else { return nil }
        self = .edge(edge)
      }
    }

    func apply(to point: inout TimePoint) {
      switch self {
      case .century(let offset): point.century = .document(offset)
      case .year(let year): point.year = year
      case .month(let month): point.month = month
      case .day(let day): point.day = day
      case .week(let offset): point.week = offset
      case .weekday(let number): point.weekday = number
      case .half(let number): point.half = number
      case .quarters(let numbers): point.quarters = numbers
      case .third(let number): point.third = number
      case .season(let season): point.season = season
      case .part(let part): point.part = part
      case .edge(let edge): point.edge = edge
      }
    }
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
