#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The deterministic automaton, made state by state as texts ask for it.
///
/// A state is a set of states of the ``Automaton``; a step that was taken once costs one look into the state's
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

  /// The steps that all matches may begin with, and which of them each state has that matches start from.
  private let firstSteps: FirstSteps
  private var selections: [UInt32: FirstSteps.Selection] = [:]
  private var targets: [UInt32] = []

  /// What every step reads.
  ///
  /// Raw memory behind one pointer: a stored property of a class is checked for exclusive access each time
  /// that it is read, which here would cost more than the look-up.
  private let core: UnsafeMutablePointer<Core>

  private struct Core {
    var states: UnsafeMutablePointer<State>
    /// The steps that were taken, state by state. The first is none and belongs to all states without a step.
    var steps: UnsafeMutablePointer<UInt64>
    /// For each state where its programs stand in ``programs``, and how many they are.
    var accepted: UnsafeMutablePointer<Accepted>
    /// Whether the table holds more states than it should.
    var isFull = false
    var programs: UnsafeMutablePointer<Int32>
  }

  /// Where the steps of a state stand, and over what they may go.
  private struct State {
    /// A bit for each class that leads anywhere; classes that are 64 apart share one. Most steps of a candidate
    /// fail, and a bit is found faster than a step. All are set until the first step is asked for.
    var live: UInt64
    /// Where its table of steps begins in those of all, and the size of the table less one, a power of two less one.
    var table: UInt32
    var mask: UInt32
  }

  private struct Accepted {
    var start: Int32 = 0
    var count: Int32 = 0
    /// How many steps of the state are known.
    var steps: Int32 = 0
  }

  private var programCount = 0
  private var programCapacity = 1 << 12

  /// How much of the steps' memory is taken, and how much there is.
  private var stepCount = 1
  private var stepCapacity = 1 << 14

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
    // Between two places where room is made a text adds fewer states than this.
    let most = 2 * capacity + 4_096
    core = .allocate(capacity: 1)
    core.initialize(
      to: Core(
        states: LazyDFA.zeroed(most), steps: LazyDFA.zeroed(stepCapacity), accepted: LazyDFA.zeroed(most),
        programs: .allocate(capacity: programCapacity)))
  }

  /// Memory of zeros: fresh pages cost nothing until they are written.
  private static func zeroed<T>(_ count: Int) -> UnsafeMutablePointer<T> {
    calloc(count, MemoryLayout<T>.stride)!.bindMemory(to: T.self, capacity: count)
  }

  deinit {
    closures.deallocate()
    free(core.pointee.states)
    free(core.pointee.steps)
    free(core.pointee.accepted)
    core.pointee.programs.deallocate()
    core.deallocate()
  }

  /// The state that some states of the automaton start from.
  func start(_ states: [UInt32]) -> UInt32 {
    if let state = starts[states] { return state }
    closures.close(states, automaton)
    let state = number(of: closures.found)
    starts[states] = state
    return state
  }

  /// Which of the steps that matches may begin with are those from some states.
  func openings(from states: [UInt32]) -> FirstSteps.Selection {
    var openings = firstSteps.selection(of: [])
    for state in states {
      if selections[state] == nil {
        closures.close([state], automaton)
        selections[state] = firstSteps.selection(of: closures.found)
      }
      for (word, bits) in selections[state]!.enumerated() { openings[word] |= bits }
    }
    return openings
  }

  /// The state that those openings lead to which go over a class of units; found anew each time.
  func open(_ openings: FirstSteps.Selection, _ unitClass: UInt16) -> UInt32 {
    targets.removeAll(keepingCapacity: true)
    firstSteps.forEachTarget(of: openings, over: unitClass) { targets.append($0) }
    return numberOfTargets()
  }

  /// Empties the table if it is full; all states from before are void then. To be called only between
  /// matches.
  func makeRoom() -> Bool {
    guard core.pointee.isFull else { return false }
    core.pointee.isFull = false
    sets = StateSets()
    programCount = 0
    starts = [:]
    core.pointee.steps.update(repeating: 0, count: stepCount)
    stepCount = 1
    return true
  }

  /// The state behind a class of units.
  @inline(__always)
  func step(_ state: UInt32, _ unitClass: UInt16) -> UInt32 {
    let core = core.pointee
    let index = LazyDFA.index(of: state)
    let here = core.states[Int(index)]
    if here.live >> UInt64(unitClass & 63) & 1 == 0 { return LazyDFA.dead }
    let table = core.steps + Int(here.table)
    var slot = UInt32(unitClass) & here.mask
    while true {
      let step = table[Int(slot)]
      if step >> 32 == LazyDFA.key(unitClass) { return UInt32(truncatingIfNeeded: step) }
      if step == 0 { return learn(index, unitClass) }
      slot = (slot &+ 1) & here.mask
    }
  }

  /// The upper half of a step over a class; the lower is the state that it leads to.
  @inline(__always)
  private static func key(_ unitClass: UInt16) -> UInt64 { 1 << 16 | UInt64(unitClass) }

  @inline(never)
  private func learn(_ index: UInt32, _ unitClass: UInt16) -> UInt32 {
    findTargets(index, unitClass)
    let target = numberOfTargets()
    var here = core.pointee.states[Int(index)]
    let known = core.pointee.accepted[Int(index)].steps
    if known == 0 {
      here.live = live(index)
      core.pointee.states[Int(index)].live = here.live
      if here.live >> UInt64(unitClass & 63) & 1 == 0 { return LazyDFA.dead }
    }
    if 4 * (known + 1) > 3 * (here.mask == 0 ? 0 : Int32(here.mask) + 1) {
      here = grow(here)
      core.pointee.states[Int(index)] = here
    }
    core.pointee.accepted[Int(index)].steps = known + 1
    insert(LazyDFA.key(unitClass) << 32 | UInt64(target), here)
    return target
  }

  /// Finds where the states of a set lead over a class.
  private func findTargets(_ index: UInt32, _ unitClass: UInt16) {
    // Out of the class, where each access is checked.
    var targets: [UInt32] = []
    swap(&targets, &self.targets)
    targets.removeAll(keepingCapacity: true)
    let unit = automaton.representatives[Int(unitClass)]
    automaton.withUnsafePointers { parts in
      for origin in sets[index] {
        if let target = parts.target(from: origin, over: unit) { targets.append(target) }
      }
    }
    swap(&targets, &self.targets)
  }

  /// The state of the targets that were found.
  private func numberOfTargets() -> UInt32 {
    if targets.isEmpty { return LazyDFA.dead }
    closures.close(targets, automaton)
    return number(of: closures.found)
  }

  private func insert(_ step: UInt64, _ state: State) {
    let table = core.pointee.steps + Int(state.table)
    var slot = UInt32(step >> 32 & 0xFFFF) & state.mask
    while table[Int(slot)] != 0 { slot = (slot + 1) & state.mask }
    table[Int(slot)] = step
  }

  /// Gives a state a table of twice the size; its old one is left behind.
  private func grow(_ state: State) -> State {
    var new = state
    new.mask = state.mask == 0 ? 3 : 2 * state.mask + 1
    new.table = UInt32(stepCount)
    stepCount += Int(new.mask) + 1
    if stepCount > stepCapacity {
      let (old, count) = (core.pointee.steps, stepCapacity)
      while stepCount > stepCapacity { stepCapacity *= 2 }
      core.pointee.steps = LazyDFA.zeroed(stepCapacity)
      core.pointee.steps.update(from: old, count: count)
      free(old)
    }
    guard state.mask > 0 else { return new }
    for slot in Int(state.table)...Int(state.table + state.mask) where core.pointee.steps[slot] != 0 {
      insert(core.pointee.steps[slot], new)
    }
    return new
  }

  /// Adds the classes that lead anywhere from a state to a set of bits.
  func addLive(of state: UInt32, to bits: UnsafeMutablePointer<UInt64>) {
    for origin in sets[LazyDFA.index(of: state)] {
      for edge in automaton.edges(from: origin) {
        for unitClass in automaton.classes(of: edge) { bits[unitClass >> 6] |= 1 << UInt64(unitClass & 63) }
      }
    }
  }

  /// The bits of the classes that lead anywhere from a state.
  private func live(_ index: UInt32) -> UInt64 {
    var live: UInt64 = 0
    for origin in sets[index] {
      let edges = automaton.edges(from: origin)
      // So many leave hardly a bit unset.
      if edges.count >= 160 { return .max }
      for edge in edges {
        let classes = automaton.classes(of: edge)
        if classes.count >= 64 { return .max }
        for unitClass in classes { live |= 1 << UInt64(unitClass & 63) }
      }
      if live == .max { return live }
    }
    return live
  }

  private func number(of set: [UInt32]) -> UInt32 {
    let (index, isNew) = sets.number(of: set)
    guard isNew else {
      return core.pointee.accepted[Int(index)].count > 0 ? index | LazyDFA.accepting : index
    }
    var programs: [Int32] = []
    for state in set where automaton.states[Int(state)].accepts >= 0 {
      programs.append(automaton.states[Int(state)].accepts)
    }
    let number = programs.isEmpty ? index : index | LazyDFA.accepting
    core.pointee.isFull = sets.count > capacity
    precondition(sets.count <= 2 * capacity + 4_096, "room is made between matches")
    core.pointee.states[Int(index)] = State(live: .max, table: 0, mask: 0)
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
