"""Writes world-festivals.tsv, days of other calendars and countries, and FeastTable.swift, those listed by year.

Codes are those of festivals.py and further: `A11-27-7` the first Sunday on or after 27 November, `O-2` two days
before Orthodox Easter, `H7-10` a day of a Hebrew month (Nisan 1, Tishri 7; Adar 12 is Adar II of leap years; moved as
Israel keeps it), `I10-1` a day of a month of the Umm al-Qura calendar, `I9` all of the month, `Tdiwali` a feast of
FeastTable.swift, `Tdiwali-1` the day before; `+7` after a code: and seven days more.

A feast that begins at sunset has the day that follows, as calendars of holidays do. Names with `*` are words as well:
`marked`, as in festivals.py. `{a,b}` stands for either. Names after 东正教 are left to `Feast.orthodox`.
Needs `pip install holidays==0.109 convertdate==2.5.1 hijridate==2.6.0 pyluach==2.3.0 python-dateutil==2.9.0.post0`.
"""

import datetime
import itertools
import pathlib
import re

import holidays
from convertdate import hebrew
from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from hijridate import Hijri
from holidays.calendars import _HebrewLunisolar, _HinduLunisolar, _Persian, _ThaiLunisolar, _TibetanLunisolar
from pyluach.dates import HebrewDate

from common import FOLDER, table, write_table

TARGET = pathlib.Path(__file__).resolve().parents[2] / "Sources/Extractors/Temporal/FeastTable.swift"
FIRST, LAST = 2001, 2035
DAY = datetime.timedelta(1)

# Offsets from Easter.
EASTER = """
-47     忏悔{星期二,火曜日} 忏悔节* 油腻星期二 煎饼{星期二,日}
-46     圣灰{星期三,周三,礼仪日,日} 大斋首日
-46+45  四旬{节,期} 大斋{节,期}
-7      {棕枝,棕榈,圣枝,圣树,基督苦难}主日 棕枝节
-7+6    圣周* 受难周
-3      濯足{节,日,星期四} {神圣,圣周}{星期四,周四} 圣周四 设立圣餐日
-2      {神圣,圣周}{星期五,周五} 圣周五 主受难{节,日} 受难{节,日}* 耶稣受难{节,日}
-1      {神圣,圣周}{星期六,周六} 圣周六 耶稣受难{节,日}翌日 复活节前{夜,日} 复活节前夕*
0       复活主日 耶稣复活{节,日}
1       复活节{翌日,周一,星期一}
39      {耶稣,基督,}升天节 耶稣升天日
49      圣灵降临{节,日} 圣神降临{节,瞻礼} 五旬节
50      圣灵降临节{翌日,星期一,后星期一} 圣灵节庆日
56      {圣三,圣三一,天主三一,三一}主日 {圣三一,天主圣三,天主圣三一}节
60      基督圣体{节,圣血节} 圣体{圣血节,节,瞻礼}
68      耶稣圣心{节,瞻礼}
"""

