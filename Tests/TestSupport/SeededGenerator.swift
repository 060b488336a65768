/// A random generator that gives the same numbers for the same seed (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator.
  package init(seed: UInt64) { state = seed }

  /// The next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to, not including, a limit; 0 when there is none below it.
  package mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(limit, 1))) }

  /// One of some elements.
  package mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// A scalar value of any width, control characters and quotes among them.
  package mutating func scalar() -> UInt32 {
    switch next() % 6 {
    case 0: UInt32(next() % 0x20)
    case 1: UInt32(next() % 0x80)
    case 2: UInt32(next() % 0x800)
    case 3: 0x4E00 + UInt32(next() % 0x51A6)
    case 4: 0x2_0000 + UInt32(next() % 0xA6D7)
    default: 0xE000 + UInt32(next() % 0x2000)
    }
  }
}
