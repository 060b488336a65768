import ArgumentParser
import Foundation
import Gangmu

/// Measures the tool, and prints a table.
@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gangmu-benchmark",
    abstract: "Measures throughput, the cost of rules and of the worst texts, and the time of one run.",
    discussion: """
      Times are of one thread and the best of several runs. Writes nothing unless -o names a file.

      EXAMPLE:
        gangmu-benchmark news.txt -o output/benchmark.md
      """)

  @Argument(
    help: ArgumentHelp("A text to measure with; by itself, the seeds over and over.", valueName: "PATH"))
  var text: String?

  @Option(help: ArgumentHelp("The folder of seed documents.", valueName: "DIR"))
  var seeds = "seeds"

  @Option(
    help: ArgumentHelp("The tool to run from start to end; by itself, the one beside.", valueName: "PATH"))
  var gangmu: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("A file for the table.", valueName: "PATH"))
  var output: String?

  func run() throws {
    let seed = try Sample.seed(in: seeds)
    let ordinary = try text.map { try Sample(path: $0) } ?? seed.repeated(toBytes: 4 << 20)
    let tool = gangmu.map { URL(fileURLWithPath: $0) } ?? Benchmark.beside("gangmu")
    let pipeline = try Pipeline()
    var table = Table()
    table.add(try Throughput(pipeline).rows(for: ordinary))
    table.add(try RuleGrowth(pipeline, words: seed).rows(for: ordinary))
    table.add(try WorstCase(pipeline).rows(against: seed))
    table.add(try StartToEnd(tool: tool).rows(for: seeds))
    print(table.markdown, terminator: "")
    if let output { try Data(table.markdown.utf8).write(to: URL(fileURLWithPath: output), options: .atomic) }
  }

  private static func beside(_ name: String) -> URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name)
  }
}
