"""Writes Sources/Extractors/Temporal/ChineseCalendarTable.swift: the months and solar terms of 1900 to 2100.

Both are those of sxtwl (寿星天文历: VSOP87 and ELP, with the calendars as published before 1929). They are checked
against an independent computation with PyEphem (VSOP87; sun and new moons in UTC+8) and against lunardate; the
script stops where they differ in anything but the days below, each within minutes of midnight.
Needs `pip install sxtwl==2.0.7 ephem==4.2.1 lunardate==0.3.0`.
"""

import datetime
import math
import pathlib

import ephem
import sxtwl
from lunardate import LunarDate

TARGET = pathlib.Path(__file__).resolve().parents[2] / "Sources/Extractors/Temporal/ChineseCalendarTable.swift"
FIRST, LAST = 1900, 2100
DAY = datetime.timedelta(1)
CHINA = datetime.timedelta(hours=8)
# The first days of months as published by Beijing's own clock (until 1928), which China time moves on by a day.
PUBLISHED = {datetime.date(1914, 11, 17), datetime.date(1916, 2, 3), datetime.date(1920, 11, 10)}
# Solstice within seconds of midnight, where PyEphem's nearest second is the day before.
SOLSTICE = {(1951, 23): datetime.date(1951, 12, 23)}
# lunardate's table, whose own errors these are: sxtwl, PyEphem, Foundation and cnlunar agree on the other day.
LUNARDATE = {datetime.date(1933, 7, 23), datetime.date(1954, 11, 25), datetime.date(1978, 9, 3)}


def days(first, last):
    while first <= last:
        yield first
        first += DAY


def sun_longitude(moment):
    sun = ephem.Sun()
    sun.compute(moment, epoch=moment)
    apparent = ephem.Equatorial(sun.g_ra, sun.g_dec, epoch=moment)
    return math.degrees(ephem.Ecliptic(apparent, epoch=moment).lon)


def computed_term(year, index):
    """The day of the index-th term of a year, 小寒 0 to 冬至 23: the sun at 285° and on by 15°."""
    moment = ephem.Date((year, 1, 5, 12)) + index * 15.22
    for _ in range(8):
        moment += ((285 + 15 * index - sun_longitude(ephem.Date(moment)) + 180) % 360 - 180) * 365.2422 / 360
    return (ephem.Date(moment).datetime() + CHINA).date()


def computed_moons():
    moon = ephem.Date((FIRST, 1, 1))
    while True:
        moon = ephem.next_new_moon(moon)
        date = (moon.datetime() + CHINA).date()
        if date.year > LAST:
            return
        yield date
        moon = ephem.Date(moon + 1)


months, terms = {}, {}
for day in days(datetime.date(FIRST, 1, 1), datetime.date(LAST + 1, 3, 1)):
    entry = sxtwl.fromSolar(day.year, day.month, day.day)
    if entry.getLunarDay() == 1:
        months[day] = (entry.getLunarYear(True), entry.getLunarMonth(), entry.isLunarLeap())
    if entry.hasJieQi() and day.year <= LAST:
        terms[day.year, (entry.getJieQi() - 1) % 24] = day

for key, day in terms.items():
    assert SOLSTICE.get(key, computed_term(*key)) == day, (key, day)
moons = {day for day in computed_moons()}
firsts = {day for day in months if day.year <= LAST}
assert firsts - moons == PUBLISHED and moons - firsts == {day + DAY for day in PUBLISHED}, firsts ^ moons
for day, (year, month, is_leap) in months.items():
    if year < FIRST or day >= datetime.date(2100, 1, 1):
        continue
    other = LunarDate.from_solar_date(day.year, day.month, day.day)
    assert (other.month, other.isLeapMonth) == (month, is_leap) and other.day == 1 or any(
        abs(day - known) <= DAY for known in LUNARDATE
    ), (day, other)

bases = [min(terms[year, index].day for year in range(FIRST, LAST + 1)) for index in range(24)]
rows = []
for year in range(FIRST, LAST + 1):
    starts = sorted(day for day, entry in months.items() if entry[0] == year)
    ends = starts[1:] + [min(day for day, entry in months.items() if entry[0] == year + 1)]
    assert [months[day][1] for day in starts if not months[day][2]] == list(range(1, 13)) and len(starts) <= 13
    bits = (starts[0] - datetime.date(year, 1, 21)).days << 17
    for start, end in zip(starts, ends):
        _, month, is_leap = months[start]
        if is_leap:
            bits |= month << 13
        bits |= ((end - start).days - 29) << (12 if is_leap else month - 1)
    shifts = [terms[year, index].day - bases[index] for index in range(24)]
    assert all(0 <= shift < 4 for shift in shifts)
    rows.append((bits, sum(shift << 2 * index for index, shift in enumerate(shifts))))


def table(values, width, digits):
    cells = [f"0x{value:0{digits}x}" for value in values]
    return ",\n".join("    " + ", ".join(cells[place : place + width]) for place in range(0, len(cells), width)) + ","


TARGET.write_text(
    f"""/// The months and solar terms of the Chinese calendar from {FIRST} to {LAST}, as bits.
///
/// Written by `Scripts/gazetteers/chinese_calendar.py`. Source: sxtwl 2.0.7 (寿星天文历, PyPI, BSD), checked against
/// PyEphem 4.2.1 and lunardate 0.3.0, 2026-11-24.
extension ChineseCalendar {{
  /// The first year of the tables.
  static let firstYear = {FIRST}

  /// For each year, from the lowest bit: whether each of the twelve months has 30 days, whether the leap month
  /// has, the number of the month that is doubled (four bits), the days from 21 January to the first day.
  static let months: [UInt32] = [
{table([row[0] for row in rows], 9, 6)}
  ]

  /// For each year two bits a solar term from 小寒 on: its day of the month, counted from the earliest below.
  static let terms: [UInt64] = [
{table([row[1] for row in rows], 6, 12)}
  ]

  /// The earliest day of the month of each solar term from 小寒 on; there are two a month.
  static let earliestTerms: [Int] = [
    {", ".join(map(str, bases))},
  ]
}}
""",
    encoding="utf-8",
    newline="\n",
)
print(f"{TARGET.name}: {len(rows)} years")
