/// The day, with a time or not, that relative dates count from, as callers give it.
package enum ReferenceDate {
  /// `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ss`, or nil when the text is neither.
  ///
  /// Seconds may be missing, a space may stand for the T; fractions and the zone are left out.
  package static func normalized(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D, number(bytes, 0..<4) != nil,
      let month = number(bytes, 5..<7), let day = number(bytes, 8..<10), (1...12).contains(month),
      day >= 1, day <= days(in: month, of: number(bytes, 0..<4) ?? 0)
    else { return nil }
    let date = String(decoding: bytes[..<10], as: UTF8.self)
    if bytes.count == 10 { return date }
    guard bytes[10] == 0x54 || bytes[10] == 0x20 || bytes[10] == 0x74, bytes.count >= 16, bytes[13] == 0x3A,
      let hour = number(bytes, 11..<13), let minute = number(bytes, 14..<16), hour < 24, minute < 60
    else { return nil }
    var seconds = "00"
    var end = 16
    if bytes.count >= 19, bytes[16] == 0x3A {
      guard let second = number(bytes, 17..<19), second < 61 else { return nil }
      seconds = String(decoding: bytes[17..<19], as: UTF8.self)
      end = 19
    }
    guard isZone(bytes[end...]) else { return nil }
    return "\(date)T\(String(decoding: bytes[11..<16], as: UTF8.self)):\(seconds)"
  }

  private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    bytes[range].reduce(0) { value, byte in
      guard let value, (0x30...0x39).contains(byte) else { return nil }
      return value * 10 + Int(byte - 0x30)
    }
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isZone(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    if rest.first == 0x2E {
      rest = rest.dropFirst().drop { (0x30...0x39).contains($0) }
    }
    if rest.isEmpty || (rest.count == 1 && (rest.first == 0x5A || rest.first == 0x7A)) { return true }
    guard let sign = rest.first, sign == 0x2B || sign == 0x2D else { return false }
    return rest.count <= 6 && rest.dropFirst().allSatisfy { (0x30...0x3A).contains($0) }
  }
}
