package import DocumentModel

/// Writes documents as TEI P5 (`--format tei`): one file each, or several in one `teiCorpus`.
///
/// The same extraction gives the same bytes: nothing is said of when or where it was written.
package struct TEIExporter: Sendable {
  /// The namespace of TEI.
  static let namespace = "http://www.tei-c.org/ns/1.0"

  private let generator: Generator

  /// Creates an exporter.
  package init(generator: Generator) { self.generator = generator }

  /// Writes one document as a file of its own.
  ///
  /// - Returns: How many characters of its metadata were left out because XML has no place for them; in the
  ///   text such characters are kept as `g`.
  @discardableResult
  package func write(_ extraction: Extraction, into buffer: OutputBuffer) throws(XMLWriterError) -> Int {
    let xml = XMLWriter(into: buffer)
    let document = TEIDocument(extraction, generator: generator, to: xml)
    document.write(isRoot: true)
    try xml.finish()
    return xml.removed
  }

  /// Writes several documents into one `teiCorpus`, one after the other.
  ///
  /// - Parameters:
  ///   - corpus: What the corpus is.
  ///   - buffer: Where to write; what it holds may be taken out after each call of `add`.
  ///   - body: Calls `add` with each document; what it throws is thrown on, behind a corpus that is closed.
  package func write(
    _ corpus: TEICorpus, into buffer: OutputBuffer, _ body: (_ add: (Extraction) -> Void) throws -> Void
  ) throws {
    let xml = XMLWriter(into: buffer)
    var failure: (any Error)?
    corpus.write(to: xml) {
      do {
        try body { extraction in
          let document = TEIDocument(extraction, generator: generator, to: xml)
          document.write(isRoot: false)
          xml.flush()
        }
      } catch { failure = error }
    }
    try xml.finish()
    if let failure { throw failure }
  }

  /// Writes a `teiCorpus` that includes documents from files of their own.
  ///
  /// - Parameters:
  ///   - corpus: What the corpus is.
  ///   - files: Where the documents lie, relative to the corpus, as XInclude's `href` takes it.
  package func write(
    _ corpus: TEICorpus, including files: [String], into buffer: OutputBuffer
  ) throws(XMLWriterError) {
    let xml = XMLWriter(into: buffer)
    corpus.write(to: xml, includes: true) {
      for file in files { xml.element(.include, [.href: TEICorpus.reference(file)]) }
    }
    try xml.finish()
  }
}
