import Foundation
import Testing

@Suite("gangmu rules")
struct RulesTests {
  static let aqueduct = "渡槽\tbridge\tnamed\n"

  @Test func aNewHeadIsOneLine() throws {
    try Tool.withFolder { folder in
      try folder.file("my-rules/infrastructure-heads.tsv", Self.aqueduct)
      let text = "去年建成沙河渡槽。"
      let arguments = ["extract", "--format", "jsonl"]
      #expect(try Tool.run(arguments, input: text, in: folder).lines.map(\.mentions) == [["去年"]])
      let result = try Tool.run(arguments + ["--rules", "my-rules"], input: text, in: folder)
      #expect(result.lines.map(\.mentions) == [["去年", "沙河渡槽"]])
    }
  }

  @Test func aNewVerbOfChangeIsOneLine() throws {
    try Tool.withFolder { folder in
      try folder.file("my-rules/measure-words.tsv", "走强\tchange\tincrease\n")
      let arguments = ["extract", "--format", "jsonl"]
      let change = "\"of\":\"出口\",\"change\":\"increase\""
      let text = "出口走强5%。"
      #expect(try !Tool.run(arguments, input: text, in: folder).output.contains(change))
      let result = try Tool.run(arguments + ["--rules", "my-rules"], input: text, in: folder)
      #expect(result.output.contains(change))
    }
  }

  @Test func aPackAddsRules() throws {
    try Tool.withFolder { folder in
      try folder.file(
        "rules/mine.yaml",
        """
        pack: mine
        about: What else is counted here
        type: quantity
        rules:
          - id: mine.dozens
            about: Dozens
            pattern: '(?<number>[一二三四五六七八九十])打(?<unit>鸡蛋)'
            means: number
            examples: [三打鸡蛋]
        """)
      let check = try Tool.run(["rules", "check", "rules"], in: folder)
      #expect(check.status == 0)
      #expect(check.output.hasSuffix("nothing wrong\n"))
      #expect(try Tool.run(["rules", "list", "rules"], in: folder).output.contains("mine.dozens  Dozens"))
      // The meaning wants a scale or two digits: the example says so before a user wonders.
      let test = try Tool.run(["rules", "test", "rules"], in: folder)
      #expect(test.status == 1)
      let message =
        "rules/mine.yaml:9: mine.dozens: the example '三打鸡蛋' should yield '三打鸡蛋'; nothing is found there"
      #expect(test.output.contains(message))
    }
  }

  @Test func mistakesAreToldWithFileAndLine() throws {
    try Tool.withFolder { folder in
      try folder.file(
        "rules/mine.yaml",
        """
        pack: mine
        type: quantity
        rules:
          - id: mine.one
            about: One
            patern: '一'
            means: number
            examples: [一]
        """)
      let messages = [
        "gangmu: rules/mine.yaml:4: the key 'pattern' is missing",
        "gangmu: rules/mine.yaml:6: 'patern' is no key of a rule; did you mean 'pattern'?",
      ]
      let check = try Tool.run(["rules", "check", "rules"], in: folder)
      #expect(check.status == 1)
      #expect(check.errors.split(separator: "\n").map(String.init) == messages)
      let extract = try Tool.run(["extract", "--rules", "rules"], input: "一", in: folder)
      #expect(extract.status == 2)
      #expect(extract.errors == check.errors)
      #expect(extract.output == "")
    }
  }

  @Test func explainsHowAFactWasFound() throws {
    let result = try Tool.run(["explain", "去年十月，投资超过260亿元，一带一路。", "--date", "2023-05-19"])
    #expect(result.status == 0)
    for part in [
      "去年十月  [0, 4) temporal\n", "  rule      temporal.point (temporal.yaml:",
      "  value     2022-10\n", "  counted   from 2023-05-19, the document's own date or the one given\n",
      "  captures  qualifier: 超过, number: 260亿, unit: 元\n", "as quantity.number\n", "no fact\n",
    ] {
      #expect(result.output.contains(part), "\(part)")
    }
  }

  @Test func explainsDocuments() throws {
    let result = try Tool.run(["explain", "seeds"])
    #expect(result.status == 0)
    #expect(result.output.contains("# 携手建设守望相助"))
    #expect(result.output.contains("list of 8"))
  }
}
