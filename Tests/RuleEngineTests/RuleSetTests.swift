import Testing

@testable import RuleEngine

@Suite("Rule sets")
struct RuleSetTests {
  static func errors(patterns: String = "{}", lexicons: String = "{}", rule: String) -> String {
    Sample.errors(
      """
      pack: sample
      patterns: \(patterns)
      lexicons: \(lexicons)
      rules:
        - {id: sample.a, about: A, pattern: '\(rule)', means: work, examples: [甲]}
      """)
  }

  @Test func undefinedNamesAreSuggested() {
    #expect(
      Self.errors(patterns: "{number: '一'}", rule: "@nuber个")
        == "1.yaml:5: rule 'sample.a' uses '@nuber', which nothing defines; did you mean '@number'?"
        .replacing("'@number'", with: "'number'"))
    #expect(
      Self.errors(lexicons: "{units: [个]}", rule: "一@unit")
        == "1.yaml:5: rule 'sample.a' uses '@unit', which nothing defines; did you mean 'units'?")
    #expect(
      Self.errors(rule: "一@nowhere") == "1.yaml:5: rule 'sample.a' uses '@nowhere', which nothing defines")
    #expect(
      Self.errors(patterns: "{one: '一@tow', two: '二'}", rule: "@one")
        == "1.yaml:2: pattern 'one' uses '@tow', which nothing defines; did you mean 'two'?")
  }

  @Test func patternsMayNotNameThemselves() {
    #expect(
      Self.errors(patterns: "{one: '一@one'}", rule: "甲")
        == "1.yaml:2: pattern 'one' names itself, by way of others or not")
    #expect(
      Self.errors(patterns: "{one: '一@two', two: '二@one?'}", rule: "甲@one").hasPrefix(
        "1.yaml:2: pattern 'one' names itself, by way of others or not"))
  }

  @Test(arguments: ["甲?", "(甲|)", "甲?乙?", "@maybe", "(?<x>甲{0,3})"])
  func aRuleMustMatchSomething(_ pattern: String) {
    #expect(
      Self.errors(patterns: "{maybe: '甲{0,2}'}", rule: pattern)
        == "1.yaml:5: rule 'sample.a' can match nothing; make one part of it required")
  }

  @Test func aMatchIsOnlySoLong() {
    #expect(Self.errors(rule: "甲{1,256}") == "")
    #expect(
      Self.errors(rule: "甲{1,257}")
        == "1.yaml:5: rule 'sample.a' can match 257 characters; the limit is 256: lower its repeats")
    #expect(
      Self.errors(patterns: "{word: '@list{1,9}'}", lexicons: "{list: [一二三四五, 六]}", rule: "@word{6}")
        == "1.yaml:5: rule 'sample.a' can match 270 characters; the limit is 256: lower its repeats")
  }

  @Test(arguments: [".甲", "\\h{2}", "甲?[^乙]", "(甲|\\h)乙", "@any甲"])
  func aRuleMayNotBeginAnywhere(_ pattern: String) {
    #expect(
      Self.errors(patterns: "{any: '.'}", rule: pattern)
        == "1.yaml:5: rule 'sample.a' can begin at any character, which would slow every text; begin it with a word, and let its meaning look to the left"
    )
  }

  @Test func unknownMeaningsAreSuggested() {
    #expect(
      Sample.errors(Sample.pack("甲", means: "wrok"))
        == "1.yaml:3: rule 'sample.rule' means 'wrok', which sample does not know; did you mean 'work'?")
    #expect(
      Sample.errors(Sample.pack("甲", means: "nothin"))
        == "1.yaml:3: rule 'sample.rule' means 'nothin', which sample does not know; did you mean 'nothing'?")
  }

  @Test func unknownTypesAreSuggested() {
    #expect(
      Sample.errors(
        "pack: sampel\nrules:\n  - {id: sampel.a, about: A, pattern: 甲, means: work, examples: [甲]}")
        == "1.yaml:3: 'sampel' is no type of pack; there are sample; did you mean 'sample'?")
  }

  @Test func aNameIsAPatternOrAWordList() {
    #expect(
      Self.errors(patterns: "{one: 甲}", lexicons: "{one: [甲]}", rule: "@one")
        == "1.yaml:2: 'one' names both a pattern and a word list; rename one of them")
  }

  @Test func gazetteersAreChecked() {
    let pack = Sample.pack("@words")
    #expect(Sample.errors(pack, gazetteers: [("words.tsv", "# source\n\n甲\tx\n乙\ty\r\n")]) == "")
    #expect(
      Sample.errors(pack, gazetteers: [("words.tsv", "甲\tx\n乙\n丙\tx\ty\n")]) == """
        words.tsv:2: '乙' has 1 column where the rows above have 2; part them with tabs
        words.tsv:3: '丙' has 3 columns where the rows above have 2; part them with tabs
        """)
    #expect(
      Sample.errors(pack, gazetteers: [("words.tsv", "甲\tx\n"), ("mine/words.tsv", "乙 y\n")])
        == "mine/words.tsv:1: '乙 y' has 1 column where those of 'words.tsv' have 2; part them with tabs")
    #expect(
      Sample.errors(pack, gazetteers: [("words.tsv", "# source\n 甲\tx\n\tx\n")]) == """
        words.tsv:2: the first column must be a word, without spaces around it; found ' 甲'
        words.tsv:3: the first column must be a word, without spaces around it; found ''
        """)
  }

  @Test func guardsAreCheckedToo() {
    #expect(
      Sample.errors(Sample.pack("甲", means: "work", ", not-followed-by: '@x'"))
        == "1.yaml:3: rule 'sample.rule' uses '@x', which nothing defines")
  }
}

