/// The rules of a set as one nondeterministic automaton, in flat arrays.
///
/// A state has edges over ranges of units, sorted and disjoint, and ordered ε-moves. It may accept a
/// program (a rule or a guard) or save a position for a capture. Units that no pattern tells apart share a
/// class, and the deterministic automaton made of this one steps by class.
struct Automaton: Sendable {
  var edgeStart: [UInt32] = [0]
  var edges: [Edge] = []
  var moveStart: [UInt32] = [0]
  var moves: [UInt32] = []

  /// The program that each state accepts, or -1.
  var accepts: [Int32] = []

  /// The capture slot that each state saves to: 2k for the start of capture k, 2k+1 for its end; or -1.
  var saves: [Int16] = []

  /// The class of each unit in the lower half; 0 is the class of the units in no pattern. The upper half is for
  /// whoever scans: see ``RulePhase``.
  var kinds: [UInt32] = []

  /// The first unit of each class, ascending behind that of class 0.
  var representatives: [UInt16] = []

  /// A step over a range of units.
  struct Edge: Equatable {
    var low: UInt16
    var high: UInt16
    var target: UInt32
  }

  var stateCount: Int { accepts.count }

  /// The edges of a state.
  func edges(from state: UInt32) -> ArraySlice<Edge> {
    edges[Int(edgeStart[Int(state)])..<Int(edgeStart[Int(state) + 1])]
  }

  /// The ε-moves of a state, in order.
  func moves(from state: UInt32) -> ArraySlice<UInt32> {
    moves[Int(moveStart[Int(state)])..<Int(moveStart[Int(state) + 1])]
  }

  /// The parts that a walk reads, without checks.
  struct Pointers {
    let edgeStart: UnsafePointer<UInt32>
    let edges: UnsafePointer<Edge>
    let moveStart: UnsafePointer<UInt32>
    let moves: UnsafePointer<UInt32>
    let accepts: UnsafePointer<Int32>
    let saves: UnsafePointer<Int16>

    /// The state behind a unit, or nil.
    @inline(__always)
    func target(from state: UInt32, over unit: UInt16) -> UInt32? {
      var low = Int(edgeStart[Int(state)])
      var high = Int(edgeStart[Int(state) &+ 1])
      while low < high {
        let middle = (low &+ high) >> 1
        let edge = edges[middle]
        if unit < edge.low {
          high = middle
        } else if unit > edge.high {
          low = middle &+ 1
        } else {
          return edge.target
        }
      }
      return nil
    }
  }

  /// Calls a closure with pointers to the parts, which are valid while it runs.
  func withUnsafePointers<R>(_ body: (Pointers) -> R) -> R {
    edgeStart.withUnsafeBufferPointer { edgeStart in
      edges.withUnsafeBufferPointer { edges in
        moveStart.withUnsafeBufferPointer { moveStart in
          moves.withUnsafeBufferPointer { moves in
            accepts.withUnsafeBufferPointer { accepts in
              saves.withUnsafeBufferPointer { saves in
                // An empty array has no address; nothing is read through the pointer that stands for it.
                let none = UnsafeRawPointer(edgeStart.baseAddress!)
                return body(
                  Pointers(
                    edgeStart: edgeStart.baseAddress!,
                    edges: edges.baseAddress ?? none.assumingMemoryBound(to: Edge.self),
                    moveStart: moveStart.baseAddress!,
                    moves: moves.baseAddress ?? none.assumingMemoryBound(to: UInt32.self),
                    accepts: accepts.baseAddress ?? none.assumingMemoryBound(to: Int32.self),
                    saves: saves.baseAddress ?? none.assumingMemoryBound(to: Int16.self)))
              }
            }
          }
        }
      }
    }
  }
}

/// Builds an ``Automaton`` back to front: every fragment is given the state that follows it.
struct AutomatonBuilder {
  private var automaton = Automaton()
  private let lexicons: [String: Lexicon]
  private let patterns: [String: Pattern]
  private var sortedForms: [String: [[UInt16]]] = [:]
  /// The states that named patterns and word lists of the program were built as: it names the same ones before the
  /// same states again and again.
  private var built: [Part: UInt32] = [:]
  /// The edges of the trie nodes that are being built, innermost last.
  private var pending: [Automaton.Edge] = []
  /// The moves of the state that is being built, last.
  private var pendingMoves: [UInt32] = []
  /// The states by their hash, plus one; 0 where there is none. The size is a power of two.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)
  private var hashes: [UInt32] = []

  init(lexicons: [String: Lexicon], patterns: [String: Pattern]) {
    self.lexicons = lexicons
    self.patterns = patterns
    // What is reserved costs nothing until it is written; what grows is copied again and again.
    automaton.edgeStart.reserveCapacity(1 << 16)
    automaton.edges.reserveCapacity(1 << 17)
    automaton.moveStart.reserveCapacity(1 << 16)
    automaton.moves.reserveCapacity(1 << 16)
    automaton.accepts.reserveCapacity(1 << 16)
    automaton.saves.reserveCapacity(1 << 16)
    hashes.reserveCapacity(1 << 16)
  }

