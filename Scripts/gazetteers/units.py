"""Writes units.tsv: Chinese units of measure with their UCUM code, each checked by ucumvert's parser.

A unit that UCUM has no code for is written as it stands: its code is its own form.
"""

import importlib.metadata
import pathlib
import xml.etree.ElementTree

import ucumvert

from common import HAN, SOURCES_READ, table, write_table

# form, code, factor (1 where it is left out), under the dimension that a line with a colon names.
UNITS = """
length:
公里 km
千米 km
㎞ km
km km
KM km
华里 华里
里 里
里地 里
里路 里
市里 里
米 m
公尺 m
m m
分米 dm
厘米 cm
公分 cm
㎝ cm
CM cm
cm cm
毫米 mm
㎜ mm
mm mm
MM mm
微米 um
μm um
µm um
um um
纳米 nm
nm nm
皮米 pm
丈 丈
尺 尺
市尺 尺
寸 寸
市寸 寸
海里 [nmi_i]
浬 [nmi_i]
英里 [mi_i]
英哩 [mi_i]
哩 [mi_i]
mile [mi_i]
miles [mi_i]
英尺 [ft_i]
呎 [ft_i]
foot [ft_i]
foots [ft_i]
feet [ft_i]
ft [ft_i]
英寸 [in_i]
吋 [in_i]
英吋 [in_i]
inch [in_i]
inches [in_i]
码 [yd_i]
光年 [ly]
天文单位 AU
线公里 线公里
正线公里 正线公里
延长公里 延长公里
area:
平方公里 km2
平方千米 km2
km² km2
km2 km2
㎢ km2
公顷 har
hm² har
hm2 har
平方米 m2
平米 m2
平方 m2
平方公尺 m2
㎡ m2
m² m2
m2 m2
平方厘米 cm2
平方公分 cm2
cm² cm2
cm2 cm2
平方分米 dm2
平方毫米 mm2
mm² mm2
公亩 ar
亩 亩
市亩 亩
亩次 亩次
垧 垧
顷 顷
英亩 [acr_br]
平方英里 [mi_i]2
平方英尺 [ft_i]2
平方呎 [ft_i]2
平方海里 [nmi_i]2
平方华里 平方华里
平方里 平方里
平方尺 平方尺
volume:
立方米 m3
公方 m3
立米 m3
方 m3
土方 m3
标准立方米 m3
标方 m3
立方 m3
m³ m3
m3 m3
立方公尺 m3
立方厘米 cm3
cm³ cm3
cm3 cm3
立方分米 dm3
立方毫米 mm3
立方公里 km3
立方千米 km3
升 L
公升 L
L L
毫升 mL
mL mL
ml mL
ML mL
cc mL
CC mL
西西 mL
汤匙 [tbs_us]
茶匙 [tsp_us]
微升 uL
加仑 [gal_us]
桶 [bbl_us]
标准桶 [bbl_us]
蒲式耳 [bu_us]
立方英尺 [cft_i]
石 石
斗 斗
mass:
吨 t
公吨 t
t t
公担 kg 100
公斤 kg
千克 kg
kg kg
KG kg
Kg kg
克 g
g g
毫克 mg
mg mg
微克 ug
μg ug
µg ug
纳克 ng
斤 斤
市斤 斤
台斤 台斤
担 担
市担 担
两 两
克拉 [car_m]
盎司 [oz_av]
磅 [lb_av]
英石 [stone_av]
英磅 [lb_av]
英吨 [lton_av]
长吨 [lton_av]
短吨 [ston_av]
吨级 吨级
载重吨 载重吨
总吨 总吨
总吨位 总吨
净吨 净吨
吨位 吨位
修正总吨 修正总吨
吨标准煤 吨标准煤
吨标煤 吨标准煤
千克标准煤 千克标准煤
公斤标准煤 千克标准煤
克标准煤 克标准煤
吨油当量 吨油当量
吨标准油 吨油当量
吨当量 吨当量
吨二氧化碳 吨二氧化碳
吨二氧化碳当量 吨二氧化碳当量
transport:
吨公里 t.km
吨千米 t.km
吨海里 t.[nmi_i]
人公里 人公里
人千米 人公里
换算吨公里 换算吨公里
车公里 车公里
列公里 列公里
架公里 架公里
power:
瓦 W
瓦特 W
千瓦 kW
kW kW
KW kW
kw kW
兆瓦 MW
MW MW
吉瓦 GW
GW GW
太瓦 TW
毫瓦 mW
微瓦 uW
马力 [HP]
匹马力 [HP]
千瓦峰值 千瓦峰值
energy:
瓦时 W.h
千瓦时 kW.h
千瓦小时 kW.h
度电 kW.h
kWh kW.h
KWh kW.h
KWH kW.h
kwh kW.h
kW·h kW.h
兆瓦时 MW.h
MWh MW.h
吉瓦时 GW.h
GWh GW.h
太瓦时 TW.h
TWh TW.h
焦耳 J
千焦 kJ
兆焦 MJ
吉焦 GJ
GJ GJ
卡路里 cal
千卡 kcal
大卡 kcal
电子伏特 eV
电子伏 eV
speed:
公里/小时 km/h
千米/小时 km/h
公里每小时 km/h
千米每小时 km/h
公里／小时 km/h
km/h km/h
米/秒 m/s
米每秒 m/s
米／秒 m/s
m/s m/s
公里/秒 km/s
千米/秒 km/s
公里每秒 km/s
千米每秒 km/s
海里/小时 [kn_i]
公里/时 km/h
千米/时 km/h
英里/小时 [mi_i]/h
英里每小时 [mi_i]/h
英尺每秒 [ft_i]/s
英尺/秒 [ft_i]/s
马赫 马赫
flow:
立方米/秒 m3/s
立方米每秒 m3/s
m³/s m3/s
个流量 m3/s
吨/日 t/d
吨/年 t/a
立方米/日 m3/d
桶/日 [bbl_us]/d
升/秒 L/s
yield:
公斤/亩 公斤/亩
公斤/公顷 kg/har
吨/公顷 t/har
concentration:
毫克/升 mg/L
微克/升 ug/L
毫克/立方米 mg/m3
微克/立方米 ug/m3
微克每立方米 ug/m3
毫克每立方米 mg/m3
μg/m³ ug/m3
mg/m³ mg/m3
克/立方米 g/m3
mg/L mg/L
摩尔 mol
毫摩尔 mmol
毫摩尔/升 mmol/L
density:
人/平方公里 人/平方公里
克/立方厘米 g/cm3
克/千瓦时 g/kW.h
千瓦时/吨 kW.h/t
temperature:
摄氏度 Cel
度 Cel
℃ Cel
°C Cel
华氏度 [degF]
°F [degF]
℉ [degF]
开尔文 K
angle:
角度 deg
° deg
角分 '
角秒 ''
pressure:
帕 Pa
帕斯卡 Pa
百帕 hPa
hPa hPa
千帕 kPa
kPa kPa
兆帕 MPa
MPa MPa
毫米汞柱 mm[Hg]
标准大气压 atm
个大气压 atm
大气压 atm
毫巴 mbar
force:
牛顿 N
千牛 kN
牛·米 N.m
吨力 吨力
frequency:
赫兹 Hz
赫 Hz
Hz Hz
千赫 kHz
千赫兹 kHz
kHz kHz
兆赫 MHz
兆赫兹 MHz
MHz MHz
吉赫 GHz
吉赫兹 GHz
GHz GHz
太赫兹 THz
THz THz
转/分 /min
转/分钟 /min
voltage:
伏 V
伏特 V
千伏 kV
kV kV
KV kV
毫伏 mV
current:
安培 A
毫安 mA
千安 kA
安时 A.h
毫安时 mA.h
mAh mA.h
resistance:
欧姆 Ohm
Ω Ohm
apparent-power:
伏安 V.A
千伏安 kV.A
万伏安 kV.A 10
兆伏安 MV.A
kVA kV.A
MVA MV.A
data:
字节 By
千字节 kBy
兆字节 MBy
吉字节 GBy
太字节 TBy
拍字节 PBy
艾字节 EBy
泽字节 ZBy
KB kBy
MB MBy
GB GBy
TB TBy
PB PBy
EB EBy
ZB ZBy
比特 bit
位元 bit
量子比特 量子比特
data-rate:
比特/秒 bit/s
千比特/秒 kbit/s
兆比特/秒 Mbit/s
吉比特/秒 Gbit/s
太比特/秒 Tbit/s
比特每秒 bit/s
兆比特每秒 Mbit/s
吉比特每秒 Gbit/s
太比特每秒 Tbit/s
Kbps kbit/s
kbps kbit/s
Mbps Mbit/s
Gbps Gbit/s
Tbps Tbit/s
computing:
浮点运算 浮点运算
EFLOPS EFLOPS
EFlops EFLOPS
PFLOPS PFLOPS
PFlops PFLOPS
TFLOPS TFLOPS
EOPS EOPS
TOPS TOPS
标准机架 标准机架
sound:
分贝 dB
dB dB
light:
流明 lm
坎德拉 cd
勒克斯 lx
radiation:
贝克勒尔 Bq
贝克 Bq
希沃特 Sv
西弗 Sv
毫西弗 mSv
毫希沃特 mSv
微西弗 uSv
居里 Ci
戈瑞 Gy
fraction:
% %
％ %
﹪ %
‰ [ppth]
"""


def rows():
    dimension = None
    for form, *rest in table(UNITS):
        if form.endswith(":"):
            dimension = form[:-1]
        else:
            yield form, rest[0], rest[1] if len(rest) > 1 else "1", dimension


as_written = {"EFLOPS", "PFLOPS", "TFLOPS", "EOPS", "TOPS"}
parser = ucumvert.get_ucum_parser()
for form, code, _, _ in rows():
    if not HAN.search(code) and code not in as_written:
        parser.parse(code)

essence = pathlib.Path(ucumvert.__file__).parent / "vendor/ucum-essence.xml"
ucum = xml.etree.ElementTree.parse(essence).getroot().get("version")
write_table(
    "units.tsv",
    "Units of measure: Chinese names and signs, with the UCUM code and how much of it one is; where UCUM has no "
    "code, the unit as it is written. Times are the temporal extractor's, 个百分点 the percentage rule's. "
    f"Source: names curated; codes checked against UCUM {ucum} (PyPI ucumvert "
    f"{importlib.metadata.version('ucumvert')}, MIT; UCUM licence), {SOURCES_READ}.",
    ["form", "code", "factor", "dimension"],
    rows(),
)
