/// Finds what the captures of a rule cover, for a match that is known to be one.
///
/// It walks the rule's part of the automaton as a backtracking matcher would, first choices first. Once a
/// walk proves long it notes each place that led nowhere, so that the time is bounded by states × units.
final class CaptureFinder {
  private let automaton: Automaton
  private var slots: UnsafeMutableBufferPointer<Int32>

  init(_ automaton: Automaton, most: Int) {
    self.automaton = automaton
    slots = .allocate(capacity: max(2, 2 * most))
  }

  deinit { slots.deallocate() }

  /// The ranges of the captures, in the order of their names; nil for one that took no part.
  func captures(
    from start: UInt32, program: Int32, count: Int, in range: Range<Int>, of units: [UInt16]
  ) -> [Range<Int>?] {
    slots.update(repeating: -1)
    let isFound = automaton.withUnsafePointers { parts in
      units.withUnsafeBufferPointer { units in
        var walk = Walk(parts: parts, units: units, end: range.upperBound, program: program, slots: slots)
        return walk.reaches(start, at: range.lowerBound)
      }
    }
    return (0..<count).map { index in
      let (low, high) = (Int(slots[2 * index]), Int(slots[2 * index + 1]))
      return isFound && low >= 0 && high >= low ? low..<high : nil
    }
  }

  /// One search.
  private struct Walk {
    let parts: Automaton.Pointers
    let units: UnsafeBufferPointer<UInt16>
    let end: Int
    let program: Int32
    let slots: UnsafeMutableBufferPointer<Int32>
    var steps = 0
    var failed: Set<UInt64> = []

    /// How many steps a walk may take before places are noted.
    private static let patience = 512

    init(
      parts: Automaton.Pointers, units: UnsafeBufferPointer<UInt16>, end: Int, program: Int32,
      slots: UnsafeMutableBufferPointer<Int32>
    ) {
      self.parts = parts
      self.units = units
      self.end = end
      self.program = program
      self.slots = slots
    }

    mutating func reaches(_ state: UInt32, at place: Int) -> Bool {
      let index = Int(state)
      if parts.accepts[index] == program, place == end { return true }
      steps &+= 1
      let isLong = steps > Self.patience
      let key = UInt64(state) << 32 | UInt64(place)
      if isLong, failed.contains(key) { return false }
      if place < end, let target = parts.target(from: state, over: units[place]),
        reaches(target, at: place + 1)
      {
        return true
      }
      let slot = Int(parts.saves[index])
      let saved = slot >= 0 ? slots[slot] : 0
      if slot >= 0 { slots[slot] = Int32(place) }
      for move in parts.moveStart[index]..<parts.moveStart[index + 1]
      where reaches(parts.moves[Int(move)], at: place) {
        return true
      }
      if slot >= 0 { slots[slot] = saved }
      if isLong { failed.insert(key) }
      return false
    }
  }
}
