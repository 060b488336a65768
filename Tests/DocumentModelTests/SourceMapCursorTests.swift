import DocumentModel
import Testing

@Suite("SourceMap cursor")
struct SourceMapCursorTests {
  /// Runs of three, one, two and no bytes, with gaps between some.
  static let map: SourceMap = {
    var map = SourceMap()
    var source = 5
    for run in 0..<60 {
      let width = [3, 1, 2, 0][run % 4]
      map.append(source: source, width: width, count: 1 + run % 7)
      source += width * (1 + run % 7) + (run % 5 == 0 ? 2 : 0)
    }
    return map
  }()

  @Test func joinsNeighboursAndSkipsWhatWasPutIn() {
    var map = SourceMap()
    map.append(source: 10, width: 3, count: 2)
    map.append(source: 16, width: 1)
    map.append(source: 17, width: 0)
    map.append(source: 20, width: 3)
    #expect(map.ranges(of: Span(1, 5)) == [ByteRange(13, 17), ByteRange(20, 23)])
    #expect(map.ranges(of: Span(3, 4)).isEmpty)
    #expect(map.ranges(of: Span(2, 2)).isEmpty)
  }

  @Test func findsTheSameFromAnyCursor() {
    let map = Self.map
    let spans = (0..<map.count).flatMap { start in [1, 3, 20].map { Span(start, min(start + $0, map.count)) }
    }
    var cursor = 0
    for span in spans + spans.reversed() {
      var ranges: [ByteRange] = []
      map.forEachRange(of: span, cursor: &cursor) { ranges.append($0) }
      #expect(ranges == map.ranges(of: span))
      let bytes = (span.start..<span.end).flatMap { map.ranges(of: Span($0, $0 + 1)) }
      #expect(ranges.reduce(0) { $0 + $1.end - $1.start } == bytes.reduce(0) { $0 + $1.end - $1.start })
    }
  }
}
