import DocumentModel
import Exporters
import Foundation
import Testing

@Suite("JSON Schema")
struct DatasetSchemaTests {
  /// Python's jsonschema, a full validator of draft 2020-12.
  static let validator = ExternalTool.python(with: "jsonschema")

  static let script = """
    import json, sys, jsonschema
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for line, text in enumerate(open(sys.argv[2], encoding="utf-8").read().split("\\x1e")):
        print("yes" if validator.is_valid(json.loads(text)) else "no")
    """

  /// Whether each JSON text is valid.
  static func verdicts(_ texts: [String]) throws -> [Bool] {
    guard let validator else { return [] }
    var verdicts: [Bool] = []
    try ExternalTool.withFolder { folder in
      let schema = folder.appending(path: "schema.json")
      let input = folder.appending(path: "input")
      try Data(Schema.dataset.description.utf8).write(to: schema)
      try Data(texts.joined(separator: "\u{1E}").utf8).write(to: input)
      let result = validator.run(["-c", script, schema.path, input.path])
      #expect(result.status == 0, "\(result.output)")
      verdicts = result.output.split(separator: "\n").map { $0 == "yes" }
    }
    return verdicts
  }

  @Test(
    "what is written is valid", .enabled(if: validator != nil || ExternalTool.isRequired, "no jsonschema"))
  func acceptsOutput() throws {
    let buffer = OutputBuffer()
    let lines = JSONLinesExporter(generator: .test)
    lines.add(.init(.line(7), code: "no-text", message: "no 'text'"), into: buffer)
    let failure = buffer.string
    let texts =
      [JSONExporterTests.dataset(Samples.all).string, failure] + Samples.all.map(JSONExporterTests.line)
    #expect(try Self.verdicts(texts) == texts.map { _ in true })
  }

  @Test(
    "what is not promised is not valid",
    .enabled(if: validator != nil || ExternalTool.isRequired, "no jsonschema"))
  func rejectsOthers() throws {
    let line = JSONExporterTests.line(Samples.speech)
    let changes = [
      ("\"kind\":\"speech\"", "\"kind\":\"talk\""), ("\"kind\":\"speech\"", "\"kind\":\"speech\",\"more\":1"),
      ("\"publisher\":\"新华网\"", "\"publisher\":null"), ("\"number\":26000000000", "\"min\":26000000000"),
      ("\"type\":\"quantity\"", "\"type\":\"temporal\""), ("\"role\":\"body\"", "\"role\":\"text\""),
      ("\"ordinal\":1,", ""), ("\"lists\":[]", "\"lists\":{}"), ("\"schemaVersion\":\"1.0\",", ""),
      ("\"id\":\"m1\"", "\"id\":\"f1\""), ("\"timex\":\"date\"", "\"timex\":\"DATE\""),
    ]
    let changed = changes.map { line.replacing($0.0, with: $0.1, maxReplacements: 1) }
    for (text, change) in zip(changed, changes) { #expect(text != line, "\(change.0)") }
    #expect(try Self.verdicts(changed) == changed.map { _ in false })
    #expect(try Self.verdicts(["{}", "{\"error\":{\"code\":\"a\",\"message\":\"\"}}"]) == [false, false])
  }

  @Test func namesWhatTheModelNames() throws {
    let data = Data(Schema.dataset.description.utf8)
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    func names(_ path: String) -> [String]? {
      let place = ("$defs." + path).split(separator: ".").reduce(schema as Any?) { object, key in
        (object as? [String: Any])?[String(key)]
      }
      return (place as? [String: Any])?["enum"] as? [String]
    }
    #expect(names("documentFields.properties.kind") == Document.Kind.allCases.map(\.rawValue))
    #expect(names("paragraph.properties.role") == Paragraph.Role.allCases.map(\.rawValue))
    #expect(names("mention.properties.type") == MentionType.allCases.map(\.rawValue))
    #expect(names("temporal.properties.timex") == TemporalExpression.Kind.allCases.map(\.rawValue))
    #expect(names("temporal.properties.mod") == TemporalExpression.Modifier.allCases.map(\.rawValue))
    #expect(names("quantity.properties.kind") == Quantity.Kind.allCases.map(\.rawValue))
    #expect(names("quantity.properties.mod") == Quantity.Modifier.allCases.map(\.rawValue))
    #expect(names("quantity.properties.change") == Measured.Change.allCases.map(\.rawValue))
  }

  @Test func isEmbeddedAsItStands() throws {
    let file = ExternalTool.root.appending(path: "Sources/Exporters/Resources/gangmu-dataset.schema.json")
    #expect(try Data(contentsOf: file) == Data(Schema.dataset.description.utf8))
  }
}
