/// Bytes on their way to a file: append, hand out, empty, and use again.
///
/// A class, so that writers that are values can share one; the storage doubles when it is full and is kept
/// when the buffer is emptied, so that writing many documents allocates a few times in all.
package final class OutputBuffer {
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int

  /// How many bytes it holds.
  package private(set) var count = 0

  /// Creates a buffer with room for so many bytes.
  package init(capacity: Int = 1 << 16) {
    self.capacity = max(capacity, 64)
    storage = .allocate(capacity: self.capacity)
  }

  deinit { storage.deallocate() }

  /// Takes all bytes out, and keeps the room.
  package func removeAll() { count = 0 }

  /// Lends the bytes for as long as `body` runs.
  package func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    try body(UnsafeRawBufferPointer(start: storage, count: count))
  }

  /// The bytes as an array, for tests and small results.
  package var bytes: [UInt8] { withBytes { [UInt8]($0) } }

  /// The bytes as a string, for tests and small results.
  package var string: String { withBytes { String(decoding: $0, as: UTF8.self) } }

  /// Appends one byte.
  package func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    storage[count] = byte
    count += 1
  }

  /// Appends bytes.
  package func append(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    write(atMost: bytes.count) { target in
      UnsafeMutableRawPointer(target).copyMemory(from: base, byteCount: bytes.count)
      return bytes.count
    }
  }

  /// Appends the bytes of a literal.
  package func append(_ literal: StaticString) {
    if literal.hasPointerRepresentation {
      append(UnsafeRawBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    } else {
      literal.withUTF8Buffer { append(UnsafeRawBufferPointer($0)) }
    }
  }

  /// Appends a string as UTF-8.
  package func append(_ string: String) {
    var string = string
    string.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// Appends the decimal digits of a whole number.
  package func append(decimal value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    write(atMost: 20) { target in
      var digits = 0
      repeat {
        target[digits] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
        digits += 1
      } while rest > 0
      var written = UnsafeMutableBufferPointer(start: target, count: digits)
      written.reverse()
      return digits
    }
  }

  /// Lets `body` write up to `limit` bytes behind the last one; it returns how many it wrote.
  func write(atMost limit: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    if capacity - count < limit { grow(by: limit) }
    count += body(storage + count)
  }

  private func grow(by bytes: Int) {
    capacity = max(capacity * 2, count + bytes)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: storage, count: count)
    storage.deallocate()
    storage = larger
  }
}
