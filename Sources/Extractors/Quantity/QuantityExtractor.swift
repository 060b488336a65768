import DocumentModel
package import RuleEngine
import TextProcessing

extension Extractor {
  /// Figures: `260亿元人民币`, `5.2%`, `34.6万人次`, `三分之二`.
  ///
  /// The patterns are in `Rules/quantity.yaml`, the units in the gazetteers `currencies`, `units` and
  /// `classifiers`; here stands only what a match means.
  package static let quantity = Extractor(
    "quantity", gazetteers: ["currencies", "units", "classifiers", "measure-words"]
  ) {
    tables in
    let reader = QuantityReader(tables)
    return [
      "money": reader.money, "signed-money": reader.signedMoney, "measure": reader.measure,
      "measure-share": reader.measureShare, "half-measure": reader.halfMeasure, "compound": reader.compound,
      "temperature": reader.temperature,
      "count": reader.count, "age": reader.age, "grade": reader.grade, "bounded": reader.bounded,
      "series": reader.series, "scaled-series": reader.scaledSeries, "fraction": reader.fraction,
      "fraction-of": reader.fractionOf,
      "tenths": reader.tenths, "discount": reader.discount, "ratio": reader.ratio,
      "half": { match, _ in reader.share(match, above: 1, below: 2) }, "doubling": reader.doubling,
      "number": reader.number, "spaced-number": reader.spacedNumber,
      "spaced-percentage": reader.spacedPercentage, "spaced-tenths": reader.spacedTenths,
      "spaced-fraction": reader.spacedFraction,
      "percentage": { match, context in reader.amount(match, .percentage, unit: "%", context) },
      "percentage-point": { match, context in reader.amount(match, .percentagePoint, unit: "pp", context) },
      "basis-point": { match, context in
        reader.amount(match, .percentagePoint, unit: "pp", factor: DecimalNumber(1, exponent: -2), context)
      },
      "yuan": { match, context in reader.amount(match, .money, unit: "CNY", context) },
      "multiple": { match, context in reader.amount(match, .multiple, unit: "x", context) },
    ]
  }
}
