import DocumentModel
import Extractors
import RuleEngine
import Synchronization
import TestSupport
import Testing

/// What the program's own rules find in a text. They are compiled once for all tests.
enum Facts {
  private static let matcher = Mutex(Matcher(rules))

  private static let rules: RuleSet = {
    do {
      return try Catalog.rules()
    } catch {
      fatalError("the rules that come with the program are wrong:\n\(error)")
    }
  }()

  /// The mentions and the lists of a text, each line of which is a paragraph.
  static func found(in text: String, date: String? = "2023-05-19", kind: Document.Kind = .unknown) -> (
    mentions: [Mention], lists: [NumberedList]
  ) {
    let content = DocumentText(text)
    var paragraphs: [Paragraph] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = start + line.unicodeScalars.count
      paragraphs.append(Paragraph(role: .body, span: Span(start, end)))
      start = end + 1
    }
    let source = Source(path: "-", sha256: "", encoding: "utf-8", bytes: ByteRange(0, text.utf8.count))
    var document = Document(id: "text", source: source, text: content, paragraphs: paragraphs)
    document.referenceDate = date
    document.kind = kind
    let subject = document
    let (mentions, markers) = matcher.withLock { $0.findings(in: subject) }
    return (mentions, NumberedLists.lists(in: document, markers: markers))
  }

  /// The mentions of a text, its quantities with what they measure.
  static func measured(in text: String) -> [Mention] {
    var mentions = found(in: text).mentions
    var measures = Measures(rules.tables)
    measures.measure(&mentions, in: DocumentText(text))
    return mentions
  }

  /// The values of one type, each in a line as rule packs give it.
  static func values(
    of type: MentionType, in text: String, date: String? = "2023-05-19", kind: Document.Kind = .unknown
  ) -> [String] {
    found(in: text, date: date, kind: kind).mentions.filter { $0.type == type }.map(\.value.summary)
  }

  /// A text with marks around what was found of one type.
  static func marked(_ type: MentionType, in text: String) -> String {
    MarkedText.marking(found(in: text).mentions.filter { $0.type == type }.map(\.span), in: text)
  }
}

extension Value {
  /// The time, if it is one.
  var time: TemporalExpression? { if case .temporal(let time) = self { time } else { nil } }

  /// The quantity, if it is one.
  var quantity: Quantity? { if case .quantity(let quantity) = self { quantity } else { nil } }

  /// The work of infrastructure, if it is one.
  var work: Infrastructure? { if case .infrastructure(let work) = self { work } else { nil } }
}
