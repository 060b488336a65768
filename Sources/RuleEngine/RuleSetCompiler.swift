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
    for file in files {
      if file.name.hasSuffix(".tsv") { tables.files[String(file.name.dropLast(4)), default: []].append(file) }
      if file.name.hasSuffix(".yaml") || file.name.hasSuffix(".yml") { read(file) }
    }
    joinLexicons()
    let isWord = wordCheck()
    loadGazetteers(extractors.flatMap(\.gazetteers))
    parsePatterns(isWord)
    var readings: [String: [String: Reading]] = [:]
    for extractor in extractors { readings[extractor.name] = extractor.readings(tables) }
    let programs = checkedPrograms(readings, isWord)
    guard errors.isEmpty else {
      throw RulePackErrors(
        errors: errors.sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) })
    }
    return build(programs)
  }

  private mutating func fail(_ file: String, _ line: Int, _ message: String) {
    errors.append(RulePackError(file: file, line: line, message: message))
  }

  // MARK: Reading

  private mutating func read(_ file: RuleFile) {
    do {
      let pack = try RulePackReader.read(file.text, file: file.path)
      packs.append(pack)
      for pattern in pack.patterns {
        patternSources[pattern.name] = (pattern.source, pack.file, pattern.line)
      }
      for rule in pack.rules {
        if let place = rules.firstIndex(where: { $0.id == rule.id }) {
          if rules[place].file == rule.file {
            fail(
              rule.file, rule.line, "rule '\(rule.id)' stands here again; it is in line \(rules[place].line)")
          }
          rules[place] = rule
        } else {
          rules.append(rule)
        }
      }
    } catch {
      errors += error.errors
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

  /// Loads the gazetteers that patterns or extractors name.
  private mutating func loadGazetteers(_ asked: [String]) {
    var named = Set(asked)
    let sources =
      patternSources.values.map(\.source) + rules.flatMap { [$0.pattern] + $0.guards.map(\.pattern) }
    for source in sources {
      for part in source.split(separator: "@", omittingEmptySubsequences: false).dropFirst() {
        named.insert(String(part.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }))
      }
    }
    for name in tables.files.keys.sorted() where named.contains(name) {
      var lexicon = tables.lexicon(name)
      for file in tables.files[name] ?? [] {
        errors += Gazetteer.read(file.text, file: file.path, into: &lexicon, normalizer: normalizer)
      }
      tables.lexicons[name] = lexicon
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
      let names = Array(patternSources.keys) + tables.lexicons.keys + tables.files.keys
      for name in unknown {
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

  /// A rule whose pattern was read, before it is built.
  private struct Draft {
    var program: RuleSet.ProgramDraft
    var pattern: Pattern
    var guards: [(guard: Rule.Guard, pattern: Pattern)]
  }

  private mutating func checkedPrograms(
    _ readings: [String: [String: Reading]], _ isWord: @escaping (String) -> Bool
  ) -> [Draft] {
    var drafts: [Draft] = []
    for rule in rules where !rule.isDisabled {
      guard let known = readings[rule.type] else {
        let types = readings.keys.sorted()
        fail(
          rule.file, rule.line,
          "'\(rule.type)' is no type of pack; there are \(types.joined(separator: ", "))\(Suggestion.text(for: rule.type, among: types))"
        )
        continue
      }
      if !rule.isTrap, known[rule.meaning] == nil {
        fail(
          rule.file, rule.line,
          "rule '\(rule.id)' means '\(rule.meaning)', which \(rule.type) does not know\(Suggestion.text(for: rule.meaning, among: known.keys.sorted() + ["nothing"]))"
        )
      }
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
        rule: rule, reading: known[rule.meaning], captures: traits.captures,
        readsMentions: traits.readsMentions)
      drafts.append(Draft(program: program, pattern: pattern, guards: guards))
    }
    return drafts
  }

  // MARK: Building

  private func build(_ drafts: [Draft]) -> RuleSet {
    var programs = drafts.map(\.program)
    let characterRules = phase(drafts, &programs, overMentions: false)
    let mentionRules = phase(drafts, &programs, overMentions: true)
    return RuleSet(
      packs: packs, rules: rules, tables: tables, programs: programs.map(RuleSet.Program.init),
      characterRules: characterRules,
      mentionRules: mentionRules)
  }

  private func phase(_ drafts: [Draft], _ programs: inout [RuleSet.ProgramDraft], overMentions: Bool)
    -> RulePhase
  {
    var builder = AutomatonBuilder(lexicons: tables.lexicons, patterns: patterns)
    var phase = RulePhase()
    phase.ruleCount = drafts.count
    var guardNumbers: [String: Int] = [:]
    var leftSets: [UnitSet] = []
    var members: [Int] = []
    for (index, draft) in drafts.enumerated() where draft.program.readsMentions == overMentions {
      members.append(index)
      programs[index].start = builder.program(
        draft.pattern, number: Int32(index), captures: draft.program.captures)
      if draft.program.rule.isAlone { phase.aloneStarts.append(programs[index].start) }
      for (side, pattern) in draft.guards {
        if side.side == .before, !side.isPositive, case .unit(let set) = pattern,
          programs[index].leftSet == nil, !draft.program.rule.isAlone
        {
          programs[index].leftSet = leftSets.firstIndex(of: set) ?? leftSets.count
          if programs[index].leftSet == leftSets.count { leftSets.append(set) }
          continue
        }
        let key = (side.side == .before ? "<" : ">") + side.pattern
        let number = guardNumbers[key] ?? phase.guards.count
        if guardNumbers[key] == nil {
          guardNumbers[key] = number
          phase.guards.append(
            builder.program(
              pattern, number: Int32(drafts.count + number), captures: [], reversed: side.side == .before))
        }
        if side.side == .before {
          programs[index].before.append(.init(number: number, isPositive: side.isPositive))
        } else {
          programs[index].after.append(.init(number: number, isPositive: side.isPositive))
        }
      }
    }
    phase.automaton = builder.finished()
    sign(&phase, programs, members, leftSets)
    return phase
  }

  /// Finds, for each class of units, the rules that may begin behind it.
  private func sign(
    _ phase: inout RulePhase, _ programs: [RuleSet.ProgramDraft], _ members: [Int], _ leftSets: [UnitSet]
  ) {
    var numbers: [[Bool]: UInt16] = [:]
    phase.signatures = Array(repeating: 0, count: 0x10000)
    let runs = leftSets.map(\.ranges)
    var boundaries: Set<Int> = [0]
    for range in runs.joined() {
      boundaries.insert(Int(range.lowerBound))
      boundaries.insert(Int(range.upperBound) + 1)
    }
    let sorted = boundaries.sorted() + [0x10000]
    for (low, high) in zip(sorted, sorted.dropFirst()) where low < high {
      let signature = leftSets.map { $0.contains(UInt16(low)) }
      let number = numbers[signature] ?? UInt16(phase.starts.count)
      if numbers[signature] == nil {
        numbers[signature] = number
        phase.starts.append(
          members.filter { member in
            !programs[member].rule.isAlone && programs[member].leftSet.map { !signature[$0] } ?? true
          }
          .map { programs[$0].start })
      }
      for unit in low..<high { phase.signatures[unit] = number }
    }
  }
}
