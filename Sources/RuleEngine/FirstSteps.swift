/// The steps that some states of an automaton take, by class of units.
struct FirstSteps {
  /// A step from one state to another.
  struct Step {
    var origin: UInt32
    var target: UInt32
  }

  /// The steps class by class, those of a class by ascending origin, and where those of each class begin.
  private var steps: [Step] = []
  private var starts: [Int]

  /// Finds the steps of states, which are given in ascending order.
  init(from origins: [UInt32], of automaton: Automaton) {
    starts = Array(repeating: 0, count: automaton.representatives.count + 1)
    guard !origins.isEmpty else { return }
    for origin in origins {
      for edge in automaton.edges(from: origin) {
        for unitClass in automaton.classes(of: edge) { starts[unitClass + 1] += 1 }
      }
    }
    for unitClass in 1..<starts.count { starts[unitClass] += starts[unitClass - 1] }
    var places = starts
    steps = Array(repeating: Step(origin: 0, target: 0), count: starts[starts.count - 1])
    for origin in origins {
      for edge in automaton.edges(from: origin) {
        for unitClass in automaton.classes(of: edge) {
          steps[places[unitClass]] = Step(origin: origin, target: edge.target)
          places[unitClass] += 1
        }
      }
    }
  }

  /// The steps over a class.
  subscript(unitClass: UInt16) -> ArraySlice<Step> {
    steps[starts[Int(unitClass)]..<starts[Int(unitClass) + 1]]
  }
}
