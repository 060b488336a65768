/// Builds an ``Automaton`` back to front: every fragment is given the state that follows it.
struct AutomatonBuilder {
  private var states = StateTable(capacity: 1 << 16)
  private let lexicons: [String: Lexicon]
  private let patterns: [String: Pattern]
  private var wordStates: [String: WordStates] = [:]
  /// The states that named patterns and word lists of the program were built as: it names the same ones before the
  /// same states again and again.
  private var built: [Part: UInt32] = [:]

  init(lexicons: [String: Lexicon], patterns: [String: Pattern]) {
    self.lexicons = lexicons
    self.patterns = patterns
  }

  /// A named pattern or word list before a state.
  private struct Part: Hashable {
    var name: String
    var next: UInt32
  }

  /// Adds a state with one or two moves.
  private mutating func add(move first: UInt32, _ second: UInt32? = nil, saves: Int16 = -1) -> UInt32 {
    states.move(to: first)
    if let second { states.move(to: second) }
    return states.add(moves: second == nil ? 1 : 2, saves: saves)
  }

  /// Adds a program: a pattern and the number it is accepted by.
  mutating func program(_ pattern: Pattern, number: Int32, captures: [String], reversed: Bool = false)
    -> UInt32
  {
    built.removeAll(keepingCapacity: true)
    let end = states.add(accepts: number)
    return build(reversed ? pattern.reversed : pattern, then: end, captures: captures, reversed: reversed)
  }

  private mutating func build(_ pattern: Pattern, then next: UInt32, captures: [String], reversed: Bool)
    -> UInt32
  {
    switch pattern {
    case .unit(let set):
      for range in set.ranges { states.edge(range.lowerBound, range.upperBound, to: next) }
      return states.add(edges: set.ranges.count)
    case .mention(let type):
      let symbol = MentionSymbol.unit(for: type)
      states.edge(symbol, symbol, to: next)
      return states.add(edges: 1)
    case .word(let name):
      return once(name, next) {
        let words = $0.words(of: name, reversed: reversed)
        return $0.states.add(words.states, first: next, state: words.root)
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
      for branch in branches { states.move(to: branch) }
      return states.add(moves: branches.count)
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

  private mutating func words(of name: String, reversed: Bool) -> WordStates {
    let key = reversed ? "<" + name : name
    if let words = wordStates[key] { return words }
    let words = WordStates((lexicons[name]?.forms ?? []).map { reversed ? $0.reversed() : $0 })
    wordStates[key] = words
    return words
  }

  /// The finished automaton.
  consuming func finished() -> Automaton {
    var automaton = states.automaton
    automaton.classify()
    return automaton
  }
}

/// The states that read the words of a list, of which the first stands for what follows a word. They are made once and
/// copied to each place where the list is named.
struct WordStates {
  private(set) var states = Automaton()
  private(set) var root: UInt32 = 0

  init(_ words: [[UInt16]]) {
    var table = StateTable(capacity: 2 * words.count)
    let end = table.add(accepts: 0)
    let words = words.sorted { $0.lexicographicallyPrecedes($1) }
    root = WordStates.trie(words, words.indices, depth: 0, then: end, in: &table)
    states = table.automaton
  }

  /// A trie of some of the sorted words, which share their first units; the longer ones are preferred.
  private static func trie(
    _ words: [[UInt16]], _ range: Range<Int>, depth: Int, then next: UInt32, in table: inout StateTable
  ) -> UInt32 {
    var place = range.lowerBound
    let ends = place < range.upperBound && words[place].count == depth
    if ends { place += 1 }
    if ends, place == range.upperBound { return next }
    var count = 0
    while place < range.upperBound {
      let unit = words[place][depth]
      var end = place + 1
      while end < range.upperBound, words[end][depth] == unit { end += 1 }
      let child = trie(words, place..<end, depth: depth + 1, then: next, in: &table)
      table.edge(unit, unit, to: child)
      count += 1
      place = end
    }
    if ends { table.move(to: next) }
    return table.add(edges: count, moves: ends ? 1 : 0)
  }
}
