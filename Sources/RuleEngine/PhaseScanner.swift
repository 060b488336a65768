#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds the candidates of one phase in a text: at each place, for each rule, the longest match that its
/// guards allow. Holds the automaton's table of steps, so each thread needs its own.
final class PhaseScanner {
  private let phase: RulePhase
  private let programs: [RuleSet.Program]
  private let dfa: LazyDFA
  /// What the first unit of a match leads to, by combination of left sets and class: a state plus one, or 0 until
  /// asked.
  private let rows: UnsafeMutableBufferPointer<UInt32>
  /// The row of ``seconds`` that says which second units may follow; 0 where any may.
  private let secondRows: UnsafeMutableBufferPointer<UInt32>
  /// Rows of a bit for each class; those of row 0 are all set.
  private var seconds: [UInt64] = []
  private let rowWidth: Int
  /// The rows of the states that first units lead to.
  private var rowOfState: [UInt32: UInt32] = [:]
  private var triggers: UnsafeMutableBufferPointer<Int32>
  /// The class of each unit of the text, side by side for the steps of a walk.
  private var textClasses: UnsafeMutableBufferPointer<UInt16>
  /// The class of each unit in the lower half, the combination of left sets that it is in in the upper.
  private let kinds: [UInt32]
  /// How matches may begin behind each combination of left sets; nil until asked.
  private var openings: [FirstSteps.Selection?] = []
  /// Where guards start; ``unknown`` until asked.
  private let guardStates: UnsafeMutableBufferPointer<UInt32>
  /// Where the rules start whose match must take up the whole text.
  private var aloneState: UInt32 = 0
  /// The places where a walk may end, with the states it is in there.
  private let ends: UnsafeMutablePointer<(state: UInt32, end: Int)>
  /// For each program the place at which it was last found.
  private let seen: UnsafeMutableBufferPointer<Int32>
  /// The guards of all programs, and for each program where its own begin; they end where those of the next do.
  private let guards: UnsafeMutableBufferPointer<Guard>
  private let guardStarts: UnsafeMutableBufferPointer<Int32>
  /// For each program the state that its own matches start from; ``unknown`` until asked.
  private let programStates: UnsafeMutableBufferPointer<UInt32>
  /// For each type of mention and each unit whether a match may begin with them: 0 until asked, 1 no, 2 yes.
  private let beginnings: UnsafeMutablePointer<UInt8>

  private static let unknown = UInt32.max

  init(_ phase: RulePhase, programs: [RuleSet.Program], capacity: Int = 40_000) {
    self.phase = phase
    self.programs = programs
    dfa = LazyDFA(phase.automaton, startingFrom: Array(Set(phase.starts.joined())), capacity: capacity)
    kinds = phase.automaton.kinds
    rowWidth = (phase.automaton.representatives.count + 63) / 64
    let rowCount = max(1, phase.starts.count * phase.automaton.representatives.count)
    rows = PhaseScanner.zeroed(rowCount)
    secondRows = PhaseScanner.zeroed(rowCount)
    guardStates = .allocate(capacity: max(1, phase.guards.count))
    triggers = .allocate(capacity: 1 << 12)
    textClasses = .allocate(capacity: 1 << 12)
    ends = .allocate(capacity: RuleSet.longestMatch + 1)
    seen = .allocate(capacity: max(1, programs.count))
    guards = .allocate(capacity: max(1, programs.reduce(0) { $0 + $1.before.count + $1.after.count }))
    guardStarts = .allocate(capacity: programs.count + 1)
    programStates = .allocate(capacity: max(1, programs.count))
    beginnings = PhaseScanner.zeroed(MentionSymbol.all.count << 16).baseAddress!
    var count = 0
    for (number, program) in programs.enumerated() {
      guardStarts[number] = Int32(count)
      for (sides, isBefore) in [(program.before, true), (program.after, false)] {
        for side in sides {
          guards[count] = Guard(number: Int32(side.number), isPositive: side.isPositive, isBefore: isBefore)
          count += 1
        }
      }
    }
    guardStarts[programs.count] = Int32(count)
    prepare()
  }

