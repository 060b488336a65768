import DocumentModel
import RuleEngine
import TextProcessing

/// What the rules of named periods mean: dynasties, reigns, five-year plans, and times counted from dated events.
struct PeriodReader: Sendable {
  private var eras = WordMap<ClosedRange<Int>>()
  private(set) var reigns = WordMap<Reign>()
  private var edges = WordMap<TemporalExpression.Modifier>()
  private var bounds = WordMap<PeriodBound>()
  private var events = WordMap<EventDays>()

  /// The days of congresses and plenums, by a hundred times the number of the first plus that of the other.
  private var sessions: [Int: EventDays] = [:]

  /// A reign era.
  struct Reign: Sendable {
    var years: ClosedRange<Int>
    var use: Use

    /// Whether it is told in Arabic digits as well: those of 明 and 清.
    var isLate: Bool { years.lowerBound >= 1368 }

    /// How far a name may be trusted: some are names of places as well, some everyday words.
    enum Use: String, Sendable { case reign, name, word }
  }

  /// The functions that rules name under `means`.
  var readings: [String: Reading] {
    [
      "five-year-plan": plan, "dynasty": dynasty, "dynasty-change": dynastyChange, "reign": reign,
      "republic": republic, "common-era": commonEra, "dated-event": event, "party-session": session,
      "reigns": reignsTogether, "congress-session": congressSession, "government-term": governmentTerm,
      "anniversary": anniversary,
    ]
  }

  init(_ tables: RuleTables) {
    func rows(_ name: String) -> [(form: [UInt16], columns: [String])] {
      tables.lexicon(name).entries.map { (tables.normalizer.fold($0.form), $0.columns) }
    }
    for (form, columns) in rows("eras") { Self.years(columns).map { eras.insert(form, $0) } }
    for (form, columns) in rows("reigns") {
      guard let years = Self.years(columns) else { continue }
      let use = columns.count > 3 ? Reign.Use(rawValue: columns[3]) : nil
      reigns.insert(form, Reign(years: years, use: use ?? .reign))
    }
    for (form, columns) in rows("period-edges") {
      columns.first.flatMap(TemporalExpression.Modifier.init(rawValue:)).map { edges.insert(form, $0) }
    }
    for (form, columns) in rows("period-bounds") {
      columns.first.flatMap(PeriodBound.init(rawValue:)).map { bounds.insert(form, $0) }
    }
    for (form, columns) in rows("dated-events") + rows("lone-events") {
      guard var days = columns.first.flatMap({ EventDays($0) }) else { continue }
      // 一战 二战 冷战 世界大战, where 抗战 and 鸦片战争 count from their beginning
      days.isCountedFromEnd = form.last == 0x6218 && form.first != 0x6297
      events.insert(form, days)
    }
    for (form, columns) in rows("party-sessions") {
      guard let key = Self.session(form[...]), let days = columns.first.flatMap({ EventDays($0) }) else {
        continue
      }
      sessions[key] = days
    }
  }

  private static func years(_ columns: [String]) -> ClosedRange<Int>? {
    guard columns.count > 1, let start = Int(columns[0]), let end = Int(columns[1]), start <= end else {
      return nil
    }
    return start...end
  }

  /// The number of a congress or plenum: 2000 for 二十大, 2003 for 二十届三中全会.
  private static func session(_ form: ArraySlice<UInt16>) -> Int? {
    if form.last == 0x5927 { return ChineseNumeral.integer(form.dropLast()).map { $0 * 100 } }  // 大
    guard let end = form.firstIndex(of: 0x5C4A), let close = form.firstIndex(of: 0x4E2D), end < close,  // 届 中
      let term = ChineseNumeral.integer(form[..<end]),
      let plenum = ChineseNumeral.integer(form[(end + 1)..<close])
    else { return nil }
    return term * 100 + plenum
  }

  func edge(_ match: Match) -> TemporalExpression.Modifier? {
    match["edge"].flatMap { edges.longest(at: $0) }?.value
  }

  func bound(_ match: Match) -> PeriodBound? {
    match["bound"].flatMap { bounds.longest(at: $0) }?.value
  }

  // MARK: Dynasties and reigns

