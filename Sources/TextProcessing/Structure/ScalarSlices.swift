extension ArraySlice<UInt32> {
  /// The slice without blanks at its ends.
  var trimmed: ArraySlice<UInt32> {
    var start = startIndex
    var end = endIndex
    while start < end, CharacterClass.isBlank(self[start]) || CharacterClass.isZeroWidth(self[start]) {
      start += 1
    }
    while start < end, CharacterClass.isBlank(self[end - 1]) || CharacterClass.isZeroWidth(self[end - 1]) {
      end -= 1
    }
    return self[start..<end]
  }

  /// The slice without the brackets around it, when they are around all of it.
  var unbracketed: ArraySlice<UInt32>? {
    guard let first, let last, first == 0xFF08 || first == 0x28, last == 0xFF09 || last == 0x29, count > 2
    else {
      return nil
    }
    return dropFirst().dropLast().trimmed
  }

  /// Whether the slice ends a sentence, quotation marks and brackets behind it aside.
  var endsSentence: Bool { CharacterClass.isSentenceEnd(reversed()) }

  /// Whether the slice begins with two dashes.
  var beginsWithDash: Bool {
    var dashes = 0
    for scalar in self {
      guard scalar == 0x2014 || scalar == 0x2015 || scalar == 0x2500 || scalar == 0x2D else { break }
      dashes += 1
    }
    return dashes >= 2 || first == 0x2E3A
  }

  /// Parts the slice at scalars.
  func parts(at isSeparator: (UInt32) -> Bool) -> [ArraySlice<UInt32>] {
    split(omittingEmptySubsequences: true, whereSeparator: isSeparator)
  }

  /// The slice as a string.
  var text: String {
    String(unsafeUninitializedCapacity: count * 4) { bytes in
      var end = 0
      for scalar in self {
        let length = UTF8Reader.length(of: scalar)
        var rest = scalar
        for place in (end + 1..<end + length).reversed() {
          bytes[place] = UInt8(0x80 | rest & 0x3F)
          rest >>= 6
        }
        bytes[end] = UInt8(length == 1 ? rest : 0xF00 >> UInt32(length) & 0xFF | rest)
        end += length
      }
      return end
    }
  }
}
