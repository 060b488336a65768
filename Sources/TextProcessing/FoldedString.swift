extension String {
  /// Creates a string of folded code units, none of which is half of a pair.
  package init(folded units: ArraySlice<UInt16>) {
    self.init(unsafeUninitializedCapacity: units.count * 3) { bytes in
      var end = 0
      for unit in units {
        if unit < 0x80 {
          bytes[end] = UInt8(truncatingIfNeeded: unit)
          end &+= 1
        } else if unit < 0x800 {
          bytes[end] = UInt8(truncatingIfNeeded: 0xC0 | unit >> 6)
          bytes[end &+ 1] = UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F)
          end &+= 2
        } else {
          bytes[end] = UInt8(truncatingIfNeeded: 0xE0 | unit >> 12)
          bytes[end &+ 1] = UInt8(truncatingIfNeeded: 0x80 | unit >> 6 & 0x3F)
          bytes[end &+ 2] = UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F)
          end &+= 3
        }
      }
      return end
    }
  }
}
