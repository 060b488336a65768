import DocumentModel
import Exporters
import Foundation
import TestSupport
import Testing

@Suite("JSON")
struct JSONExporterTests {
  static func dataset(_ extractions: [Extraction]) -> OutputBuffer {
    let buffer = OutputBuffer()
    var exporter = JSONExporter(generator: .test)
    exporter.begin(into: buffer)
    for extraction in extractions { exporter.add(extraction, into: buffer) }
    exporter.end(into: buffer)
    return buffer
  }

  static func line(_ extraction: Extraction) -> String {
    let buffer = OutputBuffer()
    JSONLinesExporter(generator: .test).add(extraction, into: buffer)
    return buffer.string
  }

  @Test func writesTheGoldenDataset() throws {
    try Golden.expect(Self.dataset(Samples.all).string, is: "dataset.json")
  }

  @Test func writesTheGoldenLines() throws {
    try Golden.expect(Samples.all.map(Self.line).joined(), is: "dataset.jsonl")
  }

  @Test func writesTheSameBytesAgain() {
    #expect(Self.dataset(Samples.all).bytes == Self.dataset(Samples.all).bytes)
  }

  @Test func writesNoDocuments() throws {
    let object = try JSONSerialization.jsonObject(with: Data(Self.dataset([]).bytes)) as? [String: Any]
    #expect((object?["documents"] as? [Any])?.isEmpty == true)
  }

  @Test func lineAndDatasetSayTheSame() throws {
    for extraction in Samples.all {
      let dataset = try object(Self.dataset([extraction]).bytes)
      var line = try object([UInt8](Self.line(extraction).utf8))
      #expect(line["entities"] as? NSArray == dataset["entities"] as? NSArray)
      #expect(line["generator"] as? NSDictionary == dataset["generator"] as? NSDictionary)
      for key in ["entities", "generator", "schemaVersion"] { line[key] = nil }
      let document = (dataset["documents"] as? [NSDictionary])?.first
      #expect(document == line as NSDictionary)
    }
  }

  @Test func everyMentionIsASliceOfTheText() throws {
    let line = try object([UInt8](Self.line(Samples.speech).utf8))
    let text = try #require(line["text"] as? String).unicodeScalars.map { $0 }
    for mention in try #require(line["mentions"] as? [[String: Any]]) {
      let start = try #require(mention["start"] as? Int)
      let end = try #require(mention["end"] as? Int)
      #expect(String(String.UnicodeScalarView(text[start..<end])) == mention["text"] as? String)
    }
  }

  @Test func writesFailures() {
    let buffer = OutputBuffer()
    let exporter = JSONLinesExporter(generator: .test)
    exporter.add(.init(.id("a\"\n"), code: "not-json", message: "列 3: \u{1F}"), into: buffer)
    exporter.add(.init(.line(7), code: "no-text", message: "no 'text'"), into: buffer)
    #expect(
      buffer.string == """
        {"id":"a\\"\\n","error":{"code":"not-json","message":"列 3: \\u001f"}}
        {"line":7,"error":{"code":"no-text","message":"no 'text'"}}

        """)
  }

  @Test func addsRenderedDocuments() {
    let part = OutputBuffer()
    JSONExporter.render(Samples.letter, into: part)
    let buffer = OutputBuffer()
    var exporter = JSONExporter(generator: .test)
    exporter.begin(into: buffer)
    part.withBytes { exporter.add(rendered: $0, entities: Samples.letter.entities, into: buffer) }
    exporter.end(into: buffer)
    #expect(buffer.bytes == Self.dataset([Samples.letter]).bytes)
  }

  @Test func escapesAnyString() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<300 {
      let scalars = (0..<40).map { _ in generator.scalar() }
      var sketch = Sketch("x", .news, [])
      sketch.document.text = DocumentText(
        scalars: scalars, sourceMap: DocumentText(String(scalars: scalars)).sourceMap)
      sketch.document.title = String(scalars: scalars)
      let line = try object([UInt8](Self.line(sketch.extraction).utf8))
      #expect(
        (line["text"] as? String).map { Array($0.unicodeScalars) }
          == Array(String(scalars: scalars).unicodeScalars))
      #expect(line["title"] as? String == line["text"] as? String)
    }
  }

  @Test func joinsEntities() {
    var register = EntityRegister()
    register.add([Entity(id: "b", type: .infrastructure, name: "B", aliases: ["y"])])
    register.add([
      Entity(id: "b", type: .infrastructure, name: "B2", aliases: ["x"], kind: "port", countries: ["CN"]),
      Entity(id: "a", type: .infrastructure, name: "A"),
    ])
    #expect(
      register.sorted == [
        Entity(id: "a", type: .infrastructure, name: "A"),
        Entity(
          id: "b", type: .infrastructure, name: "B", aliases: ["B2", "x", "y"], kind: "port",
          countries: ["CN"]),
      ])
  }

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
}
