import DocumentModel
import Testing

@Suite("Span")
struct SpanTests {
  @Test func counts() {
    #expect(Span(3, 7).count == 4)
    #expect(!Span(3, 7).isEmpty)
    #expect(Span(3, 3).isEmpty)
  }

  @Test(arguments: [
    (Span(0, 3), Span(2, 5), true), (Span(0, 3), Span(3, 5), false), (Span(3, 5), Span(0, 3), false),
    (Span(0, 9), Span(4, 5), true), (Span(4, 5), Span(0, 9), true), (Span(2, 2), Span(2, 2), false),
  ])
  func overlaps(_ a: Span, _ b: Span, _ overlaps: Bool) {
    #expect(a.overlaps(b) == overlaps)
    #expect(b.overlaps(a) == overlaps)
  }

  @Test(arguments: [
    (Span(0, 9), Span(4, 5), true), (Span(4, 5), Span(0, 9), false), (Span(1, 4), Span(1, 4), true),
    (Span(1, 4), Span(1, 5), false), (Span(1, 4), Span(0, 4), false),
  ])
  func contains(_ a: Span, _ b: Span, _ contains: Bool) {
    #expect(a.contains(b) == contains)
  }

  @Test func areOrderedByStartThenEnd() {
    let spans = [Span(4, 9), Span(0, 9), Span(0, 3), Span(4, 5)]
    #expect(spans.sorted() == [Span(0, 3), Span(0, 9), Span(4, 5), Span(4, 9)])
  }
}
