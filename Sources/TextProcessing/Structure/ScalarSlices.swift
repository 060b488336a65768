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
  var endsSentence: Bool {
    for scalar in reversed() {
      if CharacterClass.isSentenceEnd(scalar) { return true }
      guard CharacterClass.isClosing(scalar), scalar > 0x2000, scalar != 0xFF0C, scalar != 0x3001 else {
        return false
      }
      if scalar == 0xFF1A || scalar == 0xFF1B { return false }
    }
    return false
  }

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
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * 3)
    for scalar in self { UTF8Reader.append(scalar, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
