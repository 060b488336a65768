import Foundation
import Testing

@Suite("JSON Lines in and out")
struct JSONLinesTests {
  static let arguments = ["extract", "--input-format", "jsonl", "--format", "jsonl"]

  @Test func yieldsALineForEachLine() throws {
    let input = """
      {"id": "a", "text": "投资1亿元。"}
      {"id": 7, "text": "投资2亿元。", "title": "题"}
      {"id": "c", "text"
      {"id": "d", "text": 4}

      {"text": "投资3亿元。"}
      {"id": "f", "text": "", "date": "2023-02-30"}

      """
    let result = try Tool.run(Self.arguments, input: input)
    #expect(result.status == 1)
    let lines = result.lines
    #expect(lines.count == 7)
    #expect(lines.map { $0["error"] == nil } == [true, true, false, false, false, true, false])
    #expect(lines[0]["id"] as? String == "a")
    #expect(lines[1]["id"] as? Int == 7)
    #expect(lines[1]["title"] as? String == "题")
    #expect(lines[3]["id"] as? String == "d")
    #expect(lines[4]["line"] as? Int == 5)
    #expect(lines.flatMap(\.mentions) == ["1亿元", "2亿元", "3亿元"])
    let error = try #require(lines[3]["error"] as? [String: String])
    #expect(error == ["code": "wrong-type", "message": "-: line 4, byte 20: \"text\" should be a string"])
  }

  @Test func neverSplitsALine() throws {
    let text = "一是发展。\n来源：新华网 2023-5-19\n二是开放。"
    let line = String(decoding: try JSONSerialization.data(withJSONObject: ["text": text]), as: UTF8.self)
    let result = try Tool.run(Self.arguments, input: line)
    #expect(result.lines.map { $0["text"] as? String } == [text])
  }

  @Test func tellsOfLinesThatHaveNoPlaceInOtherFormats() throws {
    let result = try Tool.run(
      ["extract", "--input-format", "jsonl"], input: "{\"text\": \"投资1亿元\"}\n{}\n")
    #expect(result.status == 1)
    #expect(result.json.documents.count == 1)
    #expect(result.errors == "gangmu: -: line 2, byte 2: the object has no \"text\"\n")
  }

  @Test func keepsTheOrderOnManyThreads() throws {
    let lines = (0..<4_000).map { number in
      number % 400 == 399 ? "{" : #"{"id": \#(number), "text": "第\#(number)批投资\#(number + 1)亿元，增长5.2%。"}"#
    }
    let result = try Tool.run(Self.arguments + ["--jobs", "4"], input: lines.joined(separator: "\n"))
    #expect(result.status == 1)
    let ids = result.output.split(separator: "\n").map { line -> String in
      guard let start = line.firstRange(of: "\"id\":")?.upperBound else { return "" }
      let rest: Substring = line[start...]
      return String(rest.prefix { $0.isNumber })
    }
    #expect(ids == (0..<4_000).map { $0 % 400 == 399 ? "" : "\($0)" })
  }
}
