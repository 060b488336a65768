import DocumentModel
import RuleEngine

/// What `gangmu rules` tells of the rules in force.
package struct RuleBook: Sendable {
  private let rules: RuleSet

  /// Creates the book of a pipeline's rules.
  package init(_ pipeline: Pipeline) { rules = pipeline.rules }

  /// The packs that have rules in force, by name, in order, with them.
  private var chapters: [(pack: RulePack, rules: [Rule])] {
    var names: [String] = []
    for pack in rules.packs where !names.contains(pack.name) { names.append(pack.name) }
    return names.compactMap { name in
      let inForce = rules.rules.filter { $0.id.hasPrefix(name + ".") && !$0.isDisabled }
      guard let pack = rules.packs.first(where: { $0.name == name }), !inForce.isEmpty else { return nil }
      return (pack, inForce)
    }
  }

  /// How many rules there are, of how many packs, with how many examples.
  package var count: String {
    let chapters = chapters
    let rules = chapters.reduce(0) { $0 + $1.rules.count }
    return "\(chapters.count) packs, \(rules) rules, \(RuleExamples.count(in: self.rules)) examples"
  }

  /// All rules with their documentation, pack by pack.
  package var listing: String {
    chapters.map { pack, rules in
      let width = rules.map(\.id.count).max() ?? 0
      let lines = rules.map { rule in
        let id = rule.id + String(repeating: " ", count: width - rule.id.count)
        return "  \(id)  \(rule.about) (\(rule.file):\(rule.line))\n"
      }
      return "\(pack.name) \(pack.version): \(pack.about)\n" + lines.joined()
    }.joined(separator: "\n")
  }

  /// The packs as a table of Markdown, with examples of rules from all over each.
  package var table: String {
    let rows = chapters.map { pack, rules in
      let all = rules.filter { !$0.isTrap && !$0.isAlone }.compactMap(RuleBook.example)
      let examples = stride(from: 0, to: all.count, by: max(1, (all.count + 3) / 4)).map { all[$0] }
      return "| \(pack.name) | \(pack.about) | \(examples.joined(separator: " · ")) |\n"
    }
    return "| extractor | finds | for example |\n| --- | --- | --- |\n" + rows.joined()
  }

  /// The first example of a rule, with its value: what is marked in it, or all of it.
  private static func example(of rule: Rule) -> String? {
    guard let example = rule.examples.first else { return nil }
    let text = example.text.firstMatch(of: /⟦(.*?)⟧/).map { String($0.output.1) } ?? example.text
    return example.value.map { "\(text) → `\($0)`" } ?? text
  }

  /// The examples that do not come true, each with file and line.
  package func failures() -> [String] { RuleExamples.check(rules).map(\.description) }
}
