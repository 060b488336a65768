import Extractors
import RuleEngine
import RuleSource
import Testing

@Suite("Rule packs")
struct RulePackTests {
  @Test func outlinesSayWhatThePacksDo() throws {
    let packs = Catalog.files.filter { $0.name.hasSuffix(".yaml") }
    #expect(!packs.isEmpty)
    for pack in packs {
      let outline = try #require(pack.outline)
      #expect(
        outline.withUTF8Buffer { PackNode(outline: $0) } == (try PackNode.yaml(pack.text)), "\(pack.name)")
    }
  }

  @Test func examplesComeTrue() throws {
    let failures = RuleExamples.check(try Catalog.rules())
    #expect(failures.isEmpty, "\n\(failures.map(\.description).joined(separator: "\n"))")
  }
}
