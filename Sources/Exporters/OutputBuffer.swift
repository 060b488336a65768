/// Bytes on their way to a file: append, hand out, empty, and use again.
///
/// A class, so that writers that are values can share one; the storage doubles when it is full and is kept
/// when the buffer is emptied, so that writing many documents allocates a few times in all.
package final class OutputBuffer {
  /// Behind a pointer, because each access to a variable of a class is checked while the program runs, which
  /// for a few bytes at a time costs more than the bytes.
  private let state: UnsafeMutablePointer<State>

  private struct State {
    var storage: UnsafeMutablePointer<UInt8>
    var capacity: Int
    var count = 0
  }

  /// Creates a buffer with room for so many bytes.
  package init(capacity: Int = 1 << 16) {
    let capacity = max(capacity, 64)
    state = .allocate(capacity: 1)
    state.initialize(to: State(storage: .allocate(capacity: capacity), capacity: capacity))
  }

  deinit {
    state.pointee.storage.deallocate()
    state.deallocate()
  }

  /// How many bytes it holds.
  package var count: Int { state.pointee.count }

  /// Takes all bytes out, and keeps the room.
  package func removeAll() { state.pointee.count = 0 }

  /// Lends the bytes for as long as `body` runs.
  package func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    try body(UnsafeRawBufferPointer(start: state.pointee.storage, count: count))
  }

  /// The bytes as an array, for tests and small results.
  package var bytes: [UInt8] { withBytes { [UInt8]($0) } }

  /// The bytes as a string, for tests and small results.
  package var string: String { withBytes { String(decoding: $0, as: UTF8.self) } }

  /// Appends one byte.
  package func append(_ byte: UInt8) {
    if state.pointee.count == state.pointee.capacity { grow(by: 1) }
    state.pointee.storage[state.pointee.count] = byte
    state.pointee.count += 1
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
    var digits = 1
    var power: UInt = 10
    while digits < 19, rest >= power {
      digits &+= 1
      power &*= 10
    }
    write(atMost: digits) { target in
      let pairs = UnsafeRawPointer(Self.pairs.utf8Start)
      let raw = UnsafeMutableRawPointer(target)
      var place = digits
      while place >= 2 {
        place &-= 2
        let next = rest / 100
        let pair = pairs.loadUnaligned(fromByteOffset: Int(2 &* (rest &- next &* 100)), as: UInt16.self)
        raw.storeBytes(of: pair, toByteOffset: place, as: UInt16.self)
        rest = next
      }
      if place == 1 { target[0] = UInt8(truncatingIfNeeded: 0x30 &+ rest) }
      return digits
    }
  }

  /// The numbers from 0 to 99 in two digits each.
  private static let pairs: StaticString = """
    0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
    5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899
    """

  /// Lets `body` write up to `limit` bytes behind the last one; it returns how many it wrote.
  @inline(__always)
  func write(atMost limit: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    if state.pointee.capacity - state.pointee.count < limit { grow(by: limit) }
    state.pointee.count += body(state.pointee.storage + state.pointee.count)
  }

  private func grow(by bytes: Int) {
    let old = state.pointee
    let capacity = max(old.capacity * 2, old.count + bytes)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: old.storage, count: old.count)
    old.storage.deallocate()
    state.pointee.storage = larger
    state.pointee.capacity = capacity
  }
}
