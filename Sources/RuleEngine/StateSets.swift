/// Sets of states of an automaton, each with a number; the empty one is 0.
struct StateSets {
  /// The states of all sets, one set behind the other, ascending within each, and where each ends.
  private var states: [UInt32] = []
  private var ends: [Int] = [0]
  private var hashes: [UInt32] = [0]

  /// The numbers of sets by their hash; 0 where there is none. The size is a power of two.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  /// How many sets there are.
  var count: Int { ends.count }

  /// The states of a set.
  subscript(number: UInt32) -> ArraySlice<UInt32> {
    number == 0 ? [] : states[ends[Int(number) - 1]..<ends[Int(number)]]
  }

  /// How many states a set has.
  func size(of number: UInt32) -> Int { number == 0 ? 0 : ends[Int(number)] - ends[Int(number) - 1] }

  /// The number of a set, and whether it was not known before.
  mutating func number(of set: [UInt32]) -> (number: UInt32, isNew: Bool) {
    guard !set.isEmpty else { return (0, false) }
    var hash: UInt64 = 0
    for state in set {
      hash = (hash ^ UInt64(state)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    let short = UInt32(truncatingIfNeeded: hash)
    var slot = Int(short) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = slots[slot]
      if hashes[Int(number)] == short, self[number].elementsEqual(set) { return (number, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = UInt32(count)
    states += set
    ends.append(states.count)
    hashes.append(short)
    slots[slot] = number
    if count * 2 > slots.count { grow() }
    return (number, true)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: 4 * slots.count)
    for number in 1..<count {
      var slot = Int(hashes[number]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number)
    }
  }
}

/// Finds the states that can be reached without a unit.
struct StateClosures {
  /// Those that were found last and that have edges or accept, ascending.
  private(set) var found: [UInt32] = []

  private var pending: [UInt32] = []
  /// When each state was seen last.
  private let marks: UnsafeMutableBufferPointer<UInt32>
  private var mark: UInt32 = 0
  /// A bit for each state that is found, and one for each word of these that is not 0: so they come out in order.
  private let bits: UnsafeMutableBufferPointer<UInt64>
  private let words: UnsafeMutableBufferPointer<UInt64>

  init(_ stateCount: Int) {
    marks = .allocate(capacity: stateCount + 1)
    marks.initialize(repeating: 0)
    bits = .allocate(capacity: stateCount / 64 + 1)
    bits.initialize(repeating: 0)
    words = .allocate(capacity: stateCount / 4_096 + 1)
    words.initialize(repeating: 0)
  }

  func deallocate() {
    marks.deallocate()
    bits.deallocate()
    words.deallocate()
  }

  /// Finds the states that can be reached from some.
  mutating func close(_ states: [UInt32], _ automaton: Automaton) {
    mark += 1
    let (mark, marks, bits, words) = (mark, marks, bits, words)
    var (pending, found) = ([UInt32](), [UInt32]())
    swap(&pending, &self.pending)
    swap(&found, &self.found)
    pending.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
    pending += states
    automaton.withUnsafePointers { parts in
      while let state = pending.popLast() {
        let index = Int(state)
        guard marks[index] != mark else { continue }
        marks[index] = mark
        let (this, next) = (parts.states[index], parts.states[index + 1])
        if this.edgeStart < next.edgeStart || this.accepts >= 0 {
          bits[index >> 6] |= 1 << UInt64(index & 63)
          words[index >> 12] |= 1 << UInt64(index >> 6 & 63)
        }
        for move in this.moveStart..<next.moveStart {
          pending.append(parts.moves[Int(move)])
        }
      }
    }
    for (high, word) in words.enumerated() where word != 0 {
      words[high] = 0
      var rest = word
      while rest != 0 {
        let middle = high << 6 | rest.trailingZeroBitCount
        rest &= rest - 1
        var low = bits[middle]
        bits[middle] = 0
        while low != 0 {
          found.append(UInt32(middle << 6 | low.trailingZeroBitCount))
          low &= low - 1
        }
      }
    }
    swap(&pending, &self.pending)
    swap(&found, &self.found)
  }
}
