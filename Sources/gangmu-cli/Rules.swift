import ArgumentParser
import Gangmu

/// `gangmu rules`: what the rules are, and whether they are right.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Lists, checks and tests rules.",
    discussion: """
      A folder of rules adds to the bundled ones: *.yaml files are rule packs, *.tsv files gazetteers.

      EXAMPLES:
        gangmu rules list
        gangmu rules check my-rules/
        gangmu rules test my-rules/
      """,
    subcommands: [List.self, Check.self, Test.self])

  /// What the subcommands take.
  struct Folders: ParsableArguments {
    @Argument(help: ArgumentHelp("Folders of rules, besides the bundled ones.", valueName: "DIR"))
    var folders: [String] = []

    /// The rules in force.
    ///
    /// - Parameter status: what to end with when they are wrong.
    func book(orExit status: ExitStatus) throws(ExitStatus) -> RuleBook {
      do {
        return RuleBook(try Pipeline(rules: folders))
      } catch {
        Message.write(lines: "\(error)")
        throw status
      }
    }
  }

  /// `gangmu rules list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Lists the rules with their documentation.")

    @OptionGroup var folders: Folders

    @Flag(help: "Write the table of extractors of the README.")
    var markdown = false

    func run() throws {
      let book = try folders.book(orExit: .usage)
      print(markdown ? book.table : book.listing, terminator: "")
    }
  }

  /// `gangmu rules check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Checks packs and gazetteers: shape, names, patterns.")

    @OptionGroup var folders: Folders

    func run() throws { print("\(try folders.book(orExit: .failed).count): nothing wrong") }
  }

  /// `gangmu rules test`.
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test", abstract: "Runs every rule's examples and counter-examples.")

    @OptionGroup var folders: Folders

    func run() throws {
      let book = try folders.book(orExit: .failed)
      let failures = book.failures()
      for failure in failures { print(failure) }
      print("\(book.count): \(failures.isEmpty ? "all come true" : "\(failures.count) do not come true")")
      if !failures.isEmpty { throw ExitStatus.failed }
    }
  }
}
