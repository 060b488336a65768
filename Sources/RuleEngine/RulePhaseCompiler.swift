/// A rule whose pattern was read, before it is built.
struct RuleDraft: Sendable {
  var program: RuleSet.ProgramDraft
  var pattern: Pattern
  var guards: [(guard: Rule.Guard, pattern: Pattern)]
}

/// Turns rules that are known to be sound into the automata that find them.
struct RulePhaseCompiler: Sendable {
  let lexicons: [String: Lexicon]
  let patterns: [String: Pattern]

  /// Builds the phase of the rules over characters or of those over mentions, and tells their drafts where they start.
  func phase(_ drafts: inout [RuleDraft], overMentions: Bool) -> RulePhase {
    let members = drafts.indices.filter { drafts[$0].program.readsMentions == overMentions }
    var phase = RulePhase()
    phase.ruleCount = drafts.count
    let leftSets = RulePhaseCompiler.leftSets(of: members, in: &drafts)
    var jobs = members.map {
      Job(pattern: drafts[$0].pattern, number: Int32($0), captures: drafts[$0].program.captures)
    }
    jobs += RulePhaseCompiler.guards(of: members, in: &drafts)
    let starts: [UInt32]
    (phase.automaton, starts) = automaton(of: jobs)
    for (member, start) in zip(members, starts) {
      drafts[member].program.start = start
      if drafts[member].program.rule.isAlone { phase.aloneStarts.append(start) }
    }
    phase.guards = Array(starts[members.count...])
    sign(&phase, members.map { drafts[$0].program }, leftSets)
    return phase
  }

  // MARK: Guards

  /// Finds the sets of units that must not stand before rules: those are asked of a text once for all of them. Each
  /// rule keeps at most one, and the guards that are none of these.
  private static func leftSets(of members: [Int], in drafts: inout [RuleDraft]) -> [UnitSet] {
    var sets: [UnitSet] = []
    for member in members where !drafts[member].program.rule.isAlone {
      let place = drafts[member].guards.firstIndex { side, pattern in
        if case .unit = pattern { side.side == .before && !side.isPositive } else { false }
      }
      guard let place, case .unit(let set) = drafts[member].guards.remove(at: place).pattern else { continue }
      drafts[member].program.leftSet = sets.firstIndex(of: set) ?? sets.count
      if drafts[member].program.leftSet == sets.count { sets.append(set) }
    }
    return sets
  }

  /// Numbers the guards of rules, of which several rules may share one.
  private static func guards(of members: [Int], in drafts: inout [RuleDraft]) -> [Job] {
    var jobs: [Job] = []
    var numbers: [String: Int] = [:]
    for member in members {
      for (side, pattern) in drafts[member].guards {
        let isBefore = side.side == .before
        let key = (isBefore ? "<" : ">") + side.pattern
        let number = numbers[key] ?? jobs.count
        if numbers.updateValue(number, forKey: key) == nil {
          jobs.append(
            Job(pattern: pattern, number: Int32(drafts.count + number), captures: [], isReversed: isBefore))
        }
        let use = RuleSet.GuardUse(number: number, isPositive: side.isPositive)
        if isBefore {
          drafts[member].program.before.append(use)
        } else {
          drafts[member].program.after.append(use)
        }
      }
    }
    return jobs
  }

  // MARK: Automaton

  /// A pattern to build, and what it is accepted by.
  private struct Job {
    var pattern: Pattern
    var number: Int32
    var captures: [String]
    var isReversed = false
  }

  /// Builds patterns into one automaton, and says where each starts.
  private func automaton(of jobs: [Job]) -> (Automaton, starts: [UInt32]) {
    var builder = AutomatonBuilder(lexicons: lexicons, patterns: patterns)
    let starts = jobs.map {
      builder.program($0.pattern, number: $0.number, captures: $0.captures, reversed: $0.isReversed)
    }
    return (builder.finished(), starts)
  }

  /// Finds, for each class of units, the rules that may begin behind it.
  private func sign(_ phase: inout RulePhase, _ programs: [RuleSet.ProgramDraft], _ leftSets: [UnitSet]) {
    var numbers: [[Bool]: UInt32] = [:]
    var boundaries: Set<Int> = [0]
    for range in leftSets.flatMap(\.ranges) {
      boundaries.insert(Int(range.lowerBound))
      boundaries.insert(Int(range.upperBound) + 1)
    }
    let sorted = boundaries.sorted() + [0x10000]
    for (low, high) in zip(sorted, sorted.dropFirst()) where low < high {
      let signature = leftSets.map { $0.contains(UInt16(low)) }
      let number = numbers[signature] ?? UInt32(phase.starts.count)
      if numbers.updateValue(number, forKey: signature) == nil {
        let beginning = programs.filter { !$0.rule.isAlone && $0.leftSet.map { !signature[$0] } ?? true }
        phase.starts.append(beginning.map(\.start))
      }
      guard number > 0 else { continue }
      for unit in low..<high { phase.automaton.kinds[unit] |= number << 16 }
    }
  }
}
