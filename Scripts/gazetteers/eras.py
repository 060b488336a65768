"""Writes eras.tsv and reigns.tsv: dynasties of China by their names, and the reign eras that count years.

Reigns are those of sanmiao (D. P. Morgan, CNRS), which are made for converting dates; needs `pip install --no-deps
sanmiao==0.2.12`. A name that several rulers took is given to the better known. Dynasties are curated and compared
with sanmiao's, which counts some from another event: the differences stand below.
"""

import csv
import importlib.util
import pathlib
import unicodedata

from common import FOLDER, table, write_table

DATA = pathlib.Path(importlib.util.find_spec("sanmiao").origin).with_name("data")

# Name (its years), then the forms that stand alone. 代 朝 王朝 are put to single characters, 时期 to longer names.
DYNASTIES = {
    name: (int(start), int(end))
    for name, start, end in table("""
夏 -2069 -1599
商 -1599 -1045
殷 -1299 -1045
周 -1045 -255
秦 -220 -205
汉 -201 220
晋 265 420
隋 581 618
唐 618 907
辽 907 1125
宋 960 1279
金 1115 1234
元 1271 1368
明 1368 1644
清 1644 1911
先秦 -2069 -220
殷商 -1599 -1045
西周 -1045 -770
东周 -769 -255
春秋战国 -769 -220
秦汉 -220 220
西汉 -201 8
前汉 -201 8
新莽 9 23
东汉 25 220
两汉 -201 220
曹魏 220 265
蜀汉 221 263
东吴 222 280
魏晋 220 420
魏晋南北朝 220 589
西晋 265 317
东晋 317 420
两晋 265 420
十六国 304 439
六朝 222 589
南北朝 420 589
南朝 420 589
北朝 386 581
南齐 479 502
北魏 386 534
东魏 534 550
西魏 535 556
北齐 550 577
北周 557 581
隋唐 581 907
盛唐 713 766
中唐 766 835
晚唐 836 907
武周 690 705
吐蕃 629 846
渤海国 698 926
南诏 738 902
五代十国 902 979
后梁 907 923
后唐 923 936
后晋 936 947
后周 951 960
吴越 907 978
南唐 937 975
大理国 937 1254
唐宋 618 1279
北宋 960 1127
南宋 1127 1279
两宋 960 1279
宋元 960 1368
宋辽金 907 1279
西夏 1038 1227
西辽 1124 1218
元明清 1271 1911
明清 1368 1911
南明 1644 1662
后金 1616 1636
晚清 1840 1911
清末 1840 1911
""")
}
# Only with 时期 or 时代: 春秋 and 战国 are books and battles as well.
PERIODS = {
    name: (int(start), int(end))
    for name, start, end in table("""
春秋 -769 -475
战国 -474 -220
三国 220 280
北洋政府 1912 1928
北洋军阀 1912 1928
民国 1912 1949
""")
}
# Where sanmiao's years differ, and why ours stand: 夏 商 周 (西周 东周 先秦) by 夏商周断代工程 (2000); 秦 晋 are other
# states there; 汉 西汉 from Liu Bang's enthronement, as GUIDELINES.md has it (sanmiao: as king, 206 BC); 西晋 东晋 to
# their last days in 317 and 420; 西魏 北齐 by the month of abdication; 辽 from Abaoji to the capture of its emperor;
# 元 from the name 大元 to the loss of Dadu (sanmiao: from the fall of 金); 西夏 from the imperial title; 西辽 from
# Yelü Dashi's title; 南明 to the death of the Yongli emperor.
ADMITTED = set("夏 商 周 秦 汉 晋 辽 元 先秦 西周 东周 西汉 西晋 东晋 西魏 北齐 西夏 西辽 南明".split())


