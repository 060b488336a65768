package import DocumentModel

/// Writes each document as one line of JSON that stands on its own (`--format jsonl`).
///
/// It keeps no state between lines, so several threads may write with one exporter, each into its buffer.
package struct JSONLinesExporter: Sendable {
  /// How each line begins: what made it.
  private let head: [UInt8]

  /// Creates an exporter.
  package init(generator: Generator) {
    let buffer = OutputBuffer(capacity: 1 << 10)
    var writer = JSONWriter(into: buffer, isCompact: true)
    writer.string("schemaVersion", JSONExporter.schemaVersion)
    writer.object("generator") { $0.fields(of: generator) }
    head = buffer.bytes
  }

  /// Writes a document's line.
  ///
  /// - Parameter numericID: the id in the caller's spelling, where the caller gave a number.
  package func add(_ extraction: Extraction, numericID: String? = nil, into buffer: OutputBuffer) {
    var writer = JSONWriter(into: buffer, isCompact: true)
    writer.element { writer in
      writer.fields(written: head)
      writer.fields(of: extraction, numericID: numericID)
      writer.array("entities") { writer in
        for entity in extraction.entities { writer.entity(entity) }
      }
    }
    writer.endLine()
  }

  /// Writes the line that stands in the place of an input that could not be read.
  package func add(_ failure: Failure, into buffer: OutputBuffer) {
    var writer = JSONWriter(into: buffer, isCompact: true)
    writer.element { writer in
      switch failure.place {
      case .id(let id): writer.string("id", id)
      case .number(let digits): writer.number("id", spelled: digits)
      case .line(let line): writer.integer("line", line)
      }
      writer.object("error") { writer in
        writer.string("code", failure.code)
        writer.string("message", failure.message)
      }
    }
    writer.endLine()
  }

  /// An input that could not be read.
  package struct Failure: Hashable, Sendable {
    /// Which input it was.
    package enum Place: Hashable, Sendable {
      /// The id that the input gave.
      case id(String)
      /// The id that the input gave as a number, in its own spelling.
      case number(String)
      /// Its line, from 1.
      case line(Int)
    }

    /// Which input it was.
    package var place: Place

    /// What went wrong, for programs.
    package var code: String

    /// What went wrong, for people.
    package var message: String

    /// Creates a failure.
    package init(_ place: Place, code: String, message: String) {
      self.place = place
      self.code = code
      self.message = message
    }
  }
}
