/// Finds what the captures of a rule cover, for a match that is known to be one.
///
/// It walks the rule's part of the automaton as a backtracking matcher would, first choices first, but by
/// unit: ``CaptureSteps`` tells for a state and the next unit which states follow, so that nearly every walk
/// knows its way. Once one proves long it notes each place that led nowhere, so that the time is bounded by
/// states × units.
final class CaptureFinder {
  private let steps: CaptureSteps
  private let slots: UnsafeMutableBufferPointer<Int32>

  /// Creates a finder for rules of up to so many captures.
  init(_ automaton: Automaton, most: Int) {
    steps = CaptureSteps(automaton)
    slots = .allocate(capacity: max(2, 2 * most))
    slots.initialize(repeating: -1)
  }

  deinit { slots.deallocate() }

  /// The range that a capture covered in the match looked at last; nil when it took no part.
  func range(_ capture: Int) -> Range<Int>? { CaptureFinder.range(capture, in: found) }

  /// The places where each capture begins and ends, in pairs, of the match looked at last.
  var found: UnsafePointer<Int32> { UnsafePointer(slots.baseAddress!) }

  /// The range that a capture covered by such places.
  @inline(__always)
  static func range(_ capture: Int, in found: UnsafePointer<Int32>) -> Range<Int>? {
    let (low, high) = (Int(found[2 * capture]), Int(found[2 * capture + 1]))
    return low >= 0 && high >= low ? low..<high : nil
  }

  /// Looks at a match of the rule that starts from a state and has so many captures.
  func find(from start: UInt32, captures: Int, in range: Range<Int>, of units: [UInt16]) {
    let slots = UnsafeMutableBufferPointer(rebasing: slots[..<(2 * captures)])
    slots.update(repeating: -1)
    units.withUnsafeBufferPointer { units in
      var walk = Walk(steps: steps, units: units, end: range.upperBound, slots: slots)
      if !walk.reaches(start, at: range.lowerBound) { slots.update(repeating: -1) }
    }
    steps.makeRoom()
  }

  /// One search.
  private struct Walk {
    let steps: CaptureSteps
    let units: UnsafeBufferPointer<UInt16>
    let end: Int
    let slots: UnsafeMutableBufferPointer<Int32>
    private var count = 0
    private var failed: Set<UInt64> = []

    /// How many steps a walk may take before places are noted.
    private static let patience = 512

    init(
      steps: CaptureSteps, units: UnsafeBufferPointer<UInt16>, end: Int,
      slots: UnsafeMutableBufferPointer<Int32>
    ) {
      self.steps = steps
      self.units = units
      self.end = end
      self.slots = slots
    }

    /// Whether the end can be reached from a state at a place; the slots are filled on the way.
    mutating func reaches(_ start: UInt32, at first: Int) -> Bool {
      var state = start
      var place = first
      while true {
        count &+= 1
        let isLong = count > Self.patience
        let key = UInt64(state) << 32 | UInt64(place)
        if isLong, failed.contains(key) { return false }
        let choices = place < end ? steps.behind(state, units[place]) : steps.accepting(state)
        if !isLong, let choice = only(of: choices, at: place) {
          steps.save(place, into: slots, by: choice)
          if place == end { return true }
          state = steps.target(of: choice)
          place &+= 1
          continue
        }
        if choices.count > 0, choose(choices, at: place) { return true }
        if isLong { failed.insert(key) }
        return false
      }
    }

    /// The only one of some choices that leads on; nil when there are several or none.
    private func only(of choices: CaptureSteps.Choices, at place: Int) -> Int? {
      if choices.count == 1 { return choices.first }
      guard place < end else { return choices.count > 0 ? choices.first : nil }
      var found: Int?
      var choice = choices.first
      for _ in 0..<choices.count {
        let target = steps.target(of: choice)
        let next = place + 1 < end ? steps.behind(target, units[place + 1]) : steps.accepting(target)
        if next.count > 0 {
          if found != nil { return nil }
          found = choice
        }
        choice = steps.next(after: choice)
      }
      return found
    }

    /// Tries choices one after the other; the slots are as they were before when none leads on.
    private mutating func choose(_ choices: CaptureSteps.Choices, at place: Int) -> Bool {
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: slots.count) { before in
        _ = before.initialize(from: slots)
        var choice = choices.first
        for _ in 0..<choices.count {
          steps.save(place, into: slots, by: choice)
          if place == end || reaches(steps.target(of: choice), at: place + 1) { return true }
          _ = slots.update(from: before)
          choice = steps.next(after: choice)
        }
        return false
      }
    }
  }
}
