import DocumentModel
import TextProcessing

/// Makes a document of a text that a caller holds in memory.
enum TextReader {
  /// The whole text as one document.
  static func document(_ text: String, id: String, date: String?) -> Document {
    let content = DocumentText(text)
    var paragraphs: [Paragraph] = []
    var start = 0
    for (offset, scalar) in content.scalars.enumerated() where scalar == 0x0A {
      paragraphs.append(Paragraph(role: .body, span: Span(start, offset)))
      start = offset + 1
    }
    paragraphs.append(Paragraph(role: .body, span: Span(start, content.count)))
    var utf8 = text
    let digest = utf8.withUTF8 { Digest.sha256(UnsafeRawBufferPointer($0)) }
    let source = Source(path: "-", sha256: digest, encoding: "utf-8", bytes: ByteRange(0, text.utf8.count))
    var document = Document(id: id, source: source, text: content, paragraphs: paragraphs)
    document.referenceDate = date
    return document
  }
}
