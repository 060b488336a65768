/// Reads GB18030, and with it GBK and GB2312, by its own table: no locale and no library decides.
enum GB18030Reader {
  /// Reads all bytes.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, path: String) throws(ReadingError) -> MappedText {
    var builder = TextBuilder(capacity: bytes.count * 3 / 2)
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        if lead == 0 { throw TextDecoder.binary(path: path, offset: index) }
        builder.append(UInt32(lead), source: index, width: 1)
        index += 1
        continue
      }
      guard let (scalar, width) = scalar(in: bytes, at: index) else {
        throw ReadingError(
          .invalidEncoding, path: path, offset: index,
          message: "\(ReadingError.hexadecimal(lead)) does not begin a GB18030 sequence; "
            + "save it as GB18030 or UTF-8 again")
      }
      builder.append(scalar, source: index, width: width)
      index += width
    }
    return builder.text()
  }

  /// The character of two or four bytes at a place.
  static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, width: Int)? {
    let lead = bytes[index]
    guard lead >= 0x81, lead <= 0xFE, index + 1 < bytes.count else { return nil }
    let second = bytes[index + 1]
    if second >= 0x40, second != 0x7F, second != 0xFF {
      let cell = Int(lead - 0x81) * 190 + Int(second) - (second < 0x7F ? 0x40 : 0x41)
      return (UInt32(doubles[cell]), 2)
    }
    guard second >= 0x30, second <= 0x39, index + 3 < bytes.count else { return nil }
    let (third, fourth) = (bytes[index + 2], bytes[index + 3])
    guard third >= 0x81, third <= 0xFE, fourth >= 0x30, fourth <= 0x39 else { return nil }
    let upper = Int(lead - 0x81) * 10 + Int(second - 0x30)
    let place = (upper * 126 + Int(third - 0x81)) * 10 + Int(fourth - 0x30)
    if place < quadruples.count { return (UInt32(quadruples[place]), 4) }
    // From 0x90308130 on stand the characters beyond the BMP, in their order.
    guard place >= 189_000, place < 189_000 + 0x10_0000 else { return nil }
    return (UInt32(place - 189_000 + 0x10000), 4)
  }

  /// The characters of two bytes, in the order of their bytes.
  private static let doubles: [UInt16] = {
    var cells: [UInt16] = []
    cells.reserveCapacity(126 * 190)
    for scalar in GB18030Table.characters.description.unicodeScalars where scalar != "\n" {
      cells.append(scalar == "?" ? userDefined(cells.count) : UInt16(scalar.value))
    }
    return cells
  }()

  /// The character of a cell in the three areas that are left to users.
  private static func userDefined(_ cell: Int) -> UInt16 {
    let (row, column) = cell.quotientAndRemainder(dividingBy: 190)
    switch row + 0x81 {
    case 0xA1...0xA7: return UInt16(0xE4C6 + (row + 0x81 - 0xA1) * 96 + column)
    case 0xAA...0xAF: return UInt16(0xE000 + (row + 0x81 - 0xAA) * 94 + column - 96)
    default: return UInt16(0xE234 + (row + 0x81 - 0xF8) * 94 + column - 96)
    }
  }

  /// The characters of the BMP that take four bytes: those left over, in their order, but that the edition
  /// of 2005 changed the places of U+1E3F and U+E7C7.
  private static let quadruples: [UInt16] = {
    var taken = [Bool](repeating: false, count: 0x10000)
    for scalar in doubles { taken[Int(scalar)] = true }
    taken[0x1E3F] = false
    taken[0xE7C7] = true
    var rest: [UInt16] = []
    rest.reserveCapacity(39420)
    for value in 0x80...0xFFFF where !taken[value] && value & 0xF800 != 0xD800 {
      rest.append(value == 0x1E3F ? 0xE7C7 : UInt16(value))
    }
    return rest
  }()
}
