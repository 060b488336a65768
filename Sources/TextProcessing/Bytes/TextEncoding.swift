/// The encodings that texts are read in.
package enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case gb18030

  /// The encoding of a name as HTML and mail label it; GB2312 and GBK are read as GB18030, which holds both.
  package init?(label: String) {
    switch label.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "utf-16", "utf-16le": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    case "gb18030", "gb2312", "gbk", "gb_2312-80", "cp936", "hz-gb-2312", "x-gbk": self = .gb18030
    default: return nil
    }
  }

  /// The byte order mark that begins the bytes: its encoding and its length.
  static func mark(of bytes: UnsafeBufferPointer<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { return (.utf8, 3) }
    guard bytes.count >= 2 else { return nil }
    if bytes[0] == 0xFF, bytes[1] == 0xFE { return (.utf16LittleEndian, 2) }
    if bytes[0] == 0xFE, bytes[1] == 0xFF { return (.utf16BigEndian, 2) }
    return nil
  }
}
