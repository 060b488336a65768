/// Checks and reads UTF-8.
enum UTF8Reader {
  /// The first place from `start` on where the bytes are no UTF-8, or nil.
  ///
  /// NUL counts as a fault too: no text holds it, and every binary file does.
  static func firstFault(in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var index = start
    let end = bytes.count
    while index < end {
      while index &+ HanziBlock.width <= end, HanziBlock(base, at: index).isValid { index &+= 12 }
      let next = min(index &+ HanziBlock.step, end)
      while index < next {
        let lead = bytes[index]
        if lead < 0x80 {
          guard lead != 0 else { return index }
          index &+= 1
          continue
        }
        let length = sequenceLength(in: bytes, at: index)
        guard length > 0 else { return index }
        index &+= length
      }
    }
    return nil
  }

  /// The length of the sequence at a place, or 0 when there is none.
  @inline(__always)
  static func sequenceLength(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let left = bytes.count - index
    if lead & 0xF0 == 0xE0 {
      guard left >= 3 else { return 0 }
      let second = bytes[index + 1]
      guard second & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80 else { return 0 }
      if lead == 0xE0, second < 0xA0 { return 0 }
      if lead == 0xED, second > 0x9F { return 0 }
      return 3
    }
    if lead & 0xE0 == 0xC0 {
      guard lead >= 0xC2, left >= 2, bytes[index + 1] & 0xC0 == 0x80 else { return 0 }
      return 2
    }
    guard lead >= 0xF0, lead <= 0xF4, left >= 4 else { return 0 }
    let second = bytes[index + 1]
    guard second & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80, bytes[index + 3] & 0xC0 == 0x80 else {
      return 0
    }
    if lead == 0xF0, second < 0x90 { return 0 }
    if lead == 0xF4, second > 0x8F { return 0 }
    return 4
  }

  /// The scalar at a place in valid UTF-8, and its length.
  @inline(__always)
  static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return (lead, 1) }
    let second = UInt32(bytes[index + 1] & 0x3F)
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
    let third = UInt32(bytes[index + 2] & 0x3F)
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
    return ((lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[index + 3] & 0x3F), 4)
  }

  /// The bytes that a scalar takes.
  @inline(__always)
  static func length(of scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
  }

  /// The first scalar that takes so many bytes, and how many do.
  @inline(__always)
  static func scalars(ofLength length: Int) -> (first: UInt32, count: UInt32) {
    switch length {
    case 1: (0, 0x80)
    case 2: (0x80, 0x780)
    case 3: (0x800, 0xF800)
    default: (0x10000, 0x10_0000)
    }
  }

  /// Appends a scalar.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case ..<0x80:
      bytes.append(UInt8(scalar))
    case ..<0x800:
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    case ..<0x10000:
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | scalar >> 18))
      bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
  }

  /// What is wrong at a fault.
  static func complaint(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> String {
    let lead = bytes[index]
    let name = ReadingError.hexadecimal(lead)
    let length =
      lead >= 0xC2 && lead < 0xE0 ? 2 : lead & 0xF0 == 0xE0 ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0
    guard length > 0 else { return "\(name) does not begin a UTF-8 sequence" }
    for place in index + 1..<index + length {
      guard place < bytes.count else {
        return "\(name) begins a UTF-8 sequence of \(length) bytes, but the text ends inside it"
      }
      if bytes[place] & 0xC0 != 0x80 {
        let next = ReadingError.hexadecimal(bytes[place])
        return "\(name) begins a UTF-8 sequence of \(length) bytes, but \(next) does not continue it"
      }
    }
    return "\(name) begins a sequence that is no character in UTF-8"
  }
}
