import ArgumentParser
import Foundation
import Gangmu

/// `gangmu explain`: which rules fired, which lost, and to whom.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows how facts were found.",
    discussion: """
      Shows for each fact its rule, what the rule's captures cover, its value and how it came about, and \
      which other candidates lost to it; then what was taken for no fact.

      EXAMPLES:
        gangmu explain 去年十月，投资超过260亿元 --date 2023-05-19
        gangmu explain speech.txt
        gangmu explain --rules my-rules/ 新建渡槽3座
      """)

  @Argument(
    help: ArgumentHelp("A text, or the path of a document; - is standard input.", valueName: "TEXT|PATH"))
  var texts: [String] = []

  @OptionGroup var input: InputOptions
  @OptionGroup var ruleOptions: RuleOptions

  func validate() throws {
    if texts.isEmpty, isatty(STDIN_FILENO) == 1 {
      throw ValidationError("nothing to explain; give a text or the path of a document")
    }
  }

  func run() throws {
    let pipeline = try ruleOptions.pipeline()
    var run = ExplanationRun()
    run.inputKind = input.inputFormat
    run.encoding = input.encoding
    run.date = input.date
    var isWhole = true
    for text in texts.isEmpty ? ["-"] : texts {
      let isRead = run.explain(
        text, by: pipeline, report: { Message.write($0) }, tell: { print($0, terminator: "") })
      isWhole = isWhole && isRead
    }
    if !isWhole { throw ExitStatus.failed }
  }
}
