extension OutputBuffer {
  /// Appends UTF-8 with JSON's escapes.
  func append(escaping bytes: UnsafeBufferPointer<UInt8>) {
    let source = UnsafeRawBufferPointer(bytes)
    write(atMost: source.count * 6) { target in
      var end = target
      var index = 0
      if let length = copyPlain(source, to: target) { return length }
      while index < source.count {
        // Nearly all text needs no escape, so eight bytes are looked at together.
        if index + 8 <= source.count {
          let word = source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          if !jsonMayNeedEscape(word) {
            UnsafeMutableRawPointer(end).storeBytes(of: word, as: UInt64.self)
            end += 8
            index += 8
            continue
          }
        }
        if jsonNeedsEscape(UInt32(source[index])) {
          end += writeJSONEscape(UInt32(source[index]), to: end)
        } else {
          end[0] = source[index]
          end += 1
        }
        index += 1
      }
      return end - target
    }
  }

  /// Appends scalar values as UTF-8 with JSON's escapes.
  func append(escaping scalars: UnsafeBufferPointer<UInt32>) {
    write(atMost: scalars.count * 6 + 4) { target in
      var end = target
      var index = 0
      while index < scalars.count {
        // Nearly all of a Chinese text: four times three bytes, stored as words whose last byte is overwritten.
        while index &+ 4 <= scalars.count {
          let four = UnsafeRawPointer(scalars.baseAddress! + index).loadUnaligned(as: SIMD4<UInt32>.self)
          guard takeThreeBytes(four) else { break }
          let bytes = (four &>> 12) | (four &<< 2 & 0x3F00) | (four &<< 16 & 0x3F_0000) | 0x80_80E0
          let raw = UnsafeMutableRawPointer(end)
          raw.storeBytes(of: bytes.x.littleEndian, as: UInt32.self)
          raw.storeBytes(of: bytes.y.littleEndian, toByteOffset: 3, as: UInt32.self)
          raw.storeBytes(of: bytes.z.littleEndian, toByteOffset: 6, as: UInt32.self)
          raw.storeBytes(of: bytes.w.littleEndian, toByteOffset: 9, as: UInt32.self)
          end += 12
          index &+= 4
        }
        let next = min(index &+ 4, scalars.count)
        while index < next {
          let scalar = scalars[index]
          index &+= 1
          if scalar >= 0x800, scalar < 0xD800 {
            let bytes = 0x80_80E0 | scalar >> 12 | (scalar >> 6 & 0x3F) << 8 | (scalar & 0x3F) << 16
            UnsafeMutableRawPointer(end).storeBytes(of: bytes.littleEndian, as: UInt32.self)
            end += 3
          } else if jsonNeedsEscape(scalar) {
            end += writeJSONEscape(scalar, to: end)
          } else {
            writeUTF8(scalar, to: &end)
          }
        }
      }
      return end - target
    }
  }
}

/// Whether each of four scalars takes three bytes: from U+0800 on, no surrogate, and none beyond the BMP; nor U+FEFF.
@inline(__always)
private func takeThreeBytes(_ scalars: SIMD4<UInt32>) -> Bool {
  let low = SIMD4<UInt32>(repeating: 0x800)
  let surrogates = SIMD4<UInt32>(repeating: 0xD800)
  let others =
    (scalars .< low) .| (scalars .> 0xFFFF) .| ((scalars & 0xF800) .== surrogates) .| (scalars .== 0xFEFF)
  let hits = unsafeBitCast(others, to: SIMD2<UInt64>.self)
  return hits.x | hits.y == 0
}

@inline(__always)
private func jsonNeedsEscape(_ scalar: UInt32) -> Bool {
  // U+FEFF at the beginning of a string is taken for a byte order mark by some decoders, Foundation's among them.
  scalar < 0x20 || scalar == 0x22 || scalar == 0x5C || scalar == 0xFEFF
}

/// Copies 4 to 16 bytes without escapes, as nearly all values are, in two words that overlap; nil for others.
@inline(__always)
private func copyPlain(_ source: UnsafeRawBufferPointer, to target: UnsafeMutablePointer<UInt8>) -> Int? {
  let target = UnsafeMutableRawPointer(target)
  let count = source.count
  if count >= 8, count <= 16 {
    let first = source.loadUnaligned(as: UInt64.self)
    let last = source.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    guard !jsonMayNeedEscape(first), !jsonMayNeedEscape(last) else { return nil }
    target.storeBytes(of: first, as: UInt64.self)
    target.storeBytes(of: last, toByteOffset: count &- 8, as: UInt64.self)
    return count
  }
  if count >= 4, count < 8 {
    let first = source.loadUnaligned(as: UInt32.self)
    let last = source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
    guard !jsonMayNeedEscape(UInt64(first) | UInt64(last) << 32) else { return nil }
    target.storeBytes(of: first, as: UInt32.self)
    target.storeBytes(of: last, toByteOffset: count &- 4, as: UInt32.self)
    return count
  }
  return nil
}

/// Whether one of eight bytes may need an escape; never false when one does.
@inline(__always)
private func jsonMayNeedEscape(_ word: UInt64) -> Bool {
  let each: UInt64 = 0x0101_0101_0101_0101
  let quote = word ^ each &* 0x22
  let backslash = word ^ each &* 0x5C
  let hits = (word &- each &* 0x20) & ~word | (quote &- each) & ~quote | (backslash &- each) & ~backslash
  return hits & (each &* 0x80) != 0
}

/// Writes the escape of a scalar and returns its length.
private func writeJSONEscape(_ scalar: UInt32, to pointer: UnsafeMutablePointer<UInt8>) -> Int {
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
    pointer[2] = digit(scalar >> 12)
    pointer[3] = digit(scalar >> 8 & 15)
    pointer[4] = digit(scalar >> 4 & 15)
    pointer[5] = digit(scalar & 15)
    return 6
  }
  pointer[1] = short
  return 2
}
