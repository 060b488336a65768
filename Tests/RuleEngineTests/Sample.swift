import DocumentModel
import TextProcessing

@testable import RuleEngine

/// Rules of our own, with readings that only say what was matched.
enum Sample {
  /// The readings of packs of the type `sample`.
  static let extractor = Extractor("sample") { _ in
    [
      // The match itself, as a work of its text.
      "work": { match, _ in [Finding(match.range, .infrastructure(work(match.text.units[match.range])))] },
      // The match as a time of its text.
      "time": { match, _ in
        [Finding(match.range, .temporal(TemporalExpression(.date, string(match.text.units[match.range]))))]
      },
      // The capture x alone.
      "capture": { match, _ in
        match.range("x").map { [Finding($0, .infrastructure(work(match.text.units[$0])))] } ?? []
      },
      // The captures by name, and what they cover.
      "captures": { match, _ in
        let parts = match.names.compactMap { name in
          match.string(CaptureName(name)).map { "\(name)=\($0)" }
        }
        let value = Infrastructure(name: parts.joined(separator: " "), kind: "captures")
        return [Finding(match.range, .infrastructure(value))]
      },
      // Only matches of an even length.
      "even": { match, _ in
        match.range.count.isMultiple(of: 2)
          ? [Finding(match.range, .infrastructure(work(match.text.units[match.range])))] : []
      },
      // One unit more on the left.
      "wider": { match, _ in
        let range = max(0, match.range.lowerBound - 1)..<match.range.upperBound
        return [Finding(range, .infrastructure(work(match.text.units[range])))]
      },
      // The mentions in the captures x and y, as a time from the one to the other.
      "from-to": { match, _ in
        guard let x = match.mentions(in: "x").first, let y = match.mentions(in: "y").first,
          case .temporal(let from) = x.value, case .temporal(let to) = y.value
        else { return [] }
        return [Finding(match.range, .temporal(TemporalExpression(.date, "\(from.value)/\(to.value)")))]
      },
      "marker": { match, _ in [Finding(match.range, ListMarker(family: "sample", ordinal: 1))] },
    ]
  }

  private static func string(_ units: ArraySlice<UInt16>) -> String {
    String(decoding: units, as: UTF16.self)
  }

  private static func work(_ units: ArraySlice<UInt16>) -> Infrastructure {
    Infrastructure(name: string(units), kind: "work")
  }

  /// Compiles packs, each the text of a file: `1.yaml`, `2.yaml` and so on.
  static func rules(_ packs: String..., gazetteers: [(String, String)] = []) throws(RulePackErrors) -> RuleSet
  {
    let files =
      packs.enumerated().map { RuleFile(path: "\($0 + 1).yaml", content: .read($1), isBundled: false) }
      + gazetteers.map { RuleFile(path: $0, content: .read($1), isBundled: false) }
    return try RuleSet(files, extractors: [extractor], normalizer: Normalizer())
  }

  /// A pack of one rule.
  static func pack(_ pattern: String, means meaning: String = "work", _ more: String = "") -> String {
    let quoted = pattern.replacing("'", with: "''")
    return """
      pack: sample
      rules:
        - {id: sample.rule, about: A rule, pattern: '\(quoted)', means: \(meaning), examples: [x]\(more)}
      """
  }

  static func document(_ text: String) -> Document {
    let content = DocumentText(text)
    let source = Source(path: "a", sha256: "", encoding: "utf-8", bytes: ByteRange(0, text.utf8.count))
    return Document(
      id: "d", source: source, text: content, paragraphs: [Paragraph(role: .body, span: content.span)])
  }

  static func mentions(_ rules: RuleSet, in text: String, capacity: Int = 40_000) -> [Mention] {
    Matcher(rules, capacity: capacity).findings(in: document(text)).mentions
  }

  /// What rules find, as `rule:text` without the pack's name.
  static func found(_ rules: RuleSet, in text: String) -> [String] {
    mentions(rules, in: text).map { "\($0.rule.dropFirst("sample.".count)):\(DocumentText(text)[$0.span])" }
  }

  /// What is wrong with packs, one message a line.
  static func errors(_ packs: String..., gazetteers: [(String, String)] = []) -> String {
    do {
      let files =
        packs.enumerated().map { RuleFile(path: "\($0 + 1).yaml", content: .read($1), isBundled: false) }
        + gazetteers.map { RuleFile(path: $0, content: .read($1), isBundled: false) }
      _ = try RuleSet(files, extractors: [extractor], normalizer: Normalizer())
      return ""
    } catch {
      return error.description
    }
  }
}
