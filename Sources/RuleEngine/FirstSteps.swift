/// The steps that some states of an automaton take, by class of units.
///
/// All matches begin with one of them. There are many sets of rules that may begin at a place, by what stands before
/// it, and they differ in which of these steps are theirs: a ``Selection``.
struct FirstSteps {
  /// A bit for each of the states.
  typealias Selection = [UInt64]

  /// A step of the state of some rank among them.
  private struct Step {
    var rank: UInt32 = 0
    var target: UInt32 = 0
  }

  private let origins: [UInt32]
  /// The steps class by class, those of a class by ascending origin, and where those of each class begin.
  private var steps: [Step] = []
  private var starts: [Int]

  /// Finds the steps of states, which are given in ascending order.
  init(from origins: [UInt32], of automaton: Automaton) {
    self.origins = origins
    starts = Array(repeating: 0, count: automaton.representatives.count + 1)
    guard !origins.isEmpty else { return }
    for origin in origins {
      for edge in automaton.edges(from: origin) {
        for unitClass in automaton.classes(of: edge) { starts[unitClass + 1] += 1 }
      }
    }
    for unitClass in 1..<starts.count { starts[unitClass] += starts[unitClass - 1] }
    var places = starts
    steps = Array(repeating: Step(), count: starts[starts.count - 1])
    for (rank, origin) in origins.enumerated() {
      for edge in automaton.edges(from: origin) {
        for unitClass in automaton.classes(of: edge) {
          steps[places[unitClass]] = Step(rank: UInt32(rank), target: edge.target)
          places[unitClass] += 1
        }
      }
    }
  }

  /// Selects the steps of those states that are among some, which are given in ascending order.
  func selection(of states: [UInt32]) -> Selection {
    var selection = Selection(repeating: 0, count: origins.count / 64 + 1)
    var rank = 0
    for state in states {
      while rank < origins.count, origins[rank] < state { rank += 1 }
      guard rank < origins.count else { break }
      if origins[rank] == state { selection[rank >> 6] |= 1 << UInt64(rank & 63) }
    }
    return selection
  }

  /// Hands over where the steps of a selection lead over a class of units.
  @inline(__always)
  func forEachTarget(of selection: Selection, over unitClass: UInt16, _ body: (UInt32) -> Void) {
    for step in steps[starts[Int(unitClass)]..<starts[Int(unitClass) + 1]]
    where selection[Int(step.rank >> 6)] & 1 << UInt64(step.rank & 63) != 0 {
      body(step.target)
    }
  }
}
