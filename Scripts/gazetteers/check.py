"""Checks every gazetteer: UTF-8, LF, the comment lines, sorted rows, constant columns, nothing blank or twice."""

import sys

from common import FOLDER


def problems(path):
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return [str(error)]
    found = []
    if "\r" in text or text.startswith("\ufeff"):
        found.append("has CR or a byte order mark")
    if not text.endswith("\n") or text.endswith("\n\n"):
        found.append("must end in one line feed")
    lines = text.removesuffix("\n").split("\n")
    rows = [(number, line) for number, line in enumerate(lines, 1) if not line.startswith("# ")]
    if not lines[0].startswith("# ") or "Source: " not in lines[0]:
        found.append("1: the first line must be a comment that names its source")
    if not lines[1].startswith("# columns: "):
        found.append("2: the second line must name the columns")
    width = lines[1].count("\t") + 1
    forms = {}
    for index, (number, line) in enumerate(rows):
        cells = line.split("\t")
        if index and not rows[index - 1][1] < line:
            found.append(f"{number}: not sorted, or twice: {line}")
        if len(cells) != width:
            found.append(f"{number}: {len(cells)} columns, not {width}: {line}")
        if any(not cell or cell != cell.strip() for cell in cells):
            found.append(f"{number}: a blank cell or space around one: {line}")
        forms.setdefault(cells[0], []).append(number)
    several = {form: numbers for form, numbers in forms.items() if len(numbers) > 1}
    if several and path.name not in SEVERAL_ALLOWED:
        found.append(f"forms with several rows: {several}")
    return found


# One name may be several divisions, and one character several countries.
SEVERAL_ALLOWED = {"divisions.tsv", "country-characters.tsv", "regions.tsv"}

failed = False
for path in sorted(FOLDER.glob("*.tsv")):
    found = problems(path)
    failed |= bool(found)
    rows = sum(1 for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("# "))
    print(f"{path.name}: {rows} rows, {path.stat().st_size} bytes" + "".join(f"\n  {one}" for one in found))
sys.exit(failed)
