"""Writes Sources/Extractors/Temporal/PublicHolidayTable.swift: the days off around each public holiday of China.

They are those of chinesecalendar, which follows the yearly notices of the State Council's General Office
(国务院办公厅关于部分节假日安排的通知), with the weekend beside them where it is not worked.
Needs `pip install --no-deps chinesecalendar==1.11.0`, and `python3 -P`, for chinese_calendar.py beside this script
bears the name of its module.
"""

import datetime
import pathlib

from chinese_calendar.constants import holidays, workdays

TARGET = pathlib.Path(__file__).resolve().parents[2] / "Sources/Extractors/Temporal/PublicHolidayTable.swift"
ONE = datetime.timedelta(days=1)


def is_off(day):
    return day in holidays or day.weekday() >= 5 and day not in workdays


blocks = {}
for day in sorted(holidays):
    first = last = day
    while is_off(first - ONE):
        first -= ONE
    while is_off(last + ONE):
        last += ONE
    blocks[first] = (last - first).days + 1
assert all(1 <= days <= 10 for days in blocks.values()), blocks
cells = [f"{first:%Y%m%d}_{days:02}" for first, days in sorted(blocks.items())]
table = ",\n".join("    " + ", ".join(cells[place : place + 7]) for place in range(0, len(cells), 7)) + ","
years = f"{min(holidays).year} to {max(holidays).year}"
TARGET.write_text(
    f"""/// The days off around the public holidays of China, {years}.
///
/// Written by `Scripts/gazetteers/public_holidays.py`. Source: chinesecalendar 1.11.0 (PyPI, MIT), after the yearly
/// notices of the State Council's General Office, 2026-11-24.
extension PublicHolidays {{
  /// For each stretch, in order: its first day as year, month and day, and behind them how many days it has.
  static let stretches: [UInt32] = [
{table}
  ]
}}
""",
    encoding="utf-8",
    newline="\n",
)
print(f"{TARGET.name}: {len(blocks)} stretches")