FEASTS = {
    # Fixed feasts of the churches.
    "Christian": """
G1-6    主显{节,日} 三王{节,来朝节,来朝日}
O-48    洁净星期一
O-8     拉撒路{周六,星期六,圣周六}
G1-19   主领洗节
G2-2    圣烛节 献主节 土拨鼠{日,节}
G2-14   {圣,}瓦伦丁节 圣瓦伦丁日
G3-17   圣帕特里克{节,日} 圣派翠克节
G3-19   圣若瑟瞻礼
G3-25   {圣母领报,天使报喜,报喜}节
G4-23   圣乔治日
G6-24   圣约翰{节,日} 施洗约翰节
G6-29   圣彼得和圣保罗日
G8-6    主显圣容节
G8-15   圣母升天{节,日,瞻礼} 圣母蒙召升天节
G8-28   圣母安息节
G9-29   米迦勒节
G10-31  {宗教改革纪念,宗教改革}日 {万圣节,诸圣节}前夕 诸圣节前夜
G11-1   诸圣{节,日,瞻礼}
G11-2   {万灵,追思,亡灵}节 追思已亡节 亡者节
G11-11  圣马丁节
A11-20-7 基督{普世,}君王节
A11-27-7 将临期第一主日 降临节第一主日
G11-30  圣安德鲁日
G12-6   圣尼古拉{斯,}节
G12-8   圣母无{原,染原}罪{日,瞻礼}
G12-13  圣露西亚{节,日}
G12-26  圣诞节翌日 圣斯{德望,蒂芬}日
G12-28  诸圣婴孩殉道{日,庆日}
G12-31  跨年夜 {新年,元旦}前夜 {新年,元旦}前夕*
G12-26+6 宽扎节
""",
    "Jewish": """
H7-1+1   犹太{,教,历}新年 犹太岁首 吹角节 岁首*
H7-10    {犹太,}赎罪{日,节}
H7-15+6  住棚节 棚节*
H7-22    圣会节 {西赫妥拉,西赫托拉,妥拉,转经,诵经,欢庆圣法,欢庆妥拉}节 律法节*
H9-25+7  {,犹太}光明节 {哈努卡,修殿,献殿,净殿,马加比}节
H11-15   犹太{,教}植树节 图比舍巴特{节,} 树木新年
H12-14   {普珥,普林}节
H12-15   书珊普珥节
H1-15+6  逾越节 无酵节 除酵节
H1-27    大屠杀纪念日* {以色列,犹太人}大屠杀纪念日
H2-4     以色列阵亡将士{纪念日,日}
H2-5     以色列{独立,国庆}{日,节}
H2-18    篝火节* {犹太,犹太教}篝火节
H2-28    耶路撒冷日*
H3-6     {七七,收获,初果}节* {沙夫幼特,沙夫洛特,犹太五旬}节
H5-9     {圣殿被毁日,圣殿被毁纪念日} {阿布,埃波}月初九
""",
    "Islamic": """
I1-1    {伊斯兰,伊斯兰教,伊斯兰历,回历,希吉拉}新年
I1-10   {阿舒拉,阿术拉}{节,日}
I3-12   圣纪节 圣纪* 圣忌{日,节}* {先知,穆罕默德,穆圣}诞辰 {先知,穆罕默德}诞辰日
I7-27   {登霄,夜行登霄,登宵,升霄}节 登霄{之夜,夜}
I8-15   {拜拉特,白拉特,拜拉台}夜
I9      斋月 {莱麦丹,拉马丹}月 斋戒月
I9-27   {盖德尔,盖得尔,法令之,权力之,高贵之,前定之,大能之}夜 盖德尔之夜
I10-1   {开斋,肉孜,尔德,尔代,小尔德}节
I12-9   {阿拉法特,阿拉法}日
I12-10  {古尔邦,宰牲,哈芝,忠孝,库尔班,大尔德}节
""",
    "Hindu, Sikh, Buddhist, Persian": """
Tdiwali     {排灯,万灯,印度灯,印度排灯}节
Tdeepavali  屠妖节
Tholi       {洒红,胡里,霍利}节 {欢悦,色彩,五彩}节* 印度色彩节
Traksha     兄妹节* 印度兄妹节 拉克沙班丹节
Tjanmashtami 黑天{神节,节,诞辰} {克利须那,克里希那,奎师那}{神诞,诞辰}
Tganesh     {象头神,象神,甘尼萨}节
Tshivaratri {湿婆,大湿婆}节 {大湿婆,湿婆神}之夜
Tnavratri   {九夜,难近母,杜尔迦,杜尔加}节
Tdussehra   十胜节 凯旋节*
Tonam       {欧南,奥南,欧纳姆,奥纳姆}节
Tpongal     {庞格尔,印度丰收,淡米尔丰收,泰米尔丰收}节
Tpongal1    {庞格尔,印度丰收,淡米尔丰收}节第三天
Tthaipusam  大宝森节
Tramnavami  罗摩{诞辰,诞辰节,节}
Trathyatra  {乘车,战车}节* 印度{乘车,战车}节
Tguru       上师节*
Tnanak      {古鲁,}那纳克诞辰
Tvaisakhi   {拜萨哈,维萨基}节 锡克教新年
Tputhandu   {泰米尔,淡米尔}新年
G4-14   孟加拉{,国}新年
Tvesak      {卫塞,威瑟,吠舍佉,维莎迦,比萨宝蕉}节
Tlosar      藏历新年 藏历年初一
Tmakha      万佛节
Tasarnha    三宝佛节
Tkhaophansa 守夏节
Tkrathong   {泰国,}水灯节
Tnowruz     {波斯,伊朗,波斯历}新年
G3-21   {诺鲁孜,纳吾热孜,努鲁孜}节 国际诺鲁孜{日,节}
G4-13+2 宋干节 泰国{新年,泼水节} 傣历新年 傣族泼水节 泼水节
""",
    "East Asia": """
L8-15   {韩国,朝鲜}{秋夕,中秋节} 秋夕节
G3-1    韩国三一节
G8-15   韩国光复节
G10-3   开天节
G10-9   韩文日 谚文日
G6-6    {韩国,}显忠日
G7-17   韩国制宪节
N1-2-1  日本成人{日,节}
G2-11   日本建国纪念{日,之日}
G3-3    日本女儿节 女儿节*
G4-29   昭和日
G5-3    日本宪法纪念日
G5-5    日本儿童节
N7-3-1  日本海之日
G8-11   日本山之日
N9-3-1  日本敬老{日,节}
N10-2-1 日本体育{日,节}
G11-3   日本文化日
G11-15  七五三节
G11-23  勤劳感谢日
G2-28   二二八{和平,}纪念日 台湾和平纪念日
G7-1    香港{回归,特别行政区成立}{纪念日,日}
G12-20  澳门{回归,特别行政区成立}{纪念日,日}
L4-8    佛诞* 佛诞节 佛陀诞辰纪念日
""",
    "America and days of trade": """
N1-3-1  马丁{·,}路德{·,}金{日,纪念日}
N2-3-1  {美国,}总统日 华盛顿诞辰{日,纪念日}
N5-0-1  {美国,}阵亡将士纪念日
G6-14   美国国旗日
G6-19   美国六月节
G7-4    美国独立{日,节,纪念日}
N9-1-1  {美国,加拿大}劳动{节,日}
N10-2-1 哥伦布日 加拿大感恩节
A11-2-2 美国{大选日,选举日}
G11-11  {美国,}退伍军人{节,日} 国殇纪念日* {停战,休战}纪念日*
N11-4-4 美国感恩节
A11-23-5 黑色星期五* 黑五*
A11-26-1 网络星期一
A5-18-1 维多利亚日
A4-21-3 {国际,}秘书{节,日} 行政专业人员日
G10-16  老板节
G5-4    星球大战日
G11-11  双{十一,11}购物节
G12-12  双十二* 双12*
G3-14   白色情人节 圆周率日 国际数学日
G5-20   网络情人节
Tearthhour 地球一小时
""",
    # Days of the United Nations and its agencies: https://www.un.org/zh/observances/list-days-weeks.
    "United Nations": """
G1-4    世界盲文日
G1-24   国际教育日
G1-27   国际大屠杀纪念日 缅怀大屠杀受难者国际纪念日
G2-4    世界{癌症,抗癌}日
G2-6    切割女性生殖器零容忍国际日
G2-11   妇女和女童参与科学国际日
G2-13   世界无线电日
G2-20   世界社会公正日
G2-21   国际母语日
G3-3    世界野生动植物日
N3-2-4  世界肾脏日
G3-20   国际{幸福,快乐}日
G3-21   世界{诗歌,睡眠,唐氏综合征}日 {国际消除种族歧视日,消除种族歧视国际日}
G3-24   {世界,国际}防治结核病日
G3-27   世界戏剧日
G4-2    世界{提高自闭症意识,提高孤独症意识,自闭症,孤独症}日
G4-4    国际提高地雷意识日
G4-6    体育促进发展与和平国际日
G4-12   {世界航天日,载人空间飞行国际日}
G4-18   国际古迹遗址日
G4-20   {联合国,国际}中文日
G4-22   {国际地球母亲,世界地球母亲}日 地球日*
G4-23   世界图书{和,与}版权日
G4-25   世界{防治,}疟疾日
G4-28   世界{安全生产与健康,工作安全与健康}日
G4-29   国际舞蹈日
G4-30   国际爵士乐日
G5-3    {世界,国际}新闻自由日
N5-1-2  世界{防治,}哮喘日
G5-12   世界护士{日,节}
G5-15   国际家庭日
G5-16   国际光日
G5-20   世界{计量,蜜蜂}日
G5-21   国际茶日
G5-25   非洲日 非洲解放日
G5-29   联合国维持和平人员国际日
G6-3    世界自行车日
G6-7    世界食品安全日
G6-12   世界无童工日
G6-21   国际瑜伽日
G6-23   国际奥林匹克日 联合国公共服务日
G6-25   {国际,世界}海员日
G6-26   {国际,世界}禁毒日 禁止药物滥用和非法贩运国际日
N7-1-6  国际合作社日
G7-15   世界青年技能日
G7-18   {纳尔逊·,}曼德拉国际日 曼德拉日
G7-28   世界肝炎日
G7-29   {全球,世界}老虎日
G8-9    世界土著人{民国际,}日
G8-19   世界人道主义日
G9-5    国际慈善日
G9-10   世界预防自杀日
G9-15   国际民主日
G9-21   世界阿尔茨海默病日
G9-22   世界无车日
G9-23   国际手语日
G9-28   世界狂犬病日
G9-29   世界心脏日
G9-30   国际翻译日
G10-1   国际老人{日,节} 国际老年{日,节}
G10-2   国际非暴力日
G10-4   世界动物日
G10-4+6 世界空间周
N10-1-1 世界{人居,住房}日
G10-5   世界教师{日,节}
G10-9   世界邮政日
G10-10  世界精神卫生日
G10-11  国际女童日
G10-13  国际减少灾害风险日 国际减灾日
G10-14  世界标准日
G10-15  {国际农村妇女,国际盲人}日 {国际盲人节,全球洗手日}
G10-17  {国际消除贫困,消除贫困国际}日
G10-20  世界统计日
G10-24  世界发展信息日
G10-31  世界城市日
G11-10  {争取和平与发展世界科学,世界科学}日
G11-14  {世界,联合国}糖尿病日 世界防治糖尿病日
G11-16  国际{宽容,容忍}日
N11-3-4 世界哲学日
G11-19  世界厕所日
G11-20  {世界,国际}儿童日
G11-21  世界{电视,渔业}日
G11-25  消除对妇女的暴力行为国际日 国际消除对妇女的暴力日
G12-2   废除奴隶制国际日
G12-5   世界土壤日
G12-7   国际民航日 国际民用航空日
G12-10  国际人权日 人权日*
G12-11  国际山岳日
G12-18  国际移民日
G12-20  国际人类团结日
""",
}

