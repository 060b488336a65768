import DocumentModel
import TextProcessing

/// The formats that documents are read from, by the names of the command line.
package enum InputKind: String, CaseIterable, Sendable {
  /// Found from the suffix and the content.
  case auto
  case text, html, markdown
  /// One document a line.
  case jsonl

  /// The kind of a file, where it is not named.
  func resolved(for path: String) -> InputKind {
    guard self == .auto else { return self }
    let name = path.lowercased()
    return name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") ? .jsonl : .auto
  }
}

/// What is read: a document, or the message in the place of one.
struct DocumentItem: Sendable {
  /// The document, or why there is none.
  var content: Result<Document, Failure>

  /// The id that a line of JSON gives as a number, as it spells it.
  var numericID: String?

  /// The line of JSON Lines, from 1.
  var line: Int?

  /// What a file with this document alone would be named after.
  var name: String

  /// How much there is to do, in bytes of the source.
  var size: Int

  /// Why there is no document.
  struct Failure: Error, Hashable, Sendable {
    /// What sort of fault, for programs.
    var code: String

    /// What was found, where, and what would be right.
    var message: String

    /// The id that a line of JSON Lines gave.
    var id: String?
  }
}

/// Reads the documents of files, one after the other; a file that cannot be read yields a failure.
struct DocumentItems: IteratorProtocol {
  private var files: ArraySlice<InputFile>
  private let kind: InputKind
  private let options: ReaderOptions
  /// The file that is being read, by one of two readers that read on in place.
  private var file: InputFile?
  private var documents: DocumentReader?
  private var lines: JSONLinesReader?
  /// The document read ahead, and its number in its file: whether it is the only one decides what it is named
  /// after.
  private var ahead: DocumentItem?
  private var number = 0

  init(_ files: [InputFile], kind: InputKind, options: ReaderOptions) {
    self.files = files[...]
    self.kind = kind
    self.options = options
  }

  /// What is read next.
  mutating func next() -> DocumentItem? {
    while true {
      if let file {
        if let line = lines?.next() { return item(of: line, in: file) }
        let document = documents?.next()
        if document == nil { close() }
        if let item = follow(document, of: file) { return item }
      } else {
        guard let file = files.popFirst() else { return nil }
        if let failure = open(file) {
          return DocumentItem(content: .failure(failure), name: file.name, size: 0)
        }
        self.file = file
      }
    }
  }

  /// Puts a document behind the one read ahead, which is handed out.
  private mutating func follow(_ document: consuming Document?, of file: InputFile) -> DocumentItem? {
    var item: DocumentItem?
    if let document {
      number += 1
      let size = document.source.bytes.end - document.source.bytes.start
      item = DocumentItem(content: .success(document), name: "\(file.name)-\(number)", size: size)
    } else {
      if number == 1 { ahead?.name = file.name }
      number = 0
    }
    // The one read before is handed out, not copied.
    swap(&ahead, &item)
    return item
  }

  private func item(of line: JSONLinesReader.Item, in file: InputFile) -> DocumentItem {
    var numericID: String?
    if case .number(let digits) = line.id { numericID = digits }
    let content = line.result.mapError {
      DocumentItem.Failure(code: $0.code, message: $0.message, id: line.id?.text)
    }
    var size = 0
    if case .success(let document) = content { size = document.text.count }
    return DocumentItem(
      content: content, numericID: numericID, line: line.line,
      name: line.id.map { FileName.plain($0.text) } ?? "\(file.name)-\(line.line)", size: size)
  }

  private mutating func close() {
    file = nil
    documents = nil
    lines = nil
  }

  /// Opens a file; what goes wrong is the item in its place.
  private mutating func open(_ file: InputFile) -> DocumentItem.Failure? {
    if let problem = file.problem {
      return DocumentItem.Failure(code: "unreadable", message: "\(file.path): \(problem)")
    }
    do {
      let bytes = try FileBytes.read(file.path)
      let digest = Digest.sha256(UnsafeRawBufferPointer(bytes.buffer))
      let kind = kind.resolved(for: file.path)
      if kind == .jsonl {
        lines = JSONLinesReader(bytes: bytes, path: file.path, sha256: digest, options: options)
      } else {
        var options = options
        options.format = InputFormat(rawValue: kind.rawValue) ?? .auto
        documents = try DocumentReader(bytes: bytes, path: file.path, sha256: digest, options: options)
      }
      return nil
    } catch let error as ReadingError {
      return DocumentItem.Failure(code: error.code.rawValue, message: error.description)
    } catch {
      return DocumentItem.Failure(code: "unreadable", message: "\(error)")
    }
  }
}
