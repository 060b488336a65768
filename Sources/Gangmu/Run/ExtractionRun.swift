import Foundation
import TextProcessing

/// What `gangmu extract` does: files in, results out, in order and in bounded memory.
package struct ExtractionRun: Sendable {
  /// The files and folders to read; `-` is standard input.
  package var paths: [String]

  /// Where to write: a file, a folder, or standard output when nil.
  package var output: String?

  /// The format of the results.
  package var format = OutputFormat.json

  /// The format of the inputs.
  package var inputKind = InputKind.auto

  /// The encoding of the inputs; found from the bytes when nil.
  package var encoding: InputEncoding?

  /// The day that relative dates count from in documents that carry none.
  package var date: RunDate?

  /// How many threads work; as many as there are cores when nil.
  package var jobs: Int?

  /// Creates a run with the usual settings.
  package init(_ paths: [String]) { self.paths = paths }

  /// What became of a run.
  package struct Summary: Hashable, Sendable {
    /// The documents that were read.
    package var documents = 0

    /// The facts that were found in them.
    package var mentions = 0

    /// The inputs, or lines of them, that could not be read.
    package var failures = 0
  }

  /// Texts of up to so many bytes together are not worth a thread.
  private static let smallestShare = 1 << 19

  /// Runs.
  ///
  /// - Parameter report: is told of each input that fails, in order.
  /// - Throws: When results cannot be written; those files that are whole stay.
  package func run(_ pipeline: Pipeline, report: (String) -> Void) throws(FileError) -> Summary {
    let files = InputWalker.files(at: paths, writingTo: output)
    let jobs = jobs ?? usefulJobs(for: files)
    let writer = writer(for: pipeline)
    let shape = writer.shape
    let options = ReaderOptions(encoding: encoding?.encoding, referenceDate: date?.text)
    let batches = Batches(
      DocumentItems(files, kind: inputKind, options: options), size: jobs > 1 ? 1 << 17 : 1 << 13)
    let format = format
    let map = OrderedMap(batches, jobs: jobs) {
      let renderer = Renderer(pipeline, format: format, shape: shape)
      return { renderer.render($0) }
    }
    return try withoutActuallyEscaping(report) { report throws(FileError) in
      var results = Results(map: map, report: report, isInPlace: format == .jsonl && shape == .stream)
      try writer.write(&results)
      return results.summary
    }
  }

  /// Whether results go to a folder, each document into a file of its own.
  package var writesFolder: Bool {
    guard let output else { return false }
    var isFolder: ObjCBool = false
    return output.hasSuffix("/")
      || (FileManager.default.fileExists(atPath: output, isDirectory: &isFolder) && isFolder.boolValue)
  }

  private func writer(for pipeline: Pipeline) -> any ResultWriter {
    let generator = pipeline.generator
    let source = paths.joined(separator: " ")
    if let output, writesFolder {
      let folder = output.hasSuffix("/") && output.count > 1 ? String(output.dropLast()) : output
      return FolderWriter(generator: generator, format: format, folder: folder, source: source)
    }
    if format == .tei { return TEIStreamWriter(generator: generator, path: output, source: source) }
    return StreamWriter(generator: generator, format: format, path: output)
  }

  /// As many jobs as there are cores, or one when there is little to do.
  private func usefulJobs(for files: [InputFile]) -> Int {
    var size = 0
    for file in files {
      var status = stat()
      guard !file.isStandardInput, stat(file.path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        size = .max
        break
      }
      size += Int(status.st_size)
      if size > ExtractionRun.smallestShare { break }
    }
    return size > ExtractionRun.smallestShare ? ProcessInfo.processInfo.activeProcessorCount : 1
  }

  /// The results of the run, counted, and their failures reported, as they go by.
  private struct Results: ResultSource {
    let map: OrderedMap<Batches, RenderedBatch>
    let report: (String) -> Void
    /// Whether failures of lines stand among the results, so that nobody needs to be told of each.
    let isInPlace: Bool
    var summary = Summary()

    var hasFailed: Bool { summary.failures > 0 }

    mutating func next() -> RenderedBatch? {
      guard let batch = map.next() else { return nil }
      for item in batch.items {
        switch item.outcome {
        case .extracted(_, let mentions, _):
          summary.documents += 1
          summary.mentions += mentions
        case .failed(let failure):
          summary.failures += 1
          if !isInPlace || item.bytes.isEmpty { report(failure.message) }
        }
      }
      return batch
    }
  }
}

/// The date that a caller gives: `2023-05-19` or `2023-05-19T08:30:00`.
package struct RunDate: Hashable, Sendable {
  let text: String

  /// Reads a date, or returns nil.
  package init?(_ text: String) {
    guard let normalized = ReferenceDate.normalized(text) else { return nil }
    self.text = normalized
  }
}

/// The encoding that a caller names.
package struct InputEncoding: Hashable, Sendable {
  let encoding: TextEncoding

  /// The names that are understood; others that mean the same are too.
  package static let names = TextEncoding.allCases.map(\.rawValue)

  /// Reads the name of an encoding, or returns nil.
  package init?(_ name: String) {
    guard let encoding = TextEncoding(label: name) else { return nil }
    self.encoding = encoding
  }
}
