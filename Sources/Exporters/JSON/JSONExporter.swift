package import DocumentModel

/// Writes a dataset as one JSON document, document by document (`--format json`).
///
/// Laid out to be compared: the upper levels are indented, and each paragraph, mention and point has a line.
///
/// ```swift
/// var exporter = JSONExporter(generator: generator)
/// exporter.begin(into: buffer)
/// for extraction in extractions { exporter.add(extraction, into: buffer) }
/// exporter.end(into: buffer)
/// ```
///
/// The buffer may be written out and emptied between any two calls.
package struct JSONExporter: Sendable {
  /// The version of the dataset's schema, `gangmu-dataset.schema.json`.
  package static let schemaVersion = "1.0"

  private let generator: Generator
  private var register = EntityRegister()
  private var isFirst = true

  /// Creates an exporter.
  package init(generator: Generator) { self.generator = generator }

  /// Opens the dataset.
  package func begin(into buffer: OutputBuffer) {
    buffer.append("{\n  ")
    var writer = JSONWriter(into: buffer, depth: 1)
    writer.string("schemaVersion", JSONExporter.schemaVersion)
    buffer.append(",\n  ")
    writer = JSONWriter(into: buffer, depth: 1)
    writer.object("generator", .lines) { $0.fields(of: generator, .lines) }
    buffer.append(",\n  \"documents\": [")
  }

  /// Writes one more document.
  package mutating func add(_ extraction: Extraction, into buffer: OutputBuffer) {
    separate(into: buffer)
    JSONExporter.render(extraction, into: buffer)
    register.add(extraction.entities)
  }

  /// Writes one more document that another thread has put into bytes with ``render(_:into:)``.
  package mutating func add(rendered: UnsafeRawBufferPointer, entities: [Entity], into buffer: OutputBuffer) {
    separate(into: buffer)
    buffer.append(rendered)
    register.add(entities)
  }

  /// Writes a document as it stands in the dataset, without what separates it from others.
  package static func render(_ extraction: Extraction, into buffer: OutputBuffer) {
    var writer = JSONWriter(into: buffer, depth: 2)
    writer.element(.lines) { $0.fields(of: extraction) }
  }

  /// Closes the dataset with the entities of all its documents.
  package func end(into buffer: OutputBuffer) {
    buffer.append(isFirst ? "],\n  " : "\n  ],\n  ")
    var writer = JSONWriter(into: buffer, depth: 1)
    writer.array("entities", .lines) { writer in
      for entity in register.sorted { writer.entity(entity) }
    }
    buffer.append("\n}\n")
  }

  private mutating func separate(into buffer: OutputBuffer) {
    buffer.append(isFirst ? "\n    " : ",\n    ")
    isFirst = false
  }
}
