#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The deterministic automaton, made state by state as texts ask for it.
///
/// A state is a set of states of the ``Automaton``; a step that was taken once costs one look into a hash
/// table from then on, whatever the number of rules. Not to be shared between threads. When it holds more
/// states than its capacity it is emptied, so memory is bounded on any text.
///
/// The table is raw memory: it is read for every character of every candidate, and the checks of an array
/// would cost more than the look-up.
final class LazyDFA {
  /// No match can come of it.
  static let dead: UInt32 = 0

  private let automaton: Automaton
  private let capacity: Int
  private var sets: [[UInt32]] = [[]]
  private var numbers: [[UInt32]: UInt32] = [[]: 0]
  private var marks: [UInt32]
  private var mark: UInt32 = 0
  private var starts: [[UInt32]: UInt32] = [:]

  /// The programs that each state accepts.
  private(set) var accepted: [[Int32]] = [[]]

  /// Steps that were taken: state and class in the upper half of an entry, the next state in the lower.
  private(set) var table: UnsafeMutablePointer<UInt64>

  /// The number of entries less one; a power of two less one.
  private(set) var mask: Int
  private var used = 0

  /// For the first states, a bit for each class that is known to lead nowhere: most first steps of a
  /// candidate fail, and a bit is found faster than an entry.
  private let failures: UnsafeMutablePointer<UInt64>
  private let failureWidth: Int
  private static let failureStates = 4_096

  /// For each state whether it accepts a program.
  private(set) var accepts: UnsafeMutablePointer<Bool>

  private static let smallest = 1 << 14

  /// How many states it holds before it is emptied, unless a test wants fewer.
  static let usualCapacity = 40_000

  init(_ automaton: Automaton, capacity: Int = LazyDFA.usualCapacity) {
    self.automaton = automaton
    self.capacity = capacity
    marks = Array(repeating: 0, count: automaton.stateCount)
    table = .allocate(capacity: LazyDFA.smallest)
    table.initialize(repeating: 0, count: LazyDFA.smallest)
    mask = LazyDFA.smallest - 1
    failureWidth = (automaton.representatives.count + 63) / 64
    // Fresh pages are zero and cost nothing until they are written.
    failures = UnsafeMutableRawPointer(calloc(LazyDFA.failureStates * failureWidth, 8)!)
      .bindMemory(to: UInt64.self, capacity: LazyDFA.failureStates * failureWidth)
    // Between two places where room is made a text adds fewer states than this.
    accepts = .allocate(capacity: 2 * capacity + 4_096)
    accepts.initialize(repeating: false, count: 2 * capacity + 4_096)
  }

  deinit {
    table.deallocate()
    accepts.deallocate()
    free(failures)
  }

  /// The state that some states of the automaton start from.
  func start(_ states: [UInt32]) -> UInt32 {
    if let state = starts[states] { return state }
    let state = number(of: closure(states))
    starts[states] = state
    return state
  }

  /// Empties the table if it is full; all states from before are void then. To be called only between
  /// matches.
  func makeRoom() -> Bool {
    guard sets.count > capacity else { return false }
    sets = [[]]
    numbers = [[]: 0]
    accepted = [[]]
    starts = [:]
    table.deallocate()
    table = .allocate(capacity: LazyDFA.smallest)
    table.initialize(repeating: 0, count: LazyDFA.smallest)
    mask = LazyDFA.smallest - 1
    used = 0
    failures.update(repeating: 0, count: LazyDFA.failureStates * failureWidth)
    return true
  }

  /// The state behind a class of units.
  @inline(__always)
  func step(_ state: UInt32, _ unitClass: UInt16) -> UInt32 {
    if state < LazyDFA.failureStates,
      failures[Int(state) * failureWidth + Int(unitClass >> 6)] & (1 << UInt64(unitClass & 63)) != 0
    {
      return LazyDFA.dead
    }
    let key = UInt64(state) << 16 | UInt64(unitClass)
    let table = table
    let mask = mask
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while true {
      let entry = table[slot]
      if entry >> 32 == key { return UInt32(truncatingIfNeeded: entry) }
      if entry == 0 { return learn(state, unitClass, key) }
      slot = (slot &+ 1) & mask
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
    if target == LazyDFA.dead, state < LazyDFA.failureStates {
      failures[Int(state) * failureWidth + Int(unitClass >> 6)] |= 1 << UInt64(unitClass & 63)
      return target
    }
    if (used + 1) * 2 > mask { grow() }
    insert(key << 32 | UInt64(target))
    used += 1
    return target
  }

  private func insert(_ entry: UInt64) {
    var slot = Int(truncatingIfNeeded: ((entry >> 32) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while table[slot] != 0 { slot = (slot + 1) & mask }
    table[slot] = entry
  }

  private func grow() {
    let old = table
    let count = mask + 1
    table = .allocate(capacity: 2 * count)
    table.initialize(repeating: 0, count: 2 * count)
    mask = 2 * count - 1
    for slot in 0..<count where old[slot] != 0 { insert(old[slot]) }
    old.deallocate()
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
    precondition(sets.count <= 2 * capacity + 4_096, "room is made between matches")
    accepts[Int(number)] = !programs.isEmpty
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