  /// A named pattern or word list before a state.
  private struct Part: Hashable {
    var name: String
    var next: UInt32
  }

  /// Adds a state; its edges are the last so many pending ones, and so are its moves. Where a state of just these
  /// stands already, as the ends of the words of a list do, it is that one.
  private mutating func add(edges: Int = 0, moves: Int = 0, accepts: Int32 = -1, saves: Int16 = -1) -> UInt32
  {
    defer {
      pending.removeLast(edges)
      pendingMoves.removeLast(moves)
    }
    if edges == 0, moves == 1, accepts < 0, saves < 0 { return pendingMoves[pendingMoves.count - 1] }
    let (firstEdge, firstMove) = (pending.count - edges, pendingMoves.count - moves)
    let hash = hash(firstEdge, firstMove, accepts, saves)
    var slot = hash & (slots.count - 1)
    while slots[slot] != 0 {
      let state = slots[slot] - 1
      if hashes[Int(state)] == UInt32(truncatingIfNeeded: hash),
        holds(Int(state), firstEdge, firstMove, accepts, saves)
      {
        return state
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    for index in firstEdge..<pending.count { automaton.edges.append(pending[index]) }
    for index in firstMove..<pendingMoves.count { automaton.moves.append(pendingMoves[index]) }
    automaton.edgeStart.append(UInt32(automaton.edges.count))
    automaton.moveStart.append(UInt32(automaton.moves.count))
    automaton.accepts.append(accepts)
    automaton.saves.append(saves)
    hashes.append(UInt32(truncatingIfNeeded: hash))
    slots[slot] = UInt32(hashes.count)
    if hashes.count * 2 > slots.count { growSlots() }
    return UInt32(hashes.count - 1)
  }

  /// Adds a state with one or two moves.
  private mutating func add(move first: UInt32, _ second: UInt32? = nil, saves: Int16 = -1) -> UInt32 {
    pendingMoves.append(first)
    if let second { pendingMoves.append(second) }
    return add(moves: second == nil ? 1 : 2, saves: saves)
  }

  /// Whether a state is of the pending edges and moves from some on.
  private func holds(_ state: Int, _ firstEdge: Int, _ firstMove: Int, _ accepts: Int32, _ saves: Int16)
    -> Bool
  {
    let (edges, moves) = (Int(automaton.edgeStart[state]), Int(automaton.moveStart[state]))
    let edgeCount = pending.count - firstEdge
    let moveCount = pendingMoves.count - firstMove
    guard automaton.accepts[state] == accepts, automaton.saves[state] == saves,
      Int(automaton.edgeStart[state + 1]) - edges == edgeCount,
      Int(automaton.moveStart[state + 1]) - moves == moveCount
    else { return false }
    for index in 0..<edgeCount where automaton.edges[edges + index] != pending[firstEdge + index] {
      return false
    }
    for index in 0..<moveCount where automaton.moves[moves + index] != pendingMoves[firstMove + index] {
      return false
    }
    return true
  }

  private func hash(_ firstEdge: Int, _ firstMove: Int, _ accepts: Int32, _ saves: Int16) -> Int {
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
    return Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  private mutating func growSlots() {
    slots = Array(repeating: 0, count: 2 * slots.count)
    for (state, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(state + 1)
    }
  }

  /// Adds a program: a pattern and the number it is accepted by.
  mutating func program(_ pattern: Pattern, number: Int32, captures: [String], reversed: Bool = false)
    -> UInt32
  {
    built.removeAll(keepingCapacity: true)
    let end = add(accepts: number)
    return build(reversed ? pattern.reversed : pattern, then: end, captures: captures, reversed: reversed)
  }

  private mutating func build(_ pattern: Pattern, then next: UInt32, captures: [String], reversed: Bool)
    -> UInt32
  {
    switch pattern {
    case .unit(let set):
      for range in set.ranges {
        pending.append(Automaton.Edge(low: range.lowerBound, high: range.upperBound, target: next))
      }
      return add(edges: set.ranges.count)
    case .mention(let type):
      let symbol = MentionSymbol.unit(for: type)
      pending.append(Automaton.Edge(low: symbol, high: symbol, target: next))
      return add(edges: 1)
    case .word(let name):
      return once(name, next) {
        let forms = $0.forms(of: name, reversed: reversed)
        return $0.trie(forms, forms.startIndex..<forms.endIndex, depth: 0, then: next)
      }
    case .named(let name):
      return once(name, next) {
        let pattern = $0.patterns[name] ?? .sequence([])
        return $0.build(
          reversed ? pattern.reversed : pattern, then: next, captures: captures, reversed: reversed)
      }
    case .sequence(let parts):
      return parts.reversed().reduce(next) { build($1, then: $0, captures: captures, reversed: reversed) }
    case .alternation(let parts):
      let branches = parts.map { build($0, then: next, captures: captures, reversed: reversed) }
      pendingMoves += branches
      return add(moves: branches.count)
    case .repetition(let part, let times):
      var entry = next
      for _ in times.lowerBound..<times.upperBound {
        let inner = build(part, then: entry, captures: captures, reversed: reversed)
        entry = add(move: inner, next)
      }
      for _ in 0..<times.lowerBound {
        entry = build(part, then: entry, captures: captures, reversed: reversed)
      }
      return entry
    case .capture(let name, let part):
      guard let slot = captures.firstIndex(of: name) else {
        return build(part, then: next, captures: captures, reversed: reversed)
      }
      let end = add(move: next, saves: Int16(2 * slot + 1))
      let inner = build(part, then: end, captures: captures, reversed: reversed)
      return add(move: inner, saves: Int16(2 * slot))
    }
  }

  /// Builds a named part before a state unless it was built there before.
  private mutating func once(_ name: String, _ next: UInt32, _ build: (inout Self) -> UInt32) -> UInt32 {
    let part = Part(name: name, next: next)
    if let state = built[part] { return state }
    let state = build(&self)
    built[part] = state
    return state
  }

  private mutating func forms(of name: String, reversed: Bool) -> [[UInt16]] {
    let key = reversed ? "<" + name : name
    if let forms = sortedForms[key] { return forms }
    let forms = (lexicons[name]?.forms ?? []).map { reversed ? $0.reversed() : $0 }
      .sorted { $0.lexicographicallyPrecedes($1) }
    sortedForms[key] = forms
    return forms
  }

  /// A trie of some of the sorted words, which share their first units; the longer ones are preferred.
  private mutating func trie(_ words: [[UInt16]], _ range: Range<Int>, depth: Int, then next: UInt32)
    -> UInt32
  {
    var place = range.lowerBound
    let ends = place < range.upperBound && words[place].count == depth
    if ends { place += 1 }
    if ends, place == range.upperBound { return next }
    var count = 0
    while place < range.upperBound {
      let unit = words[place][depth]
      var end = place + 1
      while end < range.upperBound, words[end][depth] == unit { end += 1 }
      let child = trie(words, place..<end, depth: depth + 1, then: next)
      pending.append(Automaton.Edge(low: unit, high: unit, target: child))
      count += 1
      place = end
    }
    if ends { pendingMoves.append(next) }
    return add(edges: count, moves: ends ? 1 : 0)
  }

  /// The finished automaton.
  consuming func finished() -> Automaton {
    AutomatonBuilder.classify(&automaton)
    return automaton
  }

  /// Puts units that no edge tells apart into one class.
  ///
  /// Every distinct range draws a random-looking number over the units it covers; units with the same
  /// mixture of numbers are covered by the same ranges.
  private static func classify(_ automaton: inout Automaton) {
    var changes: [(unit: Int, number: UInt64)] = []
    // Nearly all edges are of one unit.
    var units = [UInt64](repeating: 0, count: 0x10000 / 64)
    var ranges = Set<UInt32>()
    for edge in automaton.edges {
      if edge.low == edge.high {
        if units[Int(edge.low >> 6)] & 1 << UInt64(edge.low & 63) != 0 { continue }
        units[Int(edge.low >> 6)] |= 1 << UInt64(edge.low & 63)
      } else if !ranges.insert(UInt32(edge.low) << 16 | UInt32(edge.high)).inserted {
        continue
      }
      let number = AutomatonBuilder.scrambled(UInt64(edge.low) << 16 | UInt64(edge.high))
      changes.append((Int(edge.low), number))
      changes.append((Int(edge.high) + 1, number))
    }
    changes.sort { $0.unit < $1.unit }
    changes.append((0x10000, 0))
    var classes: [UInt64: UInt32] = [0: 0]
    automaton.representatives = [0]
    automaton.kinds = Array(repeating: 0, count: 0x10000)
    var mixture: UInt64 = 0
    var start = 0
    for change in changes {
      if change.unit > start, mixture != 0 {
        let number = classes[mixture] ?? UInt32(automaton.representatives.count)
        if classes.updateValue(number, forKey: mixture) == nil {
          automaton.representatives.append(UInt16(start))
        }
        for unit in start..<change.unit { automaton.kinds[unit] = number }
      }
      start = change.unit
      mixture ^= change.number
    }
  }

  private static func scrambled(_ value: UInt64) -> UInt64 {
    var x = value &+ 0x9E37_79B9_7F4A_7C15
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
    return x ^ (x >> 31)
  }
}
