/// What the reader needs to know of a character.
enum CharacterClass {
  /// A space of any width, but no line break.
  @inline(__always)
  static func isBlank(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0x3000 || scalar == 0x09 || scalar == 0xA0
      || (scalar >= 0x2000 && scalar <= 0x200A) || scalar == 0x202F || scalar == 0x205F
  }

  /// A blank as wide as a Hanzi: two of them mark a paragraph.
  @inline(__always)
  static func isWideBlank(_ scalar: UInt32) -> Bool { scalar == 0x3000 || scalar == 0x2003 }

  /// A character that takes no room.
  @inline(__always)
  static func isZeroWidth(_ scalar: UInt32) -> Bool {
    (scalar >= 0x200B && scalar <= 0x200F) || scalar == 0x2060 || scalar == 0xFEFF
      || (scalar >= 0xFE00 && scalar <= 0xFE0F)
  }

  /// A Chinese character.
  @inline(__always)
  static func isHanzi(_ scalar: UInt32) -> Bool {
    (scalar >= 0x4E00 && scalar <= 0x9FFF) || (scalar >= 0x3400 && scalar <= 0x4DBF)
      || (scalar >= 0x20000 && scalar <= 0x3FFFF) || (scalar >= 0xF900 && scalar <= 0xFAFF)
      || scalar == 0x3007
  }

  /// A digit, half or full width.
  @inline(__always)
  static func digit(_ scalar: UInt32) -> UInt32? {
    if scalar >= 0x30, scalar <= 0x39 { return scalar - 0x30 }
    if scalar >= 0xFF10, scalar <= 0xFF19 { return scalar - 0xFF10 }
    return nil
  }

  /// A letter or digit of which words are made that no line break parts.
  static func isWordPart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x25, 0x2E, 0x2D, 0x27: true
    case 0xC0...0x24F, 0x370...0x52F: true
    default: false
    }
  }

  /// A Latin, Greek or Cyrillic letter.
  static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x370...0x52F: true
    default: false
    }
  }

  /// A mark that ends a sentence.
  static func isSentenceEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0xFF0E, 0x2026: true
    default: false
    }
  }

  /// Whether scalars that are read backwards begin with the end of a sentence, quotation marks and brackets
  /// behind it aside.
  @inline(__always)
  static func isSentenceEnd(_ backwards: some Sequence<UInt32>) -> Bool {
    for scalar in backwards {
      if isSentenceEnd(scalar) { return true }
      guard isClosing(scalar), scalar > 0x2000, scalar != 0xFF0C, scalar != 0x3001 else { return false }
      if scalar == 0xFF1A || scalar == 0xFF1B { return false }
    }
    return false
  }

  /// A mark that may not end a line.
  static func isOpening(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x201C, 0x2018, 0x300A, 0x3008, 0x300C, 0x300E, 0x3010, 0x3014, 0xFF08, 0x28, 0x5B: true
    default: false
    }
  }

  /// A mark that may not begin a line.
  static func isClosing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x201D, 0x2019, 0x300B, 0x3009, 0x300D, 0x300F, 0x3011, 0x3015, 0xFF09, 0x29, 0x5D: true
    case 0x3001, 0x3002, 0xFF0C, 0xFF1B, 0xFF1A, 0xFF01, 0xFF1F, 0x2C, 0x3B, 0x3A, 0x21, 0x3F: true
    default: false
    }
  }

  /// The columns that a character takes; a quotation mark takes one in some fonts and two in others.
  @inline(__always)
  static func width(_ scalar: UInt32) -> (narrow: Int, wide: Int) {
    if scalar >= 0x2E80, scalar < 0xFE00 { return (2, 2) }
    if scalar < 0x80 { return (1, 1) }
    if scalar >= 0x2E80 { return isZeroWidth(scalar) ? (0, 0) : (2, 2) }
    if (scalar >= 0x2018 && scalar <= 0x201D) || scalar == 0xB7 || scalar == 0x2022 { return (1, 2) }
    if isZeroWidth(scalar) { return (0, 0) }
    return scalar < 0x2000 ? (1, 1) : (2, 2)
  }
}
