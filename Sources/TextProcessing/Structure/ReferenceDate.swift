/// The day, with a time or not, that relative dates count from, as callers give it.
package enum ReferenceDate {
  /// The date as far as it is given: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, and behind a day `Thh`, `Thh:mm` or
  /// `Thh:mm:ss`; nil when the text is none of these.
  ///
  /// A space may stand for the T; fractions of a second and the zone are left out.
  package static func normalized(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let year = number(bytes, 0, 4) else { return nil }
    if bytes.count == 4 { return text }
    guard bytes[4] == 0x2D, let month = number(bytes, 5, 7), (1...12).contains(month) else { return nil }
    if bytes.count == 7 { return text }
    guard bytes[7] == 0x2D, let day = number(bytes, 8, 10), day >= 1, day <= days(in: month, of: year) else {
      return nil
    }
    let date = String(decoding: bytes[..<10], as: UTF8.self)
    if bytes.count == 10 { return date }
    guard bytes[10] == 0x54 || bytes[10] == 0x20 || bytes[10] == 0x74, let hour = number(bytes, 11, 13),
      hour < 24
    else { return nil }
    var end = 13
    for limit in [60, 61] where end < bytes.count && bytes[end] == 0x3A {
      guard let value = number(bytes, end + 1, end + 3), value < limit else { return nil }
      end += 3
    }
    guard isZone(bytes[end...]) else { return nil }
    return "\(date)T\(String(decoding: bytes[11..<end], as: UTF8.self))"
  }

  /// The number that digits from one place to another make, or nil when they are none.
  private static func number(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard end <= bytes.count else { return nil }
    return bytes[start..<end].reduce(0) { value, byte in
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
