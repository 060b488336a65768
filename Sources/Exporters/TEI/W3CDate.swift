/// What XML Schema takes for a date, as TEI's `when`, `from`, `to`, `notBefore` and `notAfter` do.
enum W3CDate {
  /// The value of such an attribute for a year, month, day or instant, or nil where XML Schema has none.
  ///
  /// Years have four digits and no sign: XML Schema 1.0 and ISO 8601 do not agree on what year -77 is.
  /// An instant gets the minutes and seconds that XML Schema asks for.
  static func attribute(_ value: String) -> String? {
    // An offset from UTC stands behind the seconds that are put in.
    if value.utf8.count > 19, case let zone = value.suffix(6), zone.first == "+" || zone.first == "-" {
      guard let local = attribute(String(value.dropLast(6))), local.utf8.count == 19 else { return nil }
      return local + zone
    }
    let bytes = Array(value.utf8)
    guard let year = number(bytes, 0, 4), year > 0 else { return nil }
    if bytes.count == 4 { return value }
    guard bytes[4] == dash, let month = number(bytes, 5, 7), (1...12).contains(month) else { return nil }
    if bytes.count == 7 { return value }
    guard bytes[7] == dash, let day = number(bytes, 8, 10), day > 0, day <= days(in: month, of: year) else {
      return nil
    }
    if bytes.count == 10 { return value }
    guard bytes[10] == UInt8(ascii: "T"), let hour = number(bytes, 11, 13), hour < 24 else { return nil }
    if bytes.count == 13 { return value + ":00:00" }
    guard bytes[13] == colon, let minute = number(bytes, 14, 16), minute < 60 else {
      return nil
    }
    if bytes.count == 16 { return value + ":00" }
    guard bytes[16] == colon, let second = number(bytes, 17, 19), second < 60 else { return nil }
    return bytes.count == 19 ? value : nil
  }

  /// Whether the value is a duration of XML Schema: `P10Y`, `P1Y6M`, `PT90S`; no weeks, no fractions.
  static func isDuration(_ value: String) -> Bool {
    isDuration(value, dateUnits: "YMD", takesFractions: false)
  }

  /// Whether the value is a duration of ISO 8601: those of XML Schema, and `P2W`, `P0.5Y`.
  static func isISODuration(_ value: String) -> Bool {
    isDuration(value, dateUnits: "YMWD", takesFractions: true)
  }

  private static func isDuration(_ value: String, dateUnits: String, takesFractions: Bool) -> Bool {
    guard value.first == "P" else { return false }
    let halves = value.dropFirst().split(separator: "T", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), !(halves[0].isEmpty && halves.count == 1) else { return false }
    if halves.count == 2, halves[1].isEmpty { return false }
    return zip(halves, [dateUnits, "HMS"]).allSatisfy { half, units in
      var rest = half
      var units = Substring(units)
      while !rest.isEmpty {
        let figure = rest.prefix { ("0"..."9").contains($0) || (takesFractions && $0 == ".") }
        guard !figure.isEmpty, figure.count <= 9, figure.first != ".", figure.last != ".",
          figure.count(where: { $0 == "." }) <= 1
        else { return false }
        rest = rest.dropFirst(figure.count)
        guard let unit = rest.popFirst(), let place = units.firstIndex(of: unit) else { return false }
        units = units[units.index(after: place)...]
      }
      return true
    }
  }

  private static let dash = UInt8(ascii: "-")
  private static let colon = UInt8(ascii: ":")

  private static func number(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard bytes.count >= end else { return nil }
    var value = 0
    for byte in bytes[start..<end] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
