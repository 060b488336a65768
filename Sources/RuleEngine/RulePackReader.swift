import RuleSource

/// Reads a rule pack and says all that is wrong with its shape.
///
/// What the names in it mean is checked later, when all packs are known: see ``RuleSet``.
struct RulePackReader {
  private let file: String
  private(set) var errors: [RulePackError] = []

  /// Reads one file. A pack is returned only when nothing was wrong.
  static func read(_ file: RuleFile) throws(RulePackErrors) -> RulePack {
    guard let outline = file.outline else { return try read(file.text, file: file.path) }
    return try read(outline.withUTF8Buffer { PackNode(outline: $0) }, file: file.path)
  }

  /// Reads YAML.
  static func read(_ content: String, file: String) throws(RulePackErrors) -> RulePack {
    let root: PackNode?
    do {
      root = try PackNode.yaml(content)
    } catch {
      throw RulePackErrors(errors: [RulePackError(file: file, line: error.line, message: error.problem)])
    }
    return try read(root, file: file)
  }

  private static func read(_ root: PackNode?, file: String) throws(RulePackErrors) -> RulePack {
    var reader = RulePackReader(file: file)
    let pack = reader.pack(root)
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

  private mutating func pack(_ root: PackNode?) -> RulePack? {
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
      RulePack.WordList(name: name, entries: entries(node, of: name), line: node.line)
    }
    pack.patterns = pairs(fields["patterns"], "patterns").compactMap { name, node in
      string(node, name, default: nil, at: node).map {
        RulePack.NamedPattern(name: name, source: $0, line: node.line)
      }
    }
    pack.rules = sequence(fields["rules"], "rules").compactMap { rule($0, of: pack) }
    return pack
  }

  private mutating func rule(_ node: PackNode, of pack: RulePack) -> Rule? {
    guard let fields = fields(node, keys: Self.ruleKeys, of: "a rule") else { return nil }
    guard let id = string(fields["id"], "id", default: nil, at: node) else { return nil }
    if !id.hasPrefix(pack.name + ".") {
      fail((fields["id"] ?? node).line, "rule '\(id)' must be named '\(pack.name).…', after its pack")
    }
    let isDisabled = fields["disabled"].map { flag($0, "disabled") } ?? false
    if isDisabled, fields["pattern"] == nil {
      return Rule(
        id: id, about: "", pattern: "", meaning: "nothing", priority: 0, guards: [], extends: false,
        isAlone: false, isDisabled: true, examples: [], counterexamples: [], type: pack.type,
        group: pack.group, file: file, line: node.line)
    }
    guard let pattern = string(fields["pattern"], "pattern", default: nil, at: node),
      let about = string(fields["about"], "about", default: nil, at: node),
      let meaning = string(fields["means"], "means", default: nil, at: node)
    else { return nil }
    var priority = 0
    if let node = fields["priority"] {
      if let value = node.scalar.flatMap({ Int($0) }) {
        priority = value
      } else {
        fail(node.line, "'priority' must be a whole number")
      }
    }
    var guards: [Rule.Guard] = []
    for (key, side, isPositive) in [
      ("preceded-by", Rule.Side.before, true), ("not-preceded-by", .before, false),
      ("followed-by", .after, true), ("not-followed-by", .after, false),
    ] {
      guard let node = fields[key], let pattern = string(node, key, default: nil, at: node) else { continue }
      guards.append(Rule.Guard(side: side, isPositive: isPositive, pattern: pattern, line: node.line))
    }
    let examples = examples(fields["examples"], "examples")
    if examples.isEmpty, !isDisabled { fail(node.line, "rule '\(id)' has no 'examples'; give at least one") }
    return Rule(
      id: id, about: about, pattern: pattern, meaning: meaning, priority: priority, guards: guards,
      extends: fields["extends"].map { flag($0, "extends") } ?? false,
      isAlone: fields["alone"].map { flag($0, "alone") } ?? false, isDisabled: isDisabled, examples: examples,
      counterexamples: self.examples(fields["counterexamples"], "counterexamples"), type: pack.type,
      group: pack.group, referenceDate: pack.referenceDate, file: file, line: node.line)
  }

  // MARK: PackNodes

  private mutating func fail(_ line: Int, _ message: String) {
    errors.append(RulePackError(file: file, line: line, message: message))
  }

  private mutating func fields(_ node: PackNode, keys: [String], of what: String) -> [String: PackNode]? {
    guard let mapping = node.mapping else {
      fail(node.line, "\(what) must be a mapping of keys to values")
      return nil
    }
    var fields: [String: PackNode] = [:]
    for pair in mapping {
      let (key, value) = (pair.key, pair.value)
      let name = key.scalar ?? ""
      if !keys.contains(name) {
        fail(key.line, "'\(name)' is no key of \(what)\(Suggestion.text(for: name, among: keys))")
      }
      fields[name] = value
    }
    return fields
  }

  private mutating func string(
    _ node: PackNode?, _ key: String, default fallback: String?, at parent: PackNode
  )
    -> String?
  {
    guard let node else {
      if fallback == nil { fail(parent.line, "the key '\(key)' is missing") }
      return fallback
    }
    guard let scalar = node.scalar else {
      fail(node.line, "'\(key)' must be a string")
      return nil
    }
    return scalar
  }

  private mutating func flag(_ node: PackNode, _ key: String) -> Bool {
    if let flag = node.scalar.flatMap(Bool.init) { return flag }
    fail(node.line, "'\(key)' must be true or false")
    return false
  }

  private mutating func sequence(_ node: PackNode?, _ key: String) -> [PackNode] {
    guard let node else { return [] }
    if let sequence = node.sequence { return sequence }
    fail(node.line, "'\(key)' must be a list")
    return []
  }

  private mutating func strings(_ node: PackNode, _ key: String) -> [String] {
    var strings: [String] = []
    for item in sequence(node, key) {
      if let string = item.scalar {
        strings.append(string)
      } else {
        fail(item.line, "'\(key)' must be a list of strings")
      }
    }
    return strings
  }

  private mutating func pairs(_ node: PackNode?, _ key: String) -> [(String, PackNode)] {
    guard let node else { return [] }
    guard let mapping = node.mapping else {
      fail(node.line, "'\(key)' must be a mapping of names to values")
      return []
    }
    return mapping.map { ($0.key.scalar ?? "", $0.value) }
  }

  private mutating func entries(_ node: PackNode, of name: String) -> [Lexicon.Entry] {
    if node.sequence != nil {
      return sequence(node, name).flatMap { item -> [Lexicon.Entry] in
        guard let words = item.scalar else {
          fail(item.line, "the words of '\(name)' must be strings")
          return []
        }
        let mark = item.line
        return words.split(separator: " ").map {
          Lexicon.Entry(form: String($0), columns: [], file: file, line: mark)
        }
      }
    }
    return pairs(node, name).compactMap { word, value in
      guard let column = value.scalar else {
        fail(value.line, "the value of '\(word)' must be a string")
        return nil
      }
      return Lexicon.Entry(form: word, columns: [column], file: file, line: value.line)
    }
  }

  private mutating func examples(_ node: PackNode?, _ key: String) -> [Rule.Example] {
    guard let node else { return [] }
    if node.mapping != nil {
      return pairs(node, key).map { Rule.Example(text: $0, value: $1.scalar, line: $1.line) }
    }
    return sequence(node, key).compactMap { item in
      guard let text = item.scalar else {
        fail(item.line, "'\(key)' must be texts, or a mapping of texts to values")
        return nil
      }
      return Rule.Example(text: text, line: item.line)
    }
  }
}
