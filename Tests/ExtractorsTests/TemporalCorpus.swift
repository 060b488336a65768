import DocumentModel
import TestSupport
import Testing

@Suite("Temporal")
struct TemporalCorpus {
  /// The documents are of 19 May 2023, a Friday.
  @Test(arguments: [
    ("2013", ["2013年", "２０１３年", "二〇一三年", "二零一三年", "二○一三年", "2013 年"]),
    ("2022", ["去年", "上年"]), ("2023", ["今年", "本年"]), ("2024", ["明年"]), ("2021", ["前年"]),
    ("2023-05", ["2023年5月", "今年5月", "二〇二三年五月", "本月", "5月份"]), ("2022-10", ["去年十月", "去年10月", "2022年10月"]),
    (
      "2023-05-17",
      ["5月17日", "2023年5月17日", "５月１７日", "5月 17日", "五月十七日", "今年5月17日", "2023-5-17", "2023/5/17", "2023-05-17"]
    ),
    ("2023-05-19", ["今天", "今日"]), ("2023-05-18", ["昨天", "昨日"]), ("2023-05-20", ["明天", "明日"]),
    ("2024-01-06", ["明年1月6日"]), ("2023-H2", ["今年下半年", "下半年"]), ("2023-Q1", ["一季度", "第一季度", "今年一季度", "首季"]),
    ("2022-Q4", ["去年四季度", "2022年第四季度"]), ("2023-SP", ["今年春天", "今春"]), ("2022-WI", ["去年冬天", "去冬"]),
    ("199X", ["20世纪90年代", "上世纪九十年代", "上世纪90年代"]), ("18XX", ["19世纪"]), ("17XX", ["18世纪"]),
    ("2020 end", ["2020年底", "2020年末"]), ("2023 start", ["今年初", "年初"]), ("2023 end", ["年底", "今年年底"]),
    ("2023-09-01/2023-09-10", ["9月上旬"]), ("2023-09-11/2023-09-20", ["9月中旬"]),
    ("2023-03 end", ["3月末", "3月底"]),
  ])
  func reads(date: String, from phrasings: [String]) {
    for phrasing in phrasings { #expect(Facts.values(of: .temporal, in: phrasing) == [date], "\(phrasing)") }
  }

  @Test(arguments: [
    ("2021/2025", ["2021年至2025年", "2021至2025年", "2021—2025年", "２０２１—２０２５年", "“十四五”时期", "“十四五”期间"]),
    ("2016/2020", ["“十三五”时期", "“十三五”期间"]), ("2026/2030", ["“十五五”时期"]),
    ("2023-01/2023-11", ["1至11月", "1—11月", "1-11月", "今年1—11月"]),
    ("2023-Q1/2023-Q3", ["前三季度", "今年前三季度"]), ("2024-07-15/2024-07-18", ["2024年7月15日至18日"]),
    ("2023-08-31/2023-09-03", ["8月31日至9月3日"]), ("2023-04-30/2023-05-01", ["4月30日—5月1日"]),
    ("2013/..", ["2013年以来", "自2013年以来"]),
    ("2023/..", ["今年以来"]), ("2030 before", ["2030年前", "2030年之前", "2030年以前"]), ("-0201/0220", ["汉代"]),
    ("0618/0907", ["唐代"]),
    ("1958/1962", ["（1958―1962）"]), ("195X/196X", ["上世纪五六十年代"]), ("1978-12-18/..", ["改革开放以来"]),
    ("2024-01-06/2024-01-08", ["明年1月6日至8日"]),
  ])
  func reads(range: String, from phrasings: [String]) {
    for phrasing in phrasings { #expect(Facts.values(of: .temporal, in: phrasing) == [range], "\(phrasing)") }
  }

  @Test(arguments: [
    ("2023-05-16TAF", ["5月16日下午"]), ("2023-05-19T09:00", ["上午9时", "上午九时", "上午9点", "今天上午9时"]),
    ("2023-05-17T20:30", ["5月17日晚上8点半", "5月17日20时30分", "5月17日20:30"]),
    ("2023-05-19T15:00", ["下午3时", "下午三点"]),
    ("2023-05-18TEV", ["昨晚"]), ("2023-05-19TMO", ["今天上午", "今早"]),
  ])
  func reads(time: String, from phrasings: [String]) {
    for phrasing in phrasings { #expect(Facts.values(of: .temporal, in: phrasing) == [time], "\(phrasing)") }
  }

  @Test(arguments: [
    ("P10Y", ["10年来", "十年来", "10年间"]), ("P3Y", ["三年", "3年", "未来三年", "今后三年"]), ("P5Y", ["过去五年", "五年内"]),
    ("P30Y", ["30周年"]), ("P4600Y more_than", ["4600多年", "4600余年"]), ("P1Y6M", ["一年半"]),
    ("P6M", ["半年", "6个月", "六个月"]),
    ("P2W", ["两周", "2周"]), ("P3D", ["三天", "3天"]), ("PT68M", ["68分钟"]), ("PT2H", ["两小时", "2个小时"]),
    ("P5Y/P10Y", ["5至10年"]),
    ("P70Y less_than", ["近70年"]), ("-0077 before", ["2100多年前"]), ("2023-05-16", ["三天前"]),
  ])
  func reads(length: String, from phrasings: [String]) {
    for phrasing in phrasings {
      #expect(Facts.values(of: .temporal, in: phrasing) == [length], "\(phrasing)")
    }
  }

  /// Forms that published documents hold beyond those of the guidelines.
  @Test(arguments: [
    ("../2035", ["到二〇三五年，", "到二○三五年，", "到２０３５年，"]), ("16XX", ["继１７世纪的商道之后"]),
    ("196X", ["上个世纪60年代，", "20世纪六十年代，"]), ("../20XX mid", ["到本世纪中叶，"]), ("1957-06 end", ["到1957年6月底，"]),
    ("-7977", ["在1万年前"]),
    ("2024/2028", ["（2024－2028年）", "（2024-2028年）", "（2024～2028年）"]), ("2023-05-06", ["6日，会议开幕"]),
    ("2023-06-17TAF", ["当地时间6月17日下午"]), ("2023-10-26T11:14+08:00", ["北京时间10月26日11时14分"]),
    ("2012-11-08/..", ["党的十八大以来"]), ("1953/1957", ["第一个五年计划时期"]), ("2021/2025 end", ["到“十四五”末，"]),
    ("P40Y more_than", ["改革开放40多年来"]), ("P11Y more_than", ["时隔11年多后"]), ("P100Y more_than", ["百余年", "一百多年"]),
    ("P3Y/P4Y", ["三四年"]), ("P11Y/P19Y", ["十几年"]), ("2012/2022", ["从2012年到2022年"]), ("1978/..", ["1978年至今"]),
    ("XXXX-03-05", ["每年3月5日"]), ("2023-05-19T20:00", ["晚8点，"]), ("2025-12-31 before", ["2025年底前"]),
  ])
  func reads(_ value: String, fromPublishedForms phrasings: [String]) {
    for phrasing in phrasings {
      #expect(Facts.values(of: .temporal, in: phrasing) == [value], "\(phrasing)")
    }
  }

  @Test(arguments: [
    ("P1Y", ["每年"]), ("P2Y", ["每两年"]), ("P1D", ["每天", "每日"]), ("P1M", ["每月", "每个月"]), ("XXXX-WXX-1", ["每周一"]),
    ("PAST_REF", ["近年来", "近日", "日前", "此前", "不久前"]), ("PRESENT_REF", ["当前", "目前", "现阶段"]),
    ("FUTURE_REF", ["今后"]),
  ])
  func reads(recurringOrVague value: String, from phrasings: [String]) {
    for phrasing in phrasings { #expect(Facts.values(of: .temporal, in: phrasing) == [value], "\(phrasing)") }
  }

  @Test(arguments: [
    ("2013年", TemporalExpression.Kind.date), ("近年来", .date), ("汉代", .date), ("2100多年前", .date),
    ("下午3时", .time),
    ("5月16日下午", .time), ("10年来", .duration), ("每年", .set), ("每周一", .set), ("2013年以来", .date),
  ])
  func tells(_ text: String, _ kind: TemporalExpression.Kind) {
    let kinds = Facts.found(in: text).mentions.map(\.value.time?.timex)
    #expect(kinds == [kind])
  }

  @Test(arguments: [
    ("2023年2月", "2023-02-01", "2023-02-28"), ("2024年2月", "2024-02-01", "2024-02-29"),
    ("5月17日", "2023-05-17", "2023-05-17"),
    ("去年", "2022-01-01", "2022-12-31"), ("下半年", "2023-07-01", "2023-12-31"),
    ("一季度", "2023-01-01", "2023-03-31"),
    ("“十四五”时期", "2021-01-01", "2025-12-31"), ("20世纪90年代", "1990-01-01", "1999-12-31"),
    ("2013年以来", "2013-01-01", nil),
    ("9月上旬", "2023-09-01", "2023-09-10"),
  ])
  func spans(_ text: String, from start: String?, to end: String?) {
    let intervals = Facts.found(in: text).mentions.map(\.value.time?.interval)
    #expect(intervals == [.init(start: start, end: end)])
  }

  @Test func relativeTimesCountFromTheDocument() {
    #expect(Facts.values(of: .temporal, in: "明天", date: "2023-12-31") == ["2024-01-01"])
    #expect(Facts.values(of: .temporal, in: "明天", date: "2024-02-28") == ["2024-02-29"])
    #expect(Facts.values(of: .temporal, in: "昨天", date: "2024-01-01") == ["2023-12-31"])
    #expect(Facts.values(of: .temporal, in: "上月", date: "2024-01-15") == ["2023-12"])
  }

  @Test func relativeTimesSayWhatTheyCountFrom() {
    let anchors = Facts.found(in: "去年，").mentions.map(\.value.time?.anchor)
    #expect(anchors == [.init(date: "2023-05-19", origin: .document)])
  }

  @Test func theSameDayCountsFromTheTimeSpokenOf() {
    #expect(
      Facts.values(of: .temporal, in: "2019年3月5日会议开幕，次日举行审议，当年完成。") == ["2019-03-05", "2019-03-06", "2019"])
  }

  @Test func withoutADateNothingIsMadeUp() {
    #expect(Facts.values(of: .temporal, in: "2019年", date: nil) == ["2019"])
    let values = Facts.values(of: .temporal, in: "去年完成了任务，5月17日又开了会。", date: nil)
    #expect(values.allSatisfy { !$0.hasPrefix("20") }, "\(values)")
  }

  @Test(
    arguments: [
      "⟦5月17日⟧，代表团抵达；⟦6月上旬⟧启程回国。", "⟦今年以来⟧，全市新开工水库五座。", "⟦到2035年⟧，基本建成节水型社会。",
      "⟦“十四五”时期⟧，河道整治提速。", "会议⟦10日下午⟧闭幕。", "⟦2021年至2025年⟧分三步推进，⟦每年⟧检查一次。", "⟦1—10月⟧，货运量平稳增长。",
      "⟦20世纪80年代⟧，老渠道年久失修。", "⟦近年来⟧，湖区水质好转。", "在⟦过去五年⟧里，林场扩种了红松。", "⟦2100多年前⟧，先民就在此筑堤。",
      "从⟦汉代⟧到⟦唐代⟧，驿道几经变迁。", "论坛将于⟦明年9月⟧举行。", "⟦当前⟧，春耕正忙。", "⟦2023年5月23日⟧",
    ] as [MarkedText])
  func finds(_ marked: MarkedText) {
    #expect(Facts.marked(.temporal, in: marked.text) == marked.description)
  }

  @Test(arguments: [
    "让我们携手走向更加美好的明天", "共创人类更加灿烂的明天", "落实2030年可持续发展议程", "世界百年未有之大变局", "实现第二个百年奋斗目标", "共建一带一路",
    "国发〔1982〕3号", "乘坐G2963次列车", "澳门科学一号卫星", "中国共产党第二十次全国代表大会", "中华文明早期的探索", "五年规划纲要", "三年级学生",
    "新时代新征程", "《2030年前碳达峰行动方案》", "国务院令第503号", "北京2022年冬奥会", "“863”计划", "青少年", "“双一流”建设", "第三届论坛",
    "一年级新生入学", "C919客机", "集中统一领导", "年轻干部", "周年庆典", "1＋3＋6合作框架", "“3·21”事故", "五·七干校", "“八七”扶贫攻坚计划",
    "“五一”国际劳动节",
  ])
  func ignores(_ text: String) {
    #expect(Facts.marked(.temporal, in: text) == text)
  }
}