# National days: the country's code in `holidays`, which must have the day, and names before 国庆日 and 国庆节.
NATIONAL = """
AU G1-26 澳大利亚 澳洲
IN G1-26 印度
NZ G2-6  新西兰
ZA G4-27 南非
NL G4-27 荷兰
NO G5-17 挪威
IT G6-2  意大利
PT G6-10 葡萄牙
RU G6-12 俄罗斯
PH G6-12 菲律宾
CA G7-1  加拿大
US G7-4  美国
FR G7-14 法国
BE G7-21 比利时
EG G7-23 埃及
CH G8-1  瑞士
SG G8-9  新加坡
PK G3-23 巴基斯坦
ID G8-17 印度尼西亚 印尼
UA G8-24 乌克兰
MY G8-31 马来西亚
VN G9-2  越南
BR G9-7  巴西
MX G9-16 墨西哥
SA G9-23 沙特 沙特阿拉伯
DE G10-3 德国
ES G10-12 西班牙
TR G10-29 土耳其
TH G12-5 泰国
KZ G10-25 哈萨克斯坦
PL G11-11 波兰
AE G12-2 阿联酋
"""
# What else a country keeps, by its own name.
OWN = """
IN G1-26 印度共和{国,}日
IN G8-15 印度独立日
AU G1-26 澳大利亚日
AU G4-25 澳新军团{日,纪念日}
NZ G2-6  {怀唐伊,怀唐依}日
RU G2-23 {,俄罗斯}祖国保卫者日
RU G5-9  {俄罗斯,卫国战争}胜利日 卫国战争胜利纪念日 胜利日*
RU G6-12 俄罗斯日
RU G11-4 俄罗斯{人民,民族}团结日
CA G7-1  加拿大日
FR G7-14 巴士底日
FR G5-8  欧洲胜利日 欧战胜利纪念日
DE G10-3 德国统一{日,纪念日}
ZA G4-27 南非自由日
NL G4-27 荷兰国王{日,节}
MX G9-16 墨西哥独立日
PH G6-12 菲律宾独立日
PK G8-14 巴基斯坦独立日
MY G9-16 马来西亚日
TH G12-10 泰国宪法日
TH G8-12 泰国母亲节
BR G9-7  巴西独立日
"""


