import DocumentModel
import RuleEngine

/// Says of a document which rules fired, what they made of the text, and which candidates lost to which.
package struct Explanation: CustomStringConvertible {
  private let extraction: Extraction
  private let trace: Trace
  private let rules: [String: Rule]

  /// Reads a document and keeps a record of it.
  init(of document: Document, by pipeline: Pipeline) {
    trace = Trace()
    extraction = Worker(pipeline).extract(document, trace: trace)
    rules = Dictionary(pipeline.rules.rules.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The explanation, for a person to read.
  package var description: String {
    var paragraphs = extraction.mentions.map(paragraph)
    paragraphs += extraction.lists.map { paragraph(of: $0, depth: 0) }
    paragraphs += traps.map(paragraph)
    paragraphs += rejected
    return paragraphs.isEmpty ? "no rule found anything\n" : paragraphs.joined(separator: "\n")
  }

  private var text: DocumentText { extraction.document.text }

  // MARK: Mentions

  private func paragraph(of mention: Mention) -> String {
    let key = Trace.Key(rule: mention.rule, span: mention.span)
    var fields = FieldLine()
    mention.value.describe(into: &fields)
    var lines = [heading(mention.span, mention.type.rawValue)]
    lines += rule(mention.rule)
    lines += captures(of: key)
    lines.append(row("value", mention.value.summary))
    lines.append(row("", fields.text))
    if let entity = mention.entity { lines.append(row("names", entity)) }
    if case .temporal(let value) = mention.value, let anchor = value.anchor {
      lines.append(row("counted", "from \(anchor.date), \(account(of: anchor.origin))"))
    }
    lines += beaten(by: key)
    return lines.joined()
  }

  private func account(of origin: TemporalExpression.Anchor.Origin) -> String {
    switch origin {
    case .document: "the document's own date or the one given"
    case .context: "a time named before it in the text"
    }
  }

  private func captures(of key: Trace.Key) -> [String] {
    let captures = trace.captures[key] ?? []
    guard !captures.isEmpty else { return [] }
    return [row("captures", captures.map { "\($0.name): \($0.text)" }.joined(separator: ", "))]
  }

  private func rule(_ id: String) -> [String] {
    guard let rule = rules[id] else { return [row("rule", id)] }
    return [row("rule", "\(id) (\(rule.file):\(rule.line))"), row("", rule.about)]
  }

  /// The candidates that gave way.
  private func beaten(by key: Trace.Key) -> [String] {
    var seen: Set<Trace.Key> = []
    let losers = trace.entries.filter { entry in
      guard case .lost(let winner) = entry.outcome, winner.span == key.span, winner.rule == key.rule else {
        return false
      }
      return seen.insert(Trace.Key(rule: entry.rule, span: entry.span)).inserted
    }
    return losers.enumerated().map { index, loser in
      row(index == 0 ? "beat" : "", "\(text[loser.span]) \(place(loser.span)) as \(loser.rule)")
    }
  }

  // MARK: Lists

  private func paragraph(of list: NumberedList, depth: Int) -> String {
    let indent = String(repeating: "  ", count: depth)
    var lines: [String] = []
    if depth == 0 {
      lines.append(heading(list.span, "list of \(list.items.count)", text: list.lead.map { text[$0] } ?? ""))
      lines += rule(list.items.first?.rule ?? "")
      if let announced = list.announced { lines.append(row("announced", "\(announced)")) }
    }
    for item in list.items {
      lines.append(row("\(item.ordinal)", "\(indent)\(text[item.marker]) \(text[item.title])"))
      lines += item.lists.map { paragraph(of: $0, depth: depth + 1) }
    }
    return lines.joined()
  }

  // MARK: What is no fact

  /// What rules took out of the way because it only looks like a fact.
  private var traps: [Trace.Entry] {
    trace.entries.filter { entry in
      guard case .kept = entry.outcome else { return false }
      return rules[entry.rule]?.isTrap ?? false
    }
  }

  private func paragraph(of trap: Trace.Entry) -> String {
    let key = Trace.Key(rule: trap.rule, span: trap.span)
    return ([heading(trap.span, "no fact")] + rule(trap.rule) + beaten(by: key)).joined()
  }

  /// The candidates whose meaning said no, and that nothing else came of.
  private var rejected: [String] {
    var seen: Set<Trace.Key> = []
    let candidates = trace.entries.filter { entry in
      guard case .rejected = entry.outcome else { return false }
      let isNew = seen.insert(Trace.Key(rule: entry.rule, span: entry.span)).inserted
      return isNew && !extraction.mentions.contains { $0.span.overlaps(entry.span) }
    }
    guard !candidates.isEmpty else { return [] }
    let lines = candidates.map { row("", "\(text[$0.span]) \(place($0.span)) as \($0.rule)") }
    return [(["candidates whose meaning is no fact\n"] + lines).joined()]
  }

  // MARK: Layout

  private func heading(_ span: Span, _ kind: String, text shown: String? = nil) -> String {
    let shown = shown ?? text[span]
    return "\(shown)\(shown.isEmpty ? "" : "  ")\(place(span)) \(kind)\n"
  }

  private func place(_ span: Span) -> String { "[\(span.start), \(span.end))" }

  private func row(_ name: String, _ content: String) -> String {
    let name = name + String(repeating: " ", count: max(0, 9 - name.count))
    return "  \(name) \(content.split(separator: "\n").joined(separator: "↵"))\n"
  }
}
