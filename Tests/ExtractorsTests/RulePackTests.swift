import Extractors
import RuleEngine
import Testing

@Suite("Rule packs")
struct RulePackTests {
  @Test func examplesComeTrue() throws {
    let failures = RuleExamples.check(try Catalog.rules())
    #expect(failures.isEmpty, "\n\(failures.map(\.description).joined(separator: "\n"))")
  }
}
