/// Reads the scalars of lines.
enum LineText {
  /// The scalars of a stretch of valid UTF-8.
  static func scalars(of buffer: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: max(end - start, 0)) { scalars, count in
      read(buffer, from: start, to: end, into: scalars, at: &count)
    }
  }

  /// Puts the scalars of a stretch of valid UTF-8 into memory that has room for one a byte.
  @inline(__always)
  static func read(
    _ buffer: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int,
    into scalars: UnsafeMutableBufferPointer<UInt32>, at count: inout Int
  ) {
    guard let base = buffer.baseAddress, let target = scalars.baseAddress else { return }
    var index = start
    var place = count
    while index < end {
      while index &+ HanziBlock.width <= end, case let block = HanziBlock(base, at: index), block.isWellFormed
      {
        UnsafeMutableRawPointer(target + place).storeBytes(of: block.scalars, as: SIMD4<UInt32>.self)
        place &+= 4
        index &+= 12
      }
      let next = min(index &+ HanziBlock.step, end)
      while index < next {
        let (scalar, length) = UTF8Reader.scalar(in: buffer, at: index)
        target[place] = scalar
        place &+= 1
        index &+= length
      }
    }
    count = place
  }

  /// Whether a stretch of valid UTF-8 ends a sentence, quotation marks and brackets behind it aside.
  static func endsSentence(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Bool {
    CharacterClass.isSentenceEnd(BackwardScalars(buffer, from: start, to: end))
  }
}

/// The scalars of a stretch of valid UTF-8, the last one first.
private struct BackwardScalars: Sequence, IteratorProtocol {
  private let buffer: UnsafeBufferPointer<UInt8>
  private let start: Int
  private var end: Int

  /// Goes from `end` back to `start`.
  init(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    self.buffer = buffer
    self.start = start
    self.end = end
  }

  /// The scalar before the last one.
  mutating func next() -> UInt32? {
    guard end > start else { return nil }
    end -= 1
    while end > start, buffer[end] & 0xC0 == 0x80 { end -= 1 }
    return UTF8Reader.scalar(in: buffer, at: end).value
  }
}
