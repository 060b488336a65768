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

    /// Another that overlaps it was kept before.
    case lost(to: Key)

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

    /// Creates a key.
    package init(rule: String, span: Span) {
      self.rule = rule
      self.span = span
    }
  }

  /// What was kept, with the groups that it keeps others of out of its text.
  private var winners: [(key: Key, group: UInt8)] = []

  /// Creates an empty record.
  package init() {}

  func saw(_ match: Match, _ findings: [Finding]) {
    let span = match.text.span(of: match.range)
    captures[Key(rule: match.rule, span: span)] = match.names.compactMap { name in
      match.string(CaptureName(name)).map { (name, $0) }
    }
    for finding in findings {
      captures[Key(rule: match.rule, span: match.text.span(of: finding.range))] =
        captures[Key(rule: match.rule, span: span)]
    }
    if findings.isEmpty { entries.append(Entry(rule: match.rule, span: span, outcome: .rejected)) }
  }

  func kept(_ rule: String, _ range: Range<Int>, in group: UInt8, over text: FoldedText) {
    let span = text.span(of: range)
    entries.append(Entry(rule: rule, span: span, outcome: .kept))
    winners.append((Key(rule: rule, span: span), group))
  }

  func lost(_ rule: String, _ range: Range<Int>, in group: UInt8, over text: FoldedText) {
    let span = text.span(of: range)
    let winner = winners.last { $0.group & group != 0 && $0.key.span.overlaps(span) }
    guard let winner else { return }
    entries.append(Entry(rule: rule, span: span, outcome: .lost(to: winner.key)))
  }
}