def expanded(pattern):
    """The names that a pattern stands for."""
    parts = re.split(r"\{([^{}]*)\}", pattern)
    choices = [part.split(",") if place % 2 else [part] for place, part in enumerate(parts)]
    return ["".join(one) for one in itertools.product(*choices)]


rows = {}


def add(pattern, code):
    use = "marked" if pattern.endswith("*") else "plain"
    for name in expanded(pattern.removesuffix("*")):
        known = rows.get(name)
        if known and known[0] != code:
            raise SystemExit(f"{name} has two days: {known[0]} and {code}")
        rows[name] = (code, "plain" if known and known[1] == "plain" else use)


for offset, *names in table(EASTER):
    for name in names:
        add(name, f"E{offset}")
for block in FEASTS.values():
    for code, *names in table(block):
        for name in names:
            add(name, code)
national = []
for country, code, *names in table(NATIONAL):
    national.append((country, code))
    for name in names:
        add(f"{name}国庆{{日,节}}", code)
for country, code, *names in table(OWN):
    national.append((country, code))
    for name in names:
        add(name, code)

# festivals.tsv has its own, with the same days.
for line in (FOLDER / "festivals.tsv").read_text(encoding="utf-8").splitlines():
    if line.startswith("# "):
        continue
    name, code = line.split("\t")[:2]
    if name in rows:
        if rows[name][0] != code:
            raise SystemExit(f"{name} has two days: {rows[name][0]}, and {code} of festivals.tsv")
        del rows[name]

