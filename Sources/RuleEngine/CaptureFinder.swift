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

  /// Looks at a match of the rule that starts from a state.
  func find(from start: UInt32, in range: Range<Int>, of units: [UInt16]) {
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
        if choices.count == 1, !isLong {
          steps.save(place, into: slots, by: choices.first)
          if place == end { return true }
          state = steps.target(of: choices.first)
          place &+= 1
          continue
        }
        if choices.count > 0, choose(choices, at: place) { return true }
        if isLong { failed.insert(key) }
        return false
      }
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

/// The steps that walks for captures take, found in the automaton when they are first asked for.
///
/// A step leads from a state over one unit, or at the end over none, to one of several choices in order of
/// preference; each is a state and the slots that save the place before the unit. Not to be shared between
/// threads.
private final class CaptureSteps {
  /// The choices of a step: how many, and where the first stands.
  struct Choices {
    var count: Int
    var first: Int
  }

  private let automaton: Automaton
  private let classes: UnsafeMutableBufferPointer<UInt16>
  /// The class that stands for the end of a match, behind those of units.
  private let end: UInt16

  /// The steps by their keys, open addressing; ``none`` where there is none.
  private var keys: UnsafeMutableBufferPointer<UInt64>
  private var places: UnsafeMutableBufferPointer<UInt32>
  private var used = 0
  /// Choices, each a state, how many slots it saves to, and these.
  private var pool: UnsafeMutableBufferPointer<UInt32>
  private var poolCount = 0
  private var isFull = false

  private var marks: [UInt32]
  private var mark: UInt32 = 0

  private static let none = UInt64.max
  private static let smallest = 1 << 10
  /// The most words that choices may take up.
  private static let capacity = 1 << 20

  init(_ automaton: Automaton) {
    self.automaton = automaton
    classes = .allocate(capacity: automaton.classes.count)
    _ = classes.initialize(fromContentsOf: automaton.classes)
    end = UInt16(automaton.representatives.count)
    keys = .allocate(capacity: Self.smallest)
    keys.initialize(repeating: Self.none)
    places = .allocate(capacity: Self.smallest)
    places.initialize(repeating: 0)
    pool = .allocate(capacity: 1 << 12)
    marks = Array(repeating: 0, count: automaton.stateCount)
  }

  deinit {
    classes.deallocate()
    keys.deallocate()
    places.deallocate()
    pool.deallocate()
  }

  /// The choices over a unit.
  @inline(__always)
  func behind(_ state: UInt32, _ unit: UInt16) -> Choices { step(state, classes[Int(unit)]) }

  /// The choices at the end of a match: one if the state accepts it.
  @inline(__always)
  func accepting(_ state: UInt32) -> Choices { step(state, end) }

  /// The state of a choice.
  @inline(__always)
  func target(of choice: Int) -> UInt32 { pool[choice] }

  /// The choice behind another.
  @inline(__always)
  func next(after choice: Int) -> Int { choice + 2 + Int(pool[choice + 1]) }

  /// Saves a place in the slots of a choice.
  @inline(__always)
  func save(_ place: Int, into slots: UnsafeMutableBufferPointer<Int32>, by choice: Int) {
    for index in 0..<Int(pool[choice + 1]) { slots[Int(pool[choice + 2 + index])] = Int32(place) }
  }

  /// Forgets all steps when there are too many. To be called only between matches.
  func makeRoom() {
    guard isFull else { return }
    isFull = false
    keys.update(repeating: Self.none)
    used = 0
    poolCount = 0
  }

  private func step(_ state: UInt32, _ unitClass: UInt16) -> Choices {
    let key = UInt64(state) << 16 | UInt64(unitClass)
    let mask = keys.count - 1
    var slot = CaptureSteps.slot(of: key) & mask
    while keys[slot] != key {
      if keys[slot] == Self.none { return learn(state, unitClass, key) }
      slot = (slot + 1) & mask
    }
    let place = Int(places[slot])
    return Choices(count: Int(pool[place]), first: place + 1)
  }

  @inline(__always)
  private static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  // MARK: Learning

  @inline(never)
  private func learn(_ state: UInt32, _ unitClass: UInt16, _ key: UInt64) -> Choices {
    mark += 1
    var search = Search(unit: unitClass == end ? nil : automaton.representatives[Int(unitClass)])
    follow(state, &search)
    let place = poolCount
    add(UInt32(search.count))
    for word in search.choices { add(word) }
    if (used + 1) * 2 > keys.count { grow() }
    enter(key, UInt32(place))
    used += 1
    isFull = poolCount > Self.capacity
    return Choices(count: search.count, first: place + 1)
  }

  /// A search for the choices of a step.
  private struct Search {
    /// The unit that is stepped over; nil at the end of a match.
    let unit: UInt16?
    var saves: [UInt32] = []
    var choices: [UInt32] = []
    var count = 0
    var targets: Set<UInt32> = []

    init(unit: UInt16?) { self.unit = unit }

    /// Takes in a choice, unless one that is preferred leads to the same state.
    mutating func add(_ target: UInt32) {
      guard targets.insert(target).inserted else { return }
      choices += [target, UInt32(saves.count)]
      choices += saves
      count += 1
    }
  }

  /// Goes on from a state without a unit, first choices first. A state that was seen leads nowhere else.
  private func follow(_ state: UInt32, _ search: inout Search) {
    let index = Int(state)
    guard marks[index] != mark else { return }
    marks[index] = mark
    if let unit = search.unit {
      let target = automaton.withUnsafePointers { $0.target(from: state, over: unit) }
      if let target { search.add(target) }
    } else if automaton.accepts[index] >= 0 {
      search.add(state)
    }
    let slot = automaton.saves[index]
    if slot >= 0 { search.saves.append(UInt32(slot)) }
    for move in automaton.moves(from: state) { follow(move, &search) }
    if slot >= 0 { search.saves.removeLast() }
  }

  private func add(_ word: UInt32) {
    if poolCount == pool.count {
      let larger = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 2 * pool.count)
      larger.baseAddress?.initialize(from: pool.baseAddress!, count: poolCount)
      pool.deallocate()
      pool = larger
    }
    pool[poolCount] = word
    poolCount += 1
  }

  private func enter(_ key: UInt64, _ place: UInt32) {
    var slot = CaptureSteps.slot(of: key) & (keys.count - 1)
    while keys[slot] != Self.none { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    places[slot] = place
  }

  private func grow() {
    let (oldKeys, oldPlaces) = (keys, places)
    keys = .allocate(capacity: 2 * oldKeys.count)
    keys.initialize(repeating: Self.none)
    places = .allocate(capacity: 2 * oldKeys.count)
    places.initialize(repeating: 0)
    for slot in oldKeys.indices where oldKeys[slot] != Self.none { enter(oldKeys[slot], oldPlaces[slot]) }
    oldKeys.deallocate()
    oldPlaces.deallocate()
  }
}
