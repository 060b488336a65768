package import TextProcessing

/// All rules, checked whole and compiled into one matcher.
package struct RuleSet: Sendable {
  /// The packs, in the order they were read; those of one name are joined.
  package let packs: [RulePack]

  /// The rules in force, in order.
  package let rules: [Rule]

  /// The word lists.
  package let tables: RuleTables

  let programs: [Program]
  let phases: Phases

  /// What finds the rules.
  struct Phases: Sendable {
    /// Those over characters.
    var characters: RulePhase
    /// Those of them whose match must take up the whole text, which few texts are short enough for.
    var alone: DeferredPhase
    /// Those over mentions.
    var mentions: RulePhase
  }

  /// A rule as it is matched.
  final class Program: Sendable {
    let rule: Rule
    let reading: Reading?
    let captures: [String]
    /// The same, for those who look for one; they stay for as long as the rules.
    nonisolated(unsafe) let captureNames: UnsafeBufferPointer<CaptureName>
    let readsMentions: Bool
    let before: [GuardUse]
    let after: [GuardUse]
    /// The index of the units that must not stand before it among the phase's left sets, or nil.
    let leftSet: Int?

    init(_ draft: ProgramDraft) {
      rule = draft.rule
      reading = draft.reading
      captures = draft.captures
      let names = UnsafeMutableBufferPointer<CaptureName>.allocate(capacity: draft.captures.count)
      _ = names.initialize(from: draft.captures.map { CaptureName($0) })
      captureNames = UnsafeBufferPointer(names)
      readsMentions = draft.readsMentions
      before = draft.before
      after = draft.after
      leftSet = draft.leftSet
    }

    deinit { captureNames.deallocate() }
  }

  /// A guard of a phase, and whether it must hold or must not.
  struct GuardUse: Sendable {
    var number: Int
    var isPositive: Bool
  }

  /// A program that is being built.
  struct ProgramDraft {
    var rule: Rule
    var reading: Reading?
    var captures: [String]
    var readsMentions: Bool
    var before: [GuardUse] = []
    var after: [GuardUse] = []
    var leftSet: Int?
  }

  /// The most units that a pattern may match.
  static let longestMatch = 256

  /// Reads, checks and compiles packs (`*.yaml`) and gazetteers (`*.tsv`), later files adding to earlier ones.
  package init(_ files: [RuleFile], extractors: [Extractor], normalizer: Normalizer) throws(RulePackErrors) {
    var compiler = RuleSetCompiler(normalizer: normalizer)
    self = try compiler.compile(files, extractors: extractors)
  }

  init(packs: [RulePack], rules: [Rule], tables: RuleTables, programs: [Program], phases: Phases) {
    self.packs = packs
    self.rules = rules
    self.tables = tables
    self.programs = programs
    self.phases = phases
  }
}

/// The rules of one pass over the text: first those over characters, then those over mentions.
struct RulePhase: Sendable {
  /// The rules; the kind of a unit has in its upper half the combination of left sets that it is in.
  var automaton = Automaton()

  /// For each combination of left sets that the unit before a match may stand in, the states to start from.
  var starts: [[UInt32]] = []

  /// The state that each program of the rule set starts from which is of the phase.
  var programStarts: [UInt32] = []

  /// The states that rules start from whose match must take up the whole text.
  var aloneStarts: [UInt32] = []

  /// The states that guards start from, by number.
  var guards: [UInt32] = []

  /// How many programs are rules; those behind them are guards.
  var ruleCount = 0

  var isEmpty: Bool { starts.allSatisfy(\.isEmpty) && aloneStarts.isEmpty }

  /// Whether every match begins with a mention.
  var opensWithMentions: Bool {
    let symbols = MentionSymbol.all
    var pending = starts.flatMap { $0 } + aloneStarts
    var seen = Set(pending)
    while let state = pending.popLast() {
      for edge in automaton.edges(from: state)
      where !(symbols.contains(edge.low) && symbols.contains(edge.high)) {
        return false
      }
      for move in automaton.moves(from: state) where seen.insert(move).inserted { pending.append(move) }
    }
    return true
  }
}
