import TestSupport
import Testing

@testable import TextProcessing

/// Hanzi are read four at a time, so every way that they can stand beside others must come out the same.
@Suite("Hanzi blocks")
struct HanziBlockTests {
  /// Text that is mostly Hanzi, with others at any place.
  static func text(_ generator: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<generator.below(40) {
      let value = generator.below(4) > 0 ? 0x4E00 + UInt32(generator.below(0x51A6)) : generator.scalar()
      text.append(Unicode.Scalar(max(value, 1)) ?? "中")
    }
    return String(text)
  }

  @Test func scalarsAreReadAsTheyStand() {
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<2_000 {
      let text = Self.text(&generator)
      let scalars = Array(text.utf8).withUnsafeBufferPointer {
        LineText.scalars(of: $0, from: 0, to: $0.count)
      }
      #expect(scalars == text.unicodeScalars.map(\.value))
    }
  }

  @Test func aFaultIsFoundWhereverItStands() {
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<4_000 {
      var bytes = Array(Self.text(&generator).utf8)
      #expect(bytes.withUnsafeBufferPointer { UTF8Reader.firstFault(in: $0) } == nil)
      guard !bytes.isEmpty else { continue }
      let place = generator.below(bytes.count)
      bytes[place] = generator.pick([0x00, 0x41, 0x80, 0x9F, 0xA0, 0xC0, 0xE0, 0xE4, 0xED, 0xEF, 0xF0, 0xFF])
      let fault = bytes.withUnsafeBufferPointer { UTF8Reader.firstFault(in: $0) }
      let isValid = String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)
      #expect((fault == nil) == isValid, "\(bytes)")
      if let fault {
        #expect(String(validating: bytes[..<fault], as: UTF8.self) != nil && !bytes[..<fault].contains(0))
      }
    }
  }

  @Test func foldedUnitsMakeTheSameString() {
    let text = "a1é·中〇\u{E000}，"
    #expect(String(folded: Array(text.utf16)[...]) == text)
    #expect(String(folded: []) == "")
  }
}
