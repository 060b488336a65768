/// Writes the UTF-8 of a scalar value behind `pointer` and moves it; what is no scalar becomes U+FFFD.
@inline(__always)
func writeUTF8(_ scalar: UInt32, to pointer: inout UnsafeMutablePointer<UInt8>) {
  if scalar < 0x80 {
    pointer[0] = UInt8(truncatingIfNeeded: scalar)
    pointer += 1
  } else if scalar < 0x800 {
    pointer[0] = 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6)
    pointer[1] = continuation(scalar)
    pointer += 2
  } else if scalar < 0x1_0000 {
    let value = scalar & 0xF800 == 0xD800 ? 0xFFFD : scalar
    pointer[0] = 0xE0 | UInt8(truncatingIfNeeded: value >> 12)
    pointer[1] = continuation(value >> 6)
    pointer[2] = continuation(value)
    pointer += 3
  } else if scalar < 0x11_0000 {
    pointer[0] = 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18)
    pointer[1] = continuation(scalar >> 12)
    pointer[2] = continuation(scalar >> 6)
    pointer[3] = continuation(scalar)
    pointer += 4
  } else {
    pointer[0] = 0xEF
    pointer[1] = 0xBF
    pointer[2] = 0xBD
    pointer += 3
  }
}

@inline(__always)
private func continuation(_ bits: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: bits & 0x3F) }