@Suite("A user's rules over the program's")
struct OverlayTests {
  static let base = """
    pack: sample
    lexicons: {words: [甲], marks: {一: 1}}
    patterns: {end: '末'}
    rules:
      - {id: sample.a, about: A, pattern: '@words@end', means: work, examples: [甲末]}
      - {id: sample.b, about: B, pattern: '丙', means: work, examples: [丙]}
    """

  static func found(_ overlay: String, in text: String) throws -> [String] {
    Sample.found(try Sample.rules(base, "pack: sample\n" + overlay), in: text)
  }

  @Test func aLaterRuleTakesThePlaceOfAnEarlierOfItsId() throws {
    let rules = try Sample.rules(
      Self.base, "pack: sample\nrules:\n  - {id: sample.b, about: B, pattern: 丁, means: work, examples: [丁]}")
    #expect(rules.rules.map(\.id) == ["sample.a", "sample.b"])
    #expect(rules.rules[1].file == "2.yaml")
    #expect(Sample.found(rules, in: "甲末丙丁") == ["a:甲末", "b:丁"])
  }

  @Test func aLaterListAddsToAnEarlierOfItsName() throws {
    #expect(try Self.found("lexicons: {words: [乙]}", in: "甲末乙末") == ["a:甲末", "a:乙末"])
  }

  @Test func aListMayBeReplaced() throws {
    #expect(try Self.found("replaces: [words]\nlexicons: {words: [乙]}", in: "甲末乙末") == ["a:乙末"])
  }

  @Test func aLaterValueTakesThePlaceOfAnEarlierOne() throws {
    let rules = try Sample.rules(Self.base, "pack: sample\nlexicons: {marks: {一: 10}}")
    let entries = rules.tables.lexicon("marks").entries
    #expect(entries.map(\.columns) == [["10"]])
    #expect(entries.map(\.file) == ["2.yaml"])
  }

  @Test func aLaterPatternTakesThePlaceOfAnEarlierOfItsName() throws {
    #expect(try Self.found("patterns: {end: '底'}", in: "甲末甲底") == ["a:甲底"])
  }

  @Test func aRuleMayBeSwitchedOff() throws {
    #expect(try Self.found("rules: [{id: sample.b, disabled: true}]", in: "甲末丙") == ["a:甲末"])
  }

  @Test func aNewRuleIsAdded() throws {
    let rule = "rules:\n  - {id: sample.c, about: C, pattern: 丙丙, means: work, examples: [丙丙]}"
    #expect(try Self.found(rule, in: "丙丙丙") == ["c:丙丙", "b:丙"])
  }

  @Test func rowsOfALaterGazetteerTakeThePlaceOfAnEarlierOnes() throws {
    let rules = try Sample.rules(
      Sample.pack("@places"),
      gazetteers: [("places.tsv", "甲\t1\n甲\t2\n乙\t3\n"), ("my/places.tsv", "甲\t9\n丁\t8\n")])
    let lexicon = rules.tables.lexicon("places")
    #expect(lexicon.entries.map { [$0.form] + $0.columns } == [["甲", "9"], ["乙", "3"], ["丁", "8"]])
    #expect(Sample.found(rules, in: "甲乙丙丁") == ["rule:甲", "rule:乙", "rule:丁"])
  }
}
