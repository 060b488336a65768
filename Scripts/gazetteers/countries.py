"""Writes countries.tsv: iso-codes' and CLDR's Chinese names of countries and territories, and the usual short ones."""

import gettext
import json
import pathlib

import babel

from common import SOURCES_READ, table, write_table

# Usual forms that neither source lists: curated. Former states bear the code they had (ISO 3166-3).
USUAL = """
阿联酋 AE
阿拉伯联合酋长国 AE
安提瓜 AG
澳洲 AU
澳大利亚联邦 AU
新西兰 NZ
波黑 BA
孟加拉 BD
孟加拉国 BD
文莱达鲁萨兰国 BN
巴西联邦共和国 BR
白俄罗斯共和国 BY
白俄 BY
刚果金 CD
刚果(金) CD
刚果（金） CD
刚果民主共和国 CD
刚果布 CG
刚果(布) CG
刚果（布） CG
刚果共和国 CG
中非共和国 CF
象牙海岸 CI
中国大陆 CN
中国内地 CN
新中国 CN
捷克共和国 CZ
西德 DE
联邦德国 DE
多米尼克国 DM
多米尼加 DO
埃塞 ET
密克罗尼西亚联邦 FM
英格兰 GB
苏格兰 GB
北爱尔兰 GB
联合王国 GB
大不列颠 GB
格鲁吉亚 GE
几比 GW
香港特区 HK
香港特别行政区 HK
中国香港 HK
澳门特区 MO
澳门特别行政区 MO
中国澳门 MO
台湾省 TW
中国台湾 TW
台湾地区 TW
中国台湾地区 TW
中华台北 TW
印尼 ID
爱尔兰共和国 IE
伊朗 IR
吉尔吉斯 KG
吉尔吉斯斯坦 KG
吉尔吉斯共和国 KG
柬埔寨 KH
柬埔寨王国 KH
朝鲜 KP
北朝鲜 KP
韩国 KR
南朝鲜 KR
大韩民国 KR
哈萨克 KZ
塔吉克 TJ
乌兹别克 UZ
土库曼 TM
老挝 LA
马其顿 MK
蒙古国 MN
马来西亚联邦 MY
大马 MY
荷属安的列斯 AN
巴基斯坦伊斯兰共和国 PK
菲律宾 PH
巴勒斯坦 PS
巴勒斯坦国 PS
巴新 PG
俄罗斯联邦 RU
俄国 RU
沙俄 RU
沙特 SA
沙特阿拉伯王国 SA
圣多美普林西比 ST
圣普 ST
萨尔瓦多共和国 SV
叙利亚 SY
阿拉伯叙利亚共和国 SY
斯威士兰 SZ
埃斯瓦蒂尼 SZ
泰国 TH
东帝汶 TL
土耳其 TR
突尼斯 TN
特多 TT
坦桑 TZ
坦桑尼亚 TZ
乌克兰 UA
美利坚合众国 US
委内瑞拉 VE
越南 VN
南非 ZA
科索沃 XK
锡兰 LK
缅甸联邦 MM
柬国 KH
波利维亚多民族玻利维亚国 BO
多民族玻利维亚国 BO
玻利维亚 BO
毛塔 MR
圣基茨 KN
特立尼达 TT
苏联 SU
苏维埃社会主义共和国联盟 SU
苏维埃联盟 SU
南斯拉夫 YU
捷克斯洛伐克 CS
民主德国 DD
东德 DD
德意志民主共和国 DD
扎伊尔 ZR
上沃尔特 HV
达荷美 DY
罗得西亚 RH
民主也门 YD
锡金 SK
"""
# Errors of a source, and 中非, which is China and Africa as often as the country.
LEFT_OUT = """
柬埔塞 柬埔塞王国 吉尔吉斯坦 博兹瓦那 博兹瓦那共和国 梵地冈 马尔他 马尔他共和国 米尼克共和国 瓜地马拉 瓜地马拉共和国 波利维亚 圣马力诺市 中非
波利维亚多民族玻利维亚国 柬国 白俄 坦桑 玻利维亚共和国 科摩罗联邦 巴勒斯坦领土 越南民主共和国
""".split()

listed = json.loads(pathlib.Path("/usr/share/iso-codes/json/iso_3166-1.json").read_text())["3166-1"]
names = gettext.translation("iso_3166-1", "/usr/share/locale", languages=["zh_CN"])
forms = {}
for entry in listed:
    for key in ("common_name", "name", "official_name"):
        if key in entry and (form := names.gettext(entry[key])) != entry[key]:
            forms.setdefault(form, entry["alpha_2"])
codes = {entry["alpha_2"] for entry in listed} | {"XK"}
for code, form in babel.Locale("zh").territories.items():
    if code in codes:
        forms.setdefault(form, code)
forms.update({form: code for form, code in table(USUAL)})
forms = {form: code for form, code in forms.items() if form not in LEFT_OUT}
# Both kinds of brackets are written.
for form in [form for form in forms if "（" in form]:
    forms.setdefault(form.replace("（", "(").replace("）", ")"), forms[form])

missing = codes - set(forms.values())
assert not missing, missing
write_table(
    "countries.tsv",
    "Countries and territories: Chinese names, full and short, with their ISO 3166-1 code (former states: the code "
    "they had, ISO 3166-3). Source: iso-codes 4.15.0 zh_CN (Debian, LGPL-2.1+), CLDR zh as packed in PyPI Babel "
    f"{babel.__version__} (Unicode-3.0), usual forms curated, {SOURCES_READ}.",
    ["form", "code"],
    forms.items(),
)
