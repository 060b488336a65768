import DocumentModel
import Exporters
import Foundation
import Testing

@Suite("JSON writer")
struct JSONWriterTests {
  static func field(_ write: (inout JSONWriter) -> Void) -> String {
    let buffer = OutputBuffer()
    var writer = JSONWriter(into: buffer, isCompact: true)
    writer.element(.run, write)
    return buffer.string
  }

  /// A decoder may take U+FEFF at the beginning of a string for a byte order mark.
  @Test func escapesTheByteOrderMark() {
    for place in 0..<6 {
      let value = String(repeating: "文", count: place) + "\u{FEFF}2021年度计划"
      let field = Self.field { $0.text("text", value.unicodeScalars.map(\.value)[...]) }
      #expect(field.contains("\\ufeff2021年度") && !field.unicodeScalars.contains("\u{FEFF}"))
    }
  }

  /// Text is looked at several bytes at a time, so an escape must be found at each place of them.
  @Test func escapesAtEveryPlace() throws {
    for special in (UInt8(0)..<0x80).map(Unicode.Scalar.init) {
      for place in 0..<9 {
        let value =
          String(repeating: "文", count: place / 2) + String(repeating: "a", count: place) + "\(special)é😀z"
        let asString = Self.field { $0.string("text", value) }
        let asText = Self.field { $0.text("text", value.unicodeScalars.map(\.value)[...]) }
        #expect(asString == asText)
        let object = try JSONSerialization.jsonObject(with: Data(asString.utf8)) as? [String: String]
        #expect(object?["text"] == value)
      }
    }
  }

  @Test(arguments: [
    (DecimalNumber(0), "0"), (DecimalNumber(35, exponent: -1), "3.5"),
    (DecimalNumber(305, exponent: -2), "3.05"),
    (DecimalNumber(-25, exponent: -2), "-0.25"), (DecimalNumber(1, exponent: -6), "0.000001"),
    (DecimalNumber(26, exponent: 9), "26000000000"),
    (DecimalNumber(-7, exponent: 40), "-7" + String(repeating: "0", count: 40)),
    (DecimalNumber(7, exponent: 41), "7e41"), (DecimalNumber(3, exponent: -19), "0.0000000000000000003"),
    (DecimalNumber(Int128(Int.max) + 1), "9223372036854775808"),
    (DecimalNumber(Int128(Int.min)), "-9223372036854775808"),
    (DecimalNumber(Int128(Int.min), exponent: -18), "-9.223372036854775808"),
  ])
  func writesDecimals(_ number: DecimalNumber, as digits: String) {
    #expect(Self.field { $0.number("n", number) } == "{\"n\":\(digits)}")
  }

  @Test(arguments: [0, 9, 10, 99, 100, 12_345, -1, -10, .max, .min])
  func writesWholeNumbers(_ number: Int) {
    #expect(Self.field { $0.integer("n", number) } == "{\"n\":\(number)}")
  }
}
