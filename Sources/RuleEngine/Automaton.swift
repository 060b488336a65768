/// The rules of a set as one nondeterministic automaton, in flat arrays.
///
/// A state has edges over ranges of units, sorted and disjoint, and ordered ε-moves. It may accept a
/// program (a rule or a guard) or save a position for a capture. Units that no pattern tells apart share a
/// class, and the deterministic automaton made of this one steps by class.
struct Automaton: Sendable {
  var edgeStart: [UInt32] = [0]
  var edges: [Edge] = []
  var moveStart: [UInt32] = [0]
  var moves: [UInt32] = []

  /// The program that each state accepts, or -1.
  var accepts: [Int32] = []

  /// The capture slot that each state saves to: 2k for the start of capture k, 2k+1 for its end; or -1.
  var saves: [Int16] = []

  /// The class of each unit in the lower half; 0 is the class of the units in no pattern. The upper half is for
  /// whoever scans: see ``RulePhase``.
  var kinds: [UInt32] = []

  /// The first unit of each class, ascending behind that of class 0.
  var representatives: [UInt16] = []

  /// A step over a range of units.
  struct Edge: Equatable {
    var low: UInt16
    var high: UInt16
    var target: UInt32
  }

  var stateCount: Int { accepts.count }

  /// The edges of a state.
  func edges(from state: UInt32) -> ArraySlice<Edge> {
    edges[Int(edgeStart[Int(state)])..<Int(edgeStart[Int(state) + 1])]
  }

  /// The classes that an edge covers: all of the units between its ends, whose first ones stand in their order.
  func classes(of edge: Edge) -> Range<Int> {
    let first = Int(kinds[Int(edge.low)] & 0xFFFF)
    var end = first + 1
    if edge.low == edge.high { return first..<end }
    while end < representatives.count, representatives[end] <= edge.high { end += 1 }
    return first..<end
  }

  /// The ε-moves of a state, in order.
  func moves(from state: UInt32) -> ArraySlice<UInt32> {
    moves[Int(moveStart[Int(state)])..<Int(moveStart[Int(state) + 1])]
  }

  /// The parts that a walk reads, without checks.
  struct Pointers {
    let edgeStart: UnsafePointer<UInt32>
    let edges: UnsafePointer<Edge>
    let moveStart: UnsafePointer<UInt32>
    let moves: UnsafePointer<UInt32>
    let accepts: UnsafePointer<Int32>
    let saves: UnsafePointer<Int16>

    /// The state behind a unit, or nil.
    @inline(__always)
    func target(from state: UInt32, over unit: UInt16) -> UInt32? {
      var low = Int(edgeStart[Int(state)])
      var high = Int(edgeStart[Int(state) &+ 1])
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
    edgeStart.withUnsafeBufferPointer { edgeStart in
      edges.withUnsafeBufferPointer { edges in
        moveStart.withUnsafeBufferPointer { moveStart in
          moves.withUnsafeBufferPointer { moves in
            accepts.withUnsafeBufferPointer { accepts in
              saves.withUnsafeBufferPointer { saves in
                // An empty array has no address; nothing is read through the pointer that stands for it.
                let none = UnsafeRawPointer(edgeStart.baseAddress!)
                return body(
                  Pointers(
                    edgeStart: edgeStart.baseAddress!,
                    edges: edges.baseAddress ?? none.assumingMemoryBound(to: Edge.self),
                    moveStart: moveStart.baseAddress!,
                    moves: moves.baseAddress ?? none.assumingMemoryBound(to: UInt32.self),
                    accepts: accepts.baseAddress ?? none.assumingMemoryBound(to: Int32.self),
                    saves: saves.baseAddress ?? none.assumingMemoryBound(to: Int16.self)))
              }
            }
          }
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
