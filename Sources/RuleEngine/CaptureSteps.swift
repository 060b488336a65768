/// The steps that walks for captures take, found in the automaton when they are first asked for.
///
/// A step leads from a state over one unit, or at the end over none, to one of several choices in order of
/// preference; each is a state and the slots that save the place before the unit. Not to be shared between
/// threads.
final class CaptureSteps {
  /// The choices of a step: how many, and where the first stands.
  struct Choices {
    var count: Int
    var first: Int
  }

  /// A step: a state and a class, and where its choices stand.
  private struct Entry {
    var key: UInt64
    var place: Int
  }

  private let automaton: Automaton
  private let kinds: [UInt32]
  /// The class that stands for the end of a match, behind those of units.
  private let end: UInt16

  /// The steps, open addressing; with the key ``none`` where there is none.
  private var table: UnsafeMutableBufferPointer<Entry>
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
    kinds = automaton.kinds
    end = UInt16(automaton.representatives.count)
    table = .allocate(capacity: Self.smallest)
    table.initialize(repeating: Entry(key: Self.none, place: 0))
    pool = .allocate(capacity: 1 << 12)
    marks = Array(repeating: 0, count: automaton.stateCount)
  }

  deinit {
    table.deallocate()
    pool.deallocate()
  }

  /// The choices over a unit.
  @inline(__always)
  func behind(_ state: UInt32, _ unit: UInt16) -> Choices {
    step(state, UInt16(truncatingIfNeeded: kinds[Int(unit)]))
  }

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
    table.update(repeating: Entry(key: Self.none, place: 0))
    used = 0
    poolCount = 0
  }

  private func step(_ state: UInt32, _ unitClass: UInt16) -> Choices {
    let key = UInt64(state) << 16 | UInt64(unitClass)
    let (table, pool) = (table, pool)
    let mask = table.count &- 1
    var slot = CaptureSteps.slot(of: key) & mask
    while table[slot].key != key {
      if table[slot].key == Self.none { return learn(state, unitClass, key) }
      slot = (slot &+ 1) & mask
    }
    let place = table[slot].place
    return Choices(count: Int(pool[place]), first: place &+ 1)
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
    if (used + 1) * 2 > table.count { grow() }
    enter(Entry(key: key, place: place))
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
    } else if automaton.states[index].accepts >= 0 {
      search.add(state)
    }
    let slot = automaton.states[index].saves
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

  private func enter(_ entry: Entry) {
    var slot = CaptureSteps.slot(of: entry.key) & (table.count - 1)
    while table[slot].key != Self.none { slot = (slot + 1) & (table.count - 1) }
    table[slot] = entry
  }

  private func grow() {
    let old = table
    table = .allocate(capacity: 2 * old.count)
    table.initialize(repeating: Entry(key: Self.none, place: 0))
    for slot in old.indices where old[slot].key != Self.none { enter(old[slot]) }
    old.deallocate()
  }
}
