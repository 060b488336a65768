import ArgumentParser
import Foundation
import Gangmu

/// The command `gangmu`.
@main
struct Tool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gangmu",
    abstract: "Reads Chinese official documents into structured facts.",
    discussion: """
      Dates, figures, numbered points and infrastructure, each with its value, its place in the text and \
      the bytes it was read from, as JSON, JSON Lines or TEI.

      EXAMPLES:
        gangmu extract speech.txt
        gangmu extract documents/ -o facts.json
        gangmu explain 去年十月，中吉乌铁路开工
      """,
    version: "gangmu \(Pipeline.version)",
    subcommands: [Extract.self, Explain.self, Rules.self, Validate.self])

  static func main() {
    // A reader that goes away is told by `write`, and is no reason to die.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let status as ExitStatus {
      Foundation.exit(status.rawValue)
    } catch {
      if exitCode(for: error).isSuccess {
        print(message(for: error))
        Foundation.exit(ExitStatus.done.rawValue)
      }
      Message.write(usage(of: error))
      Foundation.exit(ExitStatus.usage.rawValue)
    }
  }

  /// What is wrong with the command line, and where one reads more.
  private static func usage(of error: any Error) -> String {
    let text = fullMessage(for: error)
    return text.hasPrefix("Error: ") ? String(text.dropFirst("Error: ".count)) : text
  }
}

/// What a run ends with.
enum ExitStatus: Int32, Error {
  /// All is done.
  case done = 0
  /// Some inputs failed, and the rest is written.
  case failed = 1
  /// The command line is wrong, or what it names cannot be used.
  case usage = 2
}

/// Tells the user something on standard error.
enum Message {
  /// Writes a message.
  static func write(_ text: String) {
    FileHandle.standardError.write(Data("gangmu: \(text)\n".utf8))
  }

  /// Writes several messages, each on its line.
  static func write(lines text: String) {
    for line in text.split(separator: "\n") { write(String(line)) }
  }
}
