import DocumentModel
import RuleEngine
import TextProcessing

/// What rules over points of the calendar mean: a point, a range of two, a point with a bound, a gloss.
struct PointReader: Sendable {
  let parser: TimePointParser
  let bounds: Lexicon

  /// Times that share their head, by the codes of the first and the last of them.
  let shared: Lexicon

  init(_ tables: RuleTables, _ points: TimePointParser) {
    parser = points
    bounds = tables.lexicon("bounds")
    shared = tables.lexicon("shared-times")
  }

  /// The functions that rules name under `means`.
  var readings: [String: Reading] {
    [
      "point": point,
      "range": range, "open": open, "deadline": deadline, "gloss": gloss, "gloss-since": glossSince,
      "gloss-range": glossRange,
      "set-point": set,
      "set-range": setRange,
      "season": seasons, "since": since,
      "cyclic": cyclic, "shared": sharedTimes, "shared-gloss": sharedGloss, "set-seasons": setSeasons,
      "new-year": newYear, "season-part": seasonPart,
    ]
  }

  func found(_ match: Match, _ expression: consuming TemporalExpression?) -> [Finding] {
    guard let expression = consume expression else { return [] }
    return [Finding(match.range, .temporal(expression))]
  }

  func resolver(_ match: Match, _ context: Context) -> TimeResolver {
    TimeResolver(anchor: TimeAnchor(context, match.range))
  }

  // MARK: Points

  /// One point of the calendar.
  private func point(_ match: Match, _ context: Context) -> [Finding] {
    guard let units = match["point"], var point = parser.parse(units), isWhole(point, match), !isNamed(match),
      !countsOn(point, match), !isShown(point, match)
    else { return [] }
    let resolver = resolver(match, context)
    if case .context(0) = point.year, !resolver.anchor.hasSpokenYear {
      if Self.isLongAgo(units) { return found(match, TemporalExpression(.date, "PAST_REF")) }
      // 这一年 of a text of January is the year that has just gone.
      if Self.isThisYear(units), resolver.anchor.documentMonth == 1 { point.year = .document(-1) }
    }
    // 五一 and 世界水日 are names of days; a day itself with a year (今年世界水日) or a word such as 假期 or 当天.
    if point.isFeastMarked, point.year == nil, !resolver.anchor.isAlone { return [] }
    guard var resolved = resolver.resolve(point) else { return [] }
    if match.has("approx"), resolved.modifier == nil { resolved.modifier = .approx }
    let expression = resolved.expression
    return found(match, samePeriod(expression, match, context) ?? expression)
  }

  /// 当年 and 那一年, which are long ago where no year was spoken of: 毛泽东同志当年给出第一个答案.
  private static func isLongAgo(_ units: ArraySlice<UInt16>) -> Bool {
    units.last == 0x5E74
      && (units.count == 2 && units.first == 0x5F53 || units.count == 3 && units.first == 0x90A3)
  }

  /// 这一年
  private static func isThisYear(_ units: ArraySlice<UInt16>) -> Bool {
    units.count == 3 && units.first == 0x8FD9 && units.last == 0x5E74
  }

  /// Whether what was read as a feast is a number that goes on: 十一|年.
  private func countsOn(_ point: TimePoint, _ match: Match) -> Bool {
    guard point.feast != nil, let last = match.text.units[match.range].last,
      ChineseNumeral.digit(last) != nil || last == 0x5341
    else { return false }
    // 年 月 日 号 时 点 个 天 周
    return [0x5E74, 0x6708, 0x65E5, 0x53F7, 0x65F6, 0x70B9, 0x4E2A, 0x5929, 0x5468].contains(
      match.text.units[match.range.upperBound])
  }

  /// Whether a feast gives its name to what is shown on its days: 今年国庆|档, 元旦|节目.
  private func isShown(_ point: TimePoint, _ match: Match) -> Bool {
    guard point.feast != nil, !point.hasTime else { return false }
    let next = match.unit(at: match.range.upperBound)
    return next == 0x6863 || (next == 0x76EE && match.text.units[match.range].last == 0x8282)
  }

