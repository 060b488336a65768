import Testing

@testable import RuleEngine

@Suite("Rule packs")
struct RulePackReaderTests {
  static let head = "pack: sample\nrules:\n"
  static let rule = "{id: sample.a, about: A, pattern: 甲, means: work, examples: [甲]}"

  @Test(arguments: [
    ("", "1.yaml:1: the file is empty; a pack begins with 'pack: name'"),
    ("- 甲", "1.yaml:1: a pack must be a mapping of keys to values"),
    ("version: 1", "1.yaml:1: the key 'pack' is missing"),
    ("pack: sample\nrule: []", "1.yaml:2: 'rule' is no key of a pack; did you mean 'rules'?"),
    ("pack: sample\nwhatever: []", "1.yaml:2: 'whatever' is no key of a pack"),
    ("pack: [sample]", "1.yaml:1: 'pack' must be a string"),
    ("pack: sample\nrules: 甲", "1.yaml:2: 'rules' must be a list"),
    ("pack: sample\nrules: [甲]", "1.yaml:2: a rule must be a mapping of keys to values"),
    ("pack: sample\npatterns: [甲]", "1.yaml:2: 'patterns' must be a mapping of names to values"),
    ("pack: sample\npatterns:\n  one: [甲]", "1.yaml:3: 'one' must be a string"),
    ("pack: sample\nlexicons: 甲", "1.yaml:2: 'lexicons' must be a mapping of names to values"),
    ("pack: sample\nlexicons:\n  one: [[甲]]", "1.yaml:3: the words of 'one' must be strings"),
    ("pack: sample\nlexicons:\n  one: {甲: [1]}", "1.yaml:3: the value of '甲' must be a string"),
    ("pack: sample\nreplaces: one", "1.yaml:2: 'replaces' must be a list"),
    ("pack: sample\nreplaces: [[one]]", "1.yaml:2: 'replaces' must be a list of strings"),
  ])
  func rejects(pack: String, with message: String) {
    #expect(Sample.errors(pack) == message)
  }

  @Test(arguments: [
    ("{about: A, pattern: 甲, means: work, examples: [甲]}", "1.yaml:3: the key 'id' is missing"),
    ("{id: sample.a, about: A, means: work, examples: [甲]}", "1.yaml:3: the key 'pattern' is missing"),
    ("{id: sample.a, pattern: 甲, means: work, examples: [甲]}", "1.yaml:3: the key 'about' is missing"),
    ("{id: sample.a, about: A, pattern: 甲, examples: [甲]}", "1.yaml:3: the key 'means' is missing"),
    (
      "{id: sample.a, about: A, pattern: 甲, means: work}",
      "1.yaml:3: rule 'sample.a' has no 'examples'; give at least one"
    ),
    (
      "{id: other.a, about: A, pattern: 甲, means: work, examples: [甲]}",
      "1.yaml:3: rule 'other.a' must be named 'sample.…', after its pack"
    ),
    (
      "{id: sample.a, about: A, patern: 甲, pattern: 甲, means: work, examples: [甲]}",
      "1.yaml:3: 'patern' is no key of a rule; did you mean 'pattern'?"
    ),
    (
      "{id: sample.a, about: A, pattern: [甲], means: work, examples: [甲]}",
      "1.yaml:3: 'pattern' must be a string"
    ),
    (
      "{id: sample.a, about: A, pattern: 甲, means: work, examples: [甲], priority: high}",
      "1.yaml:3: 'priority' must be a whole number"
    ),
    (
      "{id: sample.a, about: A, pattern: 甲, means: work, examples: [甲], extends: 3}",
      "1.yaml:3: 'extends' must be true or false"
    ),
    (
      "{id: sample.a, about: A, pattern: 甲, means: work, examples: [甲], alone: yes please}",
      "1.yaml:3: 'alone' must be true or false"
    ),
    (
      "{id: sample.a, about: A, pattern: 甲, means: work, examples: [甲], disabled: perhaps}",
      "1.yaml:3: 'disabled' must be true or false"
    ),
    (
      "{id: sample.a, about: A, pattern: 甲, means: work, examples: [[甲]]}",
      "1.yaml:3: 'examples' must be texts, or a mapping of texts to values\n"
        + "1.yaml:3: rule 'sample.a' has no 'examples'; give at least one"
    ),
    (
      "{id: sample.a, about: A, pattern: 甲, means: work, examples: 甲}",
      "1.yaml:3: 'examples' must be a list\n1.yaml:3: rule 'sample.a' has no 'examples'; give at least one"
    ),
  ])
  func rejects(rule: String, with message: String) {
    #expect(Sample.errors(Self.head + "  - " + rule) == message)
  }