def sanmiao(name):
    with (DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def simplified(text):
    """sanmiao's simplified names, less its errors: 乾 made 干 and 宣 made 亘."""
    return unicodedata.normalize("NFKC", text).replace("干", "乾").replace("亘", "宣")


theirs = {}
for row in sanmiao("dynasty_table_dump.csv"):
    if row["dyn_start_year"] and row["dyn_end_year"]:
        theirs.setdefault(row["dyn_name"], (int(float(row["dyn_start_year"])), int(float(row["dyn_end_year"]))))
TRADITIONAL = dict(zip("汉晋东辽齐陈后", "漢晉東遼齊陳後"))
compared, different = 0, []
for name, years in DYNASTIES.items():
    other = theirs.get("".join(TRADITIONAL.get(character, character) for character in name))
    if other and name not in ADMITTED:
        compared += 1
        different += [(name, years, other)] if years != other else []
assert not different, different
print(f"{compared} dynasties agree with sanmiao")


def year(number):
    return f"-{-number:04}" if number < 0 else f"{number:04}"


rows = []
for name, (start, end) in DYNASTIES.items():
    if len(name) == 1:
        forms = [name + "代", name + "朝", name + "王朝", name + "朝时期", "大" + name + "王朝"]
    else:
        forms = [name, name + "时期", name + "时代"]
    rows += [(form, year(start), year(end)) for form in forms]
for name, (start, end) in PERIODS.items():
    rows += [(name + tail, year(start), year(end)) for tail in ("时期", "时代")]
rows += [("民国" + tail, "1912", "1949") for tail in ("", "年间")]
write_table(
    "eras.tsv",
    "Dynasties of China, in years of ISO 8601 (202 BC is -0201); written by eras.py. Source: curated in the order of "
    "中国历代纪元表, compared with sanmiao 0.2.12 (PyPI, MIT), the differences named in the script, 2026-11-24.",
    ["form", "start", "end"],
    rows,
)

# The dynasties of sanmiao's numbers whose eras are taken, the better known first.
RANKED = {
    127: "清", 125: "明", 124: "元", 119: "宋", 97: "唐", 96: "隋", 43: "西汉", 46: "东汉", 52: "西晋", 53: "东晋",
    51: "晋", 48: "魏", 49: "蜀", 50: "吴", 44: "新", 89: "北魏", 81: "北魏", 85: "梁", 83: "宋", 84: "齐", 88: "陈",
    95: "北周", 94: "北齐", 92: "东魏", 93: "西魏", 99: "武周", 121: "金", 115: "辽", 120: "西夏", 105: "后梁",
    109: "后唐", 113: "后晋", 116: "后汉", 117: "后周", 128: "南明",
}  # fmt: skip
# Names that another than the highest of these made known.
BETTER_KNOWN = {"永和": 51, "太和": 89, "正始": 48, "建兴": 49, "黄龙": 50}
# Years as usually told, where sanmiao counts the days before a new year or a name that a successor took back.
USUAL = {
    "乾隆": (1736, 1795), "同治": (1862, 1874), "建文": (1399, 1402), "永乐": (1403, 1424), "宣统": (1909, 1911),
    "元封": (-109, -104), "会昌": (841, 846), "元和": (806, 820), "永徽": (650, 655), "景德": (1004, 1007),
    "大业": (605, 618), "崇德": (1636, 1643), "至元": (1264, 1294), "洪武": (1368, 1398), "嘉祐": (1056, 1063),
}  # fmt: skip
# Also everyday words: a reign only behind its dynasty (唐文明元年).
WORDS = set(
    "上元 中元 中兴 中和 中平 会同 元始 先天 光大 初始 升平 和平 大同 大成 大明 大统 大象 大顺 天平 天赐 太极 太平 如意 承平 光启 "
    "普通 正大 甘露 神功 长寿 青龙 凤凰 黄龙 天成 天和 天德 建义 文明 文德 明道 明德 前元 后元 初元 本初 本始 元光 光和 太清 "
    "正元 正光 大和 大宁 同光 清宁 清泰 河清 河平 始元 仁寿 开平 开运 统和 至道 保大 五凤 嘉禾 天安 大安 大宝 大定".split()
)
# Also names of places or words that none uses with 年间: with it, or behind the dynasty.
NAMES = set(
    "永康 永泰 永寿 永明 永昌 建德 武定 武平 武成 武德 太康 太安 隆化 隆昌 隆安 隆兴 长庆 德昌 保宁 兴平 兴和 兴宁 兴化 大德 大庆 "
    "大兴 大通 大足 明昌 光化 天庆 天保 开泰 崇庆 乾元 调露 雍宁 会昌 元康 元兴 元德 元平 皇建 真君".split()
)
KNOWN = set(
    "万历 光绪 同治 咸丰 嘉庆 嘉靖 道光 顺治 康熙 雍正 乾隆 宣统 崇祯 洪武 永乐 成化 弘治 正德 隆庆 天启 景泰 天顺 建文 宣德 建安 "
    "贞观 开元 天宝 贞元 元和 熙宁 元丰 元祐 庆历 淳熙 开皇 建炎 建武 太初 元狩 至正 至元 永和 永嘉 泰始 庆元 元封 建元 大历".split()
)
lexicon = {line.split("\t")[0] for line in (FOLDER / "lexicon.tsv").read_text(encoding="utf-8").splitlines()}

chosen = {}
for order, row in enumerate(sanmiao("era_table.csv")):
    number = int(float(row["dyn_id"] or 0))
    name = simplified(row["era_name_simp"])
    if number not in RANKED or len(name) < 2 or not all("\u4e00" <= character <= "\u9fff" for character in name):
        continue
    rank = (BETTER_KNOWN.get(name, number) != number, list(RANKED).index(number), order)
    years = USUAL.get(name, (int(float(row["era_start_year"])), int(float(row["era_end_year"]))))
    if name not in chosen or rank < chosen[name][0]:
        chosen[name] = (rank, years, RANKED[number])
reigns = []
for name, (_, (start, end), dynasty) in chosen.items():
    if name in WORDS:
        use = "word"
    elif name in NAMES or (name in lexicon and name not in KNOWN):
        use = "name"
    else:
        use = "reign"
    reigns.append((name, year(start), year(end), dynasty, use))
write_table(
    "reigns.tsv",
    "Reign eras of China, in years of ISO 8601; written by eras.py. Source: sanmiao 0.2.12 (PyPI, MIT), with the years "
    "usually told where that counts overlaps otherwise, 2026-11-24.",
    ["form", "start", "end", "dynasty", "use (reign; name: a place or word too, told by 年间; word: told by its dynasty)"],
    reigns,
)
