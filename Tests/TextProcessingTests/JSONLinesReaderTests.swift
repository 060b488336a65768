import DocumentModel
import Testing

@testable import TextProcessing

@Suite("JSONLinesReader")
struct JSONLinesReaderTests {
  static func read(_ bytes: [UInt8], options: ReaderOptions = ReaderOptions()) -> [JSONLinesReader.Item] {
    Array(
      JSONLinesReader(bytes: SourceBytes(bytes), path: "a.jsonl", sha256: Fixtures.digest, options: options))
  }

  static func read(_ text: String) -> [JSONLinesReader.Item] { read(Array(text.utf8)) }

  @Test func readsLines() throws {
    let lines = #"""
      {"id": "a", "text": "  去年\u4e2d\ud869\udeaf。", "date": "2023-05-19T08:30", "title": "题"}
      {"meta": {"a": [1, {"b": null}], "c": "\n"}, "id": 12.50, "text": ""}
      """#
    let items = JSONLinesReaderTests.read(lines)
    #expect(items.map(\.id) == [.string("a"), .number("12.50")])
    let first = try items[0].result.get()
    #expect(first.text.string == "  去年中𪚯。")
    #expect(first.referenceDate == "2023-05-19T08:30")
    #expect(first.title == "题")
    #expect(first.id == "a")
    let bytes = Array(lines.utf8)
    let spans = [(2, "去"), (4, #"\u4e2d"#), (5, #"\ud869\udeaf"#)]
    for (offset, source) in spans {
      let range = try #require(first.text.sourceMap.ranges(of: Span(offset, offset + 1)).first)
      #expect(String(decoding: bytes[range.start..<range.end], as: UTF8.self) == source)
    }
    let second = try items[1].result.get()
    #expect(second.text.count == 0)
    #expect(second.paragraphs.isEmpty)
  }

  @Test func neverSplits() throws {
    let text = Fixtures.stories.split(separator: "\n", omittingEmptySubsequences: false).joined(
      separator: #"\n"#)
    let items = JSONLinesReaderTests.read(#"{"id": 1, "text": ""# + text + "\"}\n")
    #expect(items.count == 1)
    let document = try items[0].result.get()
    #expect(document.paragraphs.count == 7)
    #expect(
      SourceMapping.fault(in: document, bytes: Array((#"{"id": 1, "text": ""# + text).utf8), isMarkup: true)
        == nil)
  }

  @Test(arguments: [
    (#"{"id": "a"}"#, "missing-text", "byte 11: the object has no \"text\""),
    (#"{"id": "a", "text": 5}"#, "wrong-type", "byte 20: \"text\" should be a string"),
    (#"{"text": "a", "text": "b"}"#, "duplicate-key", "byte 14: \"text\" stands twice in the object"),
    (#"[1]"#, "invalid-json", #"byte 0: a line should be an object: {"id": …, "text": …}"#),
    ("", "empty-line", "byte 0: the line is empty; an object should stand here"),
    (
      #"{"text": "\ud800"}"#, "lone-surrogate",
      "byte 10: half a surrogate pair is no character; both halves should stand together"
    ),
    (
      #"{"text": "a"} b"#, "invalid-json",
      "byte 14: something stands behind the object; a line should hold one"
    ),
    (
      #"{"text": "a"#, "invalid-json",
      "byte 11: the line ends inside a string; a quotation mark should close it"
    ),
    (
      #"{"text": "a", "date": "2023-02-30"}"#, "invalid-date",
      "byte 23: '2023-02-30' is no date; write it as 2023-05-19 or 2023-05-19T08:30:00"
    ),
  ])
  func explains(_ line: String, _ code: String, _ message: String) throws {
    let items = JSONLinesReaderTests.read("\(line)\n{\"text\": \"b\"}\n")
    #expect(items.count == 2)
    guard case .failure(let failure) = items[0].result else {
      Issue.record("read")
      return
    }
    #expect(failure.code == code)
    #expect(failure.message == "a.jsonl: line 1, \(message)")
    #expect(try items[1].result.get().text.string == "b")
  }

  @Test func survivesDepthAndBadBytes() throws {
    let deep = String(repeating: "[", count: 200_000)
    let items = JSONLinesReaderTests.read(
      Array("{\"a\": \(deep)\n{\"id\": 7, \"text\": \"".utf8) + [0xC3, 0x28]
        + Array("\"}\n{\"text\": \"好\"}".utf8))
    #expect(items.count == 3)
    #expect(throws: JSONLinesReader.Failure.self) { try items[0].result.get() }
    #expect(items[1].id == .number("7"))
    #expect(throws: JSONLinesReader.Failure.self) { try items[1].result.get() }
    #expect(try items[2].result.get().text.string == "好")
  }

  @Test func neverTrapsOnMutations() {
    let seed = Array(
      #"{"id": "a\u4e2d", "text": "去年\n今年\ud869\udeaf", "x": [1, {"y": -0.5e3}, null], "date": "2023-05-19"}"#
        .utf8)
    var state: UInt64 = 3
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<2000 {
      var bytes = seed
      for _ in 0...random(3) {
        let place = random(bytes.count)
        switch random(3) {
        case 0: bytes[place] = UInt8(random(256))
        case 1: bytes.remove(at: place)
        default: bytes.insert(seed[random(seed.count)], at: place)
        }
      }
      for case .success(let document) in JSONLinesReaderTests.read(bytes).map(\.result) {
        #expect(SourceMapping.fault(in: document, bytes: bytes, isMarkup: true) == nil)
      }
    }
  }
}