  @Test func saysWhereAnIdStandsAgain() {
    #expect(
      Sample.errors(Self.head + "  - " + Self.rule + "\n  - " + Self.rule)
        == "1.yaml:4: rule 'sample.a' stands here again; it is in line 3")
  }

  @Test func saysAllThatIsWrongAtOnce() {
    let first = "pack: sample\nversoin: 1\nrules:\n  - {id: sample.a, about: A, pattern: 甲, means: work}"
    let second =
      "pack: sample\nrules:\n  - {id: sample.b, about: B, pattern: '甲(', means: work, examples: [甲]}"
    #expect(
      Sample.errors(first, second) == """
        1.yaml:2: 'versoin' is no key of a pack; did you mean 'version'?
        1.yaml:4: rule 'sample.a' has no 'examples'; give at least one
        2.yaml:3: rule 'sample.b': '(' is not closed, at character 2 of '甲('
        """)
  }

  @Test(arguments: [
    ("pack: [sample", "1.yaml:2: this is not YAML: did not find expected ',' or ']'"),
    (
      "pack: sample\n\tversion: 1",
      "1.yaml:2: this is not YAML: found a tab character that violates indentation"
    ),
    ("pack: sample\npack: other", "1.yaml:1: this is not YAML: the key 'pack' stands twice in one mapping"),
    ("pack: 'sample", "1.yaml:1: this is not YAML: found unexpected end of stream"),
    ("pack: sample\nrules: *nowhere", "1.yaml:2: this is not YAML: found undefined alias"),
  ])
  func rejects(yaml: String, with message: String) {
    #expect(Sample.errors(yaml) == message)
  }

  @Test func readsEveryKey() throws {
    let pack = try RulePackReader.read(
      """
      pack: sample
      version: 2.1
      about: All keys.
      type: sample
      group: figures
      reference-date: 2023-05-19
      lexicons:
        plain: [甲 乙, 丙]
        valued: {甲: 1, 乙: two words}
      replaces: [plain]
      patterns: {one: '甲'}
      rules:
        - id: sample.a
          about: A rule
          pattern: '@one@plain'
          means: work
          priority: -2
          preceded-by: 一
          not-preceded-by: 二
          followed-by: 三
          not-followed-by: 四
          extends: true
          alone: true
          examples: {甲甲: value, 甲乙: 12}
          counterexamples: [丁]
        - {id: sample.b, disabled: true}
      """, file: "a.yaml")
    #expect(pack.name == "sample")
    #expect(pack.version == "2.1")
    #expect(pack.about == "All keys.")
    #expect(pack.group == "figures")
    #expect(pack.referenceDate == "2023-05-19")
    #expect(pack.replaced == ["plain"])
    #expect(pack.lexicons.map(\.name) == ["plain", "valued"])
    #expect(pack.lexicons[0].entries.map(\.form) == ["甲", "乙", "丙"])
    #expect(pack.lexicons[1].entries.map(\.columns) == [["1"], ["two words"]])
    #expect(pack.patterns.map(\.source) == ["甲"])
    let rule = pack.rules[0]
    #expect(rule.priority == -2)
    #expect(rule.extends)
    #expect(rule.isAlone)
    #expect(!rule.isTrap)
    #expect(rule.guards.map(\.side) == [.before, .before, .after, .after])
    #expect(rule.guards.map(\.isPositive) == [true, false, true, false])
    #expect(rule.guards.map(\.pattern) == ["一", "二", "三", "四"])
    #expect(rule.examples.map(\.text) == ["甲甲", "甲乙"])
    #expect(rule.examples.map(\.value) == ["value", "12"])
    #expect(rule.counterexamples.map(\.text) == ["丁"])
    #expect(rule.line == 13)
    #expect(pack.rules[1].isDisabled)
    #expect(pack.rules[1].isTrap)
  }

  @Test func whatIsNotSaidHasADefault() throws {
    let pack = try RulePackReader.read(Self.head + "  - " + Self.rule, file: "a.yaml")
    #expect(pack.type == "sample")
    #expect(pack.group == "sample")
    #expect(pack.version == "1")
    #expect(pack.rules[0].priority == 0)
    #expect(!pack.rules[0].extends)
    #expect(!pack.rules[0].isAlone)
    #expect(!pack.rules[0].isDisabled)
  }
}
