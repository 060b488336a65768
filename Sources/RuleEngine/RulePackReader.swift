import Yams

/// Reads a rule pack from YAML and says all that is wrong with its shape.
///
/// What the names in it mean is checked later, when all packs are known: see ``RuleSet``.
struct RulePackReader {
  private let file: String
  private(set) var errors: [RulePackError] = []

  /// Reads one file. A pack is returned only when nothing was wrong.
  static func read(_ content: String, file: String) throws(RulePackErrors) -> RulePack {
    var reader = RulePackReader(file: file)
    let pack = reader.pack(content)
    guard let pack, reader.errors.isEmpty else { throw RulePackErrors(errors: reader.errors) }
    return pack
  }

  private init(file: String) { self.file = file }

  private static let packKeys = [
    "pack", "version", "about", "type", "group", "reference-date", "lexicons", "replaces", "patterns",
    "rules",
  ]
  private static let ruleKeys = [
    "id", "about", "pattern", "means", "priority", "preceded-by", "not-preceded-by", "followed-by",
    "not-followed-by", "extends", "alone", "disabled", "examples", "counterexamples",
  ]

  private mutating func pack(_ content: String) -> RulePack? {
    let root: Node?
    do {
      root = try Yams.compose(yaml: content, .basic)
    } catch let error as YamlError {
      let (line, problem) = Self.account(of: error)
      fail(line, "this is not YAML: \(problem)")
      return nil
    } catch {
      fail(1, "this is not YAML")
      return nil
    }
    guard let root, let fields = fields(root, keys: Self.packKeys, of: "a pack") else {
      if root == nil { fail(1, "the file is empty; a pack begins with 'pack: name'") }
      return nil
    }
    guard let name = string(fields["pack"], "pack", default: nil, at: root) else { return nil }
    let type = string(fields["type"], "type", default: name, at: root) ?? name
    var pack = RulePack(
      name: name, version: string(fields["version"], "version", default: "1", at: root) ?? "1",
      about: string(fields["about"], "about", default: "", at: root) ?? "", type: type,
      group: string(fields["group"], "group", default: name, at: root) ?? name,
      referenceDate: fields["reference-date"].flatMap {
        string($0, "reference-date", default: nil, at: root)
      },
      lexicons: [], replaced: [], patterns: [], rules: [], file: file)
    pack.replaced = fields["replaces"].map { strings($0, "replaces") } ?? []
    pack.lexicons = pairs(fields["lexicons"], "lexicons").map { name, node in
      RulePack.WordList(name: name, entries: entries(node, of: name), line: line(node))
    }
    pack.patterns = pairs(fields["patterns"], "patterns").compactMap { name, node in
      string(node, name, default: nil, at: node).map {
        RulePack.NamedPattern(name: name, source: $0, line: line(node))
      }
    }
    pack.rules = sequence(fields["rules"], "rules").compactMap { rule($0, of: pack) }
    return pack
  }

  private mutating func rule(_ node: Node, of pack: RulePack) -> Rule? {
    guard let fields = fields(node, keys: Self.ruleKeys, of: "a rule") else { return nil }
    guard let id = string(fields["id"], "id", default: nil, at: node) else { return nil }
    if !id.hasPrefix(pack.name + ".") {
      fail(line(fields["id"] ?? node), "rule '\(id)' must be named '\(pack.name).…', after its pack")
    }
    let isDisabled = fields["disabled"].map { flag($0, "disabled") } ?? false
    if isDisabled, fields["pattern"] == nil {
      return Rule(
        id: id, about: "", pattern: "", meaning: "nothing", priority: 0, guards: [], extends: false,
        isAlone: false, isDisabled: true, examples: [], counterexamples: [], type: pack.type,
        group: pack.group, file: file, line: line(node))
    }
    guard let pattern = string(fields["pattern"], "pattern", default: nil, at: node),
      let about = string(fields["about"], "about", default: nil, at: node),
      let meaning = string(fields["means"], "means", default: nil, at: node)
    else { return nil }
    var priority = 0
    if let node = fields["priority"] {
      if let value = node.int {
        priority = value
      } else {
        fail(line(node), "'priority' must be a whole number")
      }
    }
    var guards: [Rule.Guard] = []
    for (key, side, isPositive) in [
      ("preceded-by", Rule.Side.before, true), ("not-preceded-by", .before, false),
      ("followed-by", .after, true), ("not-followed-by", .after, false),
    ] {
      guard let node = fields[key], let pattern = string(node, key, default: nil, at: node) else { continue }
      guards.append(Rule.Guard(side: side, isPositive: isPositive, pattern: pattern, line: line(node)))
    }
    let examples = examples(fields["examples"], "examples")
    if examples.isEmpty, !isDisabled { fail(line(node), "rule '\(id)' has no 'examples'; give at least one") }
    return Rule(
      id: id, about: about, pattern: pattern, meaning: meaning, priority: priority, guards: guards,
      extends: fields["extends"].map { flag($0, "extends") } ?? false,
      isAlone: fields["alone"].map { flag($0, "alone") } ?? false, isDisabled: isDisabled, examples: examples,
      counterexamples: self.examples(fields["counterexamples"], "counterexamples"), type: pack.type,
      group: pack.group, referenceDate: pack.referenceDate, file: file, line: line(node))
  }

