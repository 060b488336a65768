/// The rules of a set as one nondeterministic automaton, in flat arrays.
///
/// A state has edges over ranges of units, sorted and disjoint, and ordered ε-moves. It may accept a
/// program (a rule or a guard) or save a position for a capture. Units that no pattern tells apart share a
/// class, and the deterministic automaton made of this one steps by class.
struct Automaton: Sendable {
  /// The states, and one behind the last whose starts are the ends of its edges and moves.
  private(set) var states = [State()]
  private(set) var edges: [Edge] = []
  private(set) var moves: [UInt32] = []

  /// The class of each unit in the lower half; 0 is the class of the units in no pattern. The upper half is for
  /// whoever scans: see ``RulePhase``.
  var kinds: [UInt32] = []

  /// The first unit of each class, ascending behind that of class 0.
  var representatives: [UInt16] = []

  /// A state; its edges and moves end where those of the next begin.
  struct State {
    var edgeStart: UInt32 = 0
    var moveStart: UInt32 = 0

    /// The program that it accepts, or -1.
    var accepts: Int32 = -1

    /// The capture slot that it saves to: 2k for the start of capture k, 2k+1 for its end; or -1.
    var saves: Int16 = -1
  }

  /// A step over a range of units.
  struct Edge: Equatable {
    var low: UInt16
    var high: UInt16
    var target: UInt32
  }

  var stateCount: Int { states.count - 1 }

  /// Makes room for so many states, or more: what is reserved costs nothing until it is written, while what grows is
  /// copied again and again.
  mutating func reserve(_ capacity: Int) {
    states.reserveCapacity(capacity)
    edges.reserveCapacity(2 * capacity)
    moves.reserveCapacity(capacity)
  }

  /// Adds an edge of the state that is ended next.
  mutating func add(_ edge: Edge) { edges.append(edge) }

  /// Adds a move of the state that is ended next.
  mutating func add(move: UInt32) { moves.append(move) }

  /// Ends a state whose edges and moves are added.
  mutating func end(accepts: Int32, saves: Int16) {
    states[states.count - 1].accepts = accepts
    states[states.count - 1].saves = saves
    states.append(State(edgeStart: UInt32(edges.count), moveStart: UInt32(moves.count)))
  }

  /// The edges of a state.
  func edges(from state: UInt32) -> ArraySlice<Edge> {
    edges[Int(states[Int(state)].edgeStart)..<Int(states[Int(state) + 1].edgeStart)]
  }

  /// The classes that an edge covers: all of the units between its ends, whose first ones stand in their order.
  func classes(of edge: Edge) -> Range<Int> {
    let first = Int(kinds[Int(edge.low)] & 0xFFFF)
    if edge.low == edge.high { return first..<first + 1 }
    var (low, high) = (first + 1, representatives.count)
    while low < high {
      let middle = (low + high) / 2
      if representatives[middle] <= edge.high { low = middle + 1 } else { high = middle }
    }
    return first..<low
  }

  /// The ε-moves of a state, in order.
  func moves(from state: UInt32) -> ArraySlice<UInt32> {
    moves[Int(states[Int(state)].moveStart)..<Int(states[Int(state) + 1].moveStart)]
  }

  /// The parts that a walk reads, without checks.
  struct Pointers {
    let states: UnsafePointer<State>
    let edges: UnsafePointer<Edge>
    let moves: UnsafePointer<UInt32>

    /// The state behind a unit, or nil.
    @inline(__always)
    func target(from state: UInt32, over unit: UInt16) -> UInt32? {
      var low = Int(states[Int(state)].edgeStart)
      var high = Int(states[Int(state) &+ 1].edgeStart)
      while low < high {
        let middle = (low &+ high) >> 1
        let edge = edges[middle]
        if unit < edge.low {
          high = middle
        } else if unit > edge.high {
          low = middle &+ 1
        } else {
          return edge.target
        }
      }
      return nil
    }
  }

  /// Calls a closure with pointers to the parts, which are valid while it runs.
  func withUnsafePointers<R>(_ body: (Pointers) -> R) -> R {
    states.withUnsafeBufferPointer { states in
      edges.withUnsafeBufferPointer { edges in
        moves.withUnsafeBufferPointer { moves in
          // An empty array has no address; nothing is read through the pointer that stands for it.
          let none = UnsafeRawPointer(states.baseAddress!)
          return body(
            Pointers(
              states: states.baseAddress!,
              edges: edges.baseAddress ?? none.assumingMemoryBound(to: Edge.self),
              moves: moves.baseAddress ?? none.assumingMemoryBound(to: UInt32.self)))
        }
      }
    }
  }
}

extension Automaton {
  /// Puts units that no edge tells apart into one class.
  ///
  /// Every distinct range draws a random-looking number over the units it covers; units with the same
  /// mixture of numbers are covered by the same ranges.
  mutating func classify() {
    var changes: [(unit: Int, number: UInt64)] = []
    // Nearly all edges are of one unit.
    var units = [UInt64](repeating: 0, count: 0x10000 / 64)
    var ranges = Set<UInt32>()
    for edge in edges {
      if edge.low == edge.high {
        if units[Int(edge.low >> 6)] & 1 << UInt64(edge.low & 63) != 0 { continue }
        units[Int(edge.low >> 6)] |= 1 << UInt64(edge.low & 63)
      } else if !ranges.insert(UInt32(edge.low) << 16 | UInt32(edge.high)).inserted {
        continue
      }
      let number = Automaton.scrambled(UInt64(edge.low) << 16 | UInt64(edge.high))
      changes.append((Int(edge.low), number))
      changes.append((Int(edge.high) + 1, number))
    }
    changes.sort { $0.unit < $1.unit }
    changes.append((0x10000, 0))
    var classes: [UInt64: UInt32] = [0: 0]
    representatives = [0]
    kinds = Array(repeating: 0, count: 0x10000)
    var mixture: UInt64 = 0
    var start = 0
    for change in changes {
      if change.unit > start, mixture != 0 {
        let number = classes[mixture] ?? UInt32(representatives.count)
        if classes.updateValue(number, forKey: mixture) == nil {
          representatives.append(UInt16(start))
        }
        for unit in start..<change.unit { kinds[unit] = number }
      }
      start = change.unit
      mixture ^= change.number
    }
  }

  private static func scrambled(_ value: UInt64) -> UInt64 {
    var x = value &+ 0x9E37_79B9_7F4A_7C15
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
    return x ^ (x >> 31)
  }
}
