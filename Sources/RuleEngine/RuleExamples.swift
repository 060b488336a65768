import DocumentModel
import TextProcessing

/// Holds rules to their own examples and counter-examples.
package enum RuleExamples {
  /// An example that does not come true.
  package struct Failure: Hashable, Sendable, CustomStringConvertible {
    /// The rule.
    package var rule: String

    /// Where the example stands.
    package var file: String
    package var line: Int

    /// What should be and what is.
    package var message: String

    /// `file:line: rule: message`.
    package var description: String { "\(file):\(line): \(rule): \(message)" }
  }

  /// How many examples and counter-examples the rules in force have.
  package static func count(in rules: RuleSet) -> Int {
    rules.rules.reduce(0) { $1.isDisabled ? $0 : $0 + $1.examples.count + $1.counterexamples.count }
  }

  /// All examples that do not come true, in the order of the rules.
  package static func check(_ rules: RuleSet) -> [Failure] {
    let matcher = Matcher(rules)
    return rules.rules.filter { !$0.isDisabled }.flatMap { rule in
      let wrong = rule.examples.compactMap { example in
        complaint(about: example, of: rule, matcher).map { (example.line, $0) }
      }
      let found = rule.counterexamples.compactMap { example in
        surprise(in: example, of: rule, matcher).map { (example.line, $0) }
      }
      return (wrong + found).map {
        Failure(rule: rule.id, file: rule.file, line: $0.0, message: $0.1)
      }
    }
  }

  /// Why an example does not come true.
  private static func complaint(about example: Rule.Example, of rule: Rule, _ matcher: Matcher) -> String? {
    let marked = MarkedExample(example.text)
    let reading = reading(of: marked.text, by: rule, matcher)
    var summaries: [String] = []
    for span in marked.spans {
      guard let found = reading.own.first(where: { reading.isSame($0.span, span) }) else {
        let wanted = reading.text[span]
        return "the example '\(example.text)' should yield '\(wanted)'; \(reading.account(of: span))"
      }
      summaries.append(found.summary)
    }
    let summary = summaries.joined(separator: "; ")
    guard let value = example.value, !rule.isTrap, value != summary else { return nil }
    return "the example '\(example.text)' should mean '\(value)'; it means '\(summary)'"
  }

  /// What a rule finds in a counter-example where it should find nothing.
  private static func surprise(in example: Rule.Example, of rule: Rule, _ matcher: Matcher) -> String? {
    let marked = MarkedExample(example.text)
    let reading = reading(of: marked.text, by: rule, matcher)
    let found = reading.own.first { found in
      marked.isMarked ? marked.spans.contains { reading.isSame(found.span, $0) } : true
    }
    return found.map {
      "the counter-example '\(example.text)' should yield nothing; it yields "
        + "'\(reading.text[$0.span])' as '\($0.summary)'"
    }
  }

  // MARK: Readings

  /// Something that a rule found.
  private struct Found {
    var rule: String
    var span: Span
    var summary: String
  }

  /// What all rules find in a text.
  private struct Reading {
    var text: DocumentText
    var folded: FoldedText
    /// What the rule in question found.
    var own: [Found]
    /// What the others found.
    var others: [Found]

    /// Whether two spans cover the same text, spaces aside.
    func isSame(_ a: Span, _ b: Span) -> Bool { bare(a) == bare(b) }

    private func bare(_ span: Span) -> Range<Int> {
      let range = folded.range(of: span)
      let before = folded.units[..<range.lowerBound].count { $0 != 0x20 }
      return before..<before + folded.units[range].count { $0 != 0x20 }
    }

    /// What became of a stretch of text instead.
    func account(of span: Span) -> String {
      let near = own.first { $0.span.overlaps(span) } ?? others.first { $0.span.overlaps(span) }
      guard let near else { return "nothing is found there" }
      return "\(near.rule) finds '\(text[near.span])' as '\(near.summary)'"
    }
  }

  private static func reading(of string: String, by rule: Rule, _ matcher: Matcher) -> Reading {
    let text = DocumentText(string)
    let bytes = ByteRange(0, string.utf8.count)
    var document = Document(
      id: "example", source: Source(path: rule.file, sha256: "", encoding: "utf-8", bytes: bytes), text: text,
      paragraphs: [Paragraph(role: .body, span: text.span)])
    document.referenceDate = rule.referenceDate
    let trace = Trace()
    let (mentions, markers) = matcher.findings(in: document, trace: trace)
    var found = mentions.map { Found(rule: $0.rule, span: $0.span, summary: $0.value.summary) }
    found += markers.map { Found(rule: $0.rule, span: $0.span, summary: $0.marker.summary) }
    let traps = Set(matcher.rules.rules.lazy.filter(\.isTrap).map(\.id))
    for entry in trace.entries where traps.contains(entry.rule) {
      if case .kept = entry.outcome {
        found.append(Found(rule: entry.rule, span: entry.span, summary: "nothing"))
      }
    }
    return Reading(
      text: text, folded: matcher.rules.tables.normalizer.fold(text),
      own: found.filter { $0.rule == rule.id }, others: found.filter { $0.rule != rule.id })
  }
}

extension ListMarker {
  /// The family and the number: `is 1`, `dash`, `sequence last`.
  package var summary: String {
    ordinal.map { "\(family) \($0)" } ?? (isLast ? "\(family) last" : family)
  }
}

/// An example with ⟦⟧ around what should be found; without, the whole text should.
private struct MarkedExample {
  var text = ""
  var spans: [Span] = []
  var isMarked = false

  init(_ example: String) {
    var count = 0
    var start: Int?
    for scalar in example.unicodeScalars {
      switch scalar {
      case "⟦":
        start = count
        isMarked = true
      case "⟧":
        if let start { spans.append(Span(start, count)) }
        start = nil
      default:
        text.unicodeScalars.append(scalar)
        count += 1
      }
    }
    if !isMarked { spans = [Span(0, count)] }
  }
}
