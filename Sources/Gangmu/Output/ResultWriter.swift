import DocumentModel
import Exporters

/// Where results come from: batches in order, those that failed already reported.
protocol ResultSource {
  mutating func next() -> RenderedBatch?

  /// Whether an item failed so far.
  var hasFailed: Bool { get }
}

/// Writes the results of a run.
protocol ResultWriter {
  /// What it wants of each document.
  var shape: Renderer.Shape { get }

  /// Takes all results and writes them.
  func write(_ results: inout some ResultSource) throws(FileError)
}

/// Writes one dataset or JSON Lines, to one file or standard output.
struct StreamWriter: ResultWriter {
  let shape = Renderer.Shape.stream
  let generator: Generator
  let format: OutputFormat
  let path: String?

  func write(_ results: inout some ResultSource) throws(FileError) {
    let file = try OutputFile(path)
    var dataset = JSONExporter(generator: generator)
    var isEmpty = true
    while let batch = results.next() {
      for item in batch.items where !item.bytes.isEmpty {
        if isEmpty, format == .json { try file.append { dataset.begin(into: $0) } }
        isEmpty = false
        switch (format, item.outcome) {
        case (.json, .extracted(let entities, _, _)):
          let bytes = batch.buffer.bytes(item.bytes)
          try file.append { dataset.add(rendered: bytes, entities: entities, into: $0) }
        default: try file.append(batch.buffer.bytes(item.bytes))
        }
      }
    }
    // What stands there stays when nothing could be read.
    if isEmpty, results.hasFailed { return file.abandon() }
    if format == .json {
      if isEmpty { try file.append { dataset.begin(into: $0) } }
      try file.append { dataset.end(into: $0) }
    }
    try file.close()
  }
}

/// Writes TEI to one file or standard output: a `TEI`, or a `teiCorpus` of several.
struct TEIStreamWriter: ResultWriter {
  let shape = Renderer.Shape.extractions
  let generator: Generator
  let path: String?
  let source: String

  func write(_ results: inout some ResultSource) throws(FileError) {
    var waiting = Extractions(results: results)
    defer { results = waiting.results }
    guard let first = waiting.next() else { return }
    let file = try OutputFile(path)
    let exporter = TEIExporter(generator: generator)
    let buffer = OutputBuffer()
    var problem: FileError?
    do {
      if let second = waiting.next() {
        let corpus = TEICorpus(id: "corpus", title: source, source: source)
        try exporter.write(corpus, into: buffer) { add in
          var next: Extraction? = first
          var later: Extraction? = second
          while let extraction = next, problem == nil {
            add(extraction)
            do throws(FileError) { try buffer.move(to: file) } catch { problem = error }
            next = later ?? waiting.next()
            later = nil
          }
        }
      } else {
        try exporter.write(first, into: buffer)
      }
    } catch {
      problem = FileError(path ?? "standard output", reason: "\(error)")
    }
    if let problem { throw problem }
    try buffer.move(to: file)
    try file.close()
  }

  /// The extractions among results, one by one.
  private struct Extractions<Source: ResultSource> {
    var results: Source
    private var ready: ArraySlice<RenderedItem> = []

    init(results: Source) { self.results = results }

    mutating func next() -> Extraction? {
      while true {
        while let item = ready.popFirst() {
          if case .extracted(_, _, let extraction?) = item.outcome { return extraction }
        }
        guard let batch = results.next() else { return nil }
        ready = batch.items[...]
      }
    }
  }
}

/// Writes each document into a file of its own; for TEI also a corpus that includes them.
struct FolderWriter: ResultWriter {
  /// The name of the corpus file, without the suffix.
  static let corpus = "corpus"

  let shape = Renderer.Shape.files
  let generator: Generator
  let format: OutputFormat
  let folder: String
  let source: String

  func write(_ results: inout some ResultSource) throws(FileError) {
    try OutputFile.makeFolder(folder)
    var names = FileName()
    var written: [String] = []
    if format == .tei { _ = names.unique(FolderWriter.corpus) }
    while let batch = results.next() {
      for item in batch.items {
        guard case .extracted = item.outcome else { continue }
        let name = names.unique(item.name) + "." + format.suffix
        let file = try OutputFile(folder + "/" + name)
        try file.append(batch.buffer.bytes(item.bytes))
        try file.close()
        if format == .tei { written.append(name) }
      }
    }
    guard format == .tei, !written.isEmpty else { return }
    let file = try OutputFile(folder + "/\(FolderWriter.corpus).xml")
    let buffer = OutputBuffer()
    do {
      try TEIExporter(generator: generator).write(
        TEICorpus(id: "corpus", title: source, source: source), including: written, into: buffer)
    } catch {
      throw FileError(folder, reason: "\(error)")
    }
    try buffer.move(to: file)
    try file.close()
  }
}

extension OutputBuffer {
  /// Some of the bytes, for as long as nothing is appended.
  fileprivate func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    withBytes { UnsafeRawBufferPointer(rebasing: $0[range]) }
  }

  /// Hands the bytes to a file and keeps the room.
  fileprivate func move(to file: OutputFile) throws(FileError) {
    try file.append(bytes(0..<count))
    removeAll()
  }
}
