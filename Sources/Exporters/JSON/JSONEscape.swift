extension OutputBuffer {
  /// Appends UTF-8 with JSON's escapes.
  func append(escaping bytes: UnsafeBufferPointer<UInt8>) {
    var plain = 0
    for index in bytes.indices where jsonNeedsEscape(UInt32(bytes[index])) {
      append(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[plain..<index]))
      write(atMost: 6) { target in
        var end = target
        writeJSONEscape(UInt32(bytes[index]), to: &end)
        return end - target
      }
      plain = index + 1
    }
    append(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[plain...]))
  }

  /// Appends scalar values as UTF-8 with JSON's escapes.
  func append(escaping scalars: UnsafeBufferPointer<UInt32>) {
    write(atMost: scalars.count * 6) { target in
      var end = target
      for scalar in scalars {
        if jsonNeedsEscape(scalar) {
          writeJSONEscape(scalar, to: &end)
        } else {
          writeUTF8(scalar, to: &end)
        }
      }
      return end - target
    }
  }
}

@inline(__always)
private func jsonNeedsEscape(_ scalar: UInt32) -> Bool {
  scalar < 0x20 || scalar == 0x22 || scalar == 0x5C
}

private func writeJSONEscape(_ scalar: UInt32, to pointer: inout UnsafeMutablePointer<UInt8>) {
  let short: UInt8? =
    switch scalar {
    case 0x08: UInt8(ascii: "b")
    case 0x09: UInt8(ascii: "t")
    case 0x0A: UInt8(ascii: "n")
    case 0x0C: UInt8(ascii: "f")
    case 0x0D: UInt8(ascii: "r")
    case 0x22, 0x5C: UInt8(truncatingIfNeeded: scalar)
    default: nil
    }
  pointer[0] = UInt8(ascii: "\\")
  guard let short else {
    let digit = { (bits: UInt32) in bits < 10 ? UInt8(0x30 + bits) : UInt8(0x57 + bits) }
    pointer[1] = UInt8(ascii: "u")
    pointer[2] = UInt8(ascii: "0")
    pointer[3] = UInt8(ascii: "0")
    pointer[4] = digit(scalar >> 4)
    pointer[5] = digit(scalar & 15)
    pointer += 6
    return
  }
  pointer[1] = short
  pointer += 2
}
