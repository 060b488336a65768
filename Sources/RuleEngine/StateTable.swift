/// The states of an automaton that is being built: where one stands already, as the ends of the words of a list do,
/// it is that one.
struct StateTable {
  private(set) var automaton = Automaton()
  /// The edges of the states that are being built, innermost last.
  private var pending = Stack<Automaton.Edge>()
  /// The moves of the state that is being built, last.
  private var pendingMoves = Stack<UInt32>()
  /// The states by their hash, plus one; 0 where there is none. The size is a power of two.
  private var slots: [UInt32]
  /// The hash of each state, 0 for those that are not looked up.
  private var hashes: [UInt32] = []
  private var used = 0

  /// Creates a table for so many states, or more.
  init(capacity: Int) {
    var size = 1 << 6
    while size < capacity { size *= 2 }
    slots = Array(repeating: 0, count: size)
    automaton.reserve(capacity)
    hashes.reserveCapacity(capacity)
  }

  /// Adds an edge of the state that is built next.
  mutating func edge(_ low: UInt16, _ high: UInt16, to target: UInt32) {
    pending.append(Automaton.Edge(low: low, high: high, target: target))
  }

  /// Adds a move of the state that is built next.
  mutating func move(to target: UInt32) { pendingMoves.append(target) }

  /// Adds a state; its edges are the last so many that were added, and so are its moves.
  mutating func add(edges: Int = 0, moves: Int = 0, accepts: Int32 = -1, saves: Int16 = -1) -> UInt32 {
    defer {
      pending.count -= edges
      pendingMoves.count -= moves
    }
    if edges == 0, moves == 1, accepts < 0, saves < 0 { return pendingMoves[pendingMoves.count - 1] }
    let (firstEdge, firstMove) = (pending.count - edges, pendingMoves.count - moves)
    let hash = hash(firstEdge, firstMove, accepts, saves)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let state = slots[slot] - 1
      if hashes[Int(state)] == hash, holds(Int(state), firstEdge, firstMove, accepts, saves) { return state }
      slot = (slot + 1) & (slots.count - 1)
    }
    for index in firstEdge..<pending.count { automaton.add(pending[index]) }
    for index in firstMove..<pendingMoves.count { automaton.add(move: pendingMoves[index]) }
    close(accepts: accepts, saves: saves, hash: hash)
    slots[slot] = UInt32(hashes.count)
    used += 1
    if used * 2 > slots.count { growSlots() }
    return UInt32(hashes.count - 1)
  }

  /// Adds the states of another table but its first, in whose place another state stands; returns that of a state.
  mutating func add(_ other: Automaton, first next: UInt32, state: UInt32) -> UInt32 {
    guard state > 0 else { return next }
    let base = UInt32(hashes.count) - 1
    for state in 1..<UInt32(other.stateCount) {
      for edge in other.edges(from: state) {
        let target = edge.target == 0 ? next : base + edge.target
        automaton.add(Automaton.Edge(low: edge.low, high: edge.high, target: target))
      }
      for move in other.moves(from: state) { automaton.add(move: move == 0 ? next : base + move) }
      close(accepts: other.states[Int(state)].accepts, saves: other.states[Int(state)].saves, hash: 0)
    }
    return base + state
  }

  /// Ends a state whose edges and moves are written.
  private mutating func close(accepts: Int32, saves: Int16, hash: UInt32) {
    automaton.end(accepts: accepts, saves: saves)
    hashes.append(hash)
  }

  /// Whether a state is of the pending edges and moves from some on.
  private func holds(_ state: Int, _ firstEdge: Int, _ firstMove: Int, _ accepts: Int32, _ saves: Int16)
    -> Bool
  {
    let (this, next) = (automaton.states[state], automaton.states[state + 1])
    let (edges, moves) = (Int(this.edgeStart), Int(this.moveStart))
    let edgeCount = pending.count - firstEdge
    let moveCount = pendingMoves.count - firstMove
    guard this.accepts == accepts, this.saves == saves, Int(next.edgeStart) - edges == edgeCount,
      Int(next.moveStart) - moves == moveCount
    else { return false }
    for index in 0..<edgeCount where automaton.edges[edges + index] != pending[firstEdge + index] {
      return false
    }
    for index in 0..<moveCount where automaton.moves[moves + index] != pendingMoves[firstMove + index] {
      return false
    }
    return true
  }

  private func hash(_ firstEdge: Int, _ firstMove: Int, _ accepts: Int32, _ saves: Int16) -> UInt32 {
    var hash = UInt64(truncatingIfNeeded: accepts) << 16 ^ UInt64(truncatingIfNeeded: saves)
    for index in firstEdge..<pending.count {
      let edge = pending[index]
      hash ^= UInt64(edge.low) << 48 | UInt64(edge.high) << 32 | UInt64(edge.target)
      hash = hash &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    for index in firstMove..<pendingMoves.count {
      hash = (hash ^ UInt64(pendingMoves[index]) ^ 1 << 40) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return max(1, UInt32(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32))
  }

  private mutating func growSlots() {
    slots = Array(repeating: 0, count: 2 * slots.count)
    for (state, hash) in hashes.enumerated() where hash != 0 {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(state + 1)
    }
  }
}

/// What is put down and taken up again, last first. To take something up is to forget it.
private struct Stack<Element> {
  private var elements: [Element] = []
  var count = 0

  subscript(index: Int) -> Element { elements[index] }

  mutating func append(_ element: Element) {
    if count < elements.count { elements[count] = element } else { elements.append(element) }
    count += 1
  }
}