# The feasts that are listed by year, each first day with the days that follow it.
hindu, thai = _HinduLunisolar, _ThaiLunisolar()
YEARS = range(FIRST, LAST + 1)


def listed(dates):
    return {year: (datetime.date(year, *dates[year]), 0) for year in YEARS}


def until_eve(dates, ends):
    """Each first day with the days that follow it, up to the eve of another."""
    firsts = {year: datetime.date(year, *dates[year]) for year in YEARS}
    return {year: (first, (datetime.date(year, *ends[year]) - first).days - 1) for year, first in firsts.items()}


def country(code, name, **options):
    days = holidays.country_holidays(code, years=YEARS, language="en_US", **options)
    found = [day for day in sorted(days) if name in days.get_list(day)[0].split(" (estimated)")]
    found += [day for day in sorted(days) if day not in found and name in days[day].split("; ")]
    assert sorted(day.year for day in found) == list(YEARS), (code, name, found)
    return {day.year: (day, 0) for day in found}


def earth_hour(year):
    """The last Saturday of March; a week earlier where that is the day before Easter, and in 2025."""
    day = datetime.date(year, 3, 31)
    while day.weekday() != 5 or day == easter(year) - DAY or day == datetime.date(2025, 3, 29):
        day -= DAY
    return day


listed_feasts = {
    "diwali": listed(hindu.DIWALI_INDIA_DATES),
    "deepavali": country("SG", "Diwali"),
    "holi": listed(hindu.HOLI_DATES),
    "raksha": listed(hindu.RAKSHA_BANDHAN_DATES),
    "janmashtami": listed(hindu.JANMASHTAMI_DATES),
    "ganesh": listed(hindu.GANESH_CHATURTHI_DATES),
    "shivaratri": listed(hindu.MAHA_SHIVARATRI_DATES),
    "navratri": until_eve(hindu.SHARAD_NAVRATRI_DATES, hindu.DUSSEHRA_DATES),
    "dussehra": listed(hindu.DUSSEHRA_DATES),
    "onam": listed(hindu.ONAM_DATES),
    "pongal": listed(hindu.PONGAL_DATES),
    "thaipusam": country("MY", "Thaipusam", subdiv="PNG"),
    "ramnavami": listed(hindu.RAM_NAVAMI_DATES),
    "rathyatra": listed(hindu.RATH_YATRA_DATES),
    "guru": listed(hindu.GURU_PURNIMA_DATES),
    "nanak": listed(hindu.GURU_NANAK_JAYANTI_DATES),
    "vaisakhi": listed(hindu.VAISAKHI_DATES),
    "puthandu": listed(hindu.PUTHANDU_DATES),
    "vesak": country("SG", "Vesak Day"),
    "losar": listed(_TibetanLunisolar.LOSAR_DATES),
    "makha": {year: (thai.makha_bucha_date(year), 0) for year in YEARS},
    "asarnha": {year: (thai.asarnha_bucha_date(year), 0) for year in YEARS},
    "khaophansa": {year: (thai.khao_phansa_date(year), 0) for year in YEARS},
    "krathong": {year: (thai.loy_krathong_date(year), 0) for year in YEARS},
    "nowruz": {year: (_Persian().new_year_date(year), 0) for year in YEARS},
    "earthhour": {year: (earth_hour(year), 0) for year in range(2007, 2027)},
}


