"""Writes festivals.tsv: days that come each year, with the code that says when. Needs lunar_python.

Codes: `L1-1` a day of a Chinese month, `L-0` the last day of the Chinese year, `S5` a solar term (立春 1 … 大寒 24),
`S5-1` the day before one, `G10-1` a day of the Gregorian calendar, `N5-2-7` the second Sunday of May (0: the last),
`E0` Easter Sunday, `E-2` two days before.

A name with `*` is a word or a name as well (大雪, 十一, 复活节岛): `marked` in the table, a day only where the text
marks it as one (十一期间, 今年大雪).
"""

from lunar_python.util import LunarUtil, SolarUtil

from common import table, write_table

TERMS = (
    "立春 雨水* 惊蛰 春分 清明* 谷雨* 立夏 小满* 芒种 夏至 小暑 大暑 "
    "立秋 处暑 白露* 秋分 寒露 霜降 立冬 小雪* 大雪* 冬至 小寒 大寒"
).split()

DAYS = {
    "traditional": """
L1-1    春节 新春佳节 农历新年 中国年* 大年初一 正月初一 农历春节
L-0     除夕 除夕夜 除夕之夜 大年三十 大年夜 年三十 年三十晚 春节除夕 农历除夕 大年除夕
L1-2    大年初二
L1-3    大年初三
L1-4    大年初四
L1-5    大年初五 破五*
L1-6    大年初六
L1-7    大年初七 人日*
L1-8    大年初八
L1-15   元宵节 元宵佳节 上元节 元宵* 元宵夜 正月十五
L2-2    龙抬头 龙抬头节 龙头节 二月二*
L3-3    上巳节 三月三*
S5-1    寒食节
S5      清明节 清明节气
L4-8    佛诞日 浴佛节
L5-5    端午节 端午 端阳节 端午佳节 端阳*
L6-6    天贶节
L7-7    七夕节 七夕 乞巧节
L7-15   中元节 盂兰盆节
L8-15   中秋节 中秋 中秋佳节 仲秋节
L9-9    重阳节 重阳 重阳佳节 九九重阳 敬老节*
L10-1   寒衣节
L10-15  下元节
L12-8   腊八节 腊八
L12-23  小年 北方小年
L12-24  南方小年
""",
    # 全国年节及纪念日放假办法, as amended by order 795 of the State Council, 2024-11-10.
    "holiday": """
G1-1    元旦 元旦节 阳历新年
G3-8    妇女节 国际妇女节 三八妇女节 “三八”妇女节 “三八”国际妇女节 三八国际妇女节 国际劳动妇女节 “三八”国际劳动妇女节 三八国际劳动妇女节 三八节 三八*
G3-12   植树节
G5-1    劳动节 国际劳动节 五一劳动节 “五一”劳动节 “五一”国际劳动节 五一国际劳动节 五一节 五一*
G5-4    青年节 五四青年节 “五四”青年节 中国青年节 五四*
G5-12   护士节 国际护士节
G6-1    儿童节 国际儿童节 六一儿童节 “六一”儿童节 “六一”国际儿童节 六一国际儿童节 六一*
G8-1    建军节 八一建军节 “八一”建军节 中国人民解放军建军纪念日 八一*
G9-3    抗战胜利纪念日 中国人民抗日战争胜利纪念日 抗日战争胜利纪念日
G9-10   教师节
G9-18   九一八事变纪念日 九一八纪念日
G10-1   国庆节 国庆 国庆日 国庆佳节 十一国庆节 “十一”国庆节 十一*
G11-8   记者节 中国记者节
""",
    # Days that the National People's Congress, its committee or the State Council set, each with its year.
    "observed": """
G1-10   中国人民警察节 人民警察节              # State Council 2020
G4-15   全民国家安全教育日 国家安全教育日     # National Security Law 2015
G4-24   中国航天日                            # State Council 2016
G5-10   中国品牌日                            # State Council 2017
G5-12   全国防灾减灾日 防灾减灾日             # State Council 2009
G5-19   中国旅游日                            # State Council 2011
G5-30   全国科技工作者日                      # State Council 2016
G7-1    建党节 党的生日* 中国共产党成立纪念日 七一建党节 “七一”建党节 七一*
G7-11   中国航海日                            # State Council 2005
G8-8    全民健身日                            # State Council 2009
G8-15   全国生态日                            # NPC committee 2023
G8-19   中国医师节                            # State Council 2017
G9-30   烈士纪念日                            # NPC committee 2014
G10-17  国家扶贫日 全国扶贫日                 # State Council 2014
G10-25  台湾光复纪念日                        # NPC committee 2025
G11-9   全国消防日 消防日
G12-4   国家宪法日 全国法制宣传日             # NPC committee 2014
G12-13  国家公祭日 南京大屠杀死难者国家公祭日 # NPC committee 2014
N3-0-1  全国中小学生安全教育日
N5-3-7  全国助残日                            # Law on the Protection of Disabled Persons 1990
N9-3-6  全民国防教育日                        # NPC committee 2001
S16     中国农民丰收节 农民丰收节             # State Council 2018
""",
    # Days of the United Nations and its agencies (resolution or first year kept by them), and usual feasts.
    "world": """
G2-2    世界湿地日
G2-14   情人节
G3-15   国际消费者权益日 消费者权益日
G3-21   世界森林日 国际森林日
G3-22   世界水日
G3-23   世界气象日
G4-1    愚人节
G4-7    世界卫生日
G4-22   世界地球日
G4-23   世界读书日
G4-26   世界知识产权日
G5-8    世界红十字日
G5-17   世界电信和信息社会日 世界电信日
G5-18   国际博物馆日
G5-22   国际生物多样性日
G5-31   世界无烟日
G6-5    世界环境日 六五环境日
G6-8    世界海洋日
G6-14   世界献血者日 世界献血日
G6-17   世界防治荒漠化与干旱日
G6-20   世界难民日
G6-26   国际禁毒日
G7-11   世界人口日
G8-12   国际青年日
G9-8    国际扫盲日
G9-16   国际臭氧层保护日
G9-21   国际和平日
G9-27   世界旅游日
G10-1   国际老年人日
G10-16  世界粮食日
G10-24  联合国日
G10-31  万圣节前夜 万圣夜
G11-1   万圣节
G11-11  光棍节 双十一* 双11* “双十一”* “双11”*
G12-1   世界艾滋病日
G12-3   国际残疾人日 世界残疾人日
G12-5   国际志愿者日
G12-9   国际反腐败日
G12-10  世界人权日
G12-24  平安夜 圣诞夜 圣诞前夜
G12-25  圣诞节 圣诞* 圣诞佳节
G12-26  节礼日
E-2     耶稣受难日 耶稣受难节
E0      复活节
E1      复活节星期一
N5-2-7  母亲节
N6-3-7  父亲节
N11-4-4 感恩节
""",
}

