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

  /// What makes 今 before it another word: 年 天 日 晚 早 晨 春 夏 秋 冬
  private static let behindNow: [UInt16] = [
    0x5E74, 0x5929, 0x65E5, 0x665A, 0x65E9, 0x6668, 0x6625, 0x590F, 0x79CB, 0x51AC,
  ]

  /// What a word for a time that is only vaguely past, present or future means.
  private static func vague(_ words: [Lexicon]) -> Reading {
    { match, context in
      guard let word = match["word"],
        let value = words.lazy.compactMap({ $0.entry(word)?.columns.first }).first
      else { return [] }
      // 而|今年, 正如|今天
      if word.last == 0x4ECA, Self.behindNow.contains(match.unit(at: match.range.upperBound)) { return [] }
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