  /// Whether a digit behind 点 tells that it is a decimal point: 一点六至三点|九公尺.
  private func isDecimal(_ match: Match) -> Bool {
    let next = match.unit(at: match.range.upperBound)
    return match.text.units[match.range].last == 0x70B9 && ChineseNumeral.digit(next) != nil
  }

  /// Whether the 约 before a time ends another word: 北约今日.
  private func isNamed(_ match: Match) -> Bool {
    guard let approx = match["approx"], approx.count == 1, match.range.lowerBound == approx.startIndex,
      approx.startIndex > 0
    else { return false }
    // 纽 北 条 签 合 预 节 契 公 特 违 邀 盟 履 缔 毁
    return [
      0x7EBD, 0x5317, 0x6761, 0x7B7E, 0x5408, 0x9884, 0x8282, 0x5951, 0x516C, 0x7279, 0x8FDD, 0x9080, 0x76DF,
      0x5C65,
      0x7F14, 0x6BC1,
    ].contains(match.unit(at: approx.startIndex - 1))
  }

  /// Whether the minutes of a clock time without 分 are no count of something: 9点20 but not 9点20人.
  private func isWhole(_ point: TimePoint, _ match: Match) -> Bool {
    let units = match.text.units[match.range]
    guard point.minute != nil, !units.contains(0x3A), let last = units.last,
      ChineseNumeral.digit(last) != nil || ChineseNumeral.scale(last) != nil
    else { return true }
    let next = match.unit(at: match.range.upperBound)
    return !CharacterSort.isHan(next)
      || [0x81F3, 0x5230, 0x8BB8, 0x5DE6, 0x524D, 0x540E, 0x4E4B].contains(next)
  }

  /// A year by its name in the cycles of stems, branches and animals, or a festival of it: 农历癸卯兔年春节.
  private func cyclic(_ match: Match, _ context: Context) -> [Finding] {
    guard let cycle = match["cycle"].flatMap({ CyclicYear($0) }) else { return [] }
    let anchor = TimeAnchor(context, match.range)
    guard let document = anchor.documentYear else { return [] }
    let year = cycle.year(nearest: document)
    var resolved: ResolvedTime
    if let units = match["feast"] {
      guard var point = parser.parse(units) else { return [] }
      point.year = .absolute(year)
      guard let day = TimeResolver(anchor: anchor).resolve(point) else { return [] }
      resolved = day
    } else {
      guard let first = ChineseCalendar.firstDay(of: year), let last = ChineseCalendar.lastDay(of: year)
      else { return [] }
      resolved = ResolvedTime(value: ISO8601.year(year), first: first, last: last)
    }
    resolved.anchor = anchor.documentDate.map { .init(date: $0, origin: .document) }
    return found(match, resolved.expression)
  }

  // MARK: Ranges

  /// From one point to another, which shares the parts it does not name.
  private func range(_ match: Match, _ context: Context) -> [Finding] {
    guard let first = match["from"], let second = match["to"], var to = parser.parse(second),
      var from = start(first, like: second), !countsOn(to, match), !isDecimal(match)
    else { return [] }
    if from.year == nil, to.year != nil, from.month != nil, !Self.isContext(to.year) { from.year = to.year }
    if to.part != nil, from.part == nil, from.hour != nil, from.day == to.day { from.part = to.part }
    let resolver = resolver(match, context)
    guard let a = resolver.resolve(from) else { return [] }
    // 次年 and 次日 count from the first end.
    if case .context(let offset) = to.year, let year = a.first?.year { to.year = .absolute(year + offset) }
    // 今冬明春 are a winter and the spring that follows it.
    if from.season == "WI", to.season == "SP", to.year != nil, let year = a.last?.year {
      to.year = .absolute(year)
    }
    guard var b = resolver.resolve(to.completed(by: from)) else { return [] }
    if case .context(let offset) = to.day, let day = a.last {
      b = .day(day.adding(days: offset))
      guard !to.hasTime || b.setTime(of: to) else { return [] }
    }
    if let start = a.first, let end = b.last, end < start {
      guard to.year == nil, let year = b.first?.year, to.month != nil || to.lunar != nil || to.feast != nil
      else { return [] }
      to.year = .absolute(year + 1)
      guard let later = resolver.resolve(to), let end = later.last, start <= end else { return [] }
      b = later
    }
    if let start = a.instants?.lowerBound, let end = b.instants?.lowerBound, end < start {
      // 22时至6时 goes on until the next day.
      guard let hour = to.hour, hour <= 12, start.second >= 43_200, !to.hasDay, let day = b.first else {
        return []
      }
      b = .day(day.adding(days: 1))
      guard b.setTime(of: to) else { return [] }
    }
    var expression = expression(from: a, to: b)
    if match.has("until"), let start = a.interval?.start, let end = b.before {
      expression.value = start + "/" + end
      expression.interval = .init(start: start, end: end)
    }
    return found(match, expression)
  }

