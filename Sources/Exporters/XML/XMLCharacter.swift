/// What XML 1.0 lets through.
enum XMLCharacter {
  /// Whether a scalar value is a character of XML 1.0.
  @inline(__always)
  static func isLegal(_ scalar: UInt32) -> Bool {
    if scalar >= 0x20 { return scalar < 0xD800 || (scalar > 0xDFFF && scalar < 0xFFFE) || isAstral(scalar) }
    return scalar == 0x09 || scalar == 0x0A || scalar == 0x0D
  }

  @inline(__always)
  private static func isAstral(_ scalar: UInt32) -> Bool { scalar > 0xFFFF && scalar < 0x11_0000 }

  /// Whether nothing in a string needs a closer look: no control characters, no U+FFFE or U+FFFF.
  static func isPlain(_ string: String) -> Bool {
    var string = string
    return string.withUTF8 { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 != 0xEF }
    }
  }

  /// The longest reference that ``write(_:to:)`` puts for a scalar.
  static let longestReference = 5

  /// Writes a legal scalar as text content: escaped where it must be, and where a parser would change it.
  @inline(__always)
  static func write(_ scalar: UInt32, to pointer: inout UnsafeMutablePointer<UInt8>) {
    switch scalar {
    case 0x26: put("&amp;", to: &pointer)
    case 0x3C: put("&lt;", to: &pointer)
    case 0x3E: put("&gt;", to: &pointer)
    case 0x0D: put("&#13;", to: &pointer)
    default: writeUTF8(scalar, to: &pointer)
    }
  }

  private static func put(_ reference: StaticString, to pointer: inout UnsafeMutablePointer<UInt8>) {
    pointer.update(from: reference.utf8Start, count: reference.utf8CodeUnitCount)
    pointer += reference.utf8CodeUnitCount
  }
}
