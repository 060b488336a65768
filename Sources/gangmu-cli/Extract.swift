import ArgumentParser
import Foundation
import Gangmu

/// `gangmu extract`: documents in, facts out.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Extracts the facts of documents.",
    usage: "gangmu extract [PATH ...] [-o PATH] [--format json|jsonl|tei] [options]",
    discussion: """
      Reads files, folders and standard input, and writes what they state to standard output or to -o. \
      Folders are read in name order, without hidden files, tables and datasets (*.tsv, *.csv, *.json), \
      and without what -o names.

      EXAMPLES:
        One dataset of all documents of a folder:
          gangmu extract documents/ -o facts.json

        A file for each document, as TEI:
          gangmu extract documents/ --format tei -o tei/

        In a pipeline, one line out for each line in:
          cat texts.jsonl | gangmu extract --input-format jsonl --format jsonl

        A text that carries no date:
          echo 去年十月开工 | gangmu extract --date 2023-05-19

      EXIT STATUS:
        0 all done; 1 some inputs failed, the rest is written; 2 wrong usage.
      """)

  @Argument(help: ArgumentHelp("Files and folders; - is standard input.", valueName: "PATH"))
  var paths: [String] = []

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "A file; or a folder, for one file for each document: one that is there, or a path that ends in /.",
      valueName: "PATH"))
  var output: String?

  @Option(help: ArgumentHelp("How results are written.", valueName: "FORMAT"))
  var format = OutputFormat.json

  @OptionGroup var input: InputOptions
  @OptionGroup var ruleOptions: RuleOptions

  @Option(help: ArgumentHelp("How many threads work. (default: one a core)", valueName: "N"))
  var jobs: Int?

  @Flag(name: .shortAndLong, help: "Say nothing but what went wrong.")
  var quiet = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): at least one must work") }
    if paths.isEmpty, isatty(STDIN_FILENO) == 1 {
      throw ValidationError("nothing to read; name files or folders, or pipe a text in")
    }
  }

  func run() throws {
    let pipeline = try ruleOptions.pipeline()
    var run = ExtractionRun(paths.isEmpty ? ["-"] : paths)
    run.output = output
    run.format = format
    run.inputKind = input.inputFormat
    run.encoding = input.encoding
    run.date = input.date
    run.jobs = jobs
    do {
      let summary = try run.run(pipeline) { Message.write($0) }
      if !quiet { tell(summary) }
      if summary.failures > 0 { throw ExitStatus.failed }
    } catch let error as FileError {
      if error.isClosedPipe { return }
      Message.write("\(error)")
      throw ExitStatus.failed
    }
  }

  /// Says what was written, where nothing of it went to standard output.
  private func tell(_ summary: ExtractionRun.Summary) {
    guard let output, output != "-" else { return }
    let documents = summary.documents == 1 ? "1 document" : "\(summary.documents) documents"
    let mentions = summary.mentions == 1 ? "1 fact" : "\(summary.mentions) facts"
    Message.write("\(documents), \(mentions): \(output)")
  }
}
