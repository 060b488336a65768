"""Writes currencies.tsv: CLDR's and iso-codes' Chinese currency names, and the usual short forms."""

import collections
import gettext
import json
import pathlib

import babel
import babel.core

from common import HAN, SOURCES_READ, table, write_table

# Usual forms that neither source lists: curated. A name that several currencies bear alone is XXX.
USUAL = """
人民币 CNY 1
元人民币 CNY 1
人民币元 CNY 1
人民币圆 CNY 1
元 CNY 1
圆 CNY 1
块钱 CNY 1
元钱 CNY 1
角 CNY 0.1
毛钱 CNY 0.1
分 CNY 0.01
分钱 CNY 0.01
￥ CNY 1
¥ CNY 1
RMB CNY 1
CNY CNY 1
圆人民币 CNY 1
美元 USD 1
美圆 USD 1
美金 USD 1
美刀 USD 1
$ USD 1
元美金 USD 1
美分 USD 0.01
USD USD 1
US$ USD 1
欧元 EUR 1
欧分 EUR 0.01
EUR EUR 1
€ EUR 1
日元 JPY 1
日圆 JPY 1
日币 JPY 1
元日币 JPY 1
円 JPY 1
JPY JPY 1
英镑 GBP 1
GBP GBP 1
£ GBP 1
便士 GBP 0.01
港元 HKD 1
港币 HKD 1
港圆 HKD 1
元港币 HKD 1
HKD HKD 1
HK$ HKD 1
澳门元 MOP 1
澳门币 MOP 1
元澳门币 MOP 1
MOP MOP 1
新台币 TWD 1
元新台币 TWD 1
元台币 TWD 1
TWD TWD 1
NTD TWD 1
新台币元 TWD 1
台币 TWD 1
卢布 RUB 1
RUB RUB 1
俄罗斯卢布 RUB 1
戈比 RUB 0.01
白俄罗斯卢布 BYN 1
韩元 KRW 1
韩圆 KRW 1
韩币 KRW 1
元韩币 KRW 1
韩国元 KRW 1
KRW KRW 1
朝元 KPW 1
坚戈 KZT 1
哈萨克斯坦坚戈 KZT 1
索姆 KGS 1
吉尔吉斯索姆 KGS 1
吉尔吉斯斯坦索姆 KGS 1
苏姆 UZS 1
乌兹别克苏姆 UZS 1
乌兹别克索姆 UZS 1
乌兹别克斯坦索姆 UZS 1
索莫尼 TJS 1
塔吉克索莫尼 TJS 1
土库曼马纳特 TMT 1
马纳特 XXX 1
图格里克 MNT 1
兰特 ZAR 1
澳元 AUD 1
澳大利亚元 AUD 1
澳币 AUD 1
AUD AUD 1
加元 CAD 1
加拿大元 CAD 1
加币 CAD 1
CAD CAD 1
新西兰元 NZD 1
纽元 NZD 1
新加坡元 SGD 1
新币 SGD 1
新元 SGD 1
坡元 SGD 1
新加坡币 SGD 1
SGD SGD 1
卢比 INR 1
印度卢比 INR 1
印尼盾 IDR 1
印尼卢比 IDR 1
印度尼西亚盾 IDR 1
缅币 MMK 1
缅元 MMK 1
泰铢 THB 1
铢 THB 1
越南盾 VND 1
越盾 VND 1
基普 LAK 1
老挝基普 LAK 1
瑞尔 KHR 1
林吉特 MYR 1
令吉 MYR 1
马币 MYR 1
菲律宾比索 PHP 1
菲比索 PHP 1
瑞郎 CHF 1
CHF CHF 1
瑞士法郎 CHF 1
西非法郎 XOF 1
中非法郎 XAF 1
非洲金融共同体法郎 XOF 1
吉布提法郎 DJF 1
几内亚法郎 GNF 1
沙特里亚尔 SAR 1
沙特阿拉伯里亚尔 SAR 1
阿曼里亚尔 OMR 1
卡塔尔里亚尔 QAR 1
伊朗里亚尔 IRR 1
土曼 IRR 10
阿联酋迪拉姆 AED 1
阿尼 AFN 1
土耳其里拉 TRY 1
新土耳其里拉 TRY 1
谢克尔 ILS 1
新谢克尔 ILS 1
埃及镑 EGP 1
埃镑 EGP 1
巴西雷亚尔 BRL 1
雷亚尔 BRL 1
玻利瓦尔 VES 1
格里夫纳 UAH 1
格里夫尼亚 UAH 1
乌克兰格里夫尼亚 UAH 1
捷克克朗 CZK 1
匈牙利福林 HUF 1
波兰兹罗提 PLN 1
瑞典克朗 SEK 1
挪威克朗 NOK 1
丹麦克朗 DKK 1
肯尼亚先令 KES 1
埃塞俄比亚比尔 ETB 1
比尔 ETB 1
津巴布韦元 ZWL 1
津元 ZWL 1
特别提款权 XDR 1
马克 DEM 1
西德马克 DEM 1
东德马克 DDM 1
德国马克 DEM 1
法国法郎 FRF 1
意大利里拉 ITL 1
苏联卢布 SUR 1
加勒比盾 XCG 1
津巴布韦金 ZWG 1
法郎 XXX 1
里拉 XXX 1
里亚尔 XXX 1
第纳尔 XXX 1
迪拉姆 XXX 1
比索 XXX 1
克朗 XXX 1
先令 XXX 1
列伊 XXX 1
镑 XXX 1
盾 XXX 1
克瓦查 XXX 1
宽扎 AOA 1
"""
# What the sources cut badly, or what is the start of another name (印第安): left out.
LEFT_OUT = {"印第", "硬克朗", "硬列弗", "群岛磅", "金科多巴", "达姆", "台币元"}


