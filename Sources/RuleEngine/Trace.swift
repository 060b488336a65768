package import DocumentModel
import TextProcessing

/// Records what a matcher considered, for `gangmu explain`.
package final class Trace {
  /// What became of a candidate.
  package struct Entry: Sendable {
    /// The id of its rule.
    package var rule: String

    /// Its place in the text.
    package var span: Span

    /// What became of it.
    package var outcome: Outcome
  }

  /// What became of a candidate.
  package enum Outcome: Sendable {
    /// It was kept.
    case kept

    /// Another that overlaps was kept instead.
    case lost

    /// Its meaning rejected it.
    case rejected
  }

  /// The candidates, in the order they were settled.
  package private(set) var entries: [Entry] = []

  /// What the captures of each match covered, by rule and place.
  package private(set) var captures: [Key: [(name: String, text: String)]] = [:]

  /// A rule and a place.
  package struct Key: Hashable, Sendable {
    package var rule: String
    package var span: Span
  }

  /// Creates an empty record.
  package init() {}

  func saw(_ match: Match, _ findings: [Finding]) {
    let span = match.text.span(of: match.range)
    captures[Key(rule: match.rule, span: span)] = match.names.compactMap { name in
      match.string(name).map { (name, $0) }
    }
    for finding in findings {
      captures[Key(rule: match.rule, span: match.text.span(of: finding.range))] =
        captures[Key(rule: match.rule, span: span)]
    }
    if findings.isEmpty { entries.append(Entry(rule: match.rule, span: span, outcome: .rejected)) }
  }

  func kept(_ rule: String, _ range: Range<Int>, over text: FoldedText) {
    entries.append(Entry(rule: rule, span: text.span(of: range), outcome: .kept))
  }

  func lost(_ rule: String, _ range: Range<Int>, over text: FoldedText) {
    entries.append(Entry(rule: rule, span: text.span(of: range), outcome: .lost))
  }
}
