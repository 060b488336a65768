/// Reads the scalars of lines.
enum LineText {
  /// The scalars of a stretch of valid UTF-8.
  static func scalars(of buffer: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> [UInt32] {
    var scalars: [UInt32] = []
    append(buffer, from: start, to: end, into: &scalars)
    return scalars
  }

  /// Appends the scalars of a stretch of valid UTF-8.
  @inline(__always)
  static func append(
    _ buffer: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, into scalars: inout [UInt32]
  ) {
    var index = start
    while index < end {
      let (scalar, length) = UTF8Reader.scalar(in: buffer, at: index)
      scalars.append(scalar)
      index += length
    }
  }
}
