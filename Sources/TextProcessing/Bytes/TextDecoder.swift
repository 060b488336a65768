/// Reads bytes as text: finds the encoding, checks all of them, and keeps the way back.
package struct TextDecoder {
  /// The encoding that was found or named.
  package let encoding: TextEncoding

  let text: MappedText

  /// Decodes all bytes.
  ///
  /// A byte order mark decides, then the caller's word. Bytes that are no UTF-8 are read as GB18030 when they
  /// are valid there and are not, but for a few bytes, UTF-8.
  package init(_ bytes: SourceBytes, path: String, encoding named: TextEncoding? = nil) throws(ReadingError) {
    let buffer = bytes.buffer
    let mark = TextEncoding.mark(of: buffer)
    let start = mark?.length ?? 0
    switch mark?.encoding ?? named {
    case .utf8:
      try TextDecoder.check(buffer, from: start, path: path, remedy: "save it as UTF-8 again")
      self.encoding = .utf8
      self.text = MappedText(bytes: bytes, start: start)
    case .utf16LittleEndian:
      self.encoding = .utf16LittleEndian
      self.text = try UTF16Reader(isBigEndian: false).read(buffer, from: start, path: path)
    case .utf16BigEndian:
      self.encoding = .utf16BigEndian
      self.text = try UTF16Reader(isBigEndian: true).read(buffer, from: start, path: path)
    case .gb18030:
      self.encoding = .gb18030
      self.text = try GB18030Reader.read(buffer, path: path)
    case nil:
      guard let fault = UTF8Reader.firstFault(in: buffer) else {
        self.encoding = .utf8
        self.text = MappedText(bytes: bytes, start: 0)
        return
      }
      if let zero = buffer.prefix(1 << 13).firstIndex(of: 0) {
        throw TextDecoder.binary(path: path, offset: zero)
      }
      if buffer[fault] != 0, !TextDecoder.isMostlyUTF8(buffer) {
        do throws(ReadingError) {
          self.text = try GB18030Reader.read(buffer, path: path)
          self.encoding = .gb18030
          return
        } catch {
          // Much of it was GB18030, so that is what is broken.
          if error.code == .binary || error.offset > fault + 64 { throw error }
        }
      }
      throw TextDecoder.fault(
        buffer, at: fault, path: path, remedy: "UTF-8, GB18030 and UTF-16 with a byte order mark can be read")
    }
  }

  private static func check(
    _ buffer: UnsafeBufferPointer<UInt8>, from start: Int, path: String, remedy: String
  ) throws(ReadingError) {
    guard let place = UTF8Reader.firstFault(in: buffer, from: start) else { return }
    throw fault(buffer, at: place, path: path, remedy: remedy)
  }

  private static func fault(
    _ buffer: UnsafeBufferPointer<UInt8>, at place: Int, path: String, remedy: String
  ) -> ReadingError {
    if buffer[place] == 0 { return binary(path: path, offset: place) }
    let message = UTF8Reader.complaint(in: buffer, at: place) + "; " + remedy
    return ReadingError(.invalidEncoding, path: path, offset: place, message: message)
  }

  static func binary(path: String, offset: Int) -> ReadingError {
    ReadingError(
      .binary, path: path, offset: offset,
      message: "0x00 does not occur in text; this looks like a binary file, convert it to text first")
  }

  /// Whether the beginning holds far more sequences of UTF-8 than bytes that are none.
  ///
  /// Most broken UTF-8 would also pass as GB18030, and come out as nonsense.
  private static func isMostlyUTF8(_ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    var sequences = 0
    var faults = 0
    var index = 0
    while index < min(buffer.count, 1 << 17) {
      let length = UTF8Reader.sequenceLength(in: buffer, at: index)
      if length == 0 { faults += 1 }
      if length >= 3 { sequences += 1 }
      index += max(length, 1)
    }
    return sequences > faults
  }
}
