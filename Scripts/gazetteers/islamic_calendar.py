"""Writes Sources/Extractors/Temporal/IslamicCalendarTable.swift: the months of the Umm al-Qura calendar.

They are those of hijridate, and the feasts of PyPI `holidays` must fall on the same
days wherever both go: so they do, while the tabular calendar is a day or two off in half of the years.
Needs `pip install hijridate==2.6.0 holidays==0.109`.
"""

import datetime
import pathlib

from hijridate import Hijri, ummalqura
from holidays.calendars.islamic import _IslamicLunar

TARGET = pathlib.Path(__file__).resolve().parents[2] / "Sources/Extractors/Temporal/IslamicCalendarTable.swift"
# Before there are months of 28 and 31 days.
FIRST, LAST = 1365, ummalqura.HIJRI_RANGE[1][0]
EPOCH = datetime.date(1970, 1, 1)
FEASTS = {
    "HIJRI_NEW_YEAR": (1, 1),
    "ASHURA": (1, 10),
    "MAWLID": (3, 12),
    "ISRA_AND_MIRAJ": (7, 27),
    "IMAM_MAHDI_BIRTHDAY": (8, 15),
    "RAMADAN_BEGINNING": (9, 1),
    "LAYLAT_AL_QADR": (9, 27),
    "EID_AL_FITR": (10, 1),
    "EID_AL_ADHA": (12, 10),
}

first = Hijri(FIRST, 1, 1).to_gregorian()
agreed = 0
for name, (month, day) in FEASTS.items():
    ours = {Hijri(year, month, day).to_gregorian() for year in range(FIRST, LAST + 1)}
    theirs = {
        datetime.date(year, *one)
        for year, dates in getattr(_IslamicLunar, f"{name}_DATES").items()
        for one in (dates if isinstance(dates[0], tuple) else (dates,))
    }
    theirs = {day for day in theirs if first <= day <= max(ours)}
    assert theirs <= ours, (name, sorted(theirs - ours))
    agreed += len(theirs)
print(f"{agreed} days agree with holidays")

lengths = {Hijri(year, month, 1).month_length() for year in range(FIRST, LAST + 1) for month in range(1, 13)}
assert lengths == {29, 30}
rows = [
    sum((Hijri(year, month, 1).month_length() - 29) << month - 1 for month in range(1, 13))
    for year in range(FIRST, LAST + 1)
]
cells = [f"0x{row:03x}" for row in rows]
table = ",\n".join("    " + ", ".join(cells[place : place + 14]) for place in range(0, len(cells), 14)) + ","
TARGET.write_text(
    f"""/// The months of the Umm al-Qura calendar from {FIRST} to {LAST}, as bits.
///
/// Written by `Scripts/gazetteers/islamic_calendar.py`. Source: hijridate 2.6.0 (PyPI, MIT), whose feasts are those of
/// holidays 0.109 (PyPI, MIT), 2026-11-24.
extension IslamicCalendar {{
  /// The first year of the table.
  static let firstYear = {FIRST}

  /// The days from 1970-01-01 to the first one of the table, {first}.
  static let firstDay = {f"{(first - EPOCH).days:_}"}

  /// For each year, from the lowest bit: whether each of the twelve months has 30 days.
  static let months: [UInt16] = [
{table}
  ]
}}
""",
    encoding="utf-8",
    newline="\n",
)
print(f"{TARGET.name}: {len(rows)} years")
