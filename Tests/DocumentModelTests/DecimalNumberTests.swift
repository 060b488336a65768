import DocumentModel
import TestSupport
import Testing

@Suite("DecimalNumber")
struct DecimalNumberTests {
  @Test(arguments: [
    (26_000_000_000, 0, "26000000000"), (-25, -2, "-0.25"), (25, -1, "2.5"), (5, -3, "0.005"), (0, 0, "0"),
    (0, 12, "0"), (100, -2, "1"), (12, 9, "12000000000"), (-7, 0, "-7"), (1050, -2, "10.5"),
  ])
  func isWritten(_ significand: Int, _ exponent: Int, as description: String) {
    #expect(DecimalNumber(Int128(significand), exponent: exponent).description == description)
  }

  @Test func equalAmountsAreEqualValues() {
    let million = DecimalNumber(1_000_000)
    for number in [DecimalNumber(1, exponent: 6), DecimalNumber(100_000, exponent: 1), 1_000_000] {
      #expect(number == million)
      #expect(number.hashValue == million.hashValue)
    }
    #expect(million.significand == 1)
    #expect(million.exponent == 6)
    #expect(DecimalNumber(0, exponent: 9) == 0)
    #expect(DecimalNumber(Int128(10_000_000_000) * 10_000_000_000, exponent: -20) == 1)
  }

  @Test func multiplies() {
    #expect(
      DecimalNumber(11, exponent: -1).multiplied(by: DecimalNumber(1, exponent: 4))?.description == "11000")
    #expect(
      DecimalNumber(-15, exponent: -1).multiplied(by: DecimalNumber(2, exponent: -1))?.description == "-0.3")
    #expect(DecimalNumber(7).multiplied(by: 0) == 0)
  }

  @Test func adds() {
    #expect(DecimalNumber(1, exponent: 9).adding(DecimalNumber(74, exponent: 6))?.description == "1074000000")
    #expect(DecimalNumber(1, exponent: -1).adding(DecimalNumber(2, exponent: -1))?.description == "0.3")
    #expect(DecimalNumber(5).adding(-5) == 0)
  }

  @Test func whatDoesNotFitIsNil() {
    let most = DecimalNumber(Int128.max)
    #expect(most.multiplied(by: 3) == nil)
    #expect(most.multiplied(by: 1) == most)
    #expect(most.adding(1) == nil)
    #expect(DecimalNumber(Int128.min).adding(-1) == nil)
    #expect(DecimalNumber(1, exponent: 39).adding(1) == nil)
    #expect(DecimalNumber(1, exponent: 38).adding(1) != nil)
    #expect(DecimalNumber(1, exponent: 39).divided(by: 1, places: 0) == nil)
    #expect(DecimalNumber(Int128.min).divided(by: -1, places: 0) == nil)
  }

  @Test(arguments: [
    (2, 3, 4, "0.6667"), (1, 3, 4, "0.3333"), (-2, 3, 4, "-0.6667"), (2, -3, 4, "-0.6667"), (1, 2, 0, "1"),
    (-1, 2, 0, "-1"), (1, 8, 2, "0.13"), (7, 7, 4, "1"), (0, 9, 4, "0"), (1, 1000, 2, "0"),
    (5, 1000, 2, "0.01"),
    (1000, 8, 0, "125"), (299, 100, 0, "3"), (249, 100, 0, "2"),
  ])
  func divides(_ numerator: Int, by denominator: Int, places: Int, into quotient: String) {
    let found = DecimalNumber(Int128(numerator)).divided(
      by: DecimalNumber(Int128(denominator)), places: places)
    #expect(found?.description == quotient)
  }

  @Test func dividesNothingByZero() {
    #expect(DecimalNumber(1).divided(by: 0, places: 2) == nil)
  }

  @Test(arguments: [
    (26, 9, 26_000_000_000 as Int?), (5, -1, nil), (50, -1, 5), (1, 19, nil), (-3, 2, -300), (1, 60, nil),
  ])
  func integer(_ significand: Int, _ exponent: Int, is integer: Int?) {
    #expect(DecimalNumber(Int128(significand), exponent: exponent).integer == integer)
  }

  /// Each is less than the next, whether they fit at one exponent or not.
  static let ascending: [DecimalNumber] = [
    DecimalNumber(-1, exponent: 60), DecimalNumber(Int128.min), DecimalNumber(-3, exponent: 2), -7,
    DecimalNumber(-25, exponent: -2), DecimalNumber(-1, exponent: -60), 0, DecimalNumber(1, exponent: -60),
    DecimalNumber(1, exponent: -3), DecimalNumber(25, exponent: -2), 7, DecimalNumber(3, exponent: 2),
    DecimalNumber(Int128.max - 6), DecimalNumber(2, exponent: 38), DecimalNumber(1, exponent: 60),
  ]

  @Test func areOrderedByValue() {
    for (i, a) in Self.ascending.enumerated() {
      for (j, b) in Self.ascending.enumerated() {
        #expect((a < b) == (i < j), "\(a) < \(b)")
      }
    }
  }

  @Test func agreesWithIntegersOnAnyNumbers() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let a = generator.below(2_000_000) - 1_000_000
      let b = generator.below(2_000_000) - 1_000_000
      let (x, y) = (DecimalNumber(Int128(a)), DecimalNumber(Int128(b)))
      #expect(x.adding(y)?.integer == a + b)
      #expect(x.multiplied(by: y)?.integer == a * b)
      #expect((x < y) == (a < b))
      #expect((x == y) == (a == b))
      #expect(x.description == String(a))
    }
  }
}
