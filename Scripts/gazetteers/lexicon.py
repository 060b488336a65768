"""Writes lexicon.tsv: jieba's dictionary, pruned to the words that official prose is likely to use.

Words that bound a name (verbs, adverbs, prepositions …) are kept from a lower frequency on than words that
may be part of one. Names of persons are left out, and so are characters that simplified text does not use.
"""

import importlib.metadata
import math

from common import HAN, SOURCES_READ, jieba_dictionary, write_table

# Kept from this frequency on, by the tag's first letter; a tag that is not here is left out.
LEAST = {
    "v": 18, "d": 5, "p": 5, "c": 5, "u": 5, "r": 12, "f": 5, "q": 10, "y": 20, "k": 5, "h": 5,
    "a": 18, "b": 12, "z": 40, "m": 60, "t": 30, "s": 15, "j": 40, "n": 52, "i": 60, "l": 60,
}  # fmt: skip
# Two letters are kept where they tell more than the first.
LONGER = {"ns", "nt", "nz", "vn", "vd", "ad", "an", "mq"}
# jieba's `zg` holds common single characters and fragments of broken text alike; `nr` persons and much else.
# Those of use are in lexicon-official.tsv.
LEFT_OUT = {"zg", "nr", "nrt", "nrfg", "x", "g", "rg", "mg", "dg", "ag", "tg", "df", "eng"}


def tag_of(jieba_tag):
    return jieba_tag if jieba_tag in LONGER else jieba_tag[0]


def kept(word, frequency, tag):
    if tag in LEFT_OUT or len(word) > 5 or not HAN.fullmatch(word) or tag[0] not in LEAST:
        return False
    least = LEAST[tag[0]]
    if len(word) == 1:
        least = 200
    elif len(word) >= 4:
        least = 2 * least
    return frequency >= least


if __name__ == "__main__":
    write_table(
        "lexicon.tsv",
        "General lexicon: words with their part of speech, to find where a name begins. Rows of "
        "lexicon-official.tsv come before these. "
        f"Source: dict.txt of PyPI jieba {importlib.metadata.version('jieba')} (MIT), pruned, {SOURCES_READ}.",
        ["form", "tag (ICTCLAS as in jieba, one or two letters)", "round(4·log2 frequency)"],
        [
            (word, tag_of(tag), round(4 * math.log2(frequency)))
            for word, (frequency, tag) in jieba_dictionary().items()
            if kept(word, frequency, tag)
        ],
    )
