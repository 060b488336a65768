import DocumentModel
import Exporters
import Foundation
import FoundationXML
import Testing

@Suite("TEI schema")
struct TEISchemaTests {
  static let resources = ExternalTool.root.appending(path: "Sources/Exporters/Resources")

  static func issues(_ xml: String) -> [String] {
    Array(xml.utf8).withUnsafeBytes { TEIValidator().issues(in: $0, file: "a.xml") }.map(\.description)
  }

  @Test(
    "the RNG is made from the RNC",
    .enabled(if: ExternalTool.find("trang") != nil || ExternalTool.isRequired, "no trang"))
  func isFresh() throws {
    let trang = try #require(ExternalTool.find("trang"))
    try ExternalTool.withFolder { folder in
      let made = folder.appending(path: "gangmu-tei.rng")
      let result = trang.run([Self.resources.appending(path: "gangmu-tei.rnc").path, made.path])
      #expect(result.status == 0, "\(result.output)")
      let fresh = try Data(contentsOf: made)
      let kept = try Data(contentsOf: Self.resources.appending(path: "gangmu-tei.rng"))
      #expect(fresh == kept, "trang gangmu-tei.rnc gangmu-tei.rng")
    }
  }

  /// libxml2 2.9 hangs on a group of one child, and is wrong near what allows nothing.
  @Test func keepsClearOfWhatLibXML2CannotDo() throws {
    let document = try XMLTree(Data(Schema.tei.description.utf8))
    #expect(document.elements.contains { $0.name == "start" })
    #expect(!document.elements.contains { $0.name == "notAllowed" })
    #expect(!document.elements.contains { $0.name == "group" && $0.children < 2 })
  }

  @Test func saysWhatIsWrongAndWhere() throws {
    let xml = try TEIExporterTests.write(Samples.letter)
    let line = xml.split(separator: "\n").firstIndex { $0.contains("<signed") }.map { $0 + 1 } ?? 0
    let found = Self.issues(xml.replacing("<signed source", with: "<signed type=\"x\" source"))
    #expect(found.contains("a.xml:\(line): Invalid attribute type for element signed"), "\(found)")
  }

  @Test(arguments: [
    ("<p xml:id", "<p n=\"1\" xml:id"), ("when=\"2023-05-23\" ana", "when=\"2023-05-32\" ana"),
    ("<body>", "<body>text"), ("</closer>", "</closer><p xml:id=\"q\" source=\"char:0,1\"/>"),
    ("source=\"char:0,8\"", "source=\"0,8\""), ("xml:lang=\"zh\"", "xml:lang=\"la\""),
    ("<lb break=\"no\"/>", "<lb break=\"maybe\"/>"), (" xmlns=\"http://www.tei-c.org/ns/1.0\"", ""),
  ])
  func rejects(_ wanted: String, _ given: String) throws {
    let xml = try TEIExporterTests.write(Samples.letter)
    let changed = xml.replacing(wanted, with: given)
    #expect(xml != changed)
    #expect(!Self.issues(changed).isEmpty)
  }

  @Test func everyPointerHasItsTarget() throws {
    for extraction in TEIPropertyTests.extractions(seed: 7, count: 200) + Samples.all {
      let document = try XMLTree(Data(TEIExporterTests.write(extraction).utf8))
      let ids = document.elements.compactMap { $0.attributes["xml:id"] }
      #expect(Set(ids).count == ids.count)
      let root = try #require(document.elements.first?.attributes["xml:id"])
      #expect(ids.allSatisfy { $0.hasPrefix(root) })
      for element in document.elements {
        for (name, value) in element.attributes where value.hasPrefix("#") && name != "replacementPattern" {
          #expect(ids.contains(String(value.dropFirst())), "\(element.name) \(name) \(value)")
        }
      }
    }
  }

  @Test func corpusIncludesFiles() throws {
    let buffer = OutputBuffer()
    try TEIExporterTests.exporter.write(
      TEICorpus(id: "语料", title: "Seeds & more", source: "in"), including: ["a b.xml", "子/1.xml"],
      into: buffer)
    try Golden.expect(buffer.string, is: "corpus.xml")
    #expect(Self.issues(buffer.string) == [])
  }

  @Test func corpusPassesOnErrors() {
    struct Failure: Error {}
    let buffer = OutputBuffer()
    #expect(throws: Failure.self) {
      try TEIExporterTests.exporter.write(TEICorpus(id: "c", title: "", source: ""), into: buffer) { add in
        add(Samples.letter)
        throw Failure()
      }
    }
    #expect(Self.issues(buffer.string) == [])
  }
}

/// The elements of a document, read with Foundation's parser so that ours is not its own judge.
final class XMLTree: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    var children = 0
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []

  init(_ data: Data) throws {
    super.init()
    let parser = XMLParser(data: data)
    parser.delegate = self
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if let parent = open.last { elements[parent].children += 1 }
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { open.removeLast() }
}
