import Foundation
import Testing

@testable import Extractors

@Suite("Feasts of the world")
struct FeastTests {
  /// Known days, each of them of a calendar that was printed.
  @Test(arguments: [
    // Western and Orthodox Easter, and what counts from them.
    ("E0", "2000-04-23"), ("E0", "2008-03-23"), ("E0", "2011-04-24"), ("E0", "2038-04-25"),
    ("E-46", "2024-02-14"),
    ("E39", "2024-05-09"), ("E49", "2024-05-19"), ("E60", "2024-05-30"),
    ("O0", "2000-04-30"), ("O0", "2016-05-01"), ("O0", "2017-04-16"), ("O0", "2021-05-02"),
    ("O0", "2024-05-05"),
    ("O0", "2025-04-20"), ("O-2", "2023-04-14"), ("O49", "2024-06-23"), ("O-48", "2024-03-18"),
    // A weekday from a day on.
    ("A11-27-7", "2022-11-27"), ("A11-27-7", "2023-12-03"), ("A11-27-7", "2024-12-01"),
    ("A11-23-5", "2024-11-29"),
    ("A4-21-3", "2024-04-24"), ("A5-18-1", "2023-05-22"),
    // Hebrew.
    ("H7-1", "2017-09-21"), ("H7-1", "2018-09-10"), ("H7-1", "2023-09-16"), ("H7-1", "2024-10-03"),
    ("H7-10", "2022-10-05"), ("H7-10", "2013-09-14"), ("H7-15", "2024-10-17"), ("H7-22", "2023-10-07"),
    ("H9-25", "2013-11-28"), ("H9-25", "2018-12-03"), ("H9-25", "2024-12-26"), ("H11-15", "2014-01-16"),
    ("H11-15", "2025-02-13"), ("H12-14", "2023-03-07"), ("H12-14", "2024-03-24"), ("H1-15", "2024-04-23"),
    ("H1-15", "2025-04-13"), ("H3-6", "2018-05-20"), ("H2-18", "2024-05-26"),
    // Hebrew days that are moved.
    ("H5-9", "2022-08-07"), ("H5-9", "2013-07-16"), ("H5-9", "2023-07-27"), ("H2-5", "2013-04-16"),
    ("H2-5", "2018-04-19"), ("H2-5", "2023-04-26"), ("H2-5", "2024-05-14"), ("H2-5", "2025-05-01"),
    ("H2-5", "2000-05-10"), ("H2-4", "2024-05-13"), ("H2-4", "2025-04-30"), ("H1-27", "2024-05-06"),
    ("H1-27", "2025-04-24"), ("H1-27", "2023-04-18"),
    // Islamic, as Umm al-Qura has it.
    ("I10-1", "2013-08-08"), ("I10-1", "2023-04-21"), ("I10-1", "2024-04-10"), ("I12-10", "2013-10-15"),
    ("I12-10", "2024-06-16"), ("I1-1", "2024-07-07"), ("I1-10", "2023-07-28"), ("I3-12", "2024-09-15"),
    ("I7-27", "2013-06-06"), ("I9", "2024-03-11"), ("I9-27", "2024-04-06"), ("I10-1", "2000-01-08"),
    // By table.
    ("Tdiwali", "2013-11-03"), ("Tdiwali", "2024-10-31"), ("Tdeepavali", "2018-11-06"),
    ("Tholi", "2024-03-25"),
    ("Tdussehra", "2023-10-24"), ("Tvesak", "2024-05-22"), ("Tlosar", "2023-02-21"), ("Tlosar", "2024-02-10"),
    ("Tpongal1", "2014-01-15"), ("Tpongal-1", "2014-01-13"), ("Tthaipusam", "2024-01-25"),
    ("Tnowruz", "2024-03-20"),
    ("Tearthhour", "2012-03-31"), ("Tearthhour", "2013-03-23"), ("Tearthhour", "2018-03-24"),
    ("Tearthhour", "2024-03-23"), ("Tearthhour", "2025-03-22"),
  ])
  func dates(code: String, day: String) throws {
    let date = try #require(CivilDate(day))
    #expect(try #require(Feast(code)).date(in: date.year) == date)
  }

