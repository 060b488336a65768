import DocumentModel
package import RuleEngine
import TextProcessing

extension Extractor {
  /// Times: `去年十月`, `2021年至2025年`, `10年来`, `每年`, `汉代`, `近年来`.
  ///
  /// The patterns and the words are in five files of one pack: points of the calendar in `Rules/temporal.yaml`,
  /// named periods in `calendar.yaml`, lengths in `time-lengths.yaml`, what only looks like a time in
  /// `time-traps.yaml`, and what is read only where it is the whole text in `time-queries.yaml`. The festivals are in `festivals.tsv`; here stands only what a match means.
  package static let temporal = Extractor("temporal", gazetteers: ["party-sessions"]) { tables in
    let points = TimePointParser(tables)
    let readings = [
      PointReader(tables, points).readings, LengthReader(tables, points).readings,
      PeriodReader(tables).readings,
      [
        "vague": vague(["vague-times", "nowadays", "long-times", "whiles"].map(tables.lexicon)),
        "vague-ahead": vague([tables.lexicon("near-future")]),
      ],
    ]
    return readings.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
  }

  /// What a word for a time that is only vaguely past, present or future means.
  private static func vague(_ words: [Lexicon]) -> Reading {
    { match, context in
      guard let word = match["word"],
        let value = words.lazy.compactMap({ $0.entry(word)?.columns.first }).first
      else { return [] }
      // 多年来 is a length, of years that nobody counted.
      var expression = TemporalExpression(value.hasPrefix("PX") ? .duration : .date, value)
      // 新世纪以来 has a first day.
      if value.hasSuffix("/.."), let year = Int(value.dropLast(3)) {
        expression.interval = .init(start: ISO8601.year(year) + "-01-01", end: nil)
      }
      // Now is a moment where the document has one.
      if value == "PRESENT_REF", let date = context.document.referenceDate, date.utf8.count > 10 {
        expression.interval = .init(start: date, end: date)
        expression.anchor = .init(date: date, origin: .document)
      }
      return [Finding(match.range, .temporal(expression))]
    }
  }
}
