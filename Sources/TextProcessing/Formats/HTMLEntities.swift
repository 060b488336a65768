/// The characters that HTML writes by name or number.
enum HTMLEntities {
  /// The character at an ampersand and the bytes that it takes, or nil when the ampersand stands for itself.
  static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int
  ) -> (scalar: UInt32, length: Int)? {
    var place = index + 1
    let stop = min(end, index + 34)
    while place < stop, isNamePart(bytes[place]) { place += 1 }
    guard place > index + 1, place < stop, bytes[place] == 0x3B else { return nil }
    let name = bytes[(index + 1)..<place]
    let length = place + 1 - index
    if name.first == 0x23 {
      return number(name.dropFirst()).map { ($0, length) }
    }
    return names[String(decoding: name, as: UTF8.self)].map { ($0, length) }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x23, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
    let isHexadecimal = digits.first == 0x78 || digits.first == 0x58
    let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    guard let value = UInt32(text, radix: isHexadecimal ? 16 : 10), value != 0, Unicode.Scalar(value) != nil
    else {
      return nil
    }
    return value
  }

  private static let names: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "ensp": 0x2002,
    "emsp": 0x2003, "thinsp": 0x2009, "ldquo": 0x201C, "rdquo": 0x201D, "lsquo": 0x2018, "rsquo": 0x2019,
    "middot": 0xB7, "bull": 0x2022, "hellip": 0x2026, "mdash": 0x2014, "ndash": 0x2013, "horbar": 0x2015,
    "permil": 0x2030, "times": 0xD7, "divide": 0xF7, "plusmn": 0xB1, "deg": 0xB0, "copy": 0xA9, "reg": 0xAE,
    "trade": 0x2122, "euro": 0x20AC, "yen": 0xA5, "pound": 0xA3, "cent": 0xA2, "sect": 0xA7, "laquo": 0xAB,
    "raquo": 0xBB, "sup2": 0xB2, "sup3": 0xB3, "frac12": 0xBD, "frac14": 0xBC, "frac34": 0xBE, "le": 0x2264,
    "ge": 0x2265, "ne": 0x2260, "zwj": 0x200D, "zwnj": 0x200C, "shy": 0xAD, "rarr": 0x2192, "larr": 0x2190,
    "eacute": 0xE9, "egrave": 0xE8, "ouml": 0xF6, "uuml": 0xFC, "auml": 0xE4, "aacute": 0xE1, "oacute": 0xF3,
    "iacute": 0xED, "ntilde": 0xF1, "ccedil": 0xE7, "middledot": 0xB7, "tilde": 0x2DC, "prime": 0x2032,
  ]
}
