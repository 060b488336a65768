/// Words by their characters, each with a tag of the reader's own, read a character at a time.
///
/// The words of a first character are entered when a text first has it, so that nothing is loaded for texts
/// that never ask, and a step costs one look into a hash table. Not to be shared between threads.
struct WordTrie: Sendable {
  /// Enters the words that begin with a unit into the trie: their units, tag and weight.
  typealias Source = @Sendable (_ unit: UInt16, _ enter: Entry) -> Void
  typealias Entry = (_ form: UnsafeBufferPointer<UInt16>, _ tag: UInt16, _ weight: Int) -> Void

  /// What is known of a word; none has weight 0.
  struct Word: Sendable {
    var tag: UInt16
    var weight: UInt16
  }

  private let source: Source

  /// A bit for each hash of a state and a unit that lead on: most steps lead nowhere, and a bit is found faster
  /// than an entry.
  private var filter = [UInt64](repeating: 0, count: 1 << 13)

  /// For each first unit its state, which is 0 where it was never asked for, and the word that it is alone.
  private var roots = [Root](repeating: Root(state: 0, word: Word(tag: 0, weight: 0)), count: 0x10000)

  /// Where words of a first unit begin.
  struct Root: Sendable {
    var state: UInt32
    var word: Word
  }

  /// Steps by state and unit: those in the upper 40 bits, the next state in the lower 24.
  private var steps = [UInt64](repeating: 0, count: 1 << 12)
  private var stepCount = 0

  /// The word that ends at each state. State 0 is nowhere, and state 1 a first unit that begins no word.
  private var words = [Word](repeating: Word(tag: 0, weight: 0), count: 2)

  init(_ source: @escaping Source) { self.source = source }

  /// The state behind the first unit of a word, with the word that it is alone.
  @inline(__always)
  mutating func root(_ unit: UInt16) -> Root {
    let root = roots[Int(unit)]
    return root.state > 0 ? root : load(unit)
  }

  /// The state behind one more unit, or 0 when no word goes on so.
  @inline(__always)
  func step(_ state: UInt32, _ unit: UInt16) -> UInt32 {
    let key = UInt64(state) << 16 | UInt64(unit)
    let hash = hash(key)
    guard filter[hash >> 6 & (1 << 13 - 1)] & 1 << UInt64(hash & 63) != 0 else { return 0 }
    var slot = hash & (steps.count &- 1)
    while true {
      let entry = steps[slot]
      if entry >> 24 == key { return UInt32(truncatingIfNeeded: entry & 0xFF_FFFF) }
      if entry == 0 { return 0 }
      slot = (slot &+ 1) & (steps.count &- 1)
    }
  }

  /// The word that ends at a state.
  @inline(__always)
  func word(_ state: UInt32) -> Word { words[Int(state)] }

  @inline(__always)
  private func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  @inline(never)
  private mutating func load(_ unit: UInt16) -> Root {
    roots[Int(unit)].state = 1
    var root: UInt32 = 0
    let source = source
    source(unit) { form, tag, weight in
      if root == 0 { root = addState() }
      var state = root
      for unit in form.dropFirst() {
        let next = step(state, unit)
        state = next > 0 ? next : add(state, unit)
      }
      // Of several rows for a word the first counts.
      if words[Int(state)].weight == 0 {
        words[Int(state)] = Word(tag: tag, weight: UInt16(clamping: max(1, weight)))
      }
    }
    guard root > 0 else { return roots[Int(unit)] }
    roots[Int(unit)] = Root(state: root, word: words[Int(root)])
    return roots[Int(unit)]
  }

  private mutating func addState() -> UInt32 {
    words.append(Word(tag: 0, weight: 0))
    return UInt32(words.count - 1)
  }

  private mutating func add(_ state: UInt32, _ unit: UInt16) -> UInt32 {
    if stepCount * 2 > steps.count {
      let old = steps
      steps = Array(repeating: 0, count: 2 * old.count)
      for entry in old where entry > 0 { insert(entry) }
    }
    let next = addState()
    insert((UInt64(state) << 16 | UInt64(unit)) << 24 | UInt64(next))
    stepCount += 1
    return next
  }

  private mutating func insert(_ entry: UInt64) {
    let hash = hash(entry >> 24)
    filter[hash >> 6 & (1 << 13 - 1)] |= 1 << UInt64(hash & 63)
    var slot = hash & (steps.count - 1)
    while steps[slot] > 0 { slot = (slot + 1) & (steps.count - 1) }
    steps[slot] = entry
  }
}
