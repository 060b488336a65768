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
