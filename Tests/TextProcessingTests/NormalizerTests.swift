import DocumentModel
import TestSupport
import Testing

@testable import TextProcessing

@Suite("Normalizer")
struct NormalizerTests {
  static let normalizer = Normalizer(variants: [(0x5104, 0x4EBF), (0x842C, 0x4E07)])  // 億 亿, 萬 万

  static func folded(_ text: String) -> String {
    let folded = normalizer.fold(DocumentText(text))
    return String(decoding: folded.units[..<folded.count], as: UTF16.self)
  }

  @Test(arguments: [
    ("３．５％", "3.5%"), ("ＧＤＰ", "GDP"), ("（２０２３）", "(2023)"), ("“十四五”", "“十四五”"), ("「一帶」『二』", "“一帶”“二”"),
    ("3.5億、1萬", "3.5亿、1万"), ("8—10", "8-10"), ("8–10―9‐7−6─5－4", "8-10-9-7-6-5-4"), ("8～10〜9", "8~10~9"),
    ("三•五‧六・七･八", "三·五·六·七·八"), ("二○二◯〇", "二〇二〇〇"), ("a\u{3000}b\u{A0}c\t\u{2003}d", "a b c  d"),
    ("中\u{200B}国\u{FEFF}人\u{AD}民\u{200D}", "中国人民"), ("𫖯仰", "\u{E000}仰"), ("\u{0}甲", "\u{FFFD}甲"),
    ("，。：；", ",。:;"),
  ])
  func folds(_ text: String, to folded: String) {
    #expect(Self.folded(text) == folded)
  }

  @Test(arguments: [
    ("投资 260 亿元", "投资260亿元"), ("5月 17日", "5月17日"), ("今年　５月", "今年5月"), ("完成GDP 3.5亿", "完成GDP 3.5亿"),
    ("中文 and 中文", "中文and中文"), ("中 文", "中 文"), ("3 5", "3 5"), (" 3月", " 3月"), ("3月 ", "3月 "),
    ("增长 \n 3", "增长 \n 3"),
    ("增长   3%", "增长3%"), ("，3 月", ",3月"), ("𫖯 3", "\u{E000}3"), ("〇 3", "〇3"),
  ])
  func dropsSpacesBesideDigitsAndLetters(_ text: String, _ folded: String) {
    #expect(Self.folded(text) == folded)
  }

  @Test func patternsAndWordsAreFoldedAlike() {
    #expect(Self.normalizer.fold("３億") == Array("3亿".utf16))
    #expect(Self.normalizer.fold("\u{200B}") == [])
    #expect(Self.normalizer.fold("𫖯" as Unicode.Scalar) == 0xE000)
    #expect(Self.normalizer.fold("\u{FEFF}" as Unicode.Scalar) == nil)
  }

  @Test(
    arguments: [
      ("投资⟦260 亿元⟧。", "260亿元"), ("⟦3\u{200B}月\u{200B}1日⟧", "3月1日"), ("在 ⟦5 月 17 日⟧ 下午", "5月17日"),
      ("𫖯𫖯⟦1 亿⟧", "1亿"),
    ] as [(MarkedText, String)])
  func leadsBackToTheText(_ marked: MarkedText, _ wanted: String) throws {
    let folded = Self.normalizer.fold(DocumentText(marked.text))
    let units = folded.units[..<folded.count]
    let wanted = Array(wanted.utf16)
    let start = try #require(units.indices.first { units[$0...].starts(with: wanted) })
    let range = start..<start + wanted.count
    #expect([folded.span(of: range)] == marked.spans)
    #expect(folded.range(of: marked.spans[0]) == range)
  }

  @Test func endsWithPadding() {
    let folded = Self.normalizer.fold(DocumentText("甲 1"))
    #expect(folded.count == 2)
    #expect(folded.units.count == 2 + FoldedText.padding)
    #expect(folded.units[2...].allSatisfy { $0 == 0 })
  }

  @Test func emptyTextStaysEmpty() {
    let folded = Self.normalizer.fold(DocumentText(""))
    #expect(folded.count == 0)
    #expect(folded.span(of: 0..<0) == Span(0, 0))
    #expect(folded.range(of: Span(0, 0)) == 0..<0)
  }

  @Test func placesOfAnyTextAscendAndLeadThereAndBack() {
    var generator = SeededGenerator(seed: 5)
    let alphabet = "甲1a \u{3000}\u{200B}𫖯\n，".unicodeScalars.map { Character($0) }
    for _ in 0..<1_000 {
      let text = String((0..<generator.below(16)).map { _ in generator.pick(alphabet) })
      let document = DocumentText(text)
      let folded = Self.normalizer.fold(document)
      var end = 0
      for unit in 0..<folded.count {
        let span = folded.span(of: unit..<unit + 1)
        #expect(span.start >= end && span.count == 1 && span.end <= document.count, "\(text)")
        let scalar = Unicode.Scalar(document.scalars[span.start]) ?? "?"
        #expect(Self.normalizer.fold(scalar) == folded.units[unit], "\(text)")
        #expect(folded.range(of: span) == unit..<unit + 1, "\(text)")
        end = span.end
      }
    }
  }
}
