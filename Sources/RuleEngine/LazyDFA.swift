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

  /// Set in the number of a state that accepts a program, so that nothing need be read to know it.
  private static let accepting: UInt32 = 1 << 31

  /// The place of a state in the tables.
  @inline(__always)
  static func index(of state: UInt32) -> UInt32 { state & ~accepting }

  private let automaton: Automaton
  private let capacity: Int
  private var sets = StateSets()
  private var closures: StateClosures
  private var starts: [[UInt32]: UInt32] = [:]

  /// The steps that all matches may begin with: there are many start states, which differ in which of these are
  /// theirs.
  private let firstSteps: FirstSteps
  /// Which states of the automaton are in the sets of start states, a bit for each.
  private var startBits: [UInt32: [UInt64]] = [:]
  private var targets: [UInt32] = []

  /// What every step reads.
  ///
  /// Raw memory behind one pointer: a stored property of a class is checked for exclusive access each time
  /// that it is read, which here would cost more than the look-up.
  private let core: UnsafeMutablePointer<Core>

  private struct Core {
    /// Steps that were taken: state and class in the upper half of an entry, the next state in the lower.
    var table: UnsafeMutablePointer<UInt64>
    /// The number of entries less one; a power of two less one.
    var mask: Int
    /// For the first states, a bit for each class that is known to lead nowhere: most first steps of a
    /// candidate fail, and a bit is found faster than an entry.
    var failures: UnsafeMutablePointer<UInt64>
    var failureWidth: Int
    /// For each state where its programs stand in ``programs``, and how many they are.
    var accepted: UnsafeMutablePointer<Accepted>
    /// Whether the table holds more states than it should.
    var isFull = false
    var programs: UnsafeMutablePointer<Int32>
  }

  private struct Accepted {
    var start: Int32 = 0
    var count: Int32 = 0
  }

  private var programCount = 0
  private var programCapacity = 1 << 12

  private var used = 0

  /// How many states have bits for their failures.
  static let failureStates: UInt32 = 1 << 14
  private static let smallest = 1 << 14

  /// The bits of failures, row by row; a row is as wide as ``failureWidth``.
  var failures: UnsafePointer<UInt64> { UnsafePointer(core.pointee.failures) }
  var failureWidth: Int { core.pointee.failureWidth }

  /// Whether a state accepts a program.
  @inline(__always)
  func accepts(_ state: UInt32) -> Bool { state & LazyDFA.accepting != 0 }

  /// The programs that a state accepts, ascending. Valid until the next step.
  @inline(__always)
  func accepted(_ state: UInt32) -> UnsafeBufferPointer<Int32> {
    let place = core.pointee.accepted[Int(LazyDFA.index(of: state))]
    return UnsafeBufferPointer(start: core.pointee.programs + Int(place.start), count: Int(place.count))
  }

  /// Creates an automaton of whose states some, or sets of some, are to be started from.
  init(_ automaton: Automaton, startingFrom starts: [UInt32] = [], capacity: Int = 40_000) {
    self.automaton = automaton
    self.capacity = capacity
    closures = StateClosures(automaton.stateCount)
    closures.close(starts, automaton)
    firstSteps = FirstSteps(from: closures.found, of: automaton)
    let width = (automaton.representatives.count + 63) / 64
    let states = Int(LazyDFA.failureStates)
    // Between two places where room is made a text adds fewer states than this.
    let most = 2 * capacity + 4_096
    let table = UnsafeMutablePointer<UInt64>.allocate(capacity: LazyDFA.smallest)
    table.initialize(repeating: 0, count: LazyDFA.smallest)
    // Fresh pages are zero and cost nothing until they are written.
    let accepted = UnsafeMutableRawPointer(calloc(most, MemoryLayout<Accepted>.stride)!)
      .bindMemory(to: Accepted.self, capacity: most)
    let failures = UnsafeMutableRawPointer(calloc(states * width, 8)!).bindMemory(
      to: UInt64.self, capacity: states * width)
    core = .allocate(capacity: 1)
    core.initialize(
      to: Core(
        table: table, mask: LazyDFA.smallest - 1, failures: failures, failureWidth: width, accepted: accepted,
        programs: .allocate(capacity: programCapacity)))
    forgetFailures()
  }

  deinit {
    closures.deallocate()
    core.pointee.table.deallocate()
    free(core.pointee.accepted)
    core.pointee.programs.deallocate()
    free(core.pointee.failures)
    core.deallocate()
  }

  /// Everything fails from the dead state.
  private func forgetFailures() {
    for word in 0..<core.pointee.failureWidth { core.pointee.failures[word] = .max }
  }

  /// The state that some states of the automaton start from.
  ///
  /// - Parameter isOfFirst: whether they are among those that the automaton was created to start from.
  func start(_ states: [UInt32], isOfFirst: Bool = false) -> UInt32 {
    if let state = starts[states] { return state }
    closures.close(states, automaton)
    let state = number(of: closures.found)
    starts[states] = state
    if isOfFirst, closures.found.count > LazyDFA.manyStates {
      var bits = [UInt64](repeating: 0, count: automaton.stateCount / 64 + 1)
      for state in closures.found { bits[Int(state >> 6)] |= 1 << UInt64(state & 63) }
      startBits[LazyDFA.index(of: state)] = bits
    }
    return state
  }

  /// How many states a start has that asks for ``firstSteps``.
  private static let manyStates = 64

  /// A state of no match of which no failure is ever learned.
  func unfailing() -> UInt32 { number(of: [UInt32.max]) }

  /// Empties the table if it is full; all states from before are void then. To be called only between
  /// matches.
  func makeRoom() -> Bool {
    guard core.pointee.isFull else { return false }
    core.pointee.isFull = false
    sets = StateSets()
    startBits = [:]
    programCount = 0
    starts = [:]
    core.pointee.table.deallocate()
    core.pointee.table = .allocate(capacity: LazyDFA.smallest)
    core.pointee.table.initialize(repeating: 0, count: LazyDFA.smallest)
    core.pointee.mask = LazyDFA.smallest - 1
    used = 0
    core.pointee.failures.update(repeating: 0, count: Int(LazyDFA.failureStates) * core.pointee.failureWidth)
    forgetFailures()
    return true
  }

  /// The state behind a class of units.
  @inline(__always)
  func step(_ state: UInt32, _ unitClass: UInt16) -> UInt32 {
    let core = core.pointee
    let index = LazyDFA.index(of: state)
    if index < LazyDFA.failureStates,
      core.failures[Int(index) &* core.failureWidth &+ Int(unitClass >> 6)] & (1 << UInt64(unitClass & 63))
        != 0
    {
      return LazyDFA.dead
    }
    let key = UInt64(index) << 16 | UInt64(unitClass)
    let table = core.table
    let mask = core.mask
    var slot = LazyDFA.slot(of: key) & mask
    while true {
      let entry = table[slot]
      if entry >> 32 == key { return UInt32(truncatingIfNeeded: entry) }
      if entry == 0 { return learn(index, unitClass, key) }
      slot = (slot &+ 1) & mask
    }
  }

  /// Where the search for an entry begins. The steps of one state over neighbouring classes, as those of
  /// digits are, stand side by side, so that they come into the cache together.
  @inline(__always)
  private static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: ((key >> 16) &* 0x9E37_79B9_7F4A_7C15) >> 32 &+ (key & 0xFFFF))
  }

  @inline(never)
  private func learn(_ index: UInt32, _ unitClass: UInt16, _ key: UInt64) -> UInt32 {
    findTargets(index, unitClass)
    var target = LazyDFA.dead
    if !targets.isEmpty {
      closures.close(targets, automaton)
      target = number(of: closures.found)
    }
    if target == LazyDFA.dead, index < LazyDFA.failureStates {
      core.pointee.failures[Int(index) * failureWidth + Int(unitClass >> 6)] |= 1 << UInt64(unitClass & 63)
      return target
    }
    if (used + 1) * 2 > core.pointee.mask { grow() }
    insert(key << 32 | UInt64(target))
    used += 1
    return target
  }

  /// Finds where the states of a set lead over a class.
  private func findTargets(_ index: UInt32, _ unitClass: UInt16) {
    // Out of the class, where each access is checked.
    var targets: [UInt32] = []
    swap(&targets, &self.targets)
    targets.removeAll(keepingCapacity: true)
    if sets.size(of: index) > LazyDFA.manyStates, let bits = startBits[index] {
      for step in firstSteps[unitClass]
      where bits[Int(step.origin >> 6)] & 1 << UInt64(step.origin & 63) != 0 {
        targets.append(step.target)
      }
    } else {
      let unit = automaton.representatives[Int(unitClass)]
      automaton.withUnsafePointers { parts in
        for origin in sets[index] {
          if let target = parts.target(from: origin, over: unit) { targets.append(target) }
        }
      }
    }
    swap(&targets, &self.targets)
  }

  private func insert(_ entry: UInt64) {
    let (table, mask) = (core.pointee.table, core.pointee.mask)
    var slot = LazyDFA.slot(of: entry >> 32) & mask
    while table[slot] != 0 { slot = (slot + 1) & mask }
    table[slot] = entry
  }

  private func grow() {
    let old = core.pointee.table
    let count = core.pointee.mask + 1
    core.pointee.table = .allocate(capacity: 2 * count)
    core.pointee.table.initialize(repeating: 0, count: 2 * count)
    core.pointee.mask = 2 * count - 1
    for slot in 0..<count where old[slot] != 0 { insert(old[slot]) }
    old.deallocate()
  }

  private func number(of set: [UInt32]) -> UInt32 {
    let (index, isNew) = sets.number(of: set)
    guard isNew else {
      return core.pointee.accepted[Int(index)].count > 0 ? index | LazyDFA.accepting : index
    }
    var programs: [Int32] = []
    for state in set where state != .max && automaton.accepts[Int(state)] >= 0 {
      programs.append(automaton.accepts[Int(state)])
    }
    let number = programs.isEmpty ? index : index | LazyDFA.accepting
    core.pointee.isFull = sets.count > capacity
    precondition(sets.count <= 2 * capacity + 4_096, "room is made between matches")
    core.pointee.accepted[Int(index)] = Accepted(start: Int32(programCount), count: Int32(programs.count))
    for program in programs.sorted() { add(program) }
    return number
  }

  private func add(_ program: Int32) {
    if programCount == programCapacity {
      let old = core.pointee.programs
      core.pointee.programs = .allocate(capacity: 2 * programCapacity)
      core.pointee.programs.update(from: old, count: programCount)
      programCapacity *= 2
      old.deallocate()
    }
    core.pointee.programs[programCount] = program
    programCount += 1
  }
}