  @Test(arguments: [
    ("E-46+45", "2024-02-14", "2024-03-30"), ("O-48+39", "2024-03-18", "2024-04-26"),
    ("H9-25+7", "2018-12-03", "2018-12-10"), ("H9-25+7", "2024-12-26", "2025-01-02"),
    ("H7-1+1", "2018-09-10", "2018-09-11"), ("I9", "2023-03-23", "2023-04-20"),
    ("I9", "2024-03-11", "2024-04-09"),
    ("Tnavratri", "2018-10-10", "2018-10-18"), ("Tnavratri", "2023-10-15", "2023-10-23"),
    ("G12-26+6", "2023-12-26", "2024-01-01"), ("G10-1", "2024-10-01", "2024-10-01"),
    ("L8-15", "2024-09-17", "2024-09-17"),
  ])
  func knowsStretches(code: String, first: String, last: String) throws {
    let start = try #require(CivilDate(first))
    let days = try #require(Feast(code)?.days(in: start.year))
    #expect(days.first == start && days.last == CivilDate(last))
    #expect(Feast(code)?.date(in: start.year) == start)
  }

  @Test func knowsFeastsTwiceAYear() throws {
    let fast = try #require(Feast("I9"))
    #expect(fast.occurrences(in: 2030).map(\.first) == [CivilDate(2030, 1, 5), CivilDate(2030, 12, 26)])
    #expect(try fast.days(nearest: #require(CivilDate(2030, 11, 1)))?.first == CivilDate(2030, 12, 26))
    #expect(try fast.days(from: #require(CivilDate(2030, 2, 3)))?.first == CivilDate(2030, 1, 5))
    #expect(try fast.days(from: #require(CivilDate(2030, 2, 4)))?.first == CivilDate(2030, 12, 26))
    #expect(Feast("I12-10")?.occurrences(in: 2006).count == 2)
  }

