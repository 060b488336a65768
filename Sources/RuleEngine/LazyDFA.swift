/// The deterministic automaton, made state by state as texts ask for it.
///
/// A state is a set of states of the ``Automaton``; a step that was taken once costs one look into a hash
/// table from then on, whatever the number of rules. Not to be shared between threads. When it holds more
/// states than ``capacity`` it is emptied, so memory is bounded on any text.
final class LazyDFA {
  /// No match can come of it.
  static let dead: UInt32 = 0

  private let automaton: Automaton
  private let capacity: Int
  private var sets: [[UInt32]] = [[]]
  private var numbers: [[UInt32]: UInt32] = [[]: 0]
  private var marks: [UInt32]
  private var mark: UInt32 = 0

  /// The programs that each state accepts.
  private(set) var accepted: [[Int32]] = [[]]

  private var keys: [UInt64]
  private var used = 0
  private var starts: [[UInt32]: UInt32] = [:]

  /// Counts how often it was emptied: states from before are void.
  private(set) var generation = 0

  init(_ automaton: Automaton, capacity: Int = 40_000) {
    self.automaton = automaton
    self.capacity = capacity
    marks = Array(repeating: 0, count: automaton.stateCount)
    keys = Array(repeating: 0, count: 1 << 14)
  }

  /// The state that some states of the automaton start from. To be called only between matches: it is
  /// here that a full table is emptied.
  func start(_ states: [UInt32]) -> UInt32 {
    if sets.count > capacity { empty() }
    if let state = starts[states] { return state }
    let state = number(of: closure(states))
    starts[states] = state
    return state
  }

  /// Empties the table if it is full. To be called only between matches.
  func makeRoom() -> Bool {
    guard sets.count > capacity else { return false }
    empty()
    return true
  }

  /// The state behind a class of units.
  @inline(__always)
  func step(_ state: UInt32, _ unitClass: UInt16) -> UInt32 {
    let key = UInt64(state) << 16 | UInt64(unitClass)
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while true {
      let entry = keys[slot]
      if entry >> 32 == key, entry != 0 { return UInt32(truncatingIfNeeded: entry) }
      if entry == 0 { return learn(state, unitClass, key) }
      slot = (slot + 1) & mask
    }
  }

  @inline(never)
  private func learn(_ state: UInt32, _ unitClass: UInt16, _ key: UInt64) -> UInt32 {
    let unit = automaton.representatives[Int(unitClass)]
    var targets: [UInt32] = []
    for origin in sets[Int(state)] {
      if let target = automaton.target(from: origin, over: unit) { targets.append(target) }
    }
    let target = targets.isEmpty ? LazyDFA.dead : number(of: closure(targets))
    if (used + 1) * 2 > keys.count { grow() }
    insert(key << 32 | UInt64(target))
    used += 1
    return target
  }

  private func insert(_ entry: UInt64) {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: ((entry >> 32) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = entry
  }

  private func grow() {
    let old = keys
    keys = Array(repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 { insert(entry) }
  }

  private func empty() {
    sets = [[]]
    numbers = [[]: 0]
    accepted = [[]]
    keys = Array(repeating: 0, count: 1 << 14)
    used = 0
    starts = [:]
    generation += 1
  }

  private func number(of set: [UInt32]) -> UInt32 {
    if let number = numbers[set] { return number }
    let number = UInt32(sets.count)
    numbers[set] = number
    sets.append(set)
    var programs: [Int32] = []
    for state in set where automaton.accepts[Int(state)] >= 0 {
      programs.append(automaton.accepts[Int(state)])
    }
    accepted.append(programs.sorted())
    return number
  }

  /// The states that can be reached without a unit and that have edges or accept, sorted.
  private func closure(_ states: [UInt32]) -> [UInt32] {
    mark += 1
    var pending = states
    var found: [UInt32] = []
    while let state = pending.popLast() {
      let index = Int(state)
      guard marks[index] != mark else { continue }
      marks[index] = mark
      if automaton.edgeStart[index] < automaton.edgeStart[index + 1] || automaton.accepts[index] >= 0 {
        found.append(state)
      }
      for move in automaton.moveStart[index]..<automaton.moveStart[index + 1] {
        pending.append(automaton.moves[Int(move)])
      }
    }
    return found.sorted()
  }
}
