import DocumentModel
import RuleEngine
import TextProcessing

/// What rules over words that name a time mean: vague ones, dynasties, plans, dated events.
struct NamedTimeReader: Sendable {
  private let bounds: Lexicon
  private let datedEvents: Lexicon
  private let edges: Lexicon
  private let eras: Lexicon
  private let plans: Lexicon
  private let vagueTimes: Lexicon

  init(_ tables: RuleTables) {
    bounds = tables.lexicon("bounds")
    datedEvents = tables.lexicon("dated-events")
    edges = tables.lexicon("edges")
    eras = tables.lexicon("eras")
    plans = tables.lexicon("plans")
    vagueTimes = tables.lexicon("vague-times")
  }

  /// The meanings, by the names that rules use.
  var meanings: [String: Reading] {
    ["vague": vague, "era": era, "plan": plan, "since-event": sinceEvent]
  }

  private func column(_ lexicon: Lexicon, _ units: ArraySlice<UInt16>?, _ index: Int = 0) -> String? {
    guard let units, let entry = lexicon.entry(units), entry.columns.indices.contains(index) else {
      return nil
    }
    return entry.columns[index]
  }

  private func found(_ match: Match, _ expression: TemporalExpression?) -> [Finding] {
    expression.map { [Finding(match.range, .temporal($0))] } ?? []
  }

  // MARK: Words

  /// A time that is only vaguely past, present or future.
  func vague(_ match: Match, _ context: Context) -> [Finding] {
    guard let value = column(vagueTimes, match["word"]) else { return [] }
    var expression = TemporalExpression(.date, value)
    // Now is a moment where the document has one.
    if value == "PRESENT_REF", let date = context.document.referenceDate, date.utf8.count > 10 {
      expression.interval = .init(start: date, end: date)
      expression.anchor = .init(date: date, origin: .document)
    }
    return found(match, expression)
  }

  /// A dynasty or reign.
  func era(_ match: Match, _ context: Context) -> [Finding] {
    guard let start = column(eras, match["era"]).flatMap(Int.init),
      let end = column(eras, match["era"], 1).flatMap(Int.init),
      let first = CivilDate(start, 1, 1), let last = CivilDate(end, 12, 31),
      isTold(match)
    else { return [] }
    var expression = TemporalExpression(.date, ISO8601.year(start) + "/" + ISO8601.year(end))
    expression.interval = .init(start: ISO8601.day(first), end: ISO8601.day(last))
    if let edge = column(edges, match["edge"]) { expression.modifier = .init(rawValue: edge) }
    return found(match, expression)
  }

  /// Whether an era is told as one: the name of a reign alone is too often part of other words (集中统一).
  private func isTold(_ match: Match) -> Bool {
    guard column(eras, match["era"], 2) == "reign", let units = match["era"] else { return true }
    let isSpelled = units.suffix(2).elementsEqual([0x5E74, 0x95F4])
    return isSpelled || match["edge"] != nil
  }

  /// The years of a five-year plan.
  func plan(_ match: Match, _ context: Context) -> [Finding] {
    guard let start = column(plans, match["plan"]).flatMap(Int.init),
      let planned = column(plans, match["plan"], 1).flatMap(Int.init),
      case let end = match["first"].map({ start + (ChineseNumeral.integer($0) ?? 1) - 1 }) ?? planned,
      end <= planned,
      let first = CivilDate(start, 1, 1), let last = CivilDate(end, 12, 31)
    else { return [] }
    var expression = TemporalExpression(.date, ISO8601.year(start) + "/" + ISO8601.year(end))
    expression.interval = .init(start: ISO8601.day(first), end: ISO8601.day(last))
    if let bound = column(bounds, match["bound"]), bound == "since" {
      expression.value = ISO8601.year(start) + "/.."
      expression.interval?.end = nil
    }
    if let edge = column(edges, match["edge"]) { expression.modifier = .init(rawValue: edge) }
    return found(match, expression)
  }

  /// From a dated event on, or before it: 改革开放以来, 入世之前.
  func sinceEvent(_ match: Match, _ context: Context) -> [Finding] {
    guard let date = column(datedEvents, match["event"]), let bound = column(bounds, match["bound"])
    else {
      return []
    }
    let day = date.count == 10 ? date : nil
    switch bound {
    case "since":
      return found(match, TemporalExpression(.date, date + "/..", interval: .init(start: day, end: nil)))
    case "before":
      return found(
        match, TemporalExpression(.date, date, modifier: .before, interval: .init(start: nil, end: day)))
    default:
      return found(
        match, TemporalExpression(.date, date, modifier: .after, interval: .init(start: day, end: nil)))
    }
  }
}
