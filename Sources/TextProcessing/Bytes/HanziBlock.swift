/// Four characters of three bytes each, as nearly all of a Chinese text comes, looked at together.
struct HanziBlock {
  /// The bytes that it reads.
  static let width = 13

  /// How many bytes are best read one by one where none stands, before it is looked for again.
  static let step = 8

  private let words: SIMD4<UInt32>

  /// Reads what stands at a place; ``width`` bytes must stand there.
  @inline(__always)
  init(_ bytes: UnsafeRawPointer, at place: Int) {
    words = SIMD4(
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)),
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place &+ 3, as: UInt32.self)),
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place &+ 6, as: UInt32.self)),
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place &+ 9, as: UInt32.self)))
  }

  /// Whether each has the form of a sequence of three bytes.
  @inline(__always)
  var isWellFormed: Bool { HanziBlock.isZero(words & 0xC0_C0F0 ^ 0x80_80E0) }

  /// Whether, besides, none begins with a byte behind which not every other may follow.
  @inline(__always)
  var isValid: Bool {
    let leads = words & 0x0F
    let none = SIMD4<UInt32>(repeating: 0)
    let doubtful = (words & 0xC0_C0F0 ^ 0x80_80E0).replacing(
      with: 1, where: (leads .== none) .| (leads .== 13))
    return HanziBlock.isZero(doubtful)
  }

  /// The scalars, if each is well formed.
  @inline(__always)
  var scalars: SIMD4<UInt32> {
    (words & 0x0F) &<< 12 | (words &>> 2 & 0x0FC0) | (words &>> 16 & 0x3F)
  }

  @inline(__always)
  private static func isZero(_ words: SIMD4<UInt32>) -> Bool {
    let halves = unsafeBitCast(words, to: SIMD2<UInt64>.self)
    return halves.x | halves.y == 0
  }
}