  /// A guard of a program, as it is asked.
  private struct Guard {
    var number: Int32
    var isPositive: Bool
    var isBefore: Bool
  }

  /// Memory of zeros: fresh pages cost nothing until they are written.
  private static func zeroed<T>(_ count: Int) -> UnsafeMutableBufferPointer<T> {
    UnsafeMutableBufferPointer(
      start: calloc(count, MemoryLayout<T>.stride)!.bindMemory(to: T.self, capacity: count), count: count)
  }

  deinit {
    free(rows.baseAddress)
    free(secondRows.baseAddress)
    guardStates.deallocate()
    triggers.deallocate()
    textClasses.deallocate()
    ends.deallocate()
    seen.deallocate()
    guards.deallocate()
    guardStarts.deallocate()
    programStates.deallocate()
    free(beginnings)
  }

  /// A stretch that a rule fits.
  struct Candidate {
    var program: Int32
    var start: Int32
    var end: Int32
  }

  private func prepare() {
    openings = Array(repeating: nil, count: phase.starts.count)
    guardStates.initialize(repeating: PhaseScanner.unknown)
    aloneState = phase.aloneStarts.isEmpty ? LazyDFA.dead : dfa.start(phase.aloneStarts)
    seconds = Array(repeating: .max, count: rowWidth)
    rowOfState = [:]
    programStates.initialize(repeating: PhaseScanner.unknown)
  }

  /// Forgets what was learned of states that are void.
  private func forget() {
    rows.update(repeating: 0)
    secondRows.update(repeating: 0)
    prepare()
  }

  /// Appends the candidates of a text. `units` has padding behind `count`.
  func scan(_ units: [UInt16], count: Int, into candidates: inout [Candidate]) {
    seen.update(repeating: -1)
    if triggers.count < count {
      triggers.deallocate()
      triggers = .allocate(capacity: 2 * count)
      textClasses.deallocate()
      textClasses = .allocate(capacity: 2 * count)
    }
    units.withUnsafeBufferPointer { units in
      kinds.withUnsafeBufferPointer { kinds in
        collectAlone(units, count, kinds, into: &candidates)
        let found = trigger(units, count, kinds)
        for index in 0..<found {
          walk(from: Int(triggers[index]), units, count, kinds, into: &candidates)
          if dfa.makeRoom() { forget() }
        }
      }
    }
  }

  /// Whether a match may begin with the symbol of a mention before a unit. The answer is kept.
  func mayBegin(with symbol: UInt16, before next: UInt16) -> Bool {
    let place = Int(symbol - MentionSymbol.all.lowerBound) << 16 | Int(next)
    if beginnings[place] == 0 { beginnings[place] = begins(with: [symbol, next]) ? 2 : 1 }
    return beginnings[place] == 2
  }

  /// Whether a match may begin with some units, or end within them.
  func begins(with units: [UInt16]) -> Bool {
    let classes = units.map { UInt16(truncatingIfNeeded: kinds[Int($0)]) }
    let states = phase.starts.indices.map { opened($0, classes[0]) } + [dfa.step(aloneState, classes[0])]
    return states.contains { first in
      var state = first
      for unitClass in classes.dropFirst() {
        if dfa.accepts(state) { return true }
        state = dfa.step(state, unitClass)
      }
      return state != LazyDFA.dead
    }
  }

