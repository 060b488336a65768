import DocumentModel
import Exporters
import TestSupport
import Testing

@Suite("XML")
struct XMLTests {
  static func write(_ body: (XMLWriter) -> Void) throws -> (xml: String, removed: Int) {
    let buffer = OutputBuffer()
    let writer = XMLWriter(into: buffer)
    body(writer)
    try writer.finish()
    return (buffer.string, writer.removed)
  }

  @Test func writesElementsOnLinesAndTextWithoutAny() throws {
    let result = try Self.write { xml in
      xml.element(.body) {
        xml.element(.p) {
          xml.text("a<&>\"\r\n\t")
          xml.element(.seg, [.type: "<&\"\n\r\t>"], text: "b")
        }
        xml.element(.pb)
        xml.element(.list, layout: .run) { xml.element(.item) }
      }
    }
    #expect(
      result.xml == """
        <?xml version="1.0" encoding="UTF-8"?>
        <body>
          <p>a&lt;&amp;&gt;"&#13;\n\t<seg type="&lt;&amp;&quot;&#10;&#13;&#9;&gt;">b</seg></p>
          <pb/>
          <list><item/></list>
        </body>

        """)
    #expect(result.removed == 0)
  }

  @Test func leavesOutWhatIsNoXMLAndCountsIt() throws {
    let result = try Self.write { xml in
      xml.element(.p, [.n: "a\u{C}\u{0}b\u{FFFE}"]) {
        xml.text([0x61, 0x0C, 0xD800, 0xFFFF, 0x11_0000, 0x1_F600][...])
      }
    }
    #expect(result.xml.hasSuffix("<p n=\"ab\">a😀</p>\n"))
    #expect(result.removed == 7)
  }

  @Test func anAttributeStandsOnce() {
    var attributes: TEIAttributes = [.n: "1", .type: nil, .n: "2"]
    attributes[.ana] = "#a"
    attributes.merge([.n: "3"])
    #expect(attributes == [.n: "3", .ana: "#a"])
    attributes[.n] = nil
    #expect(attributes[.n] == nil)
    #expect(attributes == [.ana: "#a"])
  }

  @Test func writesLongText() throws {
    let scalars = [UInt32](repeating: 0x4E2D, count: 3_000_000)
    let result = try Self.write { xml in xml.element(.p) { xml.text(scalars[...]) } }
    #expect(
      result.xml.utf8.count == 9_000_000 + "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<p></p>\n".utf8.count)
  }

  // MARK: Reading what nobody should have written

  static func read(_ xml: String) -> Result<[TEITextReader.Text], XMLIssue> {
    Array(xml.utf8).withUnsafeBytes { bytes in
      Result { () throws(XMLIssue) in try TEITextReader.read(bytes, file: "a.xml") }
    }
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY b 'c'>]><TEI>&b;</TEI>",
    "<!DOCTYPE a [<!ENTITY b 'bbbbbbbb'><!ENTITY c '&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;'>]><TEI n='&d;'/>",
    "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><TEI>&b;</TEI>",
    "<!DOCTYPE TEI SYSTEM 'http://127.0.0.1/a.dtd'><TEI/>",
  ])
  func refusesDocumentTypes(_ xml: String) {
    let wanted = XMLIssue(file: "a.xml", line: 1, message: "a document type declaration is not taken")
    #expect(Self.read(xml) == .failure(wanted))
    let found = Array(xml.utf8).withUnsafeBytes { TEIValidator().issues(in: $0, file: "a.xml") }
    #expect(found == [wanted])
  }

  @Test(arguments: [
    ("", 1), ("text", 1), ("<TEI>", 1), ("<TEI>\n<p></TEI>", 2), ("<TEI n='1' n='2'/>", 1),
    ("<TEI>&nbsp;</TEI>", 1),
    ("<TEI/><TEI/>", 1), ("<TEI>\u{1}</TEI>", 1), (String(repeating: "<p>", count: 100_000), 1),
  ])
  func refusesWhatIsNotWellFormed(_ xml: String, _ line: Int) {
    guard case .failure(let issue) = Self.read(xml) else {
      Issue.record("read \(xml.prefix(40))")
      return
    }
    #expect(issue.file == "a.xml")
    #expect(issue.line == line, "\(issue)")
    #expect(!issue.message.contains("\n"))
  }

  @Test func refusesBrokenUTF8() {
    let bytes = Array("<TEI><text>".utf8) + [0xE4, 0xB8] + Array("</text></TEI>".utf8)
    #expect(throws: XMLIssue.self) { try bytes.withUnsafeBytes { try TEITextReader.read($0, file: "a.xml") } }
  }

  @Test func survivesAnyMutation() throws {
    var generator = SeededGenerator(seed: 11)
    let original = Array(try TEIExporterTests.write(Samples.speech).utf8)
    let validator = TEIValidator()
    for _ in 0..<400 {
      var bytes = original
      for _ in 0..<(1 + generator.below(8)) {
        let place = generator.below(bytes.count)
        switch generator.below(3) {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + generator.below(30)))
        default:
          bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + generator.below(30))], at: place)
        }
      }
      bytes.withUnsafeBytes { bytes in
        _ = try? TEITextReader.read(bytes, file: "a.xml")
        _ = validator.issues(in: bytes, file: "a.xml")
      }
    }
  }
}
