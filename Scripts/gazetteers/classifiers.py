"""Writes classifiers.tsv: what stands between a number and the thing counted, or is counted itself."""

from common import SOURCES_READ, write_table

# Curated: jieba's words of class q, kept or left out after counting what follows numbers in
# real texts; left out are ordinals and steps (号 级 步 期 版) and nouns that ask for a classifier (企业 项目).
CLASSES = {
    "measure": """
        人次 人 人份 人天 人日 工日 户 户次 列 列次 架次 辆次 艘次 班次 车次 场次 航次 件次 例次 剂次 批次 家次
        台次 套次 项次 册次 条次 头次 吨次 趟次 频次 次 遍 回 趟 标箱 标准箱 自然箱 TEU TEUs
        岁 周岁 票 件套 台套 车皮 车厢 席 床位 座位 客位 机位 泊位 车位 学位 航班 人头
        笔次 单次 机组 标台 标准台 字
    """,
    "classifier": """
        个 家 项 件 条 名 位 座 所 艘 架 辆 台 套 批 场 种 类 片 株 头 只 匹 剂 例 起 宗 笔 颗 枚 支 枝 部 处 张
        块 根 段 层 栋 幢 间 节 门 幅 篇 章 册 本 卷 首 句 封 份 副 对 双 棵 朵 粒 口 盏 盘 面 款 档 组
        排 队 群 帮 箱 瓶 袋 盒 杯 碗 罐 包 捆 束 串 滴 缕 股 阵 轮 圈 顿 把 柄 顶 具 挺 发 响 声 员 点
        蔸 畦 垛 筐 车 船 桌 床 摊 栏 集 道 幕 则 桩 单 餐 窝 丛 团 方面 大类 中类 小类 门类
        跨 站 拨 茬 垄 扇
        盆 贯 页
    """,
    "rare": """
        峰 曲 环 孔 眼 尾 堂 墩 蓬 辑 榀 樘 羽 番 尊 厂 州 店
    """,
    "noun": """
        国 省 市 县 区 镇 乡 村 省份 省区 省市 省区市 州市 市州 市县 县市 县区 区县 乡镇
        镇街 街道 社区 部委 部门 校 院 馆
    """,
}
rows = {}
for kind, words in CLASSES.items():
    for word in words.split():
        rows.setdefault(word, kind)
write_table(
    "classifiers.tsv",
    "Classifiers: what counts things, as it is written. A measure stands alone (人次, 标箱), a classifier needs "
    "the noun after it (个, 家), a rare one does so behind Arabic digits only (环, 峰, which names hold), a noun is counted "
    "directly (国, 县). No times, no ordinals. "
    f"Source: jieba 0.42.1 words of class q (PyPI, MIT) and curated, {SOURCES_READ}.",
    ["form", "class"],
    rows.items(),
)
