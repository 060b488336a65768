import DocumentModel
import Testing

@Suite("Value summaries")
struct ValueSummaryTests {
  @Test(
    arguments: [
      (.temporal(TemporalExpression(.date, "2022-10")), "2022-10"),
      (.temporal(TemporalExpression(.date, "-0077", modifier: .before)), "-0077 before"),
      (.quantity(Quantity(.money, .exactly(26_000_000_000), unit: "CNY")), "26000000000 CNY"),
      (.quantity(Quantity(.percentage, .between(8, 10), unit: "%")), "8..10 %"),
      (
        .quantity(Quantity(.money, .between(300, 500), unit: "CNY", modifier: .approx)), "300..500 CNY approx"
      ),
      (
        .quantity(
          Quantity(.fraction, .exactly(DecimalNumber(6667, exponent: -4)), unit: "1", fraction: "2/3")),
        "2/3"
      ),
      (.quantity(Quantity(.number, .exactly(1_400_000_000), modifier: .moreThan)), "1400000000 more_than"),
      (
        .infrastructure(Infrastructure(name: "中吉乌铁路", kind: "railway", countries: ["CN", "KG", "UZ"])),
        "railway CN KG UZ"
      ),
    ] as [(Value, String)])
  func areShort(_ value: Value, _ summary: String) { #expect(value.summary == summary) }
}
