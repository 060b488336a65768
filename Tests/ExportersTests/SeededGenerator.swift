/// A random generator that gives the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A scalar value of any width, control characters and quotes among them.
  mutating func scalar() -> UInt32 {
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
