import Synchronization

/// A rule whose pattern was read, before it is built.
struct RuleDraft: Sendable {
  var program: RuleSet.ProgramDraft
  var pattern: Pattern
  var guards: [(guard: Rule.Guard, pattern: Pattern)]
}

/// What a phase is built of: rules that are known to be sound.
struct RulePhasePlan: Sendable {
  private let lexicons: [String: Lexicon]
  private let patterns: [String: Pattern]
  private let rules: [RuleDraft]
  private var jobs: [Job] = []
  private var leftSets: [UnitSet] = []
  private let ruleCount: Int

  /// Plans the phase of some rules, and tells their drafts which guards of it are theirs.
  init(
    _ members: [Int], of drafts: inout [RuleDraft], lexicons: [String: Lexicon], patterns: [String: Pattern]
  ) {
    self.lexicons = lexicons
    self.patterns = patterns
    ruleCount = drafts.count
    leftSets = RulePhasePlan.leftSets(of: members, in: &drafts)
    jobs = members.map {
      Job(pattern: drafts[$0].pattern, number: Int32($0), captures: drafts[$0].program.captures)
    }
    jobs += RulePhasePlan.guards(of: members, in: &drafts)
    rules = members.map { drafts[$0] }
  }

  /// Builds the phase.
  func phase() -> RulePhase {
    var phase = RulePhase()
    phase.ruleCount = ruleCount
    var builder = AutomatonBuilder(lexicons: lexicons, patterns: patterns)
    let starts = jobs.map {
      builder.program($0.pattern, number: $0.number, captures: $0.captures, reversed: $0.isReversed)
    }
    phase.automaton = builder.finished()
    phase.programStarts = Array(repeating: 0, count: ruleCount)
    for (job, start) in zip(jobs, starts) where job.number < ruleCount {
      phase.programStarts[Int(job.number)] = start
    }
    phase.aloneStarts = zip(rules, starts).compactMap { $0.program.rule.isAlone ? $1 : nil }
    phase.guards = Array(starts[rules.count...])
    sign(&phase, starts)
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

  // MARK: Building

  /// A pattern to build, and what it is accepted by.
  private struct Job {
    var pattern: Pattern
    var number: Int32
    var captures: [String]
    var isReversed = false
  }

  /// Finds, for each class of units, the rules that may begin behind it.
  private func sign(_ phase: inout RulePhase, _ starts: [UInt32]) {
    var numbers: [[UInt64]: UInt32] = [:]
    var boundaries: Set<Int> = [0]
    for range in leftSets.flatMap(\.ranges) {
      boundaries.insert(Int(range.lowerBound))
      boundaries.insert(Int(range.upperBound) + 1)
    }
    let sorted = boundaries.sorted() + [0x10000]
    for (low, high) in zip(sorted, sorted.dropFirst()) where low < high {
      // A bit for each set, whether the units here are in it.
      var signature = [UInt64](repeating: 0, count: (leftSets.count + 63) / 64)
      for (index, set) in leftSets.enumerated() where set.contains(UInt16(low)) {
        signature[index >> 6] |= 1 << UInt64(index & 63)
      }
      let number = numbers[signature] ?? UInt32(phase.starts.count)
      if numbers.updateValue(number, forKey: signature) == nil {
        phase.starts.append(
          zip(rules, starts).compactMap { rule, start in
            let program = rule.program
            let isBarred = program.leftSet.map { signature[$0 >> 6] & 1 << UInt64($0 & 63) != 0 } ?? false
            return program.rule.isAlone || isBarred ? nil : start
          })
      }
      guard number > 0 else { continue }
      for unit in low..<high { phase.automaton.kinds[unit] |= number << 16 }
    }
  }
}

/// A phase that is built when it is first asked for.
final class DeferredPhase: Sendable {
  private let plan: RulePhasePlan
  private let built = Mutex<RulePhase?>(nil)

  init(_ plan: RulePhasePlan) { self.plan = plan }

  /// The phase.
  var phase: RulePhase {
    built.withLock { built in
      let phase = built ?? plan.phase()
      built = phase
      return phase
    }
  }
}