  /// The first end of a range. 7至8月, 2021至2025年, 三到五点: it takes the unit of the last.
  private func start(_ units: ArraySlice<UInt16>, like other: ArraySlice<UInt16>) -> TimePoint? {
    var end = other.startIndex
    while end < other.endIndex,
      ChineseNumeral.digit(other[end]) != nil || ChineseNumeral.scale(other[end]) != nil
    { end += 1 }
    let isNumber =
      units.last.map { ChineseNumeral.digit($0) != nil || ChineseNumeral.scale($0) != nil } ?? false
    if isNumber, end > other.startIndex, end < other.endIndex, units.count != 4 || other[end] == 0x5E74,
      let point = parser.parse(units + other[end...].prefix(1))
    {
      return point
    }
    return parser.parse(units)
  }

  private static func isContext(_ reference: TimePoint.Reference?) -> Bool {
    if case .context = reference { true } else { false }
  }

  func expression(from a: ResolvedTime, to b: ResolvedTime) -> TemporalExpression {
    // 五六十年代 and 上旬 are ranges themselves, of which an end counts.
    let start = a.value.prefix { $0 != "/" }
    let end = b.value.lastIndex(of: "/").map { b.value[b.value.index(after: $0)...] } ?? b.value[...]
    var expression = TemporalExpression(a.isTime || b.isTime ? .time : .date, start + "/" + end)
    expression.anchor = a.anchor ?? b.anchor
    guard let start = a.interval?.start, var end = b.interval?.end else { return expression }
    // Until 17时 holds 16:59 and no more; until 17:30 ends at that minute.
    if let last = b.before, let instants = b.instants,
      instants.lowerBound < instants.upperBound || b.value.hasSuffix("T24:00"),
      a.instants.map({ $0.lowerBound < instants.lowerBound }) ?? true, Self.isClock(b.value)
    {
      end = last
    }
    expression.interval = .init(start: start, end: end)
    return expression
  }

  private static func isClock(_ value: String) -> Bool {
    guard let time = value.utf8.lastIndex(of: UInt8(ascii: "T")) else { return false }
    return value.utf8[value.utf8.index(after: time)...].first.map { (0x30...0x39).contains($0) } ?? false
  }

  // MARK: Bounds

  // MARK: Recurring points and glosses

  /// A point that comes again: 每周五下午4点, 每年3月.
  private func set(_ match: Match, _ context: Context) -> [Finding] {
    guard let units = match["point"], let point = parser.parse(units),
      let resolved = TimeResolver(anchor: TimeAnchor(document: nil)).resolve(point)
    else { return [] }
    return found(match, TemporalExpression(.set, resolved.value))
  }

  /// From one time of day to another, every day: 每天8:00—20:00.
  private func setRange(_ match: Match, _ context: Context) -> [Finding] {
    guard let first = match["from"], let second = match["to"], let to = parser.parse(second),
      let from = start(first, like: second)
    else { return [] }
    let resolver = TimeResolver(anchor: TimeAnchor(document: nil))
    guard let a = resolver.resolve(from), let b = resolver.resolve(to.completed(by: from)) else { return [] }
    return found(match, TemporalExpression(.set, a.value + "/" + b.value))
  }
}
