import Crypto
public import DocumentModel
import Extractors
package import RuleEngine
import TextProcessing

/// From text to facts: the rules that are in force, and what runs them.
///
/// ```swift
/// let pipeline = try Pipeline()
/// let extraction = pipeline.extract("完成投资3.5亿元。", date: "2024-03-05")
/// ```
///
/// A pipeline may be shared between threads; each call of ``extract(_:id:date:)`` makes a worker of its
/// own. Whoever reads many documents keeps a ``Worker`` for each thread.
public struct Pipeline: Sendable {
  /// The version of the program.
  public static let version = "0.1.0"

  /// The program and the rules, as datasets cite them.
  public var generator: Generator { Generator(version: Pipeline.version, packs: packs.value) }

  package let rules: RuleSet

  /// What is asked for late, or once for each worker.
  private let packs: Background<[Generator.Pack]>
  fileprivate let measures: Background<Measures>

  /// Compiles the rules that come with the program, and those of folders that a user gives.
  ///
  /// - Parameter folders: folders of rule packs (`*.yaml`) and gazetteers (`*.tsv`); later ones add to and
  ///   override earlier ones.
  public init(rules folders: [String] = []) throws(PipelineError) {
    var files: [RuleFile] = []
    for folder in folders { files += try RuleFolder.files(in: folder) }
    try self.init(adding: files)
  }

  /// Compiles the rules that come with the program, and those of files.
  package init(adding files: [RuleFile]) throws(PipelineError) {
    do {
      rules = try Catalog.rules(adding: files)
    } catch {
      throw PipelineError.rules(error.description)
    }
    measures = Background { [rules] in Measures(rules.tables) }
    packs = Background { [rules] in PackDigest.packs(of: rules, files: Catalog.files + files) }
  }

  /// Extracts from one text.
  ///
  /// - Parameters:
  ///   - text: the text, taken as it is: each line is a paragraph.
  ///   - id: the document's id.
  ///   - date: the day that relative dates count from, `YYYY-MM-DD`, with `Thh:mm:ss` behind it or not.
  public func extract(_ text: String, id: String = "text", date: String? = nil) -> Extraction {
    let document = TextReader.document(text, id: id, date: date)
    return Worker(self).extract(document)
  }
}

/// Runs the rules of a pipeline over documents, one after the other. One for each thread.
public final class Worker {
  private let matcher: Matcher
  private var measures: Measures

  /// Creates a worker.
  public init(_ pipeline: Pipeline) {
    matcher = Matcher(pipeline.rules)
    measures = pipeline.measures.value
  }

  /// What the rules find in a document.
  public func extract(_ document: Document) -> Extraction { extract(document, trace: nil) }

  /// What the rules find in a document, with a record of what they considered.
  package func extract(_ document: Document, trace: Trace?) -> Extraction {
    var (mentions, markers) = matcher.findings(in: document, trace: trace)
    measures.measure(&mentions, in: document.text)
    let entities = EntityLinker.link(&mentions, in: document.text)
    let lists = NumberedLists.lists(in: document, markers: markers)
    return Extraction(document: document, mentions: mentions, lists: lists, entities: entities)
  }
}

/// Why a pipeline could not be made.
public enum PipelineError: Error, CustomStringConvertible, Sendable {
  /// A folder of rules could not be read.
  case folder(path: String, reason: String)

  /// The rules are wrong; one message a line, each with file and line.
  case rules(String)

  /// What is wrong, for a person to read.
  public var description: String {
    switch self {
    case .folder(let path, let reason): "\(path): \(reason)"
    case .rules(let messages): messages
    }
  }
}
