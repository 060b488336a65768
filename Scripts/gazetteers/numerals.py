"""Writes numeral-words.tsv: words and names in which a numeral and a unit stand and count nothing (五湖四海, 三门峡).

A figure is read there unless one knows the word: so the words are those of jieba's dictionary, and the names of
divisions and regions, that hold a numeral with a unit, classifier or currency behind it.
"""

import importlib.metadata
import re

from common import FOLDER, HAN, SOURCES_READ, jieba_dictionary, write_table

NUMERAL = "[一二两三四五六七八九十百千万亿]+"
# Numbers, times, units and pronouns are figures themselves, or read by other rules.
LEFT_OUT = ("m", "q", "t", "r", "nr", "x", "eng")
# Words that a figure is made of, whatever jieba tags them.
FIGURES = re.compile(r"[百千万]分[之点]|番$|^[上数几成近第][一二两三四五六七八九十百千万亿]")

# Counts of things, which are figures though jieba lists them: 三句话, 两国之间.
COUNTS = re.compile(
    f"^[这每前晚发外]?{NUMERAL}(句|封|棵树|节课|杯水|杯酒|部戏|道菜|张[床牌]|本书|朵花|条[线腿船路道]|辆车|碗饭|首|层楼|间房|"
    "颗[针心星]|件事|角钱|岁时|门课|类人|盘菜|堂课|扇门|餐饭|支箭|元以上|国[之关人政首间]|种制|套班|口气|[粒片包瓶]装|"
    "[位名款页张点家类台块种只]$|次会议)"
    f"|^.{NUMERAL}[国州]$"
    "|节$|^[这那每前后]|[增跌降露]|以上|两[国人]$|二人|^亿万群众$|八方来客|百元大钞|完成|每|正反"
)


def forms(name):
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if not line.startswith("#")]


units = sorted({*forms("classifiers"), *forms("units"), *forms("currencies"), *"成倍折半角毛块"}, key=len, reverse=True)
unit = "(?:" + "|".join(re.escape(form) for form in units) + ")"
counted = re.compile(NUMERAL + unit)
amount = re.compile(f"[上数几成近]?{NUMERAL}{unit}半?")
# 一 with a classifier is read as no figure anyway; with these it may be.
one = re.compile("(?<![二两三四五六七八九十百千万亿])一(?![一二两三四五六七八九十百千万亿元圆角毛成倍折半米斤里])" + unit)


def misleads(word):
    return bool(
        counted.search(one.sub("", word))
        and not amount.fullmatch(word)
        and not FIGURES.search(word)
        and not COUNTS.search(word)
        and HAN.fullmatch(word)
    )


words = {word for word, (_, tag) in jieba_dictionary().items() if not tag.startswith(LEFT_OUT) and misleads(word)}
words |= {word for name in ("divisions", "regions") for word in forms(name) if misleads(word)}
write_table(
    "numeral-words.tsv",
    "Words and names that hold a numeral with a unit or classifier behind it and count nothing. Source: dict.txt of "
    f"PyPI jieba {importlib.metadata.version('jieba')} (MIT), divisions.tsv and regions.tsv, {SOURCES_READ}.",
    ["form"],
    [(word,) for word in words],
)
