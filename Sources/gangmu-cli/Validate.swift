import ArgumentParser
import Foundation
import Gangmu

/// `gangmu validate`: whether results are what is promised of them.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Checks TEI files and datasets.",
    discussion: """
      TEI is checked against the project's own schema; of JSON and JSON Lines it is checked that places lie \
      in the text, that mentions are what the text says there, and that references lead somewhere.

      EXAMPLES:
        gangmu validate tei/ facts.json
        gangmu extract speech.txt --format tei | gangmu validate
      """)

  @Argument(help: ArgumentHelp("Files and folders; - is standard input.", valueName: "PATH"))
  var paths: [String] = []

  @Flag(name: .shortAndLong, help: "Say nothing but what is wrong.")
  var quiet = false

  func validate() throws {
    if paths.isEmpty, isatty(STDIN_FILENO) == 1 {
      throw ValidationError("nothing to check; name files or folders, or pipe one in")
    }
  }

  func run() throws {
    let count = Validation().check(paths.isEmpty ? ["-"] : paths) { Message.write($0) }
    let files = count.files == 1 ? "1 file" : "\(count.files) files"
    if !quiet { print("\(files), \(count.right == count.files ? "all right" : "\(count.right) right")") }
    if count.right < count.files { throw ExitStatus.failed }
  }
}
