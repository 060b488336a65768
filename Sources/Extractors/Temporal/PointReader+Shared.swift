import DocumentModel
import RuleEngine

/// Times told together that share a part of their names.
extension PointReader {
  /// Years or days that share their head: 今明两年, 明后天.
  func sharedTimes(_ match: Match, _ context: Context) -> [Finding] {
    guard let codes = match["point"].flatMap({ shared.entry($0)?.columns.first })?.split(separator: " "),
      codes.count == 2, let first = TimeCode(codes[0]), let last = TimeCode(codes[1])
    else { return [] }
    var (from, to) = (TimePoint(), TimePoint())
    first.apply(to: &from)
    last.apply(to: &to)
    let resolver = resolver(match, context)
    guard let start = resolver.resolve(from), let end = resolver.resolve(to) else { return [] }
    return found(match, expression(from: start, to: end))
  }

  /// Today and tomorrow, with the date of today in brackets: 今（3月15日）明两天.
  func sharedGloss(_ match: Match, _ context: Context) -> [Finding] {
    guard let units = match["point"], let point = parser.parse(units),
      var days = resolver(match, context).resolve(point), let day = days.first, day == days.last
    else { return [] }
    let anchor = days.anchor
    days = .days(day, day.adding(days: 1))
    days.anchor = anchor
    return found(match, days.expression)
  }

  /// The year that begins at the end of the document's, or that has just begun: 新的一年, 新年伊始.
  func newYear(_ match: Match, _ context: Context) -> [Finding] {
    let resolver = resolver(match, context)
    guard let units = match["point"], var point = parser.parse(units) else { return [] }
    // In autumn one looks ahead to it.
    if let month = resolver.anchor.documentMonth, month >= 10 { point.year = .document(1) }
    return found(match, resolver.resolve(point)?.expression)
  }

  /// A season in one character, or two: 1978年冬, 2022年夏秋两季.
  func seasons(_ match: Match, _ context: Context) -> [Finding] {
    guard let units = match["point"], var point = parser.parse(units), let name = match["season"]?.first
    else { return [] }
    let resolver = resolver(match, context)
    point.season = Self.season(name)
    guard let season = resolver.resolve(point) else { return [] }
    guard let next = match["last"]?.first else { return found(match, season.expression) }
    // 今年秋冬 of January has its winter still before it.
    (point.season, point.year) = (Self.season(next), season.first.map { .absolute($0.year) })
    return found(match, resolver.resolve(point).map { expression(from: season, to: $0) })
  }

  /// How many days a part of a season may be from the document to be that of its own hemisphere and year.
  private static let seasonReach = 60

  /// A part of a season that is told as the time of the document: 初夏时节.
  func seasonPart(_ match: Match, _ context: Context) -> [Finding] {
    let resolver = resolver(match, context)
    guard let units = match["point"], let point = parser.parse(units), let time = resolver.resolve(point)
    else { return [] }
    if point.year == nil, let today = resolver.anchor.document, let first = time.first, let last = time.last {
      guard first.ordinal - today.ordinal < Self.seasonReach, today.ordinal - last.ordinal < Self.seasonReach
      else { return [] }
    }
    return found(match, time.expression)
  }

  /// Two seasons of every year: 每年春秋两季.
  func setSeasons(_ match: Match, _ context: Context) -> [Finding] {
    guard let first = match["from"]?.first, let last = match["to"]?.first, first != last else { return [] }
    let value = "XXXX-" + Self.season(first) + "/XXXX-" + Self.season(last)
    return found(match, TemporalExpression(.set, value))
  }

  /// The code of a season: 春 夏 秋 冬.
  static func season(_ name: UInt16) -> String {
    [0x6625: "SP", 0x590F: "SU", 0x79CB: "FA"][name] ?? "WI"
  }
}
