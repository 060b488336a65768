import DocumentModel
import Exporters
import TestSupport
import Testing

@Suite("TEI values")
struct TEIValueTests {
  typealias Pairs = [TEIAttribute: String]

  static func spell(_ value: Value) -> (element: TEIElement, attributes: Pairs, bounds: Pairs) {
    let spelled = TEIValue(value) { "#d." + $0 }
    return (spelled.element, pairs(spelled.attributes), spelled.bounds.map(pairs) ?? [:])
  }

  static func pairs(_ attributes: TEIAttributes) -> Pairs {
    var pairs: Pairs = [:]
    for name in TEIAttribute.allCases { pairs[name] = attributes[name] }
    return pairs
  }

  @Test(
    arguments: [
      ("2013", [.when: "2013"]), ("2023-05-17", [.when: "2023-05-17"]),
      ("2021/2025", [.from: "2021", .to: "2025"]), ("2013/..", [.from: "2013"]), ("../2013", [.to: "2013"]),
      ("2023-05-17T09:00", [.when: "2023-05-17T09:00:00", .whenCustom: "2023-05-17T09:00"]),
      ("2023-02-30", [.whenCustom: "2023-02-30"]), ("199X", [.whenCustom: "199X"]),
      ("-0077", [.whenCustom: "-0077"]), ("-0201/0220", [.whenCustom: "-0201/0220"]),
      ("2023-Q1/2023-Q3", [.whenCustom: "2023-Q1/2023-Q3"]), ("PAST_REF", [.whenCustom: "PAST_REF"]),
      ("../..", [.whenCustom: "../.."]),
    ] as [(String, Pairs)])
  func spellsDates(_ value: String, _ attributes: Pairs) {
    #expect(Self.spell(.temporal(TemporalExpression(.date, value))).attributes == attributes)
    #expect(Self.spell(.temporal(TemporalExpression(.date, value))).element == .date)
  }

  @Test(
    arguments: [
      ("P10Y", [.type: "duration", .dur: "P10Y"]), ("P2W", [.type: "duration", .durISO: "P2W"]),
      ("P0.5Y", [.type: "duration", .durISO: "P0.5Y"]), ("PXY", [.type: "duration", .whenCustom: "PXY"]),
      ("PT", [.type: "duration", .whenCustom: "PT"]), ("P1M1Y", [.type: "duration", .whenCustom: "P1M1Y"]),
    ] as [(String, Pairs)])
  func spellsDurations(_ value: String, _ attributes: Pairs) {
    #expect(Self.spell(.temporal(TemporalExpression(.duration, value))).attributes == attributes)
  }

  @Test func spellsWhatIsAroundAValue() {
    let half = TemporalExpression(
      .date, "2023-H2", interval: .init(start: "2023-07-01", end: "2023-12-31"),
      anchor: .init(date: "2023-05-19", origin: .document))
    #expect(
      Self.spell(.temporal(half)).attributes == [
        .whenCustom: "2023-H2", .notBefore: "2023-07-01", .notAfter: "2023-12-31",
        .datingPoint: "#d.2023-05-19", .cert: "high",
      ])
    let years = TemporalExpression(
      .duration, "P10Y", modifier: .moreThan, interval: .init(start: "-0077", end: "2023"),
      anchor: .init(date: "2023", origin: .context))
    #expect(
      Self.spell(.temporal(years)).attributes == [
        .type: "duration", .dur: "P10Y", .subtype: "more_than", .fromCustom: "-0077", .to: "2023",
        .datingPoint: "#d.2023", .cert: "medium",
      ])
    let end = TemporalExpression(
      .date, "2020", modifier: .end, interval: .init(start: "2020-10-01", end: "2020-12-31"))
    #expect(
      Self.spell(.temporal(end)).attributes == [
        .whenCustom: "2020", .subtype: "end", .notBefore: "2020-10-01", .notAfter: "2020-12-31",
      ])
  }

  @Test func spellsAmounts() {
    let money = Self.spell(.quantity(Quantity(.money, .exactly(26_000_000_000), unit: "CNY")))
    #expect(money.element == .measure)
    #expect(money.attributes == [.type: "currency", .quantity: "26000000000", .unit: "CNY"])
    #expect(money.bounds == [:])
    let range = Self.spell(
      .quantity(Quantity(.percentage, .between(8, 10), unit: "%", modifier: .atMost)))
    #expect(range.attributes == [.type: "percentage", .unit: "%", .subtype: "at_most"])
    #expect(range.bounds == [.min: "8", .max: "10", .atMost: "10"])
    let bare = Self.spell(
      .quantity(Quantity(.number, .exactly(DecimalNumber(57, exponent: 12)), modifier: .moreThan)))
    #expect(bare.element == .num)
    #expect(bare.attributes == [.value: "57000000000000", .atLeast: "57000000000000", .subtype: "more_than"])
    let third = Self.spell(
      .quantity(Quantity(.fraction, .exactly(DecimalNumber(6667, exponent: -4)), unit: "1", fraction: "2/3")))
    #expect(third.attributes == [.type: "fraction", .quantity: "2/3", .unit: "1"])
  }

  @Test func spellsWhatIsMeasured() {
    var people = Quantity(.number, .exactly(DecimalNumber(14, exponent: 8)))
    people.measured = Measured(of: "人口", change: .increase)
    let spelled = Self.spell(.quantity(people))
    #expect(spelled.element == .measure)
    #expect(spelled.attributes == [.type: "number", .quantity: "1400000000", .commodity: "人口"])
  }

  @Test func anyTimeCanBeReadBack() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2000 {
      let time = generator.temporal()
      let found = Self.spell(.temporal(time)).attributes
      let isLength = time.timex == .duration || time.timex == .set
      let span =
        isLength || found[.from] ?? found[.to] == nil ? nil : "\(found[.from] ?? "..")/\(found[.to] ?? "..")"
      let value = found[.whenCustom] ?? found[.dur] ?? found[.durISO] ?? found[.when] ?? span
      #expect(value == (time.value.isEmpty ? "_" : time.value.replacing(" ", with: "")), "\(time)")
      #expect(found[.subtype] == time.modifier?.rawValue)
      #expect(found[.cert] == time.anchor.map { $0.origin == .document ? "high" : "medium" })
      // TEI's own rules: `when` stands alone, and an end is either meant or bounded.
      let others: [TEIAttribute] = [.notBefore, .notAfter, .from, .to]
      #expect(found[.when] == nil || others.allSatisfy { found[$0] == nil }, "\(found)")
      #expect(found[.from] == nil || found[.notBefore] == nil)
      #expect(found[.to] == nil || found[.notAfter] == nil)
    }
  }
}
