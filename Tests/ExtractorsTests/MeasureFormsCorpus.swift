import DocumentModel
import Extractors
import Testing

/// Names, and what stands in their way, in the prose of news.
@Suite("Forms of what figures measure")
struct MeasureFormsCorpus {
  private static func names(_ text: String) -> [String] {
    Facts.measured(in: text).compactMap(\.value.quantity).map { $0.measured?.of ?? "-" }
  }

  private static func periods(_ text: String) -> [String] {
    let mentions = Facts.measured(in: text)
    let content = DocumentText(text)
    return mentions.compactMap(\.value.quantity).map { quantity in
      quantity.measured?.period.map { content[mentions[$0].span] } ?? "-"
    }
  }

  /// Words in brackets belong to the clause; letters in them are another name of what stands before.
  @Test(arguments: [
    ("货运专列（兰州）开行120列。", ["货运专列（兰州）"]), ("固定资产投资（不含农户）3万亿元。", ["固定资产投资（不含农户）"]),
    ("消费价格指数（CPI）上涨0.3%。", ["消费价格指数"]), ("广义货币（M2）余额20万亿元。", ["广义货币（M2）余额"]),
    ("抓获12名海盗组织（塔尔）成员。", ["海盗组织（塔尔）成员"]),
    // With a figure in them they are a clause of their own.
    ("出口额（增长5%）达3亿元。", ["-", "-"]),
    // One dash joins two names, two part clauses.
    ("中国—中亚产业园累计出口额3亿元。", ["中国—中亚产业园累计出口额"]), ("好消息——出口额3亿元。", ["出口额"]),
  ])
  func stepsOverAsides(_ text: String, _ names: [String]) { #expect(Self.names(text) == names, "\(text)") }

  @Test(arguments: [
    // A word that the lexicon lacks is not cut.
    ("中蒙贸易额增长5%。", ["中蒙贸易额"]), ("遇难者人数升至12人。", ["遇难者人数"]), ("60个河湖省控断面达标。", ["河湖省控断面"]),
    // What counts places is part of the name behind it.
    ("东部七省市外贸额4万亿元。", ["-", "东部七省市外贸额"]), ("向3国出口4万吨。", ["-", "出口"]),
    ("国内客运量增长5%。", ["国内客运量"]), ("试点城市达到30个。", ["试点城市"]), ("早稻收购超300万吨。", ["早稻收购"]),
    ("社会保障制度覆盖13亿人。", ["-"]), ("6名社会各界代表发言。", ["社会各界代表"]),
    ("5个国家乡村振兴示范县，", ["国家乡村振兴示范县"]), ("70家世界500强企业参展。", ["世界500强企业"]),
    ("12家省级以上研发机构投入运行。", ["省级以上研发机构"]), ("设立30个自动气象站。", ["自动气象站"]), ("3000株桃花竞相开放。", ["桃花"]),
    // An indicator, though 的 follows.
    ("建设了总里程50公里的旅游公路。", ["总里程"]), ("客流量涨幅超过50%的古城、小镇。", ["客流量涨幅"]),
    ("在9个重点村布局建设了项目。", ["重点村"]), ("公司去年亏损3亿元。", ["亏损"]),
    // The name of all figures of a series, where it is whole.
    ("增幅分别为5%和6%。", ["增幅", "增幅"]), ("出口额、全国进口额分别为5亿元和6亿元。", ["-", "-"]), ("增幅在5%以上。", ["增幅"]),
    ("新建和改造农村公路3万公里。", ["农村公路"]), ("每消费3度电，", ["-"]),
    // What is said of the thing is not counted.
    ("12种产品产量增长。", ["产品"]), ("3名乘客状况良好。", ["乘客"]), ("共有3000名志愿者参与服务。", ["志愿者"]),
    ("培育20个零售业创新提升试点城市，", ["零售业创新提升试点城市"]), ("30个援建车间投产。", ["援建车间"]), ("12个省份开工率超过90%。", ["省份", "省份开工率"]),
    ("下达5亿元增发国债资金。", ["增发国债资金"]),
    ("发起12轮打击。", ["打击"]), ("取消30架次航班。", ["航班"]),
    // A verb before the name governs it, with whom it is done for.
    ("帮助企业降低物流成本3亿元。", ["物流成本"]), ("向北方地区输送“绿电”突破30亿度。", ["“绿电”"]), ("向欧洲出口电力300万千瓦时。", ["出口电力"]),
    ("直径4米的钢管、直径3米的铜管。", ["直径", "直径"]), ("中籼稻收购价为每吨2500元。", ["中籼稻收购价"]),
    ("完成造林、种草3万亩。", ["造林、种草"]), ("累计调水3亿立方米。", ["调水"]),
    // The clause before praises what this one tells.
    ("风电数量最多，达到3亿个。", ["风电数量"]),
  ])
  func names(_ text: String, _ names: [String]) { #expect(Self.names(text) == names, "\(text)") }

  /// 日均 is the basis of what a verb governs, too; 新增 tells of growth.
  @Test(
    arguments: [
      ("日均发送旅客30万人次。", "旅客", "日均", nil), ("每天新增客车30辆。", "新增客车", nil, .increase),
      ("风电新增3万千瓦。", "风电", nil, .increase),
      ("为300名居民办理登记。", "居民", nil, nil), ("减轻企业缴费负担3亿元。", "企业缴费负担", nil, .decrease),
    ] as [(String, String, String?, Measured.Change?)])
  func tellsHow(_ text: String, _ name: String, _ basis: String?, _ change: Measured.Change?) {
    let found = Facts.measured(in: text).compactMap(\.value.quantity).first?.measured
    #expect(found?.of == name, "\(text)")
    #expect(found?.basis == basis, "\(text)")
    #expect(found?.change == change, "\(text)")
  }

  @Test(arguments: [
    // Where something is, how far it is from another.
    "大家赶往5公里外的工地。", "飞机距离地面3公里。", "在女子10公里处设有补给站。",
    // Whom it befell, who is helped to do it.
    "爆炸造成当地3人死亡。", "支持企业新建3个、", "京城发生枪击案 3人受伤",
  ])
  func saysNothing(of text: String) { #expect(Self.names(text).allSatisfy { $0 == "-" }, "\(text)") }

  @Test(arguments: [
    ("舰队昨天继续推进，占领3座岛屿。", ["昨天"]), ("5月1日开始，提供3000个岗位。", ["5月1日开始"]), ("部队一天内击落3架飞机。", ["一天内"]),
    ("到2030年，举行300场演出。", ["到2030年"]), ("昨天，爆炸造成3人死亡。", ["昨天"]), ("客流恢复至2019年的96%。", ["-"]),
    // The time of the telling, of the coming, of what is compared, of what repeats.
    ("发言人昨天表示，占领3座岛屿。", ["-"]), ("展会将于5月1日举行完毕，展出3000件文物。", ["-"]), ("和前一天相比，产量增长3%。", ["-"]),
    ("工厂每天开工，产量3吨，工人有300名。", ["-", "-"]), ("24小时便利店30家。", ["-"]), ("产量占全年产量的90%，项目有30个。", ["-", "-"]),
  ])
  func tellsWhen(_ text: String, _ periods: [String]) { #expect(Self.periods(text) == periods, "\(text)") }
}