def legal_tender(since=1990):
    """Codes of legal tender: those in use, and those given up since a year."""
    current, recent = set(), set()
    for uses in babel.core.get_global("territory_currencies").values():
        for code, _, end, tender in uses:
            if tender and end is None:
                current.add(code)
            elif tender and end[0] >= since:
                recent.add(code)
    return current, recent - current


locale = babel.Locale("zh")
current, recent = legal_tender()
iso = gettext.translation("iso_4217", "/usr/share/locale", languages=["zh_CN"])
listed = json.loads(pathlib.Path("/usr/share/iso-codes/json/iso_4217.json").read_text())["4217"]

forms = {}
for codes in (current, recent):
    for code in sorted(codes):
        names = [locale.currencies.get(code)]
        names += [iso.gettext(entry["name"]) for entry in listed if entry["alpha_3"] == code and codes is current]
        for name in names:
            if name and HAN.fullmatch(name.replace("-", "")) and not name.startswith("旧"):
                forms.setdefault(name, (code, "1"))

# Signs, where they are signs and no letters.
for code in sorted(current):
    sign = locale.currency_symbols.get(code)
    if sign and not sign.isalpha() and sign != code:
        forms.setdefault(sign, (code, "1"))

# The name without its country stands alone where it is one currency's only.
territories = sorted({name for code, name in locale.territories.items() if name}, key=len, reverse=True)
alone = collections.defaultdict(set)
for name, (code, _) in forms.items():
    country = next((territory for territory in territories if name.startswith(territory)), "")
    if country:
        alone[name[len(country) :]].add(code)
for name, codes in alone.items():
    if len(codes) == 1 and len(name) > 1 and name[-1] != "元" and name[0] not in "新可":
        forms.setdefault(name, (codes.pop(), "1"))

forms = {form: value for form, value in forms.items() if form not in LEFT_OUT}
forms.update({form: (code, factor) for form, code, factor in table(USUAL)})
write_table(
    "currencies.tsv",
    "Currencies: Chinese names and signs of money, with their ISO 4217 code and how much of it one is. "
    f"Source: CLDR zh as packed in PyPI Babel {babel.__version__} (Unicode-3.0), iso-codes 4.15.0 zh_CN "
    f"(Debian, LGPL-2.1+), usual forms and sub-units curated, {SOURCES_READ}.",
    ["form", "code (XXX: the name alone does not tell which)", "factor"],
    [(form, code, factor) for form, (code, factor) in forms.items()],
)
