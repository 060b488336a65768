import DocumentModel
import TextProcessing

/// Checks packs against each other and turns them into one ``RuleSet``.
struct RuleSetCompiler {
  private let normalizer: Normalizer
  private var errors: [RulePackError] = []
  private var tables: RuleTables
  private var patterns: [String: Pattern] = [:]
  private var patternSources: [String: (source: String, file: String, line: Int)] = [:]
  private var namedTraits: [String: PatternTraits] = [:]
  private var rules: [Rule] = []
  private var packs: [RulePack] = []

  init(normalizer: Normalizer) {
    self.normalizer = normalizer
    tables = RuleTables(normalizer: normalizer)
  }

  mutating func compile(_ files: [RuleFile], extractors: [Extractor]) throws(RulePackErrors) -> RuleSet {
    for file in files where file.name.hasSuffix(".tsv") {
      tables.files[String(file.name.dropLast(4)), default: []].append(file)
    }
    let packFiles = files.filter { $0.name.hasSuffix(".yaml") || $0.name.hasSuffix(".yml") }
    let reads = packFiles.map { file in
      Background {
        Result { () throws(RulePackErrors) in try RulePackReader.read(file) }
      }
    }
    let loads = gazetteers(packFiles.map(\.text), extractors.flatMap(\.gazetteers))
    for read in reads { add(read.value) }
    joinLexicons()
    for load in loads { add(load.value) }
    let isWord = wordCheck()
    // What the extractors make of the word lists takes as long as the patterns do.
    let readings = extractors.map { [tables] extractor in
      (extractor.name, Background { extractor.readings(tables) })
    }
    parsePatterns(isWord)
    var drafts = drafts(isWord)
    let phases = errors.isEmpty ? phases(&drafts) : nil
    let programs = programs(drafts, readings.map { ($0, $1.value) })
    guard let phases, errors.isEmpty else {
      throw RulePackErrors(
        errors: errors.sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) })
    }
    return RuleSet(packs: packs, rules: rules, tables: tables, programs: programs, phases: phases)
  }

  /// Builds what finds rules, as far as every text asks for it.
  private func phases(_ drafts: inout [RuleDraft]) -> RuleSet.Phases {
    func plan(_ isMember: (RuleSet.ProgramDraft) -> Bool) -> RulePhasePlan {
      RulePhasePlan(
        drafts.indices.filter { isMember(drafts[$0].program) }, of: &drafts, lexicons: tables.lexicons,
        patterns: patterns)
    }
    return RuleSet.Phases(
      characters: plan { !$0.readsMentions && !$0.rule.isAlone }.phase(),
      alone: DeferredPhase(plan { !$0.readsMentions && $0.rule.isAlone }),
      mentions: plan(\.readsMentions).phase())
  }

  private mutating func fail(_ file: String, _ line: Int, _ message: String) {
    errors.append(RulePackError(file: file, line: line, message: message))
  }

  // MARK: Reading

  private mutating func add(_ read: Result<RulePack, RulePackErrors>) {
    switch read {
    case .success(let pack): add(pack)
    case .failure(let failure): errors += failure.errors
    }
  }

  private mutating func add(_ pack: RulePack) {
    packs.append(pack)
    for pattern in pack.patterns { patternSources[pattern.name] = (pattern.source, pack.file, pattern.line) }
    for rule in pack.rules {
      guard let place = rules.firstIndex(where: { $0.id == rule.id }) else {
        rules.append(rule)
        continue
      }
      if rules[place].file == rule.file {
        fail(
          rule.file, rule.line, "rule '\(rule.id)' stands here again; it is in line \(rules[place].line)")
      }
      rules[place] = rule
    }
  }

  private mutating func joinLexicons() {
    for pack in packs {
      for list in pack.lexicons {
        var lexicon = pack.replaced.contains(list.name) ? Lexicon(name: list.name) : tables.lexicon(list.name)
        for entry in list.entries { lexicon.add(entry, folded: normalizer.fold(entry.form)) }
        tables.lexicons[list.name] = lexicon
      }
    }
  }

  private func wordCheck() -> (String) -> Bool {
    let names = Set(tables.lexicons.keys).union(tables.files.keys)
    return { names.contains($0) }
  }

  /// A gazetteer that was read.
  private struct Load: Sendable {
    var lexicon: Lexicon
    var errors: [RulePackError]
  }

  /// Begins to read the gazetteers that the texts of packs or extractors name.
  private func gazetteers(_ packs: [String], _ asked: [String]) -> [Background<Load>] {
    let named = packs.reduce(into: Set(asked)) { $0.formUnion(RuleSetCompiler.names(in: $1)) }
    return tables.files.keys.filter(named.contains).map { name in
      Background { [self] in load(name, into: Lexicon(name: name)) }
    }
  }

  private func load(_ name: String, into lexicon: Lexicon) -> Load {
    var lexicon = lexicon
    let errors = Gazetteer.read(tables.files[name] ?? [], into: &lexicon, normalizer: normalizer)
    return Load(lexicon: lexicon, errors: errors)
  }

  private mutating func add(_ load: Load) {
    errors += load.errors
    let name = load.lexicon.name
    // A pack's own list of that name comes first.
    let list = tables.lexicons[name]
    tables.lexicons[name] = list.map { self.load(name, into: $0).lexicon } ?? load.lexicon
  }

  /// The names behind the signs @ of a text.
  private static func names(in text: String) -> [String] {
    var names: [String] = []
    var text = text
    text.withUTF8 { bytes in
      var place = 0
      while place < bytes.count {
        let isName = bytes[place] == UInt8(ascii: "@")
        place += 1
        guard isName else { continue }
        let name = bytes[place...].prefix { $0 == UInt8(ascii: "-") || isAlphanumeric($0) }
        names.append(String(decoding: name, as: UTF8.self))
      }
    }
    return names
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }

  // MARK: Patterns

  private mutating func parse(
    _ source: String, _ isWord: @escaping (String) -> Bool, file: String, line: Int, of what: String
  ) -> Pattern? {
    do {
      let pattern = try PatternParser.parse(source, normalizer: normalizer, isWord: isWord)
      var unknown: [String] = []
      pattern.forEach { if case .named(let name) = $0, patternSources[name] == nil { unknown.append(name) } }
      for name in unknown {
        let names = Array(patternSources.keys) + tables.lexicons.keys + tables.files.keys
        fail(
          file, line,
          "\(what) uses '@\(name)', which nothing defines\(Suggestion.text(for: name, among: names))")
      }
      return unknown.isEmpty ? pattern : nil
    } catch {
      fail(file, line, "\(what): \(error.message), at character \(error.offset + 1) of '\(source)'")
      return nil
    }
  }

  private mutating func parsePatterns(_ isWord: @escaping (String) -> Bool) {
    for (name, entry) in patternSources.sorted(by: { $0.key < $1.key }) {
      if isWord(name) {
        fail(entry.file, entry.line, "'\(name)' names both a pattern and a word list; rename one of them")
      }
      patterns[name] = parse(
        entry.source, isWord, file: entry.file, line: entry.line, of: "pattern '\(name)'")
    }
    var sound: Set<String> = []
    for name in patterns.keys.sorted() where isCyclic(name, path: [], &sound) {
      let entry = patternSources[name]
      fail(entry?.file ?? "", entry?.line ?? 1, "pattern '\(name)' names itself, by way of others or not")
      patterns[name] = .sequence([])
    }
  }

  /// Whether a pattern names itself; those known not to are looked at once.
  private func isCyclic(_ name: String, path: Set<String>, _ sound: inout Set<String>) -> Bool {
    if sound.contains(name) { return false }
    guard !path.contains(name) else { return true }
    var names: [String] = []
    patterns[name]?.forEach { if case .named(let inner) = $0 { names.append(inner) } }
    let path = path.union([name])
    for inner in names where isCyclic(inner, path: path, &sound) { return true }
    sound.insert(name)
    return false
  }

  /// What is to be known of a pattern; that of named ones is found once.
  private mutating func traits(of pattern: Pattern) -> PatternTraits {
    var names: [String] = []
    pattern.forEach { if case .named(let name) = $0 { names.append(name) } }
    for name in names where namedTraits[name] == nil {
      namedTraits[name] = patterns[name].map { traits(of: $0) } ?? PatternTraits()
    }
    return PatternTraits(
      pattern, word: { tables.lexicons[$0]?.longest ?? 0 }, named: { namedTraits[$0] ?? PatternTraits() })
  }

  // MARK: Rules

  private mutating func drafts(_ isWord: @escaping (String) -> Bool) -> [RuleDraft] {
    var drafts: [RuleDraft] = []
    for rule in rules where !rule.isDisabled {
      guard
        let pattern = parse(rule.pattern, isWord, file: rule.file, line: rule.line, of: "rule '\(rule.id)'")
      else { continue }
      let traits = traits(of: pattern)
      if traits.isOptional {
        fail(rule.file, rule.line, "rule '\(rule.id)' can match nothing; make one part of it required")
      }
      if traits.longest > RuleSet.longestMatch {
        fail(
          rule.file, rule.line,
          "rule '\(rule.id)' can match \(traits.longest) characters; the limit is \(RuleSet.longestMatch): lower its repeats"
        )
      }
      if traits.starts > 1_000 {
        fail(
          rule.file, rule.line,
          "rule '\(rule.id)' can begin at any character, which would slow every text; begin it with a word, and let its meaning look to the left"
        )
      }
      var guards: [(Rule.Guard, Pattern)] = []
      for side in rule.guards {
        guard
          let pattern = parse(side.pattern, isWord, file: rule.file, line: side.line, of: "rule '\(rule.id)'")
        else { continue }
        guards.append((side, pattern))
      }
      let program = RuleSet.ProgramDraft(
        rule: rule, captures: traits.captures, readsMentions: traits.readsMentions)
      drafts.append(RuleDraft(program: program, pattern: pattern, guards: guards))
    }
    return drafts
  }

  /// The programs with what they mean.
  private mutating func programs(
    _ drafts: [RuleDraft], _ readings: [(type: String, known: [String: Reading])]
  )
    -> [RuleSet.Program]
  {
    let readings = Dictionary(uniqueKeysWithValues: readings)
    return drafts.map { draft in
      var program = draft.program
      let rule = program.rule
      if let known = readings[rule.type] {
        program.reading = known[rule.meaning]
        if !rule.isTrap, program.reading == nil {
          fail(
            rule.file, rule.line,
            "rule '\(rule.id)' means '\(rule.meaning)', which \(rule.type) does not know\(Suggestion.text(for: rule.meaning, among: known.keys.sorted() + ["nothing"]))"
          )
        }
      } else {
        let types = readings.keys.sorted()
        fail(
          rule.file, rule.line,
          "'\(rule.type)' is no type of pack; there are \(types.joined(separator: ", "))\(Suggestion.text(for: rule.type, among: types))"
        )
      }
      return RuleSet.Program(program)
    }
  }
}