  // MARK: Nodes

  private func line(_ node: Node) -> Int { node.mark?.line ?? 1 }

  /// The line that an error of the parser stands in, and what is wrong there.
  private static func account(of error: YamlError) -> (line: Int, problem: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark.line, problem)
    case .duplicatedKeysInMapping(let keys, let context):
      (
        context.mark.line,
        "\(keys.sorted().map { "the key '\($0)'" }.joined(separator: " and ")) stands twice in one mapping"
      )
    default: (1, "\(error)".split(separator: "\n").first.map(String.init) ?? "")
    }
  }

  private mutating func fail(_ line: Int, _ message: String) {
    errors.append(RulePackError(file: file, line: line, message: message))
  }

  private mutating func fields(_ node: Node, keys: [String], of what: String) -> [String: Node]? {
    guard let mapping = node.mapping else {
      fail(line(node), "\(what) must be a mapping of keys to values")
      return nil
    }
    var fields: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      if !keys.contains(name) {
        fail(line(key), "'\(name)' is no key of \(what)\(Suggestion.text(for: name, among: keys))")
      }
      fields[name] = value
    }
    return fields
  }

  private mutating func string(_ node: Node?, _ key: String, default fallback: String?, at parent: Node)
    -> String?
  {
    guard let node else {
      if fallback == nil { fail(line(parent), "the key '\(key)' is missing") }
      return fallback
    }
    guard let scalar = node.scalar else {
      fail(line(node), "'\(key)' must be a string")
      return nil
    }
    return scalar.string
  }

  private mutating func flag(_ node: Node, _ key: String) -> Bool {
    if let flag = node.bool { return flag }
    fail(line(node), "'\(key)' must be true or false")
    return false
  }

  private mutating func sequence(_ node: Node?, _ key: String) -> [Node] {
    guard let node else { return [] }
    if let sequence = node.sequence { return Array(sequence) }
    fail(line(node), "'\(key)' must be a list")
    return []
  }

  private mutating func strings(_ node: Node, _ key: String) -> [String] {
    var strings: [String] = []
    for item in sequence(node, key) {
      if let string = item.scalar?.string {
        strings.append(string)
      } else {
        fail(line(item), "'\(key)' must be a list of strings")
      }
    }
    return strings
  }

  private mutating func pairs(_ node: Node?, _ key: String) -> [(String, Node)] {
    guard let node else { return [] }
    guard let mapping = node.mapping else {
      fail(line(node), "'\(key)' must be a mapping of names to values")
      return []
    }
    return mapping.map { ($0.key.string ?? "", $0.value) }
  }

  private mutating func entries(_ node: Node, of name: String) -> [Lexicon.Entry] {
    if node.sequence != nil {
      return sequence(node, name).flatMap { item -> [Lexicon.Entry] in
        guard let words = item.scalar?.string else {
          fail(line(item), "the words of '\(name)' must be strings")
          return []
        }
        let mark = line(item)
        return words.split(separator: " ").map {
          Lexicon.Entry(form: String($0), columns: [], file: file, line: mark)
        }
      }
    }
    return pairs(node, name).compactMap { word, value in
      guard let column = value.scalar?.string else {
        fail(line(value), "the value of '\(word)' must be a string")
        return nil
      }
      return Lexicon.Entry(form: word, columns: [column], file: file, line: line(value))
    }
  }

  private mutating func examples(_ node: Node?, _ key: String) -> [Rule.Example] {
    guard let node else { return [] }
    if node.mapping != nil {
      return pairs(node, key).map { Rule.Example(text: $0, value: $1.scalar?.string, line: line($1)) }
    }
    return sequence(node, key).compactMap { item in
      guard let text = item.scalar?.string else {
        fail(line(item), "'\(key)' must be texts, or a mapping of texts to values")
        return nil
      }
      return Rule.Example(text: text, line: line(item))
    }
  }
}
