import DocumentModel
import RuleEngine
import TextProcessing

/// The months of one year that are compared with those of another: 一季度增长5%，比2019年|同期….
extension PointReader {
  /// How many mentions are looked over for the months.
  private static let reach = 16

  /// A year named with 同期 is of the months, quarters or halves spoken of last in the paragraph; nil where there are
  /// none, or the year is that of them all.
  func samePeriod(_ expression: TemporalExpression, _ match: Match, _ context: Context) -> TemporalExpression?
  {
    guard expression.value.utf8.count == 4, let year = Int(expression.value), expression.timex == .date,
      case let units = match.text.units[match.range], units.suffix(2).elementsEqual([0x540C, 0x671F])
    else { return nil }
    for mention in context.mentions.suffix(Self.reach).reversed() {
      let range = match.text.range(of: mention.span)
      guard range.upperBound <= match.range.lowerBound else { continue }
      if match.text.units[range.upperBound..<match.range.lowerBound].contains(0x0A) { return nil }
      guard case .temporal(let time) = mention.value, time.timex == .date, let interval = time.interval,
        let named = Self.monthsYear(of: time.value)
      else { continue }
      guard named.hasMonths else { return nil }
      guard named.year != year else { continue }
      var same = expression
      same.value = time.value.split(separator: "/").map { "\(expression.value)\($0.dropFirst(4))" }
        .joined(separator: "/")
      same.interval = .init(
        start: interval.start.map { Self.moved($0, to: year) },
        end: interval.end.map { Self.moved($0, to: year) })
      same.anchor = expression.anchor ?? .init(date: ISO8601.year(named.year), origin: .context)
      return same
    }
    return nil
  }

  /// The year that months, quarters, halves, or a range of them within it, are of, or that stands alone; nil for
  /// other values.
  private static func monthsYear(of value: String) -> (year: Int, hasMonths: Bool)? {
    let ends = value.split(separator: "/", omittingEmptySubsequences: false)
    let isYear = ends.count == 1 && value.utf8.count == 4
    guard ends.count <= 2, let year = Int(ends[0].prefix(4)),
      isYear || ends.allSatisfy({ isMonth($0) && $0.prefix(4) == ends[0].prefix(4) })
    else { return nil }
    return (year, !isYear)
  }

  /// Whether a value is a month, quarter or half: 2024-02, 2024-Q1, 2024-H1.
  private static func isMonth(_ value: Substring) -> Bool {
    value.utf8.count == 7 && ["0", "1", "Q", "H"].contains(value.dropFirst(5).first)
  }

  /// A day in another year; the last of February stays the last.
  private static func moved(_ day: String, to year: Int) -> String {
    let rest = day.dropFirst(4)
    if rest == "-02-29" || rest == "-02-28" {
      return ISO8601.year(year) + "-02-\(CivilDate.days(in: 2, of: year))"
    }
    return ISO8601.year(year) + rest
  }
}
