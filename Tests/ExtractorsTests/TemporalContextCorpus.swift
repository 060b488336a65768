import DocumentModel
import TestSupport
import Testing

/// Times that share words with others or lean on what was said before. Where nothing else is said, the documents
/// are of 19 May 2023, a Friday.
@Suite("Temporal context")
struct TemporalContextCorpus {
  private func value(_ text: String, date: String? = "2023-05-19") -> [String] {
    Facts.values(of: .temporal, in: text, date: date)
  }

  @Test(
    arguments: [
      "水厂⟦今明两年⟧扩建，⟦明后天⟧检修", "大雁⟦每年春秋两季⟧飞来", "匠户在⟦洪武⟧、⟦永乐年间⟧迁来", "渠道⟦今年二三月份⟧通水",
      "⟦从现在起到2035年⟧分两步走", "通知⟦即日起⟧施行", "⟦这八年⟧，渠道延长", "⟦这一年⟧的步伐很坚实", "产量超过⟦去年全年⟧水平",
      "客流比⟦2019年同期⟧增长", "⟦近期⟧要抓好防汛", "⟦解放前⟧，渠道失修", "水厂签约⟦3年⟧，节约⟦5天⟧", "据媒体⟦15日⟧报道", "国家防总⟦20时⟧针对暴雨发令",
      "数据显示，⟦“五一”假期⟧客流增长", "他在渠上工作⟦多年⟧", "⟦去年这个时候⟧水位更低",
      "⟦从今天（5月19日）起⟧通水", "⟦明天（5月20日）起⟧检修", "⟦今天（5月19日）⟧起草方案", "船闸⟦今天（5月19日）⟧开始检修", "⟦今晚（5月19日）8点⟧档播出",
      "渠道⟦今起⟧通水", "展览⟦从今天（5月19日）起至6月2日⟧开放", "⟦今天（5月19日）夜间到明天⟧有雨", "⟦昨天（5月18日）⟧8点建议修改", "产量为⟦自1989年来⟧最高",
      "专机K20⟦今天⟧降落", "⟦今（5月19日）明两天⟧停水", "船闸⟦今天（5月19日）早上⟧开闸", "⟦自4月2日开闸以来⟧，船只往来", "⟦18日起⟧，船闸检修",
      "⟦4月1日开始⟧，水价下调",
      "军方⟦15日早些时候⟧称", "⟦这段时间⟧，匠户忙于修渠", "⟦一周内⟧第三次停水", "⟦半年多来⟧，渠道通畅", "北约⟦三年来⟧首次演习", "在美国纽约⟦当地时间4月17日⟧举行",
      "均值高于⟦一季度⟧",
      "在⟦“五四”青年节到来之际⟧", "他以⟦2分04秒5⟧到达对岸",
    ] as [MarkedText])
  func finds(_ marked: MarkedText) {
    #expect(Facts.marked(.temporal, in: marked.text) == marked.description)
  }

