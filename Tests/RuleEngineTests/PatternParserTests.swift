import DocumentModel
import TestSupport
import Testing
import TextProcessing

@testable import RuleEngine

@Suite("Pattern language")
struct PatternParserTests {
  @Test(
    arguments: [
      ("年", "今⟦年⟧明⟦年⟧"), ("3", "⟦3⟧和⟦３⟧"), ("３月", "⟦3月⟧"), ("[多余]", "三⟦多⟧⟦余⟧个"), ("[0-9]", "a⟦7⟧b"),
      ("一[^的\\h]", "一的⟦一a⟧一字"),
      ("[\\d·]{2}", "a⟦7·⟧"), ("\\d", "三⟦3⟧"), ("一\\h", "一3⟦一三⟧一a⟦一〇⟧⟦一𫖯⟧"), ("\\a", "三⟦b⟧3⟦Ｂ⟧"),
      ("甲.", "甲\n⟦甲乙⟧"),
      ("甲[^乙]", "甲乙甲\n⟦甲丙⟧"), ("(年|岁)", "三⟦年⟧五⟦岁⟧"), ("(甲|甲乙)", "⟦甲乙⟧⟦甲⟧"), ("甲乙?", "⟦甲乙⟧⟦甲⟧"),
      ("甲{2}", "甲乙⟦甲甲⟧甲乙"),
      ("甲{1,3}", "⟦甲⟧乙⟦甲甲甲⟧⟦甲⟧"), ("甲{0,2}乙", "⟦甲甲乙⟧⟦乙⟧"), ("(甲乙){2}", "⟦甲乙甲乙⟧甲乙"), ("(?<x>甲)乙", "甲⟦甲乙⟧"),
      ("\\(甲\\)", "⟦(甲)⟧"),
      ("\\\\", "甲⟦\\⟧"), ("-", "甲⟦—⟧乙⟦－⟧"), ("[a\\-c]", "⟦-⟧b⟦c⟧"), ("[a-]", "⟦-⟧b⟦a⟧"), ("「甲」", "⟦“甲”⟧"),
      ("甲|乙", "⟦甲⟧丙⟦乙⟧"),
      ("@two", "⟦一两⟧⟦两⟧"), ("@words", "⟦大会堂⟧⟦大会⟧大"), ("@words?堂堂", "⟦堂堂⟧"), ("(@words|会){2}", "⟦大会会⟧"),
    ] as [(String, MarkedText)])
  func matches(_ pattern: String, _ marked: MarkedText) throws {
    let rules = try Sample.rules(
      """
      pack: sample
      lexicons: {words: [大会堂 大会]}
      patterns: {two: '一?两'}
      rules:
        - {id: sample.rule, about: A rule, pattern: '\(pattern)', means: work, examples: [x]}
      """)
    let found = Sample.mentions(rules, in: marked.text).map(\.span)
    #expect(MarkedText.marking(found, in: marked.text) == marked.description)
  }

  @Test(arguments: [
    ("(甲", "'(' is not closed, at character 1 of '(甲'"), ("甲)", "')' closes nothing, at character 2 of '甲)'"),
    ("甲[乙", "'[' is not closed, at character 2 of '甲[乙'"),
    ("甲[]", "'[]' holds no character, at character 2 of '甲[]'"),
    ("[九-一]", "the range '九-一' runs backward, at character 1 of '[九-一]'"),
    ("甲*", "'*' has no bound; write {0,n} or {1,n}, at character 2 of '甲*'"),
    ("甲+", "'+' has no bound; write {0,n} or {1,n}, at character 2 of '甲+'"),
    ("甲{1,}", "'{1,}' has no bound; write {1,n}, at character 2 of '甲{1,}'"),
    ("甲{3,2}", "'{3,2}' can match nothing, at character 2 of '甲{3,2}'"),
    ("甲{0}", "'{0,0}' can match nothing, at character 2 of '甲{0}'"),
    ("甲{x}", "a repeat is written {2} or {1,4}, at character 2 of '甲{x}'"),
    ("甲{2", "a repeat is written {2} or {1,4}, at character 2 of '甲{2'"),
    ("?甲", "'?' repeats or closes nothing; write '\\?' for itself, at character 1 of '?甲'"),
    ("甲}", "'}' repeats or closes nothing; write '\\}' for itself, at character 2 of '甲}'"),
    ("甲]", "']' repeats or closes nothing; write '\\]' for itself, at character 2 of '甲]'"),
    ("𫖯@", "'@' names nothing, at character 2 of '𫖯@'"),
    ("甲\\", "'\\' stands before nothing, at character 3 of '甲\\'"),
    ("(?:甲)", "a capture is written (?<name>…), at character 1 of '(?:甲)'"),
    ("(?<>甲)", "a capture is written (?<name>…), at character 1 of '(?<>甲)'"),
    ("(?<x甲)", "a capture is written (?<name>…), at character 1 of '(?<x甲)'"),
    (
      "<time>",
      "'<time>' is no type of mention; there are <temporal>, <quantity>, <infrastructure>, at character 1 of '<time>'"
    ),
  ])
  func rejects(_ pattern: String, with message: String) {
    #expect(Sample.errors(Sample.pack(pattern)) == "1.yaml:3: rule 'sample.rule': \(message)")
  }

  @Test func groupsAreNestedOnlySoDeep() {
    let nested = { (depth: Int) in
      String(repeating: "(", count: depth) + "甲" + String(repeating: ")", count: depth)
    }
    #expect(Sample.errors(Sample.pack(nested(63))) == "")
    #expect(
      Sample.errors(Sample.pack(nested(64))).hasPrefix(
        "1.yaml:3: rule 'sample.rule': groups are nested more than 64 deep, at character 65 of '"))
  }

  @Test func anyPatternIsReadOrRejected() {
    var generator = SeededGenerator(seed: 9)
    let alphabet = Array("甲a1()[]{}?|@<>\\^-,.*+ x").map(String.init)
    for _ in 0..<20_000 {
      let source = (0..<generator.below(12)).map { _ in generator.pick(alphabet) }.joined()
      do throws(PatternParser.Failure) {
        _ = try PatternParser.parse(source, normalizer: Normalizer.shared) { $0 == "x" }
      } catch {
        #expect((0...source.unicodeScalars.count).contains(error.offset), "\(source)")
        #expect(!error.message.isEmpty)
      }
    }
  }
}

extension Normalizer {
  static let shared = Normalizer()
}