  /// Notes the places whose first two units may begin a match, without a branch; returns how many.
  private func trigger(
    _ units: UnsafeBufferPointer<UInt16>, _ count: Int, _ kinds: UnsafeBufferPointer<UInt32>
  ) -> Int {
    let classCount = phase.automaton.representatives.count
    let (secondRows, triggers, textClasses, width) = (secondRows, triggers, textClasses, rowWidth)
    var found = 0
    var signature = Int(kinds[0] >> 16)
    var kind = kinds[Int(units[0])]
    seconds.withUnsafeBufferPointer { seconds in
      for place in 0..<count {
        let row = signature &* classCount &+ Int(kind & 0xFFFF)
        signature = Int(kind >> 16)
        textClasses[place] = UInt16(truncatingIfNeeded: kind)
        kind = kinds[Int(units[place &+ 1])]
        let next = Int(kind & 0xFFFF)
        triggers[found] = Int32(truncatingIfNeeded: place)
        found &+= Int(seconds[Int(secondRows[row]) &* width &+ next >> 6] >> UInt64(next & 63) & 1)
      }
    }
    return found
  }

  /// Follows the automaton from a place as far as it goes.
  @inline(__always)
  private func walk(
    from place: Int, _ units: UnsafeBufferPointer<UInt16>, _ count: Int, _ kinds: UnsafeBufferPointer<UInt32>,
    into candidates: inout [Candidate]
  ) {
    let signature = Int((place > 0 ? kinds[Int(units[place &- 1])] : kinds[0]) >> 16)
    let first = textClasses[place]
    var state = opened(signature, first)
    guard state != LazyDFA.dead else { return }
    var end = place &+ 1
    var found = 0
    repeat {
      if dfa.accepts(state) {
        ends[found] = (state, end)
        found &+= 1
      }
      guard end < count, found <= RuleSet.longestMatch else { break }
      state = dfa.step(state, textClasses[end])
      end &+= 1
    } while state != LazyDFA.dead
    if found > 0 { collect(found, at: place, units, count, into: &candidates) }
  }

  /// What a first unit leads to behind a combination of left sets.
  @inline(__always)
  private func opened(_ signature: Int, _ first: UInt16) -> UInt32 {
    let row = signature &* phase.automaton.representatives.count &+ Int(first)
    return rows[row] == 0 ? learn(row, signature, first) : rows[row] &- 1
  }

  /// Finds what a first unit leads to, and what may follow it.
  @inline(never)
  private func learn(_ row: Int, _ signature: Int, _ first: UInt16) -> UInt32 {
    let openings = openings[signature] ?? dfa.openings(from: phase.starts[signature])
    self.openings[signature] = openings
    let state = dfa.open(openings, first)
    rows[row] = state + 1
    // A match of one unit stands whatever follows it.
    if dfa.accepts(state) { return state }
    if let known = rowOfState[state] {
      secondRows[row] = known
    } else {
      secondRows[row] = UInt32(seconds.count / rowWidth)
      rowOfState[state] = secondRows[row]
      var bits = [UInt64](repeating: 0, count: rowWidth)
      dfa.addLive(of: state, to: &bits)
      seconds += bits
    }
    return state
  }

  /// Turns the ends found at a place into candidates, for each rule the longest that its guards allow.
  private func collect(
    _ found: Int, at place: Int, _ units: UnsafeBufferPointer<UInt16>, _ count: Int,
    into candidates: inout [Candidate]
  ) {
    for index in (0..<found).reversed() {
      let (state, end) = ends[index]
      for rank in 0..<dfa.accepted(state).count {
        // Guards take steps, so the programs are asked for anew.
        let number = dfa.accepted(state)[rank]
        guard seen[Int(number)] != Int32(place) else { continue }
        guard allows(number, place, end, units, count) else { continue }
        seen[Int(number)] = Int32(place)
        candidates.append(Candidate(program: number, start: Int32(place), end: Int32(end)))
      }
    }
  }

