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
    var index = start
    var place = count
    while index < end {
      let (scalar, length) = UTF8Reader.scalar(in: buffer, at: index)
      scalars[place] = scalar
      place += 1
      index += length
    }
    count = place
  }
}
