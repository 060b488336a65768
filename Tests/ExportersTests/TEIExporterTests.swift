import DocumentModel
import Exporters
import Foundation
import Testing

@Suite("TEI")
struct TEIExporterTests {
  static let exporter = TEIExporter(generator: .test)

  static func write(_ extraction: Extraction) throws -> String {
    let buffer = OutputBuffer()
    try exporter.write(extraction, into: buffer)
    return buffer.string
  }

  static func texts(in xml: String) throws -> [TEITextReader.Text] {
    try Array(xml.utf8).withUnsafeBytes { try TEITextReader.read($0, file: "a.xml") }
  }

  @Test func writesTheGoldenSpeech() throws {
    try Golden.expect(Self.write(Samples.speech), is: "speech.xml")
  }

  @Test func writesTheGoldenLetter() throws {
    try Golden.expect(Self.write(Samples.letter), is: "letter.xml")
  }

  @Test func writesTheGoldenPlan() throws {
    try Golden.expect(Self.write(Samples.plan), is: "plan.xml")
  }

  @Test func writesTheGoldenEmptyDocument() throws {
    try Golden.expect(Self.write(Samples.empty), is: "empty.xml")
  }

  @Test func writesTheSameBytesAgain() throws {
    #expect(try Self.write(Samples.speech) == Self.write(Samples.speech))
  }

  @Test(arguments: 0..<Samples.all.count)
  func textIsRebuilt(_ index: Int) throws {
    let extraction = Samples.all[index]
    let texts = try Self.texts(in: Self.write(extraction))
    #expect(texts.map(\.text) == [extraction.document.text.string])
  }

  @Test(arguments: 0..<Samples.all.count)
  func isValid(_ index: Int) throws {
    let xml = try Self.write(Samples.all[index])
    let issues = Array(xml.utf8).withUnsafeBytes { TEIValidator().issues(in: $0, file: "a.xml") }
    #expect(issues.map(\.description) == [])
  }

  @Test func everyFactIsThereOnce() throws {
    let xml = try Self.write(Samples.speech)
    for index in Samples.speech.mentions.indices {
      #expect(xml.components(separatedBy: "xml:id=\"_5d55-1.m\(index + 1)\"").count == 2, "m\(index + 1)")
    }
  }

  @Test func aLeadPointsAtItsList() throws {
    let xml = try Self.write(Samples.speech)
    let lead = "<seg type=\"lead\" n=\"4\" corresp=\"#_5d55-1.li1\">要做到四个坚持。</seg>"
    #expect(xml.contains(lead))
  }

  @Test func countsWhatMetadataLoses() throws {
    var extraction = Samples.letter
    extraction.document.title = "a\u{C}b\u{FFFF}"
    let buffer = OutputBuffer()
    // The title stands in the title statement and in the source.
    #expect(try Self.exporter.write(extraction, into: buffer) == 4)
  }
}