  /// A dynasty or several in a row: 汉代, 唐代至清代, 清朝末年, 明初.
  @Sendable func dynasty(_ match: Match, _ context: Context) -> [Finding] {
    var years: ClosedRange<Int>
    if let short = match["short"] {
      guard let whole = whole(short) else { return [] }
      years = whole
    } else {
      guard let era = match["era"].flatMap({ eras.longest(at: $0) }), isTold(match) else { return [] }
      years = era.value
    }
    if let last = match["last"] {
      guard let end = eras.longest(at: last)?.value.upperBound, end > years.upperBound else { return [] }
      years = years.lowerBound...end
    }
    if let bound = match["bound"] {
      let (value, interval) = (ISO8601.year, TemporalExpression.Interval.years(years))
      let expression =
        switch (bound.first, bound.last) {
        case (_, 0x6765), (_, 0x964D):  // 来 降
          TemporalExpression(
            .date, value(years.lowerBound) + "/..", interval: .init(start: interval?.start, end: nil))
        case (_, 0x524D):  // 前
          TemporalExpression(
            .date, value(years.lowerBound), modifier: .before,
            interval: .init(start: nil, end: interval?.start))
        default:
          TemporalExpression(
            .date, value(years.upperBound), modifier: .after, interval: .init(start: interval?.end, end: nil))
        }
      return [Finding(match.range, .temporal(expression))]
    }
    return [Finding(match.range, .temporal(.years(years, modifier: edge(match))))]
  }

  /// Whether a name is not made of the ends of other words: 山|东汉代, 全|民国|家.
  private func isTold(_ match: Match) -> Bool {
    let (units, range) = (match.text.units, match.range)
    let first = units[range.lowerBound]
    let before = range.lowerBound > 0 ? units[range.lowerBound - 1] : 0x0A
    let after = range.upperBound < units.count ? units[range.upperBound] : 0x0A
    if Self.directions.contains(first) { return !Self.provinces.contains(before) }
    guard range.count == 2, first == 0x6C11 else { return true }  // 民
    return !Self.peoples.contains(before) && !Self.countries.contains(after)
  }

  /// 东西南北
  private static let directions: [UInt16] = [0x4E1C, 0x897F, 0x5357, 0x5317]

  /// 山广江陕河湖海云 before them, and 南 of 南北
  private static let provinces: [UInt16] = [
    0x5C71, 0x5E7F, 0x6C5F, 0x9655, 0x6CB3, 0x6E56, 0x6D77, 0x4E91, 0x5357, 0x4E1C,
  ]

  /// 华全公人国居移选村市农渔牧股网平贫难灾 before 民
  private static let peoples: [UInt16] = [
    0x534E, 0x5168, 0x516C, 0x4EBA, 0x56FD, 0x5C45, 0x79FB, 0x9009, 0x6751, 0x5E02, 0x519C, 0x6E14, 0x7267,
    0x80A1, 0x7F51, 0x5E73, 0x8D2B, 0x96BE, 0x707E,
  ]

  /// 家际防内外民土企营资 behind 国
  private static let countries: [UInt16] = [
    0x5BB6, 0x9645, 0x9632, 0x5185, 0x5916, 0x6C11, 0x571F, 0x4F01, 0x8425, 0x8D44,
  ]

  /// The years of a dynasty by its name alone: 明 of 明初, 民国 of 民国初年.
  private func whole(_ name: ArraySlice<UInt16>) -> ClosedRange<Int>? {
    // 代 or 时期 behind it
    let tail: [UInt16] = name.count == 1 ? [0x4EE3] : [0x65F6, 0x671F]
    return eras.longest(at: (Array(name) + tail)[...])?.value
  }

  /// The end of a dynasty and the beginning of the next: 明末清初 is about 1644.
  @Sendable func dynastyChange(_ match: Match, _ context: Context) -> [Finding] {
    guard let next = match["next"] else { return [] }
    if next.first == 0x6C11 {  // 民
      return [Finding(match.range, .temporal(TemporalExpression(.date, "1912", modifier: .approx)))]
    }
    guard let era = whole(next) else { return [] }
    let value = ISO8601.year(era.lowerBound)
    return [Finding(match.range, .temporal(TemporalExpression(.date, value, modifier: .approx)))]
  }

  /// A reign or one of its years: 乾隆年间, 贞观元年.
  @Sendable func reign(_ match: Match, _ context: Context) -> [Finding] {
    guard let reign = match["reign"].flatMap({ reigns.longest(at: $0) })?.value else { return [] }
    let isPlaced = match.has("dynasty")
    let isSpelled = match["era"].map { $0.last == 0x95F4 } ?? false  // 间
    switch reign.use {
    case .reign where !match.has("era") && !match.has("number") && !match.has("edge"): return []
    case .name where !isPlaced && !isSpelled && !isFirstYear(match) && !match.has("month"): return []
    case .word where !isPlaced: return []
    case .reign, .name, .word: break
    }
    guard !match.has("era") || !match.has("number") else { return [] }
    if let units = match["number"] {
      guard let number = Self.reignYear(units), number > 0,
        isPlaced || reign.isLate || !units.contains(where: CharacterSort.isDigit),
        case let year = reign.years.lowerBound + number - 1, year <= reign.years.upperBound + 1
      else { return [] }
      return [Finding(match.range, .temporal(.year(year)))]
    }
    guard isPlaced || match.has("era") || match.has("edge") else { return [] }
    if isPlaced, !match.has("era"), !match.has("edge") { return [] }
    return [Finding(match.range, .temporal(.years(reign.years, modifier: edge(match))))]
  }

