/// Finds what the captures of a rule cover, for a match that is known to be one.
///
/// It walks the rule's part of the automaton as a backtracking matcher would, first choices first, and
/// notes each place that led nowhere, so that the time is bounded by states × units.
struct CaptureFinder {
  private let automaton: Automaton
  private var slots: [Int] = []
  private var failed: Set<UInt64> = []
  /// The states that the last walk entered.
  private(set) var steps = 0

  init(_ automaton: Automaton) { self.automaton = automaton }

  /// The ranges of the captures, in the order of their names; nil for one that took no part.
  mutating func captures(
    from start: UInt32, program: Int32, count: Int, in range: Range<Int>, of units: [UInt16]
  ) -> [Range<Int>?] {
    slots = Array(repeating: -1, count: 2 * count)
    failed.removeAll(keepingCapacity: true)
    steps = 0
    guard walk(start, at: range.lowerBound, to: range.upperBound, program, units) else {
      return Array(repeating: nil, count: count)
    }
    return (0..<count).map { index in
      let low = slots[2 * index]
      let high = slots[2 * index + 1]
      return low >= 0 && high >= low ? low..<high : nil
    }
  }

  private mutating func walk(_ state: UInt32, at place: Int, to end: Int, _ program: Int32, _ units: [UInt16])
    -> Bool
  {
    let index = Int(state)
    if automaton.accepts[index] == program, place == end { return true }
    // Places are noted only once a walk proves long: most end after a few steps.
    steps += 1
    let key = UInt64(state) << 32 | UInt64(place)
    if steps > 512, failed.contains(key) { return false }
    if place < end, let target = automaton.target(from: state, over: units[place]),
      walk(target, at: place + 1, to: end, program, units)
    {
      return true
    }
    let slot = Int(automaton.saves[index])
    let saved = slot >= 0 ? slots[slot] : 0
    if slot >= 0 { slots[slot] = place }
    for move in automaton.moveStart[index]..<automaton.moveStart[index + 1]
    where walk(automaton.moves[Int(move)], at: place, to: end, program, units) {
      return true
    }
    if slot >= 0 { slots[slot] = saved }
    if steps > 512 { failed.insert(key) }
    return false
  }
}
