package import DocumentModel

/// Reads JSON Lines: each line `{"id": …, "text": …, "date"?: …, "title"?: …}` is one document, never split.
///
/// A line that cannot be read yields an error in its place, and the others go on. Lines are read one at a time.
package struct JSONLinesReader: Sequence, IteratorProtocol {
  /// What a line yields.
  package struct Item: Sendable {
    /// The number of the line, from 1.
    package var line: Int

    /// The caller's id, if the line has one that could be read.
    package var id: Identifier?

    /// The document, or why there is none.
    package var result: Result<Document, Failure>
  }

  /// A caller's id as it was written, so that it comes back the same.
  package enum Identifier: Hashable, Sendable {
    case string(String)
    /// The number's own spelling.
    case number(String)

    /// The id as a document's.
    package var text: String {
      switch self {
      case .string(let text), .number(let text): text
      }
    }
  }

  /// Why a line could not be read.
  package struct Failure: Error, Hashable, Sendable {
    /// What sort of fault: `invalid-json`, `invalid-encoding`, `lone-surrogate`, `empty-line`, `missing-text`,
    /// `wrong-type`, `duplicate-key`, `invalid-date`.
    package var code: String

    /// What was found and what would be right.
    package var message: String
  }

  private let bytes: SourceBytes
  private let path: String
  private let sha256: String
  private let referenceDate: String?
  private var index: Int
  private var line = 0

  /// Prepares to read the lines of a file; nothing is read yet.
  package init(bytes: SourceBytes, path: String, sha256: String, options: ReaderOptions = ReaderOptions()) {
    self.bytes = bytes
    self.path = path
    self.sha256 = sha256
    self.referenceDate = options.referenceDate
    let mark = TextEncoding.mark(of: bytes.buffer)
    self.index = mark?.encoding == .utf8 ? 3 : 0
  }

  /// What the next line yields.
  package mutating func next() -> Item? {
    guard index < bytes.count else { return nil }
    let end = LineScanner.find(0x0A, in: bytes.buffer, from: index, to: bytes.count) ?? bytes.count
    let range = index..<end
    index = end + 1
    line += 1
    var record = JSONRecord(bytes.buffer, range)
    do throws(Fault) {
      try record.read()
      let document = try document(of: record, end: end)
      return Item(line: line, id: record.id, result: .success(document))
    } catch {
      return Item(line: line, id: record.id, result: .failure(failure(error, from: range.lowerBound)))
    }
  }

  private func document(of record: JSONRecord, end: Int) throws(Fault) -> Document {
    guard let string = record.text else { throw .missing(end) }
    var date: String?
    if let given = record.date {
      let text = given.string(in: bytes.buffer)
      guard let read = ReferenceDate.normalized(text) else { throw .date(given.range.lowerBound, text) }
      date = read
    }
    let text = string.text(in: bytes)
    let source = Source(
      path: path, sha256: sha256, encoding: TextEncoding.utf8.rawValue,
      bytes: ByteRange(string.range.lowerBound, string.range.upperBound))
    let id = record.id?.text ?? "d\(sha256.prefix(12))-\(line)"
    let draft = DocumentAssembler.wholeDraft(of: text)
    var document = Document(id: id, source: source, draft: draft, date: date, fallback: referenceDate)
    if let title = record.title { document.title = title.string(in: bytes.buffer) }
    return document
  }

  private func failure(_ fault: Fault, from start: Int) -> Failure {
    let (code, place, message) = fault.parts
    return Failure(code: code, message: "\(path): line \(line), byte \(place - start): \(message)")
  }
}

extension JSONLinesReader {
  /// A fault at a byte of the file.
  enum Fault: Error {
    case syntax(Int, String)
    case encoding(Int, String)
    case surrogate(Int)
    case empty(Int)
    case missing(Int)
    case type(Int, String)
    case duplicate(Int, String)
    case date(Int, String)

    var parts: (code: String, place: Int, message: String) {
      switch self {
      case .syntax(let place, let message): ("invalid-json", place, message)
      case .encoding(let place, let message): ("invalid-encoding", place, message + "; JSON should be UTF-8")
      case .surrogate(let place):
        ("lone-surrogate", place, "half a surrogate pair is no character; both halves should stand together")
      case .empty(let place): ("empty-line", place, "the line is empty; an object should stand here")
      case .missing(let place): ("missing-text", place, "the object has no \"text\"")
      case .type(let place, "id"): ("wrong-type", place, "\"id\" should be a string or a number")
      case .type(let place, let key): ("wrong-type", place, "\"\(key)\" should be a string")
      case .duplicate(let place, let key): ("duplicate-key", place, "\"\(key)\" stands twice in the object")
      case .date(let place, let text):
        (
          "invalid-date", place,
          "'\(text.prefix(40))' is no date; write it as 2023-05-19 or 2023-05-19T08:30:00"
        )
      }
    }
  }
}
