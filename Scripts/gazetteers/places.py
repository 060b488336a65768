"""Writes lexicon-places.tsv: places as words, to find where a name begins. After countries, divisions, regions, lexicon and official."""

from common import FOLDER, SOURCES_READ, write_table

# Border crossings named after no division, from the list of open ports of the National Port Administration.
CROSSINGS = """
满洲里 二连浩特 珠恩嘎达布其 甘其毛都 策克 阿日哈沙特 额布都格 满都拉 黑山头 室韦 乌力吉 绥芬河 沙坨子 开山屯 古城里 双目峰 圈河 长岭子 友谊关
龙邦 平孟 峒中 爱店 硕龙 磨憨 畹町 天保 都龙 金水河 勐康 打洛 孟定 清水河 猴桥 田蓬 樟木 里孜 陈塘 日屋 霍尔果斯 阿拉山口 巴克图 都拉塔 木扎尔特
吐尔尕特 伊尔克什坦 红其拉甫 卡拉苏 塔克什肯 红山嘴 乌拉斯台 老爷庙 别迭里 马鬃山 罗湖 皇岗 沙头角 文锦渡 深圳湾 莲塘 拱北 青茂 香园围 落马洲
""".split()
# What airports are named after beside their city, from the Civil Aviation Administration's list, sites of nuclear power
# plants, from the IAEA's list of reactors, and of large dams whose names begin with a numeral, from the Chinese National
# Committee on Large Dams, where they are no divisions.
SITES = """
大兴 虹桥 浦东 白云 宝安 双流 天府 天河 萧山 禄口 江北 长水 黄花 胶东 遥墙 新郑 桃仙 周水子 龙嘉 地窝堡 美兰 凤凰岛 吴圩 两江 龙洞堡 贡嘎 曹家堡 中川
白塔 武宿 正定 昌北 新桥 高崎 长乐 硕放 栎社 龙湾 金湾 花湖 潮汕 奔牛 盛乐 大水泊 蓬莱 五里铺 三峡 三义 嘎洒 芒市 驼峰
大亚湾 岭澳 秦山 田湾 红沿河 方家山 石岛湾 三澳 太平岭 徐大堡 金七门 三门
万家寨 双江口 五强溪 三板溪 三河口 两河口 八盘峡 九甸峡 百龙滩 双沟 三里坪 十三陵 三岔河 四方井 二滩 七里海 五岳 两家人
""".split()
# Words of a place's kind that regions.tsv holds and that are no places by themselves.
ABBREVIATIONS = {"city-abbreviation", "province-abbreviation"}


def read(name):
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("# ")]


places = set(CROSSINGS + SITES)
for name, level, _ in read("divisions.tsv"):
    places.add(name)
    # A city is meant where a name begins with it, even if its short form is an ordinary word (日照, 白银).
    if level == "prefecture" and name.endswith("市"):
        places.add(name.removesuffix("市"))
places |= {name for name, kind in read("regions.tsv") if kind not in ABBREVIATIONS}
places |= {name for name, _ in read("countries.tsv")}
official = {word for word, _, _ in read("lexicon-official.tsv")}
weights = {word: int(weight) for word, _, weight in read("lexicon.tsv")}
write_table(
    "lexicon-places.tsv",
    "Places as words: countries, divisions of China, regions, cities abroad, border crossings and sites, to find where a name begins. "
    "These rows come before those of lexicon.tsv. Source: countries.tsv, divisions.tsv and regions.tsv; border crossings, airports and sites after the "
    f"lists of the National Port Administration, the Civil Aviation Administration and the IAEA, {SOURCES_READ}.",
    ["form", "tag", "round(4·log2 frequency), 40 at least"],
    # A country between mountains (河西走廊) is no corridor that was built, so its name is not one to be read as two.
    sorted(
        (name, "s" if name.endswith("走廊") else "ns", max(40, weights.get(name, 0)))
        for name in places - official
        if len(name) > 1
    ),
)
