"""What the gazetteer scripts share: where files go, how a table is written, and the jieba dictionary."""

import pathlib
import re

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "Sources/Extractors/Resources/Gazetteers"
SOURCES_READ = "2026-11-22"
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")


def write_table(name, about, columns, rows):
    """Writes rows sorted by Unicode scalar value under two comment lines, and says how many there are."""
    lines = sorted({"\t".join(str(cell) for cell in row) for row in rows})
    head = [f"# {about}", "# columns: " + "\t".join(columns)]
    path = FOLDER / name
    path.write_text("\n".join(head + lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{name}: {len(lines)} rows, {path.stat().st_size} bytes")


def table(text):
    """Reads the rows of a curated block: one row a line, cells split by spaces; blank lines and `#` are skipped."""
    for line in text.strip().splitlines():
        cells = line.split("#")[0].split()
        if cells:
            yield cells


def jieba_dictionary():
    """The words of jieba's dictionary with their frequency and part of speech."""
    import jieba

    path = pathlib.Path(jieba.__file__).with_name("dict.txt")
    words = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.split()
        words[word] = (int(frequency), tag)
    return words