  /// Appends the matches that take up the whole of a text, but for white space around them and the
  /// punctuation that closes it. Only texts that are as short as a match are looked at.
  private func collectAlone(
    _ units: UnsafeBufferPointer<UInt16>, _ count: Int, _ kinds: UnsafeBufferPointer<UInt32>,
    into candidates: inout [Candidate]
  ) {
    guard aloneState != LazyDFA.dead, count <= 2 * RuleSet.longestMatch else { return }
    guard let start = units[..<count].firstIndex(where: { !Self.isSpace($0) }),
      let last = units[..<count].lastIndex(where: { !Self.isSpace($0) && !Self.closes($0) }), start <= last
    else { return }
    var state = aloneState
    var end = start
    var found = 0
    while end < count {
      state = dfa.step(state, UInt16(truncatingIfNeeded: kinds[Int(units[end])]))
      guard state != LazyDFA.dead else { break }
      end += 1
      if end > last, dfa.accepts(state) {
        ends[found] = (state, end)
        found += 1
      }
      guard found <= RuleSet.longestMatch else { break }
    }
    if found > 0 { collect(found, at: start, units, count, into: &candidates) }
  }

  private static func isSpace(_ unit: UInt16) -> Bool { unit == 0x20 || unit == 0x0A || unit == 0x0D }

  /// Whether a mark closes a text: 。 . ! ? ; , : 、 … and a closing quotation mark.
  private static func closes(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3002, 0x2E, 0x21, 0x3F, 0x3B, 0x2C, 0x3A, 0x3001, 0x2026, 0x201D: true
    default: false
    }
  }

  /// The longest match of a rule that begins at a place and ends before another, or nil.
  func shorter(than candidate: Candidate, in units: [UInt16], count: Int) -> Candidate? {
    let program = programs[Int(candidate.program)]
    guard !program.rule.isAlone else { return nil }
    if dfa.makeRoom() { forget() }
    return units.withUnsafeBufferPointer { units in
      if programStates[Int(candidate.program)] == PhaseScanner.unknown {
        programStates[Int(candidate.program)] = dfa.start([phase.programStarts[Int(candidate.program)]])
      }
      var state = programStates[Int(candidate.program)]
      var place = Int(candidate.start)
      var found = 0
      while place < Int(candidate.end) - 1 {
        state = dfa.step(state, UInt16(truncatingIfNeeded: kinds[Int(units[place])]))
        guard state != LazyDFA.dead else { break }
        place += 1
        if dfa.accepts(state), found <= RuleSet.longestMatch {
          ends[found] = (state, place)
          found += 1
        }
      }
      for (state, end) in UnsafeBufferPointer(start: ends, count: found).reversed()
      where dfa.accepted(state).contains(candidate.program)
        && allows(candidate.program, Int(candidate.start), end, units, count)
      {
        return Candidate(program: candidate.program, start: candidate.start, end: Int32(end))
      }
      return nil
    }
  }

  @inline(__always)
  private func allows(
    _ program: Int32, _ start: Int, _ end: Int, _ units: UnsafeBufferPointer<UInt16>, _ count: Int
  ) -> Bool {
    for index in guardStarts[Int(program)]..<guardStarts[Int(program) &+ 1] {
      let side = guards[Int(index)]
      let holds =
        side.isBefore
        ? holds(Int(side.number), from: start - 1, by: -1, units, count)
        : holds(Int(side.number), from: end, by: 1, units, count)
      if holds != side.isPositive { return false }
    }
    return true
  }

  /// Whether a guard's pattern stands at a place, read in a direction.
  private func holds(
    _ number: Int, from start: Int, by step: Int, _ units: UnsafeBufferPointer<UInt16>, _ count: Int
  ) -> Bool {
    let target = Int32(phase.ruleCount + number)
    var state = guardStates[number]
    if state == PhaseScanner.unknown {
      state = dfa.start([phase.guards[number]])
      guardStates[number] = state
    }
    var place = start
    while true {
      if dfa.accepts(state), dfa.accepted(state).contains(target) { return true }
      guard place >= 0, place < count else { return false }
      state = dfa.step(state, UInt16(truncatingIfNeeded: kinds[Int(units[place])]))
      if state == LazyDFA.dead { return false }
      place += step
    }
  }
}
