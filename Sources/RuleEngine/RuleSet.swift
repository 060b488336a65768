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
  let characterRules: RulePhase
  let mentionRules: RulePhase
  let readings: [String: [String: Reading]]

  /// A rule as it is matched.
  struct Program: Sendable {
    var rule: Rule
    var reading: Reading?
    var start: UInt32
    var captures: [String]
    var before: [(guardNumber: Int, isPositive: Bool)] = []
    var after: [(guardNumber: Int, isPositive: Bool)] = []
    var readsMentions: Bool
    /// The index of the units that must not stand before it among the phase's left sets, or nil.
    var leftSet: Int?
  }

  /// The most units that a pattern may match.
  static let longestMatch = 256

  /// Reads, checks and compiles packs (`*.yaml`) and gazetteers (`*.tsv`), later files adding to earlier ones.
  package init(_ files: [RuleFile], extractors: [Extractor], normalizer: Normalizer) throws(RulePackErrors) {
    var compiler = RuleSetCompiler(normalizer: normalizer)
    self = try compiler.compile(files, extractors: extractors)
  }

  init(
    packs: [RulePack], rules: [Rule], tables: RuleTables, programs: [Program], characterRules: RulePhase,
    mentionRules: RulePhase, readings: [String: [String: Reading]]
  ) {
    self.packs = packs
    self.rules = rules
    self.tables = tables
    self.programs = programs
    self.characterRules = characterRules
    self.mentionRules = mentionRules
    self.readings = readings
  }
}

/// The rules of one pass over the text: first those over characters, then those over mentions.
struct RulePhase: Sendable {
  var automaton = Automaton()

  /// For each combination of left sets that the unit before a match may stand in, the states to start from.
  var starts: [[UInt32]] = []

  /// The combination that each unit belongs to.
  var signatures: [UInt16] = []

  /// The states that guards start from, by number.
  var guards: [UInt32] = []

  /// How many programs are rules; those behind them are guards.
  var ruleCount = 0

  var isEmpty: Bool { starts.allSatisfy(\.isEmpty) }
}
