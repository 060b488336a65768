import DocumentModel
import Testing

@Suite("DocumentText")
struct DocumentTextTests {
  @Test func countsScalarsNotUnitsNorBytes() {
    let text = DocumentText("𫖯仰é之间")
    #expect(text.count == 5)
    #expect(text.span == Span(0, 5))
    #expect(text[Span(0, 1)] == "𫖯")
    #expect(text[Span(1, 4)] == "仰é之")
    #expect(text.string == "𫖯仰é之间")
  }

  @Test func leadsBackToUTF8() {
    let text = DocumentText("a𫖯é仰", at: 100)
    #expect(text.sourceMap.ranges(of: text.span) == [ByteRange(100, 110)])
    #expect(text.sourceMap.ranges(of: Span(0, 1)) == [ByteRange(100, 101)])
    #expect(text.sourceMap.ranges(of: Span(1, 2)) == [ByteRange(101, 105)])
    #expect(text.sourceMap.ranges(of: Span(2, 3)) == [ByteRange(105, 107)])
    #expect(text.sourceMap.ranges(of: Span(3, 4)) == [ByteRange(107, 110)])
  }

  @Test func keepsCombiningMarksApart() {
    let text = DocumentText("e\u{301}\r\n")
    #expect(text.scalars == [0x65, 0x301, 0x0D, 0x0A])
    #expect(Array(text.string.unicodeScalars.map(\.value)) == text.scalars)
  }

  @Test func emptyTextIsEmpty() {
    let text = DocumentText("")
    #expect(text.count == 0)
    #expect(text.string.isEmpty)
    #expect(text.sourceMap.runs.isEmpty)
  }

  @Test func whatIsNoScalarIsReplaced() {
    #expect(String(scalars: [0x4E00, 0xD800, 0x110000, 0x61]) == "一\u{FFFD}\u{FFFD}a")
  }
}