def dated(code, year):
    """The first day of a code within a year, computed by other packages than the Swift code is."""
    code = code.split("+")[0]
    numbers = [int(number) for number in re.findall(r"\d+", code)]
    match code[0]:
        case "G":
            return datetime.date(year, *numbers)
        case "A":
            day = datetime.date(year, *numbers[:2])
            return day + (numbers[2] - day.isoweekday()) % 7 * DAY
        case "N":
            month, number, weekday = numbers
            days = [datetime.date(year, month, 1) + place * DAY for place in range(31)]
            days = [day for day in days if day.month == month and day.isoweekday() == weekday]
            return days[number - 1]
        case "E" | "O":
            method = EASTER_WESTERN if code[0] == "E" else EASTER_ORTHODOX
            return easter(year, method) + int(code[1:]) * DAY
        case "H":
            for hebrew_year in (year + 3760, year + 3761):
                month = 13 if numbers[0] == 12 and hebrew.leap(hebrew_year) else numbers[0]
                day = datetime.date(*hebrew.to_gregorian(hebrew_year, month, numbers[1]))
                assert day == HebrewDate(hebrew_year, month, numbers[1]).to_pydate()
                if day.year == year:
                    return day
        case "I":
            near = (year - 622) * 33 // 32
            days = [Hijri(near + place, numbers[0], (numbers + [1])[1]).to_gregorian() for place in (-1, 0, 1, 2)]
            return next(day for day in days if day.year == year)


