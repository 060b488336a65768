import DocumentModel
package import RuleEngine
import TextProcessing

extension Extractor {
  /// Times: `去年十月`, `2021年至2025年`, `10年来`, `每年`, `汉代`, `近年来`.
  ///
  /// The patterns and the words are in `Rules/temporal.yaml` and `Rules/calendar.yaml`, the festivals in
  /// `festivals.tsv`; here stands only what a match means.
  package static let temporal = Extractor("temporal") { tables in
    let readings = [
      PointReader(tables).meanings, LengthReader(tables).meanings, NamedTimeReader(tables).meanings,
    ]
    return readings.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
  }
}
