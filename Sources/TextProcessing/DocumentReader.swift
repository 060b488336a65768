package import DocumentModel

/// Reads the documents of one file, one after the other.
///
/// The whole file is checked when the reader is made, so a broken file yields an error and no half result.
/// UTF-8 is never decoded as a whole: only one document is held at a time.
package struct DocumentReader: Sequence, IteratorProtocol {
  /// The encoding that the file was read in.
  package let encoding: TextEncoding

  private let path: String
  private let sha256: String
  private let options: ReaderOptions
  private let assembler: DocumentAssembler
  private var splitter: DocumentSplitter
  private let idStem: String
  private var number = 0

  /// Checks a file's bytes and prepares to read them.
  ///
  /// - Parameter sha256: the file's digest in lower-case hexadecimal; document ids are made of it.
  package init(
    bytes: SourceBytes, path: String, sha256: String, options: ReaderOptions = ReaderOptions()
  ) throws(ReadingError) {
    let decoder = try DocumentReader.decoder(bytes, path: path, options: options)
    self.encoding = decoder.encoding
    self.path = path
    self.sha256 = sha256
    self.idStem = "d\(sha256.prefix(12))-"
    self.options = options
    let text = DocumentReader.plain(decoder.text, path: path, format: options.format)
    let profile = TextProfile(text)
    self.assembler = DocumentAssembler(text, profile: profile)
    self.splitter = DocumentSplitter(text, profile: profile)
  }

  /// Decodes the bytes; a page's own label counts where it is right.
  private static func decoder(
    _ bytes: SourceBytes, path: String, options: ReaderOptions
  ) throws(ReadingError) -> TextDecoder {
    if options.encoding == nil, let label = FormatDetector.label(in: bytes.buffer),
      let decoder = try? TextDecoder(bytes, path: path, encoding: label)
    {
      return decoder
    }
    return try TextDecoder(bytes, path: path, encoding: options.encoding)
  }

  /// The text without its markup.
  private static func plain(_ text: MappedText, path: String, format: InputFormat) -> MappedText {
    switch format == .auto ? FormatDetector.format(of: text, path: path) : format {
    case .html: HTMLReader.plain(text)
    case .markdown: MarkdownReader.plain(text)
    default: text
    }
  }

  /// The next document.
  package mutating func next() -> Document? {
    guard let lines = splitter.next() else { return nil }
    number += 1
    let draft = assembler.draft(of: lines)
    let source = Source(path: path, sha256: sha256, encoding: encoding.rawValue, bytes: draft.bytes)
    return Document(id: "\(idStem)\(number)", source: source, draft: draft, fallback: options.referenceDate)
  }
}
