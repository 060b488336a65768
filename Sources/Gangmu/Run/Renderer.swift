import DocumentModel
import Exporters

/// Extracts from documents and puts what is found into bytes; one for each thread.
struct Renderer {
  /// What becomes of the bytes.
  enum Shape: Sendable {
    /// They are parts of one file or of standard output.
    case stream
    /// Each document has a file of its own.
    case files
    /// Whoever writes wants the extractions themselves.
    case extractions
  }

  private let worker: Worker
  private let generator: Generator
  private let lines: JSONLinesExporter
  private let format: OutputFormat
  private let shape: Shape

  init(_ pipeline: Pipeline, format: OutputFormat, shape: Shape) {
    worker = Worker(pipeline)
    generator = pipeline.generator
    lines = JSONLinesExporter(generator: generator)
    self.format = format
    self.shape = shape
  }

  /// What becomes of a batch.
  ///
  /// All its documents are extracted from before the first is written: each of the two is much code, which
  /// then stays at hand.
  func render(_ batch: Batch) -> RenderedBatch {
    let buffer = OutputBuffer()
    var results = batch.items.map { $0.content.map(worker.extract) }
    // Taken from the end one by one, none is copied.
    results.reverse()
    let items = batch.items.indices.map { index in
      let item = batch.items[index]
      let start = buffer.count
      let outcome = outcome(of: item, results.removeLast(), into: buffer)
      return RenderedItem(name: item.name, bytes: start..<buffer.count, outcome: outcome)
    }
    return RenderedBatch(items: items, buffer: buffer)
  }

  private func outcome(
    of item: DocumentItem, _ result: Result<Extraction, DocumentItem.Failure>, into buffer: OutputBuffer
  ) -> RenderedItem.Outcome {
    switch result {
    case .failure(let failure):
      guard format == .jsonl, shape == .stream, let line = item.line else { return .failed(failure) }
      let place: JSONLinesExporter.Failure.Place =
        item.numericID.map { .number($0) } ?? failure.id.map { .id($0) } ?? .line(line)
      lines.add(.init(place, code: failure.code, message: failure.message), into: buffer)
      return .failed(failure)
    case .success(let extraction):
      do {
        if shape != .extractions { try write(extraction, numericID: item.numericID, into: buffer) }
      } catch {
        return .failed(
          DocumentItem.Failure(
            code: "unwritable", message: "\(extraction.document.source.path): \(error)"))
      }
      return .extracted(
        entities: extraction.entities, mentions: extraction.mentions.count,
        whole: shape == .extractions ? extraction : nil)
    }
  }

  private func write(_ extraction: Extraction, numericID: String?, into buffer: OutputBuffer)
    throws(XMLWriterError)
  {
    switch (format, shape) {
    case (.json, .files):
      var exporter = JSONExporter(generator: generator)
      exporter.begin(into: buffer)
      exporter.add(extraction, into: buffer)
      exporter.end(into: buffer)
    case (.json, _): JSONExporter.render(extraction, into: buffer)
    case (.jsonl, _):
      lines.add(extraction, numericID: numericID, into: buffer)
    case (.tei, _): try TEIExporter(generator: generator).write(extraction, into: buffer)
    }
  }
}
