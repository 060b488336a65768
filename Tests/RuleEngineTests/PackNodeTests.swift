import Testing

@testable import RuleSource

@Suite("Pack nodes")
struct PackNodeTests {
  /// What an outline of a text says again.
  private func roundTrip(_ node: PackNode) -> PackNode? {
    var outline = node.outline
    return outline.withUTF8 { PackNode(outline: $0) }
  }

  @Test(arguments: [
    "a: b", "- 1\n- [2, {三: 四}]\n- ''", "long: |\n  one\n  two\n", "back: 'a\\b\\n'",
    "\"crlf\": \"a\\r\\nb\"", "{}", "[]",
  ])
  func outlinesSayWhatTheYAMLDoes(_ yaml: String) throws {
    let node = try #require(try PackNode.yaml(yaml))
    #expect(roundTrip(node) == node)
  }

  @Test func keepsLinesAndText() throws {
    let node = try #require(try PackNode.yaml("a: 1\nb:\n  - c\n"))
    #expect(node.outline == "1:2\n1=a\n1=1\n2=b\n3-1\n3=c\n")
  }

  @Test(arguments: [
    "", "x", "1", "1=", "1-3\n1=a\n", "1:1\n1=a\n", "1-999999999\n", "99999999999=a\n", "1?a\n",
  ])
  func whatIsNoOutlineIsNotRead(_ text: String) {
    var text = text
    let node = text.withUTF8 { PackNode(outline: $0) }
    #expect(node == nil || node?.content == .scalar(""))
  }

  @Test func aliasesDoNotMultiplyWithoutEnd() {
    let lines = (1...9).map {
      "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ", "))]"
    }
    let bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + lines.joined(separator: "\n")
    #expect(throws: PackSourceError(line: 1, problem: "the pack has more than 1048576 parts")) {
      try PackNode.yaml(bomb)
    }
  }
}
