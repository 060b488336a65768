import DocumentModel
import Foundation
import TextProcessing

/// What `gangmu explain` does.
package struct ExplanationRun: Sendable {
  /// The format of the input.
  package var inputKind = InputKind.auto

  /// The encoding of the input; found from the bytes when nil.
  package var encoding: InputEncoding?

  /// The day that relative dates count from.
  package var date: RunDate?

  /// Creates a run with the usual settings.
  package init() {}

  /// Explains a text, or the documents of a file or folder of that name; `-` is standard input.
  ///
  /// - Parameter tell: takes the explanation of each document, with its title where there are several.
  /// - Returns: whether all could be read; `report` has been told of what could not.
  package func explain(
    _ argument: String, by pipeline: Pipeline, report: (String) -> Void, tell: (String) -> Void
  ) -> Bool {
    guard argument == "-" || FileManager.default.fileExists(atPath: argument) else {
      let document = TextReader.document(argument, id: "text", date: date?.text)
      tell("\(Explanation(of: document, by: pipeline))")
      return true
    }
    let files = InputWalker.files(at: [argument])
    let options = ReaderOptions(encoding: encoding?.encoding, referenceDate: date?.text)
    var items = DocumentItems(files, kind: inputKind, options: options)
    var isWhole = true
    while let item = items.next() {
      switch item.content {
      case .success(let document):
        tell("# \(document.title ?? item.name)\n\n\(Explanation(of: document, by: pipeline))\n")
      case .failure(let failure):
        report(failure.message)
        isWhole = false
      }
    }
    return isWhole
  }
}
