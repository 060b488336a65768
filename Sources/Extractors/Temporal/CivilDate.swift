/// A day of the proleptic Gregorian calendar, in astronomical year numbering: year 0 is 1 BC.
struct CivilDate: Hashable, Comparable {
  var year: Int
  var month: Int
  var day: Int

  /// Creates a day, or nil when the calendar has none of that name.
  init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...12).contains(month), (1...CivilDate.days(in: month, of: year)).contains(day) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`, with or without a time behind it.
  init?(_ text: String) {
    var numbers = [0, 0, 0]
    var part = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "T") { break }
      if byte == UInt8(ascii: "-") {
        part += 1
        guard part < 3 else { return nil }
      } else {
        guard (0x30...0x39).contains(byte), numbers[part] < 100_000 else { return nil }
        numbers[part] = numbers[part] * 10 + Int(byte & 0x0F)
      }
    }
    guard part == 2 else { return nil }
    self.init(numbers[0], numbers[1], numbers[2])
  }

  /// The number of days of a month.
  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The days since 1970-01-01; the algorithm is Howard Hinnant's `days_from_civil`.
  var ordinal: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Creates the day so many days after 1970-01-01; the algorithm is `civil_from_days`.
  init(ordinal: Int) {
    let z = ordinal + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The day of the week, Monday 1 to Sunday 7.
  var weekday: Int { (((ordinal + 3) % 7) + 7) % 7 + 1 }

  /// The day so many days later.
  func adding(days: Int) -> CivilDate { CivilDate(ordinal: ordinal + days) }

  /// The ISO 8601 week that the day lies in, with that week's year.
  var week: (year: Int, number: Int) {
    let thursday = adding(days: 4 - weekday)
    let firstDay = CivilDate(thursday.year, 1, 1)?.ordinal ?? 0
    return (thursday.year, (thursday.ordinal - firstDay) / 7 + 1)
  }

  static func < (a: CivilDate, b: CivilDate) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
}

/// Spells parts of dates as ISO 8601 does.
enum ISO8601 {
  /// A year of four digits, with a sign before year 0: `2023`, `-0077`.
  static func year(_ year: Int) -> String {
    (year < 0 ? "-" : "") + padded(abs(year), to: 4)
  }

  /// A number with zeros before it.
  static func padded(_ number: Int, to width: Int) -> String {
    guard number < 10_000 else { return String(number) }
    return String(unsafeUninitializedCapacity: 4) { digits in
      var count = 0
      for power in [1_000, 100, 10, 1] where number >= power || power < ISO8601.powers[width] || count > 0 {
        digits[count] = 0x30 + UInt8(number / power % 10)
        count += 1
      }
      return count
    }
  }

  private static let powers = [1, 10, 100, 1_000, 10_000]

  /// A month of a year: `2022-10`.
  static func month(_ year: Int, _ month: Int) -> String { self.year(year) + "-" + padded(month, to: 2) }

  /// A day: `2022-10-01`.
  static func day(_ date: CivilDate) -> String {
    guard (0...9_999).contains(date.year) else {
      return month(date.year, date.month) + "-" + padded(date.day, to: 2)
    }
    return String(unsafeUninitializedCapacity: 10) { digits in
      let (century, year) = (date.year / 100, date.year % 100)
      digits[0] = digit(century / 10)
      digits[1] = digit(century % 10)
      digits[2] = digit(year / 10)
      digits[3] = digit(year % 10)
      digits[4] = UInt8(ascii: "-")
      digits[5] = digit(date.month / 10)
      digits[6] = digit(date.month % 10)
      digits[7] = UInt8(ascii: "-")
      digits[8] = digit(date.day / 10)
      digits[9] = digit(date.day % 10)
      return 10
    }
  }

  private static func digit(_ value: Int) -> UInt8 { 0x30 &+ UInt8(truncatingIfNeeded: value) }
}