rows = [
    (name.rstrip("*"), f"S{number}", "term", "marked" if name.endswith("*") else "plain")
    for number, name in enumerate(TERMS, 1)
]
for kind, block in DAYS.items():
    for code, *names in table(block):
        rows += [(name.rstrip("*"), code, kind, "marked" if name.endswith("*") else "plain") for name in names]

# Where lunar_python knows a name, the days must agree.
ours = {}
for name, code, *_ in rows:
    assert ours.setdefault(name, code) == code, f"{name} has two days"
theirs = {name: f"L{day}" for day, name in LunarUtil.FESTIVAL.items()}
theirs |= {name: f"G{day}" for day, name in SolarUtil.FESTIVAL.items()}
theirs |= {name: f"G{day}" for day, names in SolarUtil.OTHER_FESTIVAL.items() for name in names}
for day, name in SolarUtil.WEEK_FESTIVAL.items():
    month, number, weekday = map(int, day.split("-"))
    theirs[name] = f"N{month}-{number}-{weekday or 7}"
both = sorted(set(ours) & set(theirs))
different = [(name, ours[name], theirs[name]) for name in both if ours[name] != theirs[name]]
assert not different, different
print(f"{len(both)} names agree with lunar_python")

write_table(
    "festivals.tsv",
    "Days that come each year, and when; written by festivals.py, which explains the codes. Source: "
    "全国年节及纪念日放假办法 (国务院令第795号, 2024-11-10), decisions of the NPC's standing committee and the State "
    "Council named row by row in the script, UN observances; days checked against lunar_python 1.4.8 (PyPI, MIT), "
    "2026-11-24.",
    [
        "form",
        "code",
        "kind (traditional, term, holiday, observed, world)",
        "use (plain: names the day by itself; marked: only where the text marks it as a day)",
    ],
    rows,
)
