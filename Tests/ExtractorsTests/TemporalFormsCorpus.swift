import DocumentModel
import TestSupport
import Testing

/// The forms of times beyond the plain ones. Where nothing else is said, the documents are of 19 May 2023, a Friday.
@Suite("Temporal forms")
struct TemporalFormsCorpus {
  private func value(_ text: String, date: String? = "2023-05-19") -> [String] {
    Facts.values(of: .temporal, in: text, date: date)
  }

  @Test(arguments: [
    ("2023-W19", ["工期到上周为止"]), ("2023-05-12", ["会见在上周五举行", "会见在上星期五举行"]), ("2023-05-29", ["会谈在下下周一举行"]),
    ("2023-W21-WE", ["车站下周末启用"]), ("2023-05-17", ["专家组周三抵达", "专家组星期三抵达"]),
  ])
  func readsWeeks(_ date: String, from phrasings: [String]) {
    for phrasing in phrasings {
      #expect(value(phrasing).last.map { $0.hasPrefix(date) || $0.hasSuffix(date) } == true, "\(phrasing)")
    }
  }

  @Test(arguments: [
    ("1991-05", "大坝在91年5月合龙"), ("2008", "大坝在08年合龙"), ("2005", "2 0 0 5年"), ("2004-08", "两千零四年八月开工"),
    ("2023-01/2023-02", "今年前两个月，货运平稳"), ("2022-11/2022-12", "去年最后两个月，货运平稳"), ("2023-W03", "今年第三周，水位下降"),
    ("2023-05-01/2023-05-03", "5月前三天，客流大增"), ("2023-04-29", "4月最后一个星期六，堤坝验收"),
    ("1978-WI", "1978年冬，小队开渠"), ("2023-05-19", "5月19日（星期五），大桥通车"), ("2022-H2", "去年下半年，渠道通水"),
    ("2023-Q3 end", "三季度末，渠道通水"), ("2023-02", "水位低于2月"),
    ("2021 mid", "到2021年年中，渠道通水"),
    ("2023-05-16/2023-05-31", "5月下半月，渠道检修"), ("2023-Q1", "上季度，渠道检修"),
    ("2023-05-01/2023-05-15", "他上半月都在渠上"), ("2024-09", "下年9月，渠道检修"), ("2015-11-12", "农历2015年十月初一，瑞雪"),
    ("2000-08", "两千年八月开工"), ("0367-01-01", "三六七年一月一日"), ("2015-05-13", "定于13.5.2015举行"),
    ("2023-05-19/2023-05-20", "论坛5月19至20日举行"), ("1978/1985", "从一九七八年到一九八五年"),
  ])
  func readsPoints(_ date: String, in text: String) { #expect(value(text) == [date]) }

  @Test(arguments: [
    ("2022-02-01", "去年春节，灯会照常"), ("2023-06-22", "端午节前夕，龙舟下水"), ("2023-01-21", "今年除夕，列车照开"),
    ("2023-09-29", "农历八月十五，登高赏月"), ("2022-02-01", "去年正月初一，瑞雪降临"), ("2023-04-05", "今年清明，细雨纷纷"),
    ("2023-05-06", "今年立夏，开镰收麦"),
  ])
  func readsFeasts(_ date: String, in text: String) {
    #expect(value(text).first.map { $0.hasPrefix(date) } == true, "\(value(text))")
  }

  @Test(arguments: [
    "春节联欢晚会开播", "五四运动的火炬", "“五一”国际劳动节", "清明上河图", "全民国家安全教育日活动", "白露为霜", "国庆路通车", "大雪封山", "一刻也不能停", "一分部署九分落实",
    "每斤提高3分钱", "春夏秋冬四季", "四周一片寂静", "要及时下拨资金", "建设21世纪海上丝绸之路", "实现当日往返",
  ])
  func ignores(_ text: String) { #expect(Facts.marked(.temporal, in: text) == text) }

  @Test(arguments: [("XXXX-XX", "上个月开工"), ("XXXX-XX-05", "上上个月五号开工"), ("XXXX-QX", "下下个季度开工")])
  func readsMonthsOfUndatedTexts(_ month: String, in text: String) {
    #expect(value(text, date: nil) == [month])
  }

  @Test(arguments: [
    ("P8DT20H", "工期还有8天20小时"), ("P2Y3M", "工期为两年零三个月"), ("P1Y6M", "工期为一年半"), ("PT2H30M", "历时两个半小时"),
    ("P150Y", "一个半世纪的历程"), ("P3M more_than", "历时三个多月"), ("P2Y/P3Y", "历时两三年"), ("PXY", "历时几十年"),
    ("PT1H30M", "历时1小时30分"),
    ("P1D", "历时一天"),
  ])
  func readsLengths(_ length: String, in text: String) { #expect(value(text) == [length]) }

  @Test(arguments: [
    ("2023-11", "通车在半年后"), ("2023-06-02", "通车在两周后"), ("1973 approx", "通车在大约50年前"), ("2024-11", "通车在一年半后"),
  ])
  func readsBeforeAndAfter(_ date: String, in text: String) { #expect(value(text) == [date]) }

  @Test(arguments: [
    ("XXXX-WXX-5T16:00", "每周五下午4点检修"), ("XXXX-XX-05", "每月5日检修"), ("P3D", "每隔三天检修"), ("P6M", "每半年检修"),
    ("XXXX-XX-XXT06:30", "每天早上6点半检修"),
  ])
  func readsSets(_ set: String, in text: String) { #expect(value(text) == [set]) }

  @Test(arguments: [
    ("2023-11/2024-03", "供暖期为11月至次年3月"), ("2023-05-19T15:00/2023-05-19T17:00", "开放时间为下午3时至5时"),
    ("2015/2018", "渠道建于2015年和2018年之间"), ("2016-09-01/..", "自2016年9月1日起施行"),
    ("2015-02-01/..", "从2015年2月1日开始施行"),
    ("../2023-05-01", "申报须在5月1日或之前"), ("2023-06-30 before", "6月底前完成"), ("2023-01-22/..", "春节以来，水位平稳"),
    ("2023-05-18T16:00/2023-05-19T08:00", "暴雨从昨天下午4时到今天上午8时"),
  ])
  func readsRanges(_ range: String, in text: String) { #expect(value(text) == [range]) }

  @Test func readsALoneTimeMoreBoldly() {
    for (text, date) in [
      ("2018", "2018"), ("国庆", "2023-10-01"), ("星期三", "2023-05-24"), ("3pm", "2023-05-19T15:00"),
      ("2/15", "2023-02-15"),
      ("2022 11 23", "2022-11-23"), ("26年除夕", "2026-02-16"), ("前两年", "2021/2022"), ("2016-2018", "2016/2018"),
    ] { #expect(value(text) == [date], "\(text)") }
    #expect(Facts.marked(.temporal, in: "编号2018和2/15") == "编号2018和2/15")
  }

  @Test(arguments: [
    ("2023-12-31", "水库12月完工。", "2023-12"), ("2023-01-15", "水库12月完工。", "2022-12"),
    ("2023-12-10", "水库将于3月完工。", "2024-03"),
    ("2023-01-28", "会议将于3日举行。", "2023-02-03"), ("2023-01-02", "会议29日闭幕。", "2022-12-29"),
    ("2024-02-02", "卫星将于上半年发射。", "2024-H1"),
  ])
  func looksBackOrAhead(_ date: String, _ text: String, _ expected: String) {
    #expect(value(text, date: date) == [expected])
  }

  @Test func countsFromTheTimeSpokenOf() {
    #expect(value("水厂2019年3月5日开工，前一天刚验收，同年11月投产，次年扩建。") == ["2019-03-05", "2019-03-04", "2019-11", "2020"])
    #expect(value("自去年10月7日以来情况紧张，卫生部门16日发布消息。").last == "2023-05-16")
    #expect(value("水厂2011年奠基。10月通水，2012年扩建。") == ["2011", "2011-10", "2012"])
  }

  @Test func theYearUnderReviewIsThatOfTheReport() {
    let text = "2022年是建厂的一年。\n全年供水3亿吨，比上年增长一成。\n今年要扩建，全年供水4亿吨。"
    #expect(Facts.values(of: .temporal, in: text, kind: .report) == ["2022", "2022", "2021", "2023", "2023"])
    #expect(Facts.values(of: .temporal, in: "过去一年，水厂扩建。\n全年供水3亿吨。", kind: .report).last == "2022")
    #expect(value(text) == ["2022", "2023", "2022", "2023", "2023"])
  }

  @Test func knowsWhatIsKnownOfTheDocumentsDate() {
    #expect(value("水厂去年10月投产", date: "1966") == ["1965-10"])
    #expect(value("水厂上月投产", date: "2021-05") == ["2021-04"])
    #expect(value("两小时后开闸", date: "2021-05-03T23:15") == ["2021-05-04T01:15"])
  }

  /// Inputs that once trapped or gave an end before the beginning.
  @Test(arguments: [
    ("争取年底早日通车", "2023-06-01", ["2023 end"]), ("会议将于月底上午举行", "2023-06-01", ["2023-06 end", "2023-06-01TMO"]),
    ("上世纪的厂房", "0050-01-01", []), ("90年代的厂房", "0001-01-01", []), ("公元前1年，上年上月", "2023-05-19", nil),
    ("去年下月", "0000-01-01", nil), ("22时至6时停运", "2023-05-19", ["2023-05-19T22:00/2023-05-20T06:00"]),
    ("未来0年", "2023-05-19", nil), ("下午3时至2时", "2023-05-19", nil), ("五六十年代—2月上旬", "2023-05-19", nil),
  ])
  func staysInBounds(_ text: String, _ date: String, _ values: [String]?) {
    let mentions = Facts.found(in: text, date: date).mentions
    if let values { #expect(mentions.map(\.value.summary) == values, "\(text)") }
    for time in mentions.compactMap(\.value.time) {
      #expect(time.value.count { $0 == "/" } <= 1, "\(time.value)")
      if let start = time.interval?.start, let end = time.interval?.end, start.first != "-" {
        #expect(start <= end, "\(text): \(start) \(end)")
      }
    }
  }

  @Test func takesNoMoreThanItIs() {
    #expect(value("从一九六六年到一九七六年的十一年中") == ["1966/1976", "P11Y"])
    #expect(Facts.marked(.temporal, in: "中国的春节即将到来") == "中国的⟦春节⟧即将到来")
    #expect(Facts.marked(.temporal, in: "在春节即将到来之际来访") == "在⟦春节即将到来之际⟧来访")
    #expect(Facts.found(in: "多年来保持平稳").mentions.map(\.value.time?.timex) == [.duration])
  }

  @Test(arguments: [
    ("会议上午9时开幕", "2023-05-19T09:00", "2023-05-19T09:59"),
    ("会议上午9时30分开幕", "2023-05-19T09:30", "2023-05-19T09:30"),
    ("会议下午举行", "2023-05-19T13:00", "2023-05-19T18:59"),
    ("会议下午3时至5时举行", "2023-05-19T15:00", "2023-05-19T16:59"),
    ("会议9:00至11:30举行", "2023-05-19T09:00", "2023-05-19T11:30"),
    ("渠道年底通水", "2023-11-01", "2023-12-31"), ("渠道3月初通水", "2023-03-01", "2023-03-05"),
    ("渠道本世纪中叶通水", "2040-01-01", "2059-12-31"),
    ("渠道2030年前通水", nil, "2029-12-31"), ("渠道10月1日之前通水", nil, "2023-09-30"),
    ("未来三年，渠道通水", "2023-05-19", "2026-05-18"),
    ("过去五年，渠道通水", "2018-05-20", "2023-05-19"), ("渠道正月通水", "2023-01-22", "2023-02-19"),
    ("渠道到“十四五”末，通水", "2025-01-01", "2025-12-31"), ("今晚（5月19日）9点半，通水", "2023-05-19T21:30", "2023-05-19T21:30"),
    ("今天（5月19日）下午通水", "2023-05-19T13:00", "2023-05-19T18:59"),
    ("今晚（5月19日）通水", "2023-05-19T18:00", "2023-05-19T23:59"),
    ("党的十八大之前，渠道通水", nil, "2012-11-07"),
  ])
  func spans(_ text: String, from start: String?, to end: String?) {
    let intervals = Facts.found(in: text).mentions.map(\.value.time?.interval)
    #expect(intervals == [.init(start: start, end: end)], "\(text)")
  }
}
