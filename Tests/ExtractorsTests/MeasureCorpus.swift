import DocumentModel
import Extractors
import Testing

@Suite("What figures measure")
struct MeasureCorpus {
  /// The figures of a text as `of | change | basis | from | period`, with a dash for what is not said.
  private static func rows(_ text: String) -> [String] {
    let mentions = Facts.measured(in: text)
    let scalars = DocumentText(text)
    return mentions.compactMap { mention in
      guard case .quantity(let quantity) = mention.value else { return nil }
      let measured = quantity.measured ?? Measured()
      let fields = [
        measured.of, measured.change?.rawValue, measured.basis,
        measured.from.map { scalars[mentions[$0].span] }, measured.period.map { scalars[mentions[$0].span] },
      ]
      return fields.map { $0 ?? "-" }.joined(separator: " | ")
    }
  }

  @Test(arguments: [
    ("全年国内生产总值增长3%。", ["国内生产总值 | increase | - | - | 全年"]),
    ("出口增长5.1%、进口下降2.2%。", ["出口 | increase | - | - | -", "进口 | decrease | - | - | -"]),
    ("2023年，粮食产量1.3万亿斤。", ["粮食产量 | - | - | - | 2023年"]),
    ("出口额达3.4亿元。", ["出口额 | reach | - | - | -"]),
    ("城镇调查失业率平均为5.2%。", ["城镇调查失业率 | reach | - | - | -"]),
    (
      "用电量同比增长6%，比上年同期加快2个百分点。",
      [
        "用电量 | increase | 同比 | - | -", "用电量 | increase | 比上年同期 | - | -",
      ]
    ),
    (
      "规模以上工业增加值同比增长5.8%，其中制造业增加值增长6.4%。",
      [
        "规模以上工业增加值 | increase | 同比 | - | -", "制造业增加值 | increase | - | - | -",
      ]
    ),
    (
      "2022年，网民达10亿人，比上年末增加1.2亿人。",
      [
        "网民 | reach | - | - | 2022年", "网民 | increase | 比上年末 | - | 2022年",
      ]
    ),
    (
      "税收2.4万亿元，按可比价格计算，年均增长7%。",
      [
        "税收 | - | - | - | -", "税收 | increase | 按可比价格计算 年均 | - | -",
      ]
    ),
    ("货运量较2017年增长70%以上。", ["货运量 | increase | 较2017年 | - | -"]),
    ("与上年相比，客流量增长8%。", ["客流量 | increase | - | - | -"]),
    ("居民收入与上年相比增长8%。", ["居民收入 | increase | 与上年相比 | - | -"]),
    ("林地面积增加到200亩。", ["林地面积 | reach | - | - | -"]),
    ("一般公共预算收入突破2万亿元。", ["一般公共预算收入 | reach | - | - | -"]),
    ("赤字率比去年预算高0.2个百分点。", ["赤字率 | increase | 比去年预算 | - | -"]),
    (
      "投资增长9%，高于全部投资增速3个百分点。",
      [
        "投资 | increase | - | - | -", "投资 | - | 高于全部投资增速 | - | -",
      ]
    ),
    ("水库建设投资安排500亿元。", ["水库建设投资 | - | - | - | -"]),
  ])
  func reads(_ text: String, _ rows: [String]) { #expect(Self.rows(text) == rows, "\(text)") }

  @Test(arguments: [
    ("税率从17%降至13%。", ["税率 | - | - | - | -", "税率 | decrease | - | 17% | -"]),
    ("清单由40条减到33条。", ["清单 | - | - | - | -", "清单 | decrease | - | 40条 | -"]),
    ("将建筑业现行10%的税率降至9%。", ["税率 | - | - | - | -", "税率 | decrease | - | 10% | -"]),
    (
      "养老金标准从2018年的70元提高到目前的88元。",
      [
        "养老金标准 | - | - | - | 2018年", "养老金标准 | increase | - | 70元 | 目前",
      ]
    ),
    (
      "过水能力由4000立方米，提升到5000立方米。",
      [
        "过水能力 | - | - | - | -", "过水能力 | increase | - | 4000立方米 | -",
      ]
    ),
  ])
  func links(_ text: String, _ rows: [String]) { #expect(Self.rows(text) == rows, "\(text)") }

  @Test(arguments: [
    ("49家企业参加。", ["企业"]), ("提供260亿元融资支持。", ["融资支持"]), ("发行1万亿元国债。", ["国债"]), ("提供总额260亿元的融资支持。", ["融资支持"]),
    ("进出口总额30亿元。", ["进出口总额"]),
    ("提供1500个培训名额，", ["培训名额"]), ("惠及约8000万纳税人。", ["纳税人"]), ("三分之二的村庄通了自来水。", ["村庄"]),
    ("覆盖97%的城区人口。", ["城区人口"]), ("向150个国家和7个国际组织提供援助。", ["国家", "国际组织"]),
    ("来自40多个国家和地区的客商。", ["国家和地区"]), ("建成十四个实力比较雄厚的工业基地。", ["工业基地"]),
    ("加开20列前往海边的临时列车。", ["临时列车"]), ("审议法律议案18件。", ["法律议案"]), ("淘汰落后的炼钢产能1691万吨。", ["炼钢产能"]),
    ("运送旅客579万人次。", ["旅客"]), ("河南8500多万亩冬小麦返青。", ["冬小麦"]), ("全长约350公里的铁路通车。", ["全长"]),
    ("出口口罩90亿只、防护服17亿件。", ["出口口罩", "防护服"]), ("城镇新增就业1102万人。", ["城镇新增就业"]),
    ("实际使用外资1383亿美元。", ["实际使用外资"]), ("“小而美”项目30个。", ["“小而美”项目"]),
    ("社会研发经费投入比上年增长8%。", ["社会研发经费投入"]), ("中央财政用于科技的支出1512亿元。", ["中央财政用于科技的支出"]),
  ])
  func names(_ text: String, _ names: [String]) {
    let found = Facts.measured(in: text).compactMap(\.value.quantity).map { $0.measured?.of ?? "-" }
    #expect(found == names, "\(text)")
  }

  /// A share is named by the words around 占, with its subject where that stands in the same clause.
  @Test(arguments: [
    ("制造业增加值占国内生产总值比重为5%。", ["制造业增加值占国内生产总值比重"]), ("总产值300亿元，占全国的12%。", ["总产值", "占全国"]),
    ("对经济增长的贡献率达到66%。", ["对经济增长的贡献率"]),
  ])
  func namesShares(_ text: String, _ names: [String]) {
    let found = Facts.measured(in: text).compactMap(\.value.quantity).map { $0.measured?.of ?? "-" }
    #expect(found == names, "\(text)")
  }

  @Test(arguments: [
    ("船舶、电动汽车等出口分别增长55%、66%。", ["船舶出口", "电动汽车出口"]),
    ("太阳能电池和锂电池出口量分别增长2倍、3倍。", ["太阳能电池出口量", "锂电池出口量"]),
    ("生产指数和订单指数分别为52%和50%。", ["生产指数", "订单指数"]),
    ("合同额2万亿元，执行额1万亿元，同比分别增长14%和10%。", ["合同额", "执行额", "合同额", "执行额"]),
    // As many names as figures, or none.
    ("进出口分别增长5%和6%。", ["-", "-"]), ("收入增长5%和6%。", ["-", "-"]),
  ])
  func shares(_ text: String, _ names: [String]) {
    let found = Facts.measured(in: text).compactMap(\.value.quantity).map { $0.measured?.of ?? "-" }
    #expect(found == names, "\(text)")
  }

  /// What another clause speaks of, or who acts, is not what a figure measures.
  @Test(arguments: [
    "进出口稳中提质。增长5%。", "经济运行平稳；增长5%。", "市场供应充足，大家都很高兴，增长5%。", "中央财政安排429亿元，解决医疗保险问题。",
    "地震造成600多人遇难。", "据报道，警方逮捕了15人。", "湾区9市共同发布。", "先后4次降低准备金率。", "产量再创新高，每年投入20亿元。",
  ])
  func saysNothing(of text: String) {
    let found = Facts.measured(in: text).compactMap(\.value.quantity).compactMap { $0.measured?.of }
    #expect(found.isEmpty, "\(text)")
  }

  /// A time holds for the sentence that it opens, not for the next, and not where it is a comparison's.
  @Test(arguments: [
    ("2023年，出口增长5%，进口增长6%。投资增长7%。", ["2023年", "2023年", "-"]),
    ("截至7月底，机场35个。", ["7月底"]), ("产量比2018年增长2%。", ["-"]), ("订单量同比去年增长30%。", ["-"]),
    ("记者今天从水利部获悉，灌溉面积10亿亩。", ["-"]), ("未来3年，提供1000个名额。", ["未来3年"]),
  ])
  func tellsWhen(_ text: String, _ periods: [String]) {
    let mentions = Facts.measured(in: text)
    let content = DocumentText(text)
    let found = mentions.compactMap(\.value.quantity).map { quantity in
      quantity.measured?.period.map { content[mentions[$0].span] } ?? "-"
    }
    #expect(found == periods, "\(text)")
  }

  /// A name is not cut where a word in it could be the verb of a clause, and does not take in a real one.
  @Test(arguments: [
    // A verb of two characters with a noun of one is a compound; a clause has its verb elsewhere.
    ("建成20个生态产业集聚区。", ["生态产业集聚区"]), ("建设46个文化传承创新中心。", ["文化传承创新中心"]), ("50个意向创始成员国共同签署协定。", ["意向创始成员国"]),
    ("49家企业参加展览会。", ["企业"]), ("22个意向创始成员国签署了协定。", ["意向创始成员国"]), ("100栋楼宇基本建成。", ["楼宇"]),
    ("播出44档紧扣时代主题的创新节目。", ["创新节目"]), ("1400万农业转移人口在城镇落户。", ["农业转移人口"]),
    ("20个数据管理机构陆续成立。", ["数据管理机构"]), ("上下游企业已经有100家。", ["上下游企业"]),
    ("惠及三分之二的脱贫户。", ["脱贫户"]), ("形成两个万亿级产业集群。", ["万亿级产业集群"]),
    ("安排200亿元专项资金支持40个项目。", ["专项资金", "项目"]), ("击沉4艘敌军高速艇。", ["敌军高速艇"]),
    // A quality is no thing; neither is what a verb of its own governs.
    ("处理两类不同性质的矛盾。", ["矛盾"]), ("今后将进口5万亿美元的商品。", ["商品"]),
    // What befalls people is part of an indicator, but of nothing else.
    ("遇难人数升至143人。", ["遇难人数"]), ("参赛选手约150人。", ["参赛选手"]), ("事故死亡人数超过30人。", ["事故死亡人数"]), ("造成7名游客死亡。", ["游客"]),
    ("城区人口50万以上的城市。", ["城区人口"]), ("中央对地方转移支付增长10%。", ["中央对地方转移支付"]),
    ("亚洲同世界其他地区贸易额增长5%。", ["亚洲同世界其他地区贸易额"]), ("列车最高时速为200公里。", ["列车最高时速"]),
    ("预计出境旅游超过4亿人次。", ["出境旅游"]), ("年平均降雨量是上年的1.6倍。", ["降雨量"]), ("下降速度达到平均水平的2倍。", ["下降速度"]),
    // How often: the deed is named only where a verb governs it whole.
    ("前线发生69次战斗。", ["战斗"]), ("他16次访问中国。", ["-"]), ("开展2次专题询问。", ["-"]),
    // What one figure counts is not what the next one measures.
    ("有7个年份超过100%。", ["年份", "-"]),
  ])
  func parts(_ text: String, _ names: [String]) {
    let found = Facts.measured(in: text).compactMap(\.value.quantity).map { $0.measured?.of ?? "-" }
    #expect(found == names, "\(text)")
  }

  @Test(arguments: [
    ("贷款余额6万亿元，创历史新高，同比增长5%。", ["贷款余额 | - | - | - | -", "贷款余额 | increase | 同比 | - | -"]),
    ("经济总量达114万亿元，突破110万亿元。", ["经济总量 | reach | - | - | -", "经济总量 | reach | - | - | -"]),
    ("水资源利用量20亿立方米，是十年前的3倍。", ["水资源利用量 | - | - | - | -", "水资源利用量 | reach | - | - | -"]),
    ("日均用电量3亿千瓦时。", ["用电量 | - | 日均 | - | -"]), ("贸易额翻了一番。", ["贸易额 | increase | - | - | -"]),
    ("工业增加值增长9%，高于国内生产总值增长2个百分点。", ["工业增加值 | increase | - | - | -", "工业增加值 | - | 高于国内生产总值增长 | - | -"]),
    ("覆盖从村到100个县的网络。", ["县 | - | - | - | -"]), ("照顾从婴儿到80多岁的老人。", ["- | - | - | - | -"]),
    ("农户人均减负2000元。", ["人均减负 | - | - | - | -"]), ("粮食产量在十年间增长20%。", ["粮食产量 | increase | - | - | 十年间"]),
    ("客运量由2万人次增至最高10万人次。", ["客运量 | - | - | - | -", "客运量 | increase | - | 2万人次 | -"]),
    ("出口、进口增长5%、6%。", ["出口 | increase | - | - | -", "进口 | increase | - | - | -"]),
  ])
  func tells(_ text: String, _ rows: [String]) { #expect(Self.rows(text) == rows, "\(text)") }

  /// 累计 is an adverb before a verb, and part of the name of an indicator.
  @Test(arguments: [
    ("景区已累计接待游客超过3万人次。", ["游客"]), ("油田累计生产原油超80万吨。", ["原油"]), ("累计降雨量超过250毫米。", ["累计降雨量"]),
    ("游客总体满意率为95%。", ["游客总体满意率"]), ("接待旅客达2万人次。", ["旅客"]),
  ])
  func tellsTallies(_ text: String, _ names: [String]) {
    let found = Facts.measured(in: text).compactMap(\.value.quantity).map { $0.measured?.of ?? "-" }
    #expect(found == names, "\(text)")
  }

  /// White space parts headlines; a figure measures nothing of the next one.
  @Test(arguments: [
    ("空袭上百个目标 敌军撤退", ["目标"]), ("夏粮收购超2000万吨 秋粮长势良好", ["夏粮收购"]), ("民用机场 30个。", ["民用机场"]),
  ])
  func keepsToHeadlines(_ text: String, _ names: [String]) {
    let found = Facts.measured(in: text).compactMap(\.value.quantity).map { $0.measured?.of ?? "-" }
    #expect(found == names, "\(text)")
  }

  /// What stands right behind a classifier opens a name, whatever it is elsewhere.
  @Test(arguments: [
    ("建立5个自然保护区。", ["自然保护区"]), ("300名各界代表出席。", ["各界代表"]), ("两个西部省份率先试点。", ["西部省份"]),
    ("安置2000名受灾群众。", ["受灾群众"]),
    // 方面 is counted but names nothing.
    ("抓好6个方面重点工作。", ["重点工作"]), ("从三个方面提出建议。", ["-"]),
    // The last of several names is whole where no predicate follows.
    ("实施20个供水和抗旱项目，", ["供水和抗旱项目"]), ("49家企业和机构参加展会。", ["企业和机构"]), ("推进30个设备更新和改造项目。", ["设备更新和改造项目"]),
    ("80名议员投票通过决议。", ["议员"]), ("6家来自海外的企业参展。", ["企业"]), ("突破2亿台（套）农机。", ["农机"]),
    ("9条候鸟通道中，有4条经过这里。", ["候鸟通道", "候鸟通道"]),
  ])
  func opensNames(_ text: String, _ names: [String]) {
    let found = Facts.measured(in: text).compactMap(\.value.quantity).map { $0.measured?.of ?? "-" }
    #expect(found == names, "\(text)")
  }

  /// Who did something several times is not what is counted; an event is.
  @Test(arguments: [
    ("总统三次访问中国。", ["-"]), ("视频播放量超1亿次。", ["视频播放量"]), ("观测到的有感地震超过1200次。", ["有感地震"]),
  ])
  func countsDeeds(_ text: String, _ names: [String]) {
    let found = Facts.measured(in: text).compactMap(\.value.quantity).map { $0.measured?.of ?? "-" }
    #expect(found == names, "\(text)")
  }

  @Test(arguments: [
    ("每年减少利息支出1500亿元。", ["利息支出 | decrease | - | - | 每年"]), ("裁减现役员额三十万。", ["现役员额 | decrease | - | - | -"]),
    ("增加补贴60亿元。", ["补贴 | increase | - | - | -"]),
    (
      "起征点从月销售额3万元提高到10万元。",
      ["月销售额 | - | - | - | -", "月销售额 | increase | - | 3万元 | -"]
    ),
    ("客运量较2023年同期增长24%。", ["客运量 | increase | 较2023年同期 | - | -"]),
    ("同期出口增长5%。", ["出口 | increase | - | - | -"]),
    ("该站日均接待旅客3万人次。", ["旅客 | - | 日均 | - | -"]),
    ("占全国比重比2013年提高2个百分点。", ["占全国比重 | increase | 比2013年 | - | -"]),
    ("军队过去三天发射导弹15枚。", ["导弹 | - | - | - | 过去三天"]), ("三年多来，产量增长5%。", ["产量 | increase | - | - | 三年多来"]),
    ("连续7年保持增长，产量达5万吨。", ["产量 | reach | - | - | -"]),
    (
      "城镇居民收入1.7万元，农村居民收入5000元，实际增长9%和8%。",
      [
        "城镇居民收入 | - | - | - | -", "农村居民收入 | - | - | - | -", "城镇居民收入 | increase | - | - | -",
        "农村居民收入 | increase | - | - | -",
      ]
    ),
    ("汽车产销量分别完成60万辆和70万辆。", ["汽车产量 | reach | - | - | -", "汽车销量 | reach | - | - | -"]),
    ("占全国、全省的比重分别为6%、30%。", ["占全国、全省的比重 | reach | - | - | -", "占全国、全省的比重 | reach | - | - | -"]),
  ])
  func tellsMore(_ text: String, _ rows: [String]) { #expect(Self.rows(text) == rows, "\(text)") }
}
