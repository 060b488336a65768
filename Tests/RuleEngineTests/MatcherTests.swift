import DocumentModel
import TestSupport
import Testing

@testable import RuleEngine

@Suite("Matcher")
struct MatcherTests {
  /// What rules, one a line without `about` and `examples`, find in a text.
  static func found(_ rules: String..., in text: String, more: String = "") throws -> [String] {
    Sample.found(try Sample.rules(pack(rules, more)), in: text)
  }

  static func pack(_ rules: [String], _ more: String = "") -> String {
    "pack: sample\n" + more + "\nrules:\n"
      + rules.map { "  - {about: A, examples: [x], \($0)}\n" }.joined()
  }

  @Test func theLongerIsKept() throws {
    #expect(
      try Self.found(
        "id: sample.a, pattern: 甲乙, means: work", "id: sample.b, pattern: 乙丙丁, means: work", in: "甲乙丙丁")
        == ["b:乙丙丁"])
  }

  @Test func thenTheEarlier() throws {
    #expect(
      try Self.found(
        "id: sample.b, pattern: 乙丙, means: work", "id: sample.a, pattern: 甲乙, means: work", in: "甲乙丙")
        == ["a:甲乙"])
  }

  @Test func thenTheRuleThatStandsFirst() throws {
    #expect(
      try Self.found(
        "id: sample.b, pattern: 甲乙, means: work", "id: sample.a, pattern: 甲乙, means: work", in: "甲乙")
        == ["b:甲乙"])
  }

  @Test func priorityComesBeforeLength() throws {
    #expect(
      try Self.found(
        "id: sample.a, pattern: 甲乙丙, means: work", "id: sample.b, pattern: 乙, means: work, priority: 1",
        in: "甲乙丙")
        == ["b:乙"])
    #expect(
      try Self.found(
        "id: sample.a, pattern: 甲乙丙, means: work, priority: -1", "id: sample.b, pattern: 乙, means: work",
        in: "甲乙丙")
        == ["b:乙"])
  }

  @Test func whatLosesToALoserIsKept() throws {
    #expect(
      try Self.found(
        "id: sample.a, pattern: 甲乙, means: work", "id: sample.b, pattern: 乙丙丁, means: work",
        "id: sample.c, pattern: 丁戊己庚, means: work", in: "甲乙丙丁戊己庚") == ["a:甲乙", "c:丁戊己庚"])
  }

  @Test func matchesOfOneRuleDoNotOverlap() throws {
    #expect(try Self.found("id: sample.a, pattern: 甲甲, means: work", in: "甲甲甲甲甲") == ["a:甲甲", "a:甲甲"])
  }

  @Test(arguments: [
    ("preceded-by: '[一二]'", "⟦甲⟧", "一⟦甲⟧三甲"), ("not-preceded-by: '[一二]'", "", "⟦甲⟧一甲三⟦甲⟧"),
    ("not-preceded-by: '一二'", "", "一⟦甲⟧一二甲二⟦甲⟧"), ("preceded-by: '一二?'", "", "甲一⟦甲⟧一二⟦甲⟧二甲"),
    ("followed-by: '三'", "", "⟦甲⟧三甲四甲"),
    ("not-followed-by: '三|四五'", "", "甲三⟦甲⟧四⟦甲⟧甲四五⟦甲⟧"),
    ("preceded-by: '一', followed-by: '三'", "", "一甲甲三一⟦甲⟧三"),
    ("preceded-by: '[^一]'", "", "甲一甲二⟦甲⟧\n甲"), ("not-followed-by: '.'", "", "甲乙⟦甲⟧"),
    ("not-preceded-by: '.'", "", "⟦甲⟧乙甲\n⟦甲⟧"),
    ("not-preceded-by: '@words'", "", "大会甲会⟦甲⟧"), ("not-followed-by: '@words'", "", "甲大会⟦甲⟧大"),
  ])
  func guardsLookBeside(_ guards: String, _ unused: String, _ text: String) throws {
    let marked = MarkedText(text)
    let rules = try Sample.rules(
      Self.pack(["id: sample.a, pattern: 甲, means: work, \(guards)"], "lexicons: {words: [大会]}"))
    let spans = Sample.mentions(rules, in: marked.text).map(\.span)
    #expect(MarkedText.marking(spans, in: marked.text) == marked.description)
  }

  @Test func aGuardMayAllowTheShorterMatch() throws {
    #expect(
      try Self.found("id: sample.a, pattern: '甲{1,3}', means: work, followed-by: 甲", in: "甲甲甲") == ["a:甲甲"])
    #expect(
      try Self.found("id: sample.a, pattern: '甲乙?', means: work, not-followed-by: 丙", in: "甲乙丙") == ["a:甲"])
  }

  @Test func aTrapTakesTextAwayAndSaysNothing() throws {
    let rules = ["id: sample.a, pattern: 甲, means: work", "id: sample.trap, pattern: 甲乙, means: nothing"]
    #expect(Sample.found(try Sample.rules(Self.pack(rules)), in: "甲乙甲丙") == ["a:甲"])
  }

  @Test(arguments: [
    ("甲", ["a:甲"]), ("甲乙", ["a:甲乙"]), (" \u{3000}甲乙。\n", ["a:甲乙"]), ("甲！”", ["a:甲"]), ("甲…… ", ["a:甲"]),
    ("甲甲", []), ("丙甲", []), ("甲丙", []), ("，甲", []), ("甲。甲", []), ("甲乙乙", []), ("。", []), (" ", []),
  ])
  func aloneTakesUpTheWholeText(_ text: String, _ found: [String]) throws {
    #expect(try Self.found("id: sample.a, pattern: '甲乙?', means: work, alone: true", in: text) == found)
  }

  @Test func aloneContendsAsOthersDo() throws {
    let alone = "id: sample.a, pattern: '甲乙丙', means: work, alone: true"
    #expect(try Self.found(alone, "id: sample.b, pattern: 甲乙, means: work", in: "甲乙丙") == ["a:甲乙丙"])
    #expect(try Self.found(alone, "id: sample.b, pattern: 甲乙, means: work", in: "甲乙丙丁") == ["b:甲乙"])
    #expect(
      try Self.found(alone, "id: sample.b, pattern: 甲乙, means: work, priority: 1", in: "甲乙丙") == ["b:甲乙"])
  }

  @Test func aloneHeedsItsGuardsAndGivesWayToNoShorterMatch() throws {
    let guarded = "id: sample.a, pattern: '甲{1,3}', means: work, alone: true, not-preceded-by: '[甲]', "
    #expect(try Self.found(guarded + "not-followed-by: '。'", in: "甲甲。") == [])
    #expect(try Self.found(guarded + "followed-by: '。'", in: "甲甲。") == ["a:甲甲"])
    #expect(try Self.found("id: sample.a, pattern: '甲{1,3}。?', means: even, alone: true", in: "甲甲。") == [])
  }

  @Test func aloneOverMentions() throws {
    let rules = try Sample.rules(
      Self.pack([Self.range[0], Self.range[1] + ", alone: true"]))
    #expect(Sample.found(rules, in: "春至秋。") == ["range:春至秋"])
    #expect(Sample.found(rules, in: "在春至秋") == ["time:春", "time:秋"])
  }

  @Test func longTextsAreNotReadForWhatStandsAlone() throws {
    let text = String(repeating: " ", count: 1_000) + "甲"
    #expect(try Self.found("id: sample.a, pattern: 甲, means: work, alone: true", in: text) == [])
  }

  @Test func groupsDoNotContend() throws {
    let first =
      "pack: sample\ngroup: one\nrules: [{id: sample.a, about: A, pattern: 甲乙, means: work, examples: [x]}]"
    let second =
      "pack: other\ntype: sample\ngroup: two\nrules: [{id: other.bbb, about: A, pattern: 乙丙丁, means: work, examples: [x]}]"
    let rules = try Sample.rules(first, second)
    let mentions = Sample.mentions(rules, in: "甲乙丙丁")
    #expect(mentions.map(\.rule) == ["sample.a", "other.bbb"])
    #expect(mentions.map(\.span) == [Span(0, 2), Span(1, 4)])
    let joined = try Sample.rules(first, second.replacing("group: two", with: "group: one"))
    #expect(Sample.mentions(joined, in: "甲乙丙丁").map(\.rule) == ["other.bbb"])
  }

  @Test func capturesPreferTheFirstChoice() throws {
    let captures = { (pattern: String, text: String) throws -> [String] in
      let mentions = Sample.mentions(try Sample.rules(Sample.pack(pattern, means: "captures")), in: text)
      return mentions.map { if case .infrastructure(let work) = $0.value { work.name } else { "" } }
    }
    #expect(try captures("(?<x>甲{1,3})(?<y>甲{0,3})", "甲甲甲甲") == ["x=甲甲甲 y=甲"])
    #expect(try captures("(?<x>甲|甲乙)(?<y>乙丙|丙)", "甲乙丙") == ["x=甲 y=乙丙"])
    #expect(try captures("(?<x>甲乙|甲)(?<y>乙丙|丙)", "甲乙丙") == ["x=甲乙 y=丙"])
    #expect(try captures("甲(?<x>乙)?(?<y>丙)?", "甲丙") == ["y=丙"])
    #expect(try captures("甲(?<x>乙)|丙(?<x>丁)", "丙丁甲乙") == ["x=丁", "x=乙"])
    #expect(try captures("((?<x>[甲乙])丙){1,3}", "甲丙乙丙") == ["x=乙"])
  }

  @Test func capturesLeadBackToTheText() throws {
    let rules = try Sample.rules(Sample.pack("甲(?<x>\\d{1,3})亿", means: "capture"))
    let text = "在 甲 2\u{200B}6 亿"
    #expect(Sample.mentions(rules, in: text).map { DocumentText(text)[$0.span] } == ["2\u{200B}6"])
  }

  @Test func aRejectedMatchGivesWayToAShorterOne() throws {
    #expect(try Self.found("id: sample.a, pattern: '甲{1,5}', means: even", in: "甲甲甲甲甲") == ["a:甲甲甲甲"])
    #expect(try Self.found("id: sample.a, pattern: '甲', means: even", in: "甲甲") == [])
  }

  @Test func aRejectedMatchGivesWayToAnotherRule() throws {
    #expect(
      try Self.found(
        "id: sample.a, pattern: 甲乙丙, means: even", "id: sample.b, pattern: 乙, means: work", in: "甲乙丙")
        == ["b:乙"])
  }

  @Test func aWiderMeaningContendsWithAllItCovers() throws {
    #expect(
      try Self.found(
        "id: sample.a, pattern: 乙, means: wider, extends: true", "id: sample.b, pattern: 甲, means: work",
        in: "甲乙甲")
        == ["a:甲乙", "b:甲"])
  }

  @Test func markersStandApartFromMentions() throws {
    let rules = try Sample.rules(Self.pack(["id: sample.a, pattern: '[一二]是', means: marker"]))
    let found = Matcher(rules).findings(in: Sample.document("一是甲，二是乙"))
    #expect(found.mentions.isEmpty)
    #expect(found.markers.map(\.span) == [Span(0, 2), Span(4, 6)])
    #expect(found.markers.map(\.rule) == ["sample.a", "sample.a"])
  }

  static let range = [
    "id: sample.time, pattern: '[春夏秋冬]', means: time",
    "id: sample.range, pattern: '(?<x><temporal>)至(?<y><temporal>)', means: from-to",
  ]

  @Test func rulesOverMentionsReadThemAsOneCharacter() throws {
    let rules = try Sample.rules(Self.pack(Self.range))
    let mentions = Sample.mentions(rules, in: "在春至秋后，冬，夏至日")
    #expect(
      mentions.map(\.value.summary) == ["春/秋", "冬", "夏"] && mentions.map(\.span.start) == [1, 6, 8])
    #expect(mentions[0].span == Span(1, 4))
  }

  @Test func theyTakeThePlaceOfWhatTheyCover() throws {
    let rules = try Sample.rules(Self.pack(Self.range))
    #expect(Sample.found(rules, in: "春至夏至秋") == ["range:春至夏", "time:秋"])
  }

  @Test func theyKeepWhatIsOfAnotherType() throws {
    let rules = try Sample.rules(
      Self.pack([
        "id: sample.time, pattern: '春', means: time",
        "id: sample.all, pattern: '甲(?<x><temporal>)乙', means: work",
      ]))
    #expect(Sample.found(rules, in: "甲春乙") == ["all:甲春乙", "time:春"])
  }

  @Test func textsBeyondTheBMPAreMatched() throws {
    #expect(try Self.found("id: sample.a, pattern: '甲\\h', means: work", in: "𫖯甲𫖯，甲𠮷") == ["a:甲𫖯", "a:甲𠮷"])
  }

  @Test func emptyTextHoldsNothing() throws {
    #expect(try Self.found("id: sample.a, pattern: 甲, means: work", in: "") == [])
  }

  @Test func theTraceSaysWhatBecameOfEach() throws {
    let rules = try Sample.rules(
      Self.pack([
        "id: sample.a, pattern: 甲乙, means: work", "id: sample.b, pattern: 乙, means: work",
        "id: sample.c, pattern: 丙, means: even",
      ]))
    let trace = Trace()
    _ = Matcher(rules).findings(in: Sample.document("甲乙丙"), trace: trace)
    let outcomes = trace.entries.map { entry in
      switch entry.outcome {
      case .kept: "\(entry.rule) kept"
      case .lost(let winner): "\(entry.rule) lost to \(winner.rule)"
      case .rejected: "\(entry.rule) rejected"
      }
    }
    #expect(outcomes == ["sample.a kept", "sample.b lost to sample.a", "sample.c rejected"])
  }
}
