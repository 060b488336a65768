/// What several documents are together: those of one file or one folder.
package struct TEICorpus: Hashable, Sendable {
  /// Its id, different from those of its documents.
  package var id: String

  /// What it is called.
  package var title: String

  /// Where its documents were read from.
  package var source: String

  /// Creates a corpus.
  package init(id: String, title: String, source: String) {
    self.id = id
    self.title = title
    self.source = source
  }

  /// Writes the `teiCorpus` with what `body` writes into it.
  func write(to xml: XMLWriter, includes: Bool = false, _ body: () -> Void) {
    let attributes: TEIAttributes = [
      .xmlns: TEIExporter.namespace, .xmlnsInclude: includes ? "http://www.w3.org/2001/XInclude" : nil,
      .id: TEIName.whole(id), .lang: "zh",
    ]
    xml.element(.teiCorpus, attributes) {
      xml.element(.teiHeader) {
        xml.element(.fileDesc) {
          xml.element(.titleStmt) { xml.element(.title, [.type: "main"], text: title) }
          xml.element(.publicationStmt) { xml.element(.p, [.lang: "en"], text: "Derived dataset.") }
          xml.element(.sourceDesc) { xml.element(.p, text: source) }
        }
      }
      body()
    }
  }

  /// A path as a reference of a URI: what is not plain in one is percent-encoded.
  static func reference(_ path: String) -> String {
    var reference = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        reference.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        reference += digits.count < 2 ? "%0" + digits : "%" + digits
      }
    }
    return reference
  }
}