  @Test(arguments: [
    "不同年龄的游客", "首次月球采样", "中方愿同日方一道", "本次年会召开", "天上月圆", "网上年货节", "越来越多年轻人", "十年磨一剑", "上海的思想解放以来",
    "《求是》今年第六期", "中华文明起源", "出席2022年国际治水论坛", "四分之三个世纪的历程", "组织扩员后金砖合作", "全年龄段的读者", "学生上下午各做一次操",
  ])
  func ignores(_ text: String) { #expect(Facts.marked(.temporal, in: text) == text) }

  @Test(arguments: [
    ("2023/2024", "水厂今明两年扩建"), ("2023-05-20/2023-05-21", "明后两天降温"), ("XXXX-SP/XXXX-FA", "大雁每年春秋两季飞来"),
    ("2023-05-19/2035", "从现在起到2035年分两步走"), ("1662/1795", "匠户在康熙至乾隆年间迁来"), ("P5Y", "产量创近五年新高"),
    ("P5Y less_than", "经过近五年的努力，渠道通水"), ("FUTURE_REF", "有望于近期停火"), ("PAST_REF", "近期发生多起事故"),
    ("2023", "2023全年供水3亿吨"), ("P2500Y more_than", "运河开凿至今逾2500年"), ("2019", "客流超过2019年水平"),
    ("PRESENT_REF", "今天的中国欣欣向荣"), ("2023-05-11/2023-05-31", "水厂5月中下旬检修"), ("P2Y/P3Y", "两、三年内完工"),
    ("2023-09-29/2023-10-06", "国庆假期，渠边游人如织"), ("2022-10-03", "2022年国庆假期第三天，船闸开放"),
    ("2023-04-29/2023-05-03", "“五一”假期期间，渠边游人如织"), ("2022-FA/2022-WI", "去年秋冬，渠道清淤"), ("P1W", "过去一周多次停水"),
  ])
  func reads(_ time: String, in text: String) { #expect(value(text) == [time]) }

  @Test func longAgoIsNoYearOfItsOwn() {
    #expect(value("老人回忆当年修渠的情景。") == ["PAST_REF"])
    #expect(value("水厂2011年奠基，当年通水。") == ["2011", "2011"])
    #expect(value("这一年，水厂扩建。", date: "2024-01-02") == ["2023"])
    #expect(value("这一年，水厂扩建。", date: "2024-12-30") == ["2024"])
  }

  @Test func theNewYearIsTheOneThatBegins() {
    #expect(value("新的一年，水厂将扩建。", date: "2024-01-05") == ["2024"])
    #expect(value("新的一年，水厂将扩建。", date: "2023-12-29") == ["2024"])
    #expect(value("新年伊始，水厂扩建。", date: "2024-01-05") == ["2024 start"])
    #expect(value("初夏时节，渠水清澈。", date: "2023-11-20") == [])
  }

  @Test func theFirstMonthsGiveAccountOfTheLastYear() {
    #expect(value("水厂圆满完成全年任务。", date: "2024-02-01") == ["2023"])
    #expect(value("水厂努力完成全年任务。", date: "2024-02-01") == ["2024"])
    #expect(
      value("一季度供水增长3%，四季度增长5%。", date: "2024-01-17") == ["2023-Q1", "2023-Q4"])
  }

  @Test func aDayToldBesideTheNewsIsNotTheDayOfIt() {
    #expect(value("两周前，渠道通水。\n当天中午，水厂开放。").last == "2023-05-19TMI")
    #expect(value("在端午节到来之际，他18日到水厂考察。").last == "2023-05-18")
  }

  @Test func winterBeginsTheYearBefore() {
    #expect(value("今冬供水平稳", date: "2024-01-20") == ["2023-WI"])
    #expect(value("今冬明春供水平稳", date: "2024-01-20") == ["2023-WI/2024-SP"])
    #expect(value("今冬明春供水平稳", date: "2024-12-20") == ["2024-WI/2025-SP"])
  }

  @Test func newsCountsFromTheDayOfTheNews() {
    #expect(value("据媒体18日报道，水厂当天停水。") == ["2023-05-18", "2023-05-18"])
    #expect(value("试水曾在3月30日进行。水厂18日发布消息。").last == "2023-05-18")
    #expect(value("渠道1999年12月20日通水。\n同日，水厂开放。") == ["1999-12-20", "2023-05-19"])
    #expect(value("这个“五一”假期，游客很多。早上8时，闸门打开。").last == "2023-05-19T08:00")
  }

  @Test func theSamePeriodIsOfTheMonthsSpokenOf() {
    #expect(value("2月，客运量增长10%，较2019年同期增长33%。", date: "2024-03-06") == ["2024-02", "2019-02"])
    #expect(
      value("今年前两个月增长3%，比去年同期加快1个百分点。", date: "2024-03-06") == ["2024-01/2024-02", "2023-01/2023-02"])
    #expect(value("2024年增长5%，较2019年同期增长33%。", date: "2025-01-06") == ["2024", "2019"])
    #expect(value("上半年增长5%。\n去年同期为3亿元。", date: "2024-07-06") == ["2024-H1", "2023"])
  }

  @Test func theSamePeriodEndsWithItsFebruary() throws {
    let mention = try #require(
      Facts.found(in: "2月增长10%，较2019年同期增长33%。", date: "2024-03-06").mentions.last { $0.type == .temporal })
    guard case .temporal(let time) = mention.value else { return }
    #expect(time.interval == .init(start: "2019-02-01", end: "2019-02-28"))
    #expect(time.anchor == .init(date: "2024", origin: .context))
  }

  @Test func comparisonsDoNotTurnTheTalk() {
    #expect(value("产量较2012年增长一倍，全年预计继续增长。") == ["2012", "2023"])
  }
}
