import DocumentModel
import RuleEngine
import Testing
import TextProcessing

@Suite("Examples of rules")
struct RuleExamplesTests {
  /// Rules that read a number of digits; `big` wants three and more.
  static func rules(_ entries: String) throws -> RuleSet {
    let extractor = Extractor("quantity") { _ in
      [
        "number": { match, _ in
          guard let number = match.string("number").flatMap(Int.init) else { return [] }
          return [Finding(match.range, .quantity(Quantity(.number, .exactly(DecimalNumber(Int128(number))))))]
        },
        "big": { match, _ in
          guard let number = match.string("number").flatMap(Int.init), number > 99 else { return [] }
          return [Finding(match.range, .quantity(Quantity(.number, .exactly(DecimalNumber(Int128(number))))))]
        },
      ]
    }
    let pack = "pack: quantity\nrules:\n" + entries
    return try RuleSet(
      [RuleFile(path: "test.yaml", content: .read(pack), isBundled: false)], extractors: [extractor],
      normalizer: Normalizer())
  }

  static func rule(_ id: String, _ pattern: String, _ rest: String) -> String {
    "  - {id: quantity.\(id), about: A rule, pattern: '\(pattern)', \(rest)}\n"
  }

  @Test(arguments: [
    ("means: number, examples: {12: '12', 共⟦３４⟧件: '34', ⟦5⟧和⟦6⟧: 5; 6}, counterexamples: [十二, 12⟦a⟧]", []),
    ("means: number, examples: [十二]", ["the example '十二' should yield '十二'; nothing is found there"]),
    (
      "means: number, examples: [12件]",
      ["the example '12件' should yield '12件'; quantity.one finds '12' as '12'"]
    ),
    ("means: number, examples: {12: '13'}", ["the example '12' should mean '13'; it means '12'"]),
    (
      "means: number, examples: [12], counterexamples: [第12]",
      ["the counter-example '第12' should yield nothing; it yields '12' as '12'"]
    ),
    ("means: big, examples: [12]", ["the example '12' should yield '12'; nothing is found there"]),
    ("means: nothing, examples: [12]", []),
    ("means: nothing, examples: [十]", ["the example '十' should yield '十'; nothing is found there"]),
  ])
  func areHeldTo(_ rest: String, _ messages: [String]) throws {
    let failures = RuleExamples.check(try Self.rules(Self.rule("one", #"(?<number>\d{1,4})"#, rest)))
    #expect(failures.map(\.message) == messages)
    #expect(failures.allSatisfy { $0.description.hasPrefix("test.yaml:3: quantity.one: ") })
  }

  @Test func tellWhoTookTheText() throws {
    let rules = try Self.rules(
      Self.rule("one", #"(?<number>\d{1,4})"#, "means: number, examples: [12]")
        + Self.rule("two", #"\d{1,4}件"#, "means: nothing, examples: [⟦12件⟧]")
        + Self.rule("three", #"共(?<number>\d{1,4})"#, "means: number, priority: -1, examples: [共12]"))
    #expect(
      RuleExamples.check(rules).map(\.description) == [
        "test.yaml:5: quantity.three: the example '共12' should yield '共12'; quantity.one finds '12' as '12'"
      ])
  }
}

@Suite("Trace")
struct TraceTests {
  @Test func namesTheWinner() throws {
    let rules = try RuleExamplesTests.rules(
      RuleExamplesTests.rule("one", #"(?<number>\d{1,4})"#, "means: number, examples: [12]")
        + RuleExamplesTests.rule("two", #"(?<number>\d{1,4})件"#, "means: number, examples: [12件]"))
    let text = DocumentText("共12件")
    let document = Document(
      id: "d", source: Source(path: "-", sha256: "", encoding: "utf-8", bytes: ByteRange(0, 8)), text: text,
      paragraphs: [])
    let trace = Trace()
    _ = Matcher(rules).findings(in: document, trace: trace)
    let winner = Trace.Key(rule: "quantity.two", span: Span(1, 4))
    let lost = trace.entries.filter {
      if case .lost(to: winner) = $0.outcome { true } else { false }
    }
    let all = lost.map { "\($0.rule) \(text[$0.span])" }
    #expect(all.sorted() == ["quantity.one 12", "quantity.one 2", "quantity.two 2件"])
    #expect(trace.captures[winner]?.map(\.text) == ["12"])
  }
}
