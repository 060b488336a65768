import ArgumentParser
import Gangmu

/// What commands that use rules take.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A folder of rule packs (*.yaml) and gazetteers (*.tsv) that add to and override the bundled ones. May be given several times.",
      valueName: "DIR"))
  var rules: [String] = []

  /// What the run used. The process ends with it: to take it apart before would only take time.
  nonisolated(unsafe) private static var kept: Pipeline?

  /// The rules in force; a user's mistake in them is told with file and line.
  func pipeline() throws(ExitStatus) -> Pipeline {
    do {
      let pipeline = try Pipeline(rules: rules)
      RuleOptions.kept = pipeline
      return pipeline
    } catch {
      Message.write(lines: "\(error)")
      throw .usage
    }
  }
}

/// What commands that read documents take.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How the input is written; by itself, the suffix and the content tell.", valueName: "FORMAT"))
  var inputFormat = InputKind.auto

  @Option(
    help: ArgumentHelp(
      "The encoding of the input (\(InputEncoding.names.joined(separator: ", "))); by itself, the bytes tell.",
      valueName: "NAME"),
    transform: { name in
      guard let encoding = InputEncoding(name) else {
        throw ValidationError("write one of \(InputEncoding.names.joined(separator: ", "))")
      }
      return encoding
    })
  var encoding: InputEncoding?

  @Option(
    help: ArgumentHelp(
      "The date (2023-05-19, 2023-05-19T08:30:00, 2023-05, 2023) that relative dates count from in documents that carry none.",
      valueName: "DATE"),
    transform: { text in
      guard let date = RunDate(text) else {
        throw ValidationError("write a date as 2023-05-19, 2023-05-19T08:30:00, 2023-05 or 2023")
      }
      return date
    })
  var date: RunDate?
}

extension InputKind: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}
