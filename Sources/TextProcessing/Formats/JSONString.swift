/// Reads the strings of JSON and keeps the way back to their bytes.
struct JSONString {
  /// The bytes between the quotation marks.
  let range: Range<Int>

  /// Whether an escape occurs, so that the bytes are not the text itself.
  let hasEscapes: Bool

  /// Checks the string that begins at a quotation mark, and moves behind it.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, end: Int) throws(JSONLinesReader.Fault) {
    let start = index + 1
    var place = start
    var hasEscapes = false
    while place < end {
      let byte = bytes[place]
      switch byte {
      case 0x22:
        self.range = start..<place
        self.hasEscapes = hasEscapes
        index = place + 1
        return
      case 0x5C:
        hasEscapes = true
        place += try JSONString.escape(bytes, at: place, end: end).length
      case 0..<0x20:
        throw .syntax(
          place,
          "\(ReadingError.hexadecimal(byte)) stands bare in a string; write it as an escape, such as \\n")
      case ..<0x80:
        place += 1
      default:
        let length = UTF8Reader.sequenceLength(in: bytes, at: place)
        guard length > 0, place + length <= end else {
          throw .encoding(place, UTF8Reader.complaint(in: bytes, at: place))
        }
        place += length
      }
    }
    throw .syntax(end, "the line ends inside a string; a quotation mark should close it")
  }

  /// The text, as offsets that lead back to the bytes.
  func text(in bytes: SourceBytes) -> MappedText {
    guard hasEscapes else {
      let part = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes.buffer)[range])
      return MappedText(
        bytes: SourceBytes(part) { withExtendedLifetime(bytes) {} }, start: 0, base: range.lowerBound)
    }
    var builder = TextBuilder(capacity: range.count)
    read(bytes.buffer) { scalar, place, width in builder.append(scalar, source: place, width: width) }
    return builder.text()
  }

  /// The text as a string.
  func string(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    var view = String.UnicodeScalarView()
    read(bytes) { scalar, _, _ in view.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
    return String(view)
  }

  private func read(_ bytes: UnsafeBufferPointer<UInt8>, _ take: (UInt32, Int, Int) -> Void) {
    var place = range.lowerBound
    while place < range.upperBound {
      if bytes[place] == 0x5C, let escape = try? JSONString.escape(bytes, at: place, end: range.upperBound) {
        take(escape.scalar, place, escape.length)
        place += escape.length
      } else {
        let (scalar, length) = UTF8Reader.scalar(in: bytes, at: place)
        take(scalar, place, length)
        place += length
      }
    }
  }

  /// The character that an escape stands for; a surrogate pair is one.
  private static func escape(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, end: Int
  ) throws(JSONLinesReader.Fault) -> (scalar: UInt32, length: Int) {
    guard place + 1 < end else { throw .syntax(place, "the line ends inside an escape") }
    switch bytes[place + 1] {
    case 0x22: return (0x22, 2)
    case 0x5C: return (0x5C, 2)
    case 0x2F: return (0x2F, 2)
    case 0x62: return (0x08, 2)
    case 0x66: return (0x0C, 2)
    case 0x6E: return (0x0A, 2)
    case 0x72: return (0x0D, 2)
    case 0x74: return (0x09, 2)
    case 0x75: break
    default:
      throw .syntax(place, "a backslash should stand before one of \"\\/bfnrtu in a string")
    }
    guard let unit = unit(bytes, at: place, end: end) else {
      throw .syntax(place, "\\u should stand before four hexadecimal digits")
    }
    guard unit & 0xF800 == 0xD800 else { return (unit, 6) }
    guard unit < 0xDC00, let low = JSONString.unit(bytes, at: place + 6, end: end), low & 0xFC00 == 0xDC00
    else {
      throw .surrogate(place)
    }
    return (0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), 12)
  }

  private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int, end: Int) -> UInt32? {
    guard place + 6 <= end, bytes[place] == 0x5C, bytes[place + 1] == 0x75 else { return nil }
    var value: UInt32 = 0
    for index in place + 2..<place + 6 {
      switch bytes[index] {
      case 0x30...0x39: value = value << 4 | UInt32(bytes[index] - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(bytes[index] - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(bytes[index] - 0x57)
      default: return nil
      }
    }
    return value
  }
}
