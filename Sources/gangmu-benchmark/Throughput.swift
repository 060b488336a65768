import DocumentModel
import Foundation
import Gangmu

/// How much text is worked on in a second of processor time, stage by stage.
struct Throughput {
  private let pipeline: Pipeline

  init(_ pipeline: Pipeline) { self.pipeline = pipeline }

  func rows(for sample: Sample) throws -> [Table.Row] {
    let documents = try sample.documents()
    let worker = Worker(pipeline)
    let reading = try Clock.processorTime { _ = try sample.documents() }
    let extracting = Clock.processorTime { for document in documents { _ = worker.extract(document) } }
    let whole = try wholeRun(of: sample)
    func row(_ name: String, _ seconds: Double) -> Table.Row {
      Table.Row(name: name, value: sample.megabytes / seconds, unit: "MB per CPU second")
    }
    return [
      row("reading", reading), row("extracting", extracting),
      row("reading and extracting", reading + extracting),
      row("file to JSON Lines", whole),
    ]
  }

  private func wholeRun(of sample: Sample) throws -> Double {
    let file = FileManager.default.temporaryDirectory.appending(path: "gangmu-\(UUID().uuidString).txt")
    try Data(sample.bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var run = ExtractionRun([file.path])
    run.format = .jsonl
    run.output = "/dev/null"
    run.jobs = 1
    return try Clock.processorTime(runs: 3) { _ = try run.run(pipeline) { _ in } }
  }
}
