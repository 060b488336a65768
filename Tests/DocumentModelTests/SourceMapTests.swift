import DocumentModel
import TestSupport
import Testing

@Suite("SourceMap")
struct SourceMapTests {
  @Test func neighboursOfOneWidthAreOneRun() {
    var map = SourceMap()
    for place in [0, 3, 6] { map.append(source: place, width: 3) }
    map.append(source: 9, width: 1)
    map.append(source: 10, width: 1)
    map.append(source: 13, width: 1)
    #expect(
      map.runs == [
        .init(text: 0, source: 0, width: 3), .init(text: 3, source: 9, width: 1),
        .init(text: 5, source: 13, width: 1),
      ])
    #expect(map.count == 6)
  }

  @Test func neighbouringBytesAreOneRange() {
    var map = SourceMap()
    map.append(source: 2, width: 3, count: 4)
    map.append(source: 14, width: 1, count: 2)
    #expect(map.ranges(of: Span(0, 6)) == [ByteRange(2, 16)])
    #expect(map.ranges(of: Span(3, 5)) == [ByteRange(11, 15)])
    #expect(map.ranges(of: Span(5, 6)) == [ByteRange(15, 16)])
  }

  @Test func aGapPartsTheRanges() {
    var map = SourceMap()
    map.append(source: 0, width: 3, count: 2)
    map.append(source: 10, width: 3, count: 2)
    #expect(map.ranges(of: Span(0, 4)) == [ByteRange(0, 6), ByteRange(10, 16)])
    #expect(map.ranges(of: Span(1, 3)) == [ByteRange(3, 6), ByteRange(10, 13)])
    #expect(map.ranges(of: Span(2, 4)) == [ByteRange(10, 16)])
  }

  @Test func whatTheReaderPutInHasNoBytes() {
    var map = SourceMap()
    map.append(source: 0, width: 1, count: 3)
    map.append(source: 3, width: 0)
    map.append(source: 5, width: 1, count: 3)
    #expect(map.ranges(of: Span(3, 4)) == [])
    #expect(map.ranges(of: Span(0, 7)) == [ByteRange(0, 3), ByteRange(5, 8)])
    #expect(map.ranges(of: Span(3, 5)) == [ByteRange(5, 6)])
    map.append(source: 8, width: 0, count: 2)
    #expect(map.count == 9)
    #expect(map.ranges(of: Span(6, 9)) == [ByteRange(7, 8)])
  }

  @Test func nothingHasNoBytes() {
    var map = SourceMap()
    #expect(map.ranges(of: Span(0, 0)) == [])
    map.append(source: 0, width: 1, count: 0)
    #expect(map.count == 0)
    #expect(map.runs.isEmpty)
    map.append(source: 0, width: 1, count: 3)
    #expect(map.ranges(of: Span(2, 2)) == [])
  }

  @Test func agreesWithAListOfPlaces() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      var map = SourceMap()
      var places: [ByteRange] = []
      var place = 0
      for _ in 0..<generator.below(12) {
        if generator.below(4) == 0 { place += generator.below(4) }
        let width = generator.below(5)
        for _ in 0..<generator.below(6) {
          map.append(source: place, width: width)
          places.append(ByteRange(place, place + width))
          place += width
        }
      }
      let start = generator.below(places.count + 1)
      let end = start + generator.below(places.count - start + 1)
      let bytes = places[start..<end].flatMap { $0.start..<$0.end }
      #expect(map.count == places.count)
      let ranges = map.ranges(of: Span(start, end))
      #expect(ranges.flatMap { $0.start..<$0.end } == bytes)
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.end < $1.start })
    }
  }

  @Test func findsTheSameFromAnyCursor() {
    var map = SourceMap()
    var source = 5
    for run in 0..<60 {
      let width = [3, 1, 2, 0][run % 4]
      map.append(source: source, width: width, count: 1 + run % 7)
      source += width * (1 + run % 7) + (run % 5 == 0 ? 2 : 0)
    }
    let spans = (0..<map.count).flatMap { start in [1, 3, 20].map { Span(start, min(start + $0, map.count)) }
    }
    var cursor = 0
    for span in spans + spans.reversed() {
      var ranges: [ByteRange] = []
      map.forEachRange(of: span, cursor: &cursor) { ranges.append($0) }
      #expect(ranges == map.ranges(of: span))
    }
  }
}
