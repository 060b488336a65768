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
        for unitClass in FirstSteps.classes(of: edge, in: automaton) { starts[unitClass + 1] += 1 }
      }
    }
    for unitClass in 1..<starts.count { starts[unitClass] += starts[unitClass - 1] }
    var places = starts
    steps = Array(repeating: Step(origin: 0, target: 0), count: starts[starts.count - 1])
    for origin in origins {
      for edge in automaton.edges(from: origin) {
        for unitClass in FirstSteps.classes(of: edge, in: automaton) {
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

  /// The classes that an edge covers: all of the units between its ends, whose first ones stand in their order.
  private static func classes(of edge: Automaton.Edge, in automaton: Automaton) -> Range<Int> {
    let first = Int(automaton.kinds[Int(edge.low)] & 0xFFFF)
    var end = first + 1
    let representatives = automaton.representatives
    while end < representatives.count, representatives[end] <= edge.high { end += 1 }
    return first..<end
  }
}
