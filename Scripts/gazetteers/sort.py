"""Sorts hand-edited gazetteers, keeping their comment lines first: sort.py FILE…"""

import pathlib
import sys

for name in sys.argv[1:]:
    path = pathlib.Path(name)
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line]
    comments = [line for line in lines if line.startswith("# ")]
    rows = sorted({line for line in lines if not line.startswith("# ")})
    path.write_text("\n".join(comments + rows) + "\n", encoding="utf-8", newline="\n")
