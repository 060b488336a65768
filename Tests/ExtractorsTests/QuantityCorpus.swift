import DocumentModel
import TestSupport
import Testing

@Suite("Quantity")
struct QuantityCorpus {
  @Test(arguments: [
    ("26000000000 CNY", ["260亿元人民币", "260亿元", "２６０亿元", "二百六十亿元", "260 亿元", "26000000000元"]),
    ("350000000 CNY", ["3.5亿元", "三亿五千万元", "3亿5000万元"]), ("1200000000000 USD", ["1.2万亿美元", "1万2千亿美元"]),
    ("4900000000 CNY approx", ["约49亿元", "49亿元左右", "大约49亿元"]),
    ("30000000000 CNY more_than", ["300多亿元", "300余亿元", "逾300亿元", "超过300亿元"]),
    ("10300000000000 CNY", ["10万3000亿元", "10萬3000億元人民幣"]),
    ("27203319000 CNY", ["27,203,319,000元", "２７，２０３，３１９，０００元"]),
    ("300000000..500000000 CNY", ["3至5亿元", "3亿至5亿元", "3亿元至5亿元", "3—5亿元"]), ("50000000 EUR", ["5000万欧元"]),
    ("800000000 JPY", ["8亿日元"]),
    ("182900000000 CNY", ["一千八百二十九亿元"]), ("12000000 HKD", ["1200万港元"]),
  ])
  func reads(money: String, from phrasings: [String]) {
    for phrasing in phrasings { #expect(Facts.values(of: .quantity, in: phrasing) == [money], "\(phrasing)") }
  }

  @Test(arguments: [
    ("8 %", ["8%", "８％", "百分之八"]), ("5.2 %", ["5.2%", "５.２％"]), ("5 % approx", ["5%左右", "约5%"]),
    ("8..10 %", ["8%—10%", "8%至10%", "8-10%", "百分之八到十"]),
    ("77 %", ["百分之七十七"]), ("60 % at_least", ["60%以上", "不低于60%", "至少60%"]),
    ("3 % at_most", ["3%以内", "3%以下", "不超过3%"]),
    ("2 pp", ["2个百分点", "两个百分点"]), ("0.3 pp", ["0.3个百分点"]), ("12.6 x", ["12.6倍"]),
    ("800 x less_than", ["近800倍"]), ("2/3", ["三分之二"]),
    ("3/4", ["四分之三"]), ("1/5 at_least", ["五分之一以上"]), ("7/10", ["七成"]),
  ])
  func reads(share: String, from phrasings: [String]) {
    for phrasing in phrasings { #expect(Facts.values(of: .quantity, in: phrasing) == [share], "\(phrasing)") }
  }

  @Test(arguments: [
    ("1035 km", ["1035公里", "1035千米", "一千零三十五公里", "1035 公里", "1,035公里"]), ("390 t", ["390吨"]),
    ("5000000 kW", ["500万千瓦"]), ("200 亩", ["200亩", "二百亩"]),
    ("30000000 t more_than", ["超过3000万吨", "3000多万吨", "3000余万吨", "逾3000万吨"]),
    ("10 km more_than", ["10余公里", "十余公里", "十多公里"]),
    ("12 har", ["12公顷"]), ("46.9 km", ["46.9公里"]), ("40..45 km", ["40至45公里", "40公里至45公里", "40～45公里"]),
    ("100 t at_least", ["100吨以上", "不少于100吨"]), ("2000000000 m3", ["20亿立方米"]), ("960 km2", ["960平方公里"]),
  ])
  func reads(measure: String, from phrasings: [String]) {
    for phrasing in phrasings {
      #expect(Facts.values(of: .quantity, in: phrasing) == [measure], "\(phrasing)")
    }
  }

  @Test(arguments: [
    ("15000 列", ["15000列", "1.5万列", "一万五千列", "15,000列"]), ("346000 人次", ["34.6万人次"]),
    ("19 个", ["19个", "十九个"]), ("600 个 more_than", ["600多个", "600余个", "超过600个"]),
    ("49 家 approx", ["约49家"]), ("3..5 棵", ["三至五棵", "3至5棵", "3—5棵"]), ("74 项", ["74项"]),
    ("20..90 家", ["几十家", "数十家"]), ("1000 户 at_least", ["上千户"]),
    ("57000000000000 more_than", ["突破57万亿", "超过57万亿"]), ("1400000000 more_than", ["14亿多", "14亿余"]),
    ("1074000000 人次", ["10亿7400萬人次", "10亿7400万人次"]), ("105 座", ["一百零五座"]),
  ])
  func reads(count: String, from phrasings: [String]) {
    for phrasing in phrasings { #expect(Facts.values(of: .quantity, in: phrasing) == [count], "\(phrasing)") }
  }

  @Test(arguments: [
    ("260亿元", Quantity.Kind.money), ("5%", .percentage), ("2个百分点", .percentagePoint), ("390吨", .measure),
    ("19个", .count),
    ("12.6倍", .multiple), ("三分之二", .fraction), ("突破57万亿", .number),
  ])
  func tells(_ text: String, _ kind: Quantity.Kind) {
    let kinds = Facts.found(in: text).mentions.map(\.value.quantity?.kind)
    #expect(kinds == [kind])
  }

  @Test(
    arguments: [
      "完成投资⟦3.5亿元⟧，同比增长⟦8%⟧。", "全长⟦46.9公里⟧，设计年运量⟦3000万吨⟧。", "提供总额⟦260亿元人民币⟧的支持。", "共有⟦49家⟧企业参加，其中⟦19个⟧项目落地。",
      "货值达到⟦1.2万亿美元⟧。", "林地面积扩大到⟦约200亩⟧，", "比上年提高⟦0.3个百分点⟧。", "粮食产量⟦突破1.3万亿斤⟧，", "运送旅客⟦34.6万人次⟧、货物⟦390吨⟧。",
      "增加值占比由⟦32%⟧提高到⟦36%⟧。", "⟦三分之二⟧的村庄通了自来水。", "降幅在⟦4.5%－5%⟧之间。", "支持⟦600多个⟧村修路。", "从⟦2400亿美元⟧增至⟦6000亿美元⟧。",
    ] as [MarkedText])
  func finds(_ marked: MarkedText) {
    #expect(Facts.marked(.quantity, in: marked.text) == marked.description)
  }

  @Test(arguments: [
    "共建一带一路", "打击三股势力", "十分重要", "做到四个坚持", "第二十次全国代表大会", "第三届论坛", "乘坐G2963次列车", "C919客机", "国发〔1982〕3号",
    "国务院令第503号",
    "一国两制", "五位一体总体布局", "“四个全面”战略布局", "澳门科学一号", "2030年可持续发展议程", "集中统一领导", "2013年", "5月17日", "三年", "30周年",
    "第一产业", "第三产业", "一些地方", "一是坚持守望相助", "MU5735", "千家万户", "万众一心", "四面八方", "二十大报告", "下午3时", "“863”计划", "一起来",
    "三个代表", "统一思想", "一定程度上", "五湖四海", "百花齐放",
  ])
  func ignores(_ text: String) {
    #expect(Facts.marked(.quantity, in: text) == text)
  }
}
