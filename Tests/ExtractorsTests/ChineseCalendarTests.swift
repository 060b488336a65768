import Foundation
import Testing

@testable import Extractors

@Suite("Chinese calendar")
struct ChineseCalendarTests {
  private func units(_ text: String) -> ArraySlice<UInt16> { Array(text.utf16)[...] }

  @Test(arguments: [
    "1900-01-31", "1901-02-19", "1912-02-18", "1949-01-29", "1950-02-17", "1958-02-18", "1966-01-21",
    "1976-01-31",
    "1978-02-07", "1985-02-20", "1989-02-06", "1997-02-07", "2000-02-05", "2008-02-07", "2013-02-10",
    "2018-02-16", "2019-02-05", "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10",
    "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03", "2033-01-31",
    "2034-02-19", "2100-02-09",
  ])
  func knowsNewYear(_ day: String) throws {
    let date = try #require(CivilDate(day))
    #expect(ChineseCalendar.firstDay(of: date.year) == date)
    #expect(Feast("L1-1")?.date(in: date.year) == date)
    if date.year > 1900 { #expect(Feast("L-0")?.date(in: date.year) == date.adding(days: -1)) }
  }

  @Test(arguments: [
    (1900, 8), (1903, 5), (1984, 10), (2001, 4), (2017, 6), (2020, 4), (2023, 2), (2025, 6), (2033, 11),
  ])
  func knowsLeapMonths(year: Int, month: Int) {
    #expect(ChineseCalendar.leapMonth(of: year) == month)
    #expect(ChineseCalendar.date(year: year, month: month, isLeap: true, day: 1) != nil)
  }

  @Test func hasNothingOutsideOfItsTables() {
    #expect(ChineseCalendar.years == 1900..<2101)
    #expect(ChineseCalendar.leapMonth(of: 2024) == nil)
    for year in [1899, 2101, Int.min, Int.max] {
      #expect(ChineseCalendar.firstDay(of: year) == nil)
      #expect(ChineseCalendar.lastDay(of: year) == nil)
      #expect(ChineseCalendar.solarTerm(1, of: year) == nil)
    }
    #expect(ChineseCalendar.lastDay(of: 2100) == CivilDate(2101, 1, 28))
    #expect(ChineseCalendar.date(year: 2024, month: 2, isLeap: true, day: 1) == nil)
    #expect(ChineseCalendar.date(year: 2024, month: 12, day: 30) == nil)
    #expect(ChineseCalendar.date(year: 2024, month: 13, day: 1) == nil)
    #expect(ChineseCalendar.date(year: 2024, month: 1, day: 0) == nil)
    #expect(ChineseCalendar.solarTerm(0, of: 2024) == nil)
  }

  @Test(arguments: [
    (1, "2024-02-04"), (5, "2023-04-05"), (5, "2024-04-04"), (10, "2025-06-21"), (16, "2023-09-23"),
    (22, "2023-12-22"),
    (22, "2024-12-21"), (23, "2024-01-06"), (24, "2024-01-20"), (1, "2021-02-03"), (22, "1951-12-23"),
  ])
  func knowsSolarTerms(number: Int, day: String) throws {
    let date = try #require(CivilDate(day))
    #expect(ChineseCalendar.solarTerm(number, of: date.year) == date)
  }

  /// Foundation computes new moons by China time throughout, so that it differs where one is minutes from midnight.
  @Test func agreesWithFoundation() throws {
    var calendar = Calendar(identifier: .chinese)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 8 * 3_600))
    var different: [String] = []
    for year in ChineseCalendar.years {
      for month in 1...12 {
        for isLeap in [false, true] {
          guard let day = ChineseCalendar.date(year: year, month: month, isLeap: isLeap, day: 1) else {
            continue
          }
          let noon = Date(timeIntervalSince1970: Double(day.ordinal) * 86_400 + 4 * 3_600)
          let parts = calendar.dateComponents([.month, .day, .isLeapMonth], from: noon)
          if (parts.month, parts.day, parts.isLeapMonth ?? false) != (month, 1, isLeap) {
            different.append(ISO8601.day(day))
          }
        }
      }
    }
    #expect(different == ["1914-11-17", "1916-02-03", "1920-11-10", "2057-09-28", "2097-08-07"])
  }

  @Test(arguments: [
    (1, 1, "2024-02-10"), (1, 15, "2024-02-24"), (8, 15, "2024-09-17"), (5, 5, "2024-06-10"),
    (12, 23, "2025-01-22"),
    (12, 29, "2025-01-28"), (9, 9, "2024-10-11"), (11, 1, "2024-12-01"),
  ])
  func datesDays(_ month: Int, _ number: Int, of2024 day: String) throws {
    let interval = try #require(LunarDate(month: month, isLeap: false, day: number).interval(in: 2024))
    #expect(interval.first == CivilDate(day) && interval.last == CivilDate(day))
  }

  @Test func datesMonthsAndLeapMonths() throws {
    let winter = try #require(LunarDate(month: 11, isLeap: false, day: nil).interval(in: 2023))
    #expect(winter.first == CivilDate(2023, 12, 13) && winter.last == CivilDate(2024, 1, 10))
    let leap = LunarDate(month: 2, isLeap: true, day: 2)
    #expect(leap.interval(in: 2023)?.first == CivilDate(2023, 3, 23))
    #expect(leap.interval(in: 2024) == nil)
    #expect(LunarDate(month: 13, isLeap: false, day: 1).interval(in: 2024) == nil)
  }

  @Test(arguments: [
    ("癸卯年", 2023), ("癸卯兔年", 2023), ("农历癸卯兔年", 2023), ("兔年", 2023), ("甲辰龙年", 2024), ("农历龙年", 2024),
    ("壬寅", 2022),
    ("乙巳蛇年", 2025), ("丙午马年", 2026), ("庚子年", 2020), ("甲子年", 2044), ("癸亥年", 2043), ("猪年", 2019),
  ])
  func readsYears(_ words: String, near2023 year: Int) throws {
    #expect(try #require(CyclicYear(units(words))).year(nearest: 2023) == year)
  }

  @Test func readsYearsNearOthers() throws {
    #expect(try #require(CyclicYear(units("甲午年"))).year(nearest: 1900) == 1894)
    #expect(try #require(CyclicYear(units("辛亥年"))).year(nearest: 1912) == 1911)
    #expect(try #require(CyclicYear(units("癸卯年"))).year(nearest: -3) == -17)
  }

  @Test(arguments: ["", "年", "癸辰年", "癸卯龙年", "今年", "甲辰龙马年", "农历年"])
  func readsNoYear(from words: String) { #expect(CyclicYear(units(words)) == nil, "\(words)") }

  @Test(arguments: [
    ("L-0", "2024-02-09"), ("L12-8", "2024-01-18"), ("L12-23", "2024-02-02"), ("L1-15", "2024-02-24"),
    ("S5", "2024-04-04"), ("S5-1", "2024-04-03"), ("L5-5", "2023-06-22"), ("L8-15", "2023-09-29"),
    ("G10-1", "2023-10-01"), ("N5-2-7", "2023-05-14"), ("N5-2-7", "2024-05-12"), ("N6-3-7", "2024-06-16"),
    ("N11-4-4", "2023-11-23"), ("N3-0-1", "2024-03-25"), ("N3-0-7", "2024-03-31"), ("E0", "2024-03-31"),
    ("E0", "2025-04-20"), ("E-2", "2024-03-29"), ("L12-8", "2012-01-01"), ("S16", "2024-09-22"),
  ])
  func datesFeasts(code: String, day: String) throws {
    let date = try #require(CivilDate(day))
    #expect(try #require(Feast(code)).date(in: date.year) == date)
  }

  @Test func datesFeastsThatAYearHasNotOfItsOwn() throws {
    #expect(try #require(Feast("L12-8")).date(in: 2023) == CivilDate(2022, 12, 30))
    #expect(
      try #require(Feast("L-0")).days(nearest: #require(CivilDate(2024, 12, 1)))?.first
        == CivilDate(2025, 1, 28))
  }

  @Test(arguments: [
    "", "L", "L1", "L13-1", "L-", "L--1", "L1-31", "S0", "S25", "S5-", "S", "G2-30", "G", "G1", "N5-5-7",
    "N5-2-8", "N5-2",
    "E", "Ex", "X1-1", "L1-1-1", "S5-1-1", "春",
  ])
  func readsNoFeast(from code: String) { #expect(Feast(code) == nil, "\(code)") }
}