  @Test func findsTheNext() throws {
    let day = try #require(CivilDate(2013, 2, 12))
    #expect(try #require(Feast("E-46")).days(from: day)?.first == CivilDate(2013, 2, 13))
    #expect(try #require(Feast("E-47")).days(from: day)?.first == day)
    #expect(try #require(Feast("H11-15")).days(from: day)?.first == CivilDate(2014, 1, 16))
    #expect(try #require(Feast("Tpongal")).days(from: day)?.first == CivilDate(2014, 1, 14))
    #expect(
      try #require(Feast("H9-25+7")).days(from: #require(CivilDate(2025, 1, 2)))?.last
        == CivilDate(2025, 1, 2))
  }

  @Test(arguments: [
    ("E-2", "O-2"), ("O-8", "O-8"), ("E56", "O49"), ("E-46+45", "O-48+39"), ("E-7+6", "O-7+6"),
    ("G12-25", "G1-7"),
    ("G1-6", "G1-19"), ("G8-15", "G8-28"),
  ])
  func turnsOrthodox(code: String, other: String) throws {
    #expect(try #require(Feast(code)).orthodox == Feast(other))
  }

  @Test(arguments: ["E-46", "E60", "H7-10", "I9", "Tdiwali", "L1-1"])
  func turnsNothingElse(code: String) throws { #expect(try #require(Feast(code)).orthodox == nil) }

  /// Foundation's calendars are ICU's, which know nothing of the tables here.
  ///
  /// ICU begins 5807 on 2 October 2046; pyluach, convertdate and holidays begin it on the first, as here.
  @Test func agreesWithFoundationOnHebrewMonths() throws {
    #expect(try differences(.hebrew, 5710...5805) { HebrewCalendar.date(year: $0, month: $1, day: 29) } == [])
    #expect(try differences(.hebrew, 5808...5900) { HebrewCalendar.date(year: $0, month: $1, day: 29) } == [])
    #expect(Feast("H7-1")?.date(in: 2046) == CivilDate(2046, 10, 1))
  }

  /// ICU goes back with the rule of 1420 to the years before it, and is of another mind after 1450.
  @Test func agreesWithFoundationOnIslamicMonths() throws {
    #expect(
      try differences(.islamicUmmAlQura, 1420...1450) { IslamicCalendar.date(year: $0, month: $1, day: 29) }
        == [])
  }

  /// The months, as here and as Foundation has them, whose 29th day is not the same.
  private func differences(
    _ identifier: Calendar.Identifier, _ years: ClosedRange<Int>, date: (Int, Int) -> CivilDate?
  ) throws -> [String] {
    var calendar = Calendar(identifier: identifier)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    var different: [String] = []
    for year in years {
      for month in 1...13 {
        guard let day = date(year, month) else { continue }
        let noon = Date(timeIntervalSince1970: Double(day.ordinal) * 86_400 + 43_200)
        let parts = calendar.dateComponents([.year, .month, .day], from: noon)
        let place = identifier == .hebrew ? foundation(month, isLeap: (7 * year + 1) % 19 < 7) : month
        if (parts.year, parts.month, parts.day) != (year, place, 29) { different.append("\(year)-\(month)") }
      }
    }
    return different
  }

  /// ICU counts Hebrew months from Tishri, and Adar of a common year as the seventh.
  private func foundation(_ month: Int, isLeap: Bool) -> Int {
    switch month {
    case 7...11: month - 6
    case 12: isLeap ? 6 : 7
    case 13: 7
    default: month + 7
    }
  }

  @Test func hasNothingOutsideOfItsTables() throws {
    for code in ["Tdiwali", "I9", "I10-1", "H7-1", "E0", "O0", "E-46+45", "N5-2-7", "A11-27-7", "L12-8"] {
      for year in [Int.min, -10_000, 100_000, Int.max] {
        #expect(try #require(Feast(code)).days(in: year) == nil, "\(code) \(year)")
      }
    }
    #expect(Feast("Tdiwali")?.date(in: 2000) == nil && Feast("Tdiwali")?.date(in: 2036) == nil)
    #expect(Feast("Tearthhour")?.date(in: 2006) == nil)
    #expect(HebrewCalendar.date(year: 5784, month: 14, day: 1) == nil)
    #expect(HebrewCalendar.date(year: 5785, month: 13, day: 1) == nil)
    #expect(HebrewCalendar.date(year: 5784, month: 10, day: 30) == nil)
    #expect(IslamicCalendar.date(year: 1445, month: 9, day: 31) == nil)
    #expect(IslamicCalendar.date(year: 1501, month: 1, day: 1) == nil)
  }

  /// Every feast of the Islamic year is found, and no year is without one.
  @Test func findsIslamicFeastsOfEveryYear() {
    var found = 0
    for year in 1947...2076 { found += IslamicCalendar.occurrences(month: 1, day: 1, in: year).count }
    let all = IslamicCalendar.years.compactMap { IslamicCalendar.date(year: $0, month: 1, day: 1) }
    #expect(found == all.count { (1947...2076).contains($0.year) })
  }

  @Test(arguments: [
    "O", "Ox", "O9999999999999999999", "E9223372036854775807", "A11-31-7", "A13-1-1", "A1-1-8", "A1-1",
    "H0-1",
    "H13-1", "H7", "H7-30", "I", "I0", "I13", "I9-30", "I9-1-1", "T", "Tnothing", "Tdiwali-", "Tdiwali999",
    "T1",
    "G1-1+", "G1-1+0", "G1-1+61", "G1-1+1+1", "I9+1", "+1", "E+1", "G1-1+x",
  ])
  func readsNoFeast(from code: String) { #expect(Feast(code) == nil, "\(code)") }

  @Test(arguments: ["festivals", "world-festivals"])
  func readsEveryCode(of gazetteer: String) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Extractors/Resources/Gazetteers/\(gazetteer).tsv")
    let rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter {
      !$0.hasPrefix("# ")
    }
    #expect(rows.count > 200)
    for row in rows {
      let code = String(row.split(separator: "\t")[1])
      #expect(Feast(code)?.date(in: 2024) != nil, "\(row)")
    }
  }
}