# Where `holidays` knows a feast, the days must agree; it moves Israel's Independence Day by itself.
checked = 0
for name, code in {
    "HANUKKAH": "H9-25",
    "LAG_BAOMER": "H2-18",
    "PASSOVER": "H1-15",
    "PURIM": "H12-14",
    "ROSH_HASHANAH": "H7-1",
    "SHAVUOT": "H3-6",
    "SUKKOT": "H7-15",
    "TISHA_BAV": "H5-9",
    "YOM_KIPPUR": "H7-10",
}.items():
    for year, date in getattr(_HebrewLunisolar, f"{name}_DATES").items():
        if 1950 <= year <= 2050:
            dates = date if isinstance(date[0], tuple) else (date,)
            assert dated(code, year) in [datetime.date(year, *one) for one in dates], (name, year, date)
            checked += 1
for country_code, code in national:
    days = holidays.country_holidays(country_code, years=[2019, 2022, 2023])
    assert any(dated(code, year) in days for year in (2019, 2022, 2023)), (country_code, code)
    checked += 1
used = set()
for code in {code for code, _ in rows.values()}:
    if code.startswith("T"):
        used.add(re.match("[a-z]+", code[1:]).group())
    elif not code.startswith(("L", "S")):
        assert dated(code, 2024), code
assert used == set(listed_feasts), used ^ set(listed_feasts)
print(f"{checked} days agree with holidays")

cells = []
for name, days in listed_feasts.items():
    for year in YEARS:
        day, more = days.get(year, (None, 0))
        assert day is None or day.year == year, (name, day)
        cells.append(day.timetuple().tm_yday | more << 9 if day else 0)
lines = []
for place in range(0, len(cells), len(YEARS)):
    lines.append(f"    // {list(listed_feasts)[place // len(YEARS)]}")
    own = [str(cell) for cell in cells[place : place + len(YEARS)]]
    lines += ["    " + ", ".join(own[start : start + 16]) + "," for start in range(0, len(own), 16)]
quoted = [f'"{name}"' for name in listed_feasts]
names = ",\n".join("    " + ", ".join(quoted[place : place + 7]) for place in range(0, len(quoted), 7))
table_text = "\n".join(lines)
TARGET.write_text(
    f"""/// The days of feasts whose calendars are observed rather than computed, {FIRST} to {LAST}.
///
/// Written by `Scripts/gazetteers/world_festivals.py`. Source: holidays 0.109 (PyPI, MIT), 2026-11-24: India's feasts,
/// Singapore's Deepavali and Vesak, Malaysia's Thaipusam, Thailand's Buddhist days, Tibetan and Persian New Year;
/// Earth Hour as WWF called it.
extension ListedFeast {{
  /// The years of the table.
  static let years = {FIRST}...{LAST}

  /// The feasts by their names in codes, in the order of their days.
  static let names = [
{names},
  ]

  /// For each feast and year: the day of the year, and how many days follow it (from the tenth bit on); 0 is none.
  static let days: [UInt16] = [
{table_text}
  ]
}}
""",
    encoding="utf-8",
    newline="\n",
)
print(f"{TARGET.name}: {len(listed_feasts)} feasts")

write_table(
    "world-festivals.tsv",
    "Days of other calendars and countries that come each year; written by world_festivals.py, which explains the "
    "codes. Source: names of usage; days of holidays 0.109 (PyPI, MIT), UN observances "
    "(un.org/zh/observances/list-days-weeks), 2026-11-24.",
    ["form", "code", "kind (world)", "use (plain: names the day by itself; marked: only where the text marks it as a day)"],
    [(name, code, "world", use) for name, (code, use) in rows.items()],
)
