/// Reads UTF-16.
struct UTF16Reader {
  /// Whether the higher byte of a unit stands first.
  let isBigEndian: Bool

  /// Reads all bytes from `start` on.
  func read(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, path: String) throws(ReadingError)
    -> MappedText
  {
    var builder = TextBuilder(capacity: bytes.count * 3 / 2)
    var index = start
    while index < bytes.count {
      guard index + 1 < bytes.count else {
        throw fault(path, index, "a UTF-16 text ends with half a unit; its length should be even")
      }
      let unit = unit(bytes, index)
      if unit == 0 { throw TextDecoder.binary(path: path, offset: index) }
      guard unit & 0xF800 == 0xD800 else {
        builder.append(unit, source: index, width: 2)
        index += 2
        continue
      }
      guard unit < 0xDC00, index + 3 < bytes.count else { throw lone(path, index) }
      let low = self.unit(bytes, index + 2)
      guard low & 0xFC00 == 0xDC00 else { throw lone(path, index) }
      builder.append(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), source: index, width: 4)
      index += 4
    }
    return builder.text()
  }

  private func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
    let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
    return isBigEndian ? first << 8 | second : second << 8 | first
  }

  private func lone(_ path: String, _ offset: Int) -> ReadingError {
    fault(path, offset, "half a surrogate pair is no character in UTF-16; both halves should stand together")
  }

  private func fault(_ path: String, _ offset: Int, _ message: String) -> ReadingError {
    ReadingError(.invalidEncoding, path: path, offset: offset, message: message)
  }
}