  /// Whether a year is 元年, which is said of reigns alone.
  private func isFirstYear(_ match: Match) -> Bool { match["number"]?.first == 0x5143 }

  /// The number of a year of a reign: 元, 二十四, 廿四, 50.
  private static func reignYear(_ units: ArraySlice<UInt16>) -> Int? {
    if units.count == 1, units.first == 0x5143 { return 1 }  // 元
    if units.first == 0x5EFF {  // 廿
      return units.count == 1 ? 20 : ChineseNumeral.integer(units.dropFirst()).map { 20 + $0 }
    }
    return ChineseNumeral.integer(units)
  }

  /// A year or day of the Republic of China: 民国三十八年 is 1949.
  @Sendable func republic(_ match: Match, _ context: Context) -> [Finding] {
    guard let number = match["number"].flatMap(Self.reignYear), (1...150).contains(number) else { return [] }
    let year = 1911 + number
    guard let month = match["month"].flatMap(ChineseNumeral.integer) else {
      return [Finding(match.range, .temporal(.year(year)))]
    }
    let day = match["day"].flatMap(ChineseNumeral.integer)
    guard let first = CivilDate(year, month, day ?? 1),
      let last = CivilDate(year, month, day ?? CivilDate.days(in: month, of: year))
    else { return [] }
    let value = day == nil ? ISO8601.month(year, month) : ISO8601.day(first)
    let interval = TemporalExpression.Interval(start: ISO8601.day(first), end: ISO8601.day(last))
    return [Finding(match.range, .temporal(TemporalExpression(.date, value, interval: interval)))]
  }

  // MARK: Events

  /// A time counted from an event, or the time that it lasted: 改革开放以来, 抗日战争时期.
  @Sendable func event(_ match: Match, _ context: Context) -> [Finding] {
    guard let days = match["event"].flatMap({ events.longest(at: $0) })?.value, let bound = bound(match),
      let expression = (match.has("over") ? days.ending : days).expression(bound)
    else { return [] }
    return [Finding(range(of: match, bound), .temporal(expression))]
  }

  /// The words of a time: 自 and 从 belong to it where it goes on until now.
  func range(of match: Match, _ bound: PeriodBound) -> Range<Int> {
    let start = bound == .since ? nil : match.range("from")?.upperBound
    return (start ?? match.range.lowerBound)..<match.range.upperBound
  }

  /// A time counted from a congress or plenum: 党的十八大以来, 二十届三中全会以来.
  @Sendable func session(_ match: Match, _ context: Context) -> [Finding] {
    guard let bound = bound(match), let number = sessionNumber(match), let days = sessions[number],
      let expression = (match.has("over") ? days.ending : days).expression(bound)
    else { return [] }
    return [Finding(range(of: match, bound), .temporal(expression))]
  }

  private func sessionNumber(_ match: Match) -> Int? {
    if let congress = match["congress"].flatMap(ChineseNumeral.integer) {
      // 十大 and below may count the best of something.
      return congress > 10 || match.has("party") ? congress * 100 : nil
    }
    if let congress = match["long"].flatMap(ChineseNumeral.integer) {
      return match.has("party") ? congress * 100 : nil
    }
    guard let term = match["term"].flatMap(ChineseNumeral.integer),
      let plenum = (match["plenum"] ?? match["session"]).flatMap(ChineseNumeral.integer)
    else { return nil }
    return term * 100 + plenum
  }

  /// The year in which an event is so many years past: 新中国成立一百年时.
  @Sendable func anniversary(_ match: Match, _ context: Context) -> [Finding] {
    guard let days = match["event"].flatMap({ events.longest(at: $0) })?.value, !days.isSpan,
      let number = match["number"].flatMap(ChineseNumeral.integer)
    else { return [] }
    var expression = TemporalExpression.year(days.year + number)
    if match["at"]?.first == 0x524D {  // 前夕
      expression.modifier = .before
      expression.interval?.start = nil
    }
    return [Finding(match.range, .temporal(expression))]
  }
}
