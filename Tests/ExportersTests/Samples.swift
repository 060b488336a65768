import DocumentModel

/// Documents that between them hold every kind of block, list and value.
enum Samples {
  /// A speech: front matter, points on lines of their own, crossing facts, a character beyond the BMP.
  static var speech: Extraction {
    var sketch = Sketch(
      "5d55-1", .speech,
      [
        (.title, "携手建设共同发展、|世代友好的命运共同体"), (.subtitle, "——在中国－中亚峰会上的主旨讲话"),
        (.byline, "习近平"), (.source, "来源：新华网 2023-5-19"), (.salutation, "尊敬的各位同事，"),
        (.body, "去年十月，我们|提供总额 260亿元|人民币的\"𠮷\"融资\\支持\u{C}\u{1}，<8%—10%>&三分之二。‖又起一页。"),
        (.body, "中吉乌、中塔乌|公路和 World_|Bank。要做到四个坚持。"),
        (.body, "一是坚持守望|相助。我们要2023年5月17日9时深化互信。"), (.body, "二是坚持共同发展。"),
        (.body, "要走在前列：一要快，二要好；近年来如此。"), (.body, "三是坚持到2025年，普遍安全。"), (.heading, "第二部分"),
        (.body, "会议强调，首先，要干。"), (.body, "其次，要实干。此外另有安排。"), (.body, "谢谢大家。"),
      ])
    sketch.document.title = "携手建设共同发展、世代友好的命运共同体"
    sketch.document.subtitle = "在中国－中亚峰会上的主旨讲话"
    sketch.document.authors = ["习近平"]
    sketch.document.publisher = "新华网"
    sketch.document.published = "2023-05-19"
    sketch.document.referenceDate = "2023-05-19"
    addFacts(to: &sketch)
    let inner = sketch.list([sketch.item(1, "一要", "快", "，"), sketch.item(2, "二要", "好", "；近年来如此。")])
    sketch.lists = [
      sketch.list(
        lead: "要做到四个坚持。", announced: 4,
        [
          sketch.item(1, "一是", "坚持守望相助", "。我们要2023年5月17日9时深化互信。"),
          sketch.item(2, "二是", "坚持共同发展", "。\n要走在前列：一要快，二要好；近年来如此。", lists: [inner]),
          sketch.item(3, "三是", "坚持到2025年", "，普遍安全。"),
        ]),
      sketch.list([sketch.item(1, "首先", "", "，要干。"), sketch.item(2, "其次", "", "，要实干。")]),
    ]
    return sketch.extraction
  }

  private static func addFacts(to sketch: inout Sketch) {
    let published = TemporalExpression.Anchor(date: "2023-05-19", origin: .document)
    let road = "infrastructure:中吉乌公路"
    sketch.mention(
      "去年十月",
      .temporal(
        TemporalExpression(
          .date, "2022-10", interval: .init(start: "2022-10-01", end: "2022-10-31"), anchor: published)))
    sketch.mention("260亿元人民币", .quantity(Quantity(.money, .exactly(26_000_000_000), unit: "CNY")))
    sketch.mention(
      "8%—10%", .quantity(Quantity(.percentage, .between(8, 10), unit: "%", modifier: .approx)))
    sketch.mention(
      "三分之二",
      .quantity(
        Quantity(.fraction, .exactly(DecimalNumber(6667, exponent: -4)), unit: "1", fraction: "2/3")))
    sketch.mention(
      "中吉乌、中塔乌公路",
      .infrastructure(Infrastructure(name: "中吉乌公路", kind: "road", countries: ["CN", "KG", "UZ"])),
      entity: road)
    sketch.mention(
      "中塔乌公路和 World", .infrastructure(Infrastructure(name: "中塔乌公路", kind: "road")),
      entity: "infrastructure:中塔乌公路")
    sketch.mention(
      "公路", .quantity(Quantity(.count, .exactly(600), unit: "个", modifier: .moreThan)))
    sketch.mention(
      "2023年5月17日9时",
      .temporal(
        TemporalExpression(
          .time, "2023-05-17T09:00",
          interval: .init(start: "2023-05-17T09:00", end: "2023-05-17T09:59"),
          anchor: .init(date: "2023-05-17", origin: .context))))
    sketch.mention("近年来", .temporal(TemporalExpression(.date, "PAST_REF")))
    sketch.mention(
      "到2025年，普遍", .temporal(TemporalExpression(.date, "2013/..", modifier: .end)))
    sketch.mention("发展。\n要走", .quantity(Quantity(.number, .exactly(DecimalNumber(-25, exponent: -2)))))
    sketch.entities = [
      Entity(
        id: road, type: .infrastructure, name: "中吉乌公路", aliases: ["中吉乌", "CKU \"road\""], kind: "road",
        countries: ["CN", "KG", "UZ"]),
      Entity(id: "infrastructure:中塔乌公路", type: .infrastructure, name: "中塔乌公路"),
    ]
  }

  /// A letter: salutation, signature and date.
  static var letter: Extraction {
    var sketch = Sketch(
      "来信/2", .letter,
      [
        (.title, "给师生代表的回信"), (.source, "来源：新华网 2023-5-24"), (.salutation, "澳门科技大学的师生们："),
        (.body, "你们好！来信收悉。|近年来，"), (.body, "希望你们努力。"), (.signature, "习近平"),
        (.date, "2023年 5月 23日"),
      ])
    sketch.document.title = "给师生代表的回信"
    sketch.document.authors = ["习近平"]
    sketch.document.signed = "2023-05-23"
    sketch.document.addressee = "澳门科技大学的师生们"
    sketch.mention("2023年 5月 23日", .temporal(TemporalExpression(.date, "2023-05-23")))
    return sketch.extraction
  }

  /// A plan: numbered headings with paragraphs and further numbered headings under them.
  static var plan: Extraction {
    var sketch = Sketch(
      "plan.2023", .plan,
      [
        (.title, "关于加快建设的意见"), (.body, "现提出如下意见。"), (.heading, "一、总体要求"), (.body, "坚持稳中求进，|到2025年建成。"),
        (.heading, "二、重点任务"), (.heading, "（一）加快建设"), (.body, "建设铁路。"), (.heading, "（二）扩大开放"),
        (.body, "扩大开放。|"),
        (.body, "本意见自印发之日起施行。"), (.signature, "国务院"), (.date, "2023年5月1日"), (.byline, "（记者 张三）"),
      ])
    sketch.mention(
      "到2025年",
      .temporal(TemporalExpression(.date, "../2025", interval: .init(start: nil, end: "2025-12-31"))))
    let inner = sketch.list([
      sketch.item(1, "（一）", "加快建设", "\n建设铁路。"), sketch.item(2, "（二）", "扩大开放", "\n扩大开放。"),
    ])
    sketch.lists = [
      sketch.list(
        lead: "现提出如下意见。",
        [
          sketch.item(1, "一、", "总体要求", "\n坚持稳中求进，到2025年建成。"),
          sketch.item(
            2, "二、", "重点任务", "\n（一）加快建设\n建设铁路。\n（二）扩大开放\n扩大开放。", lists: [inner]),
        ])
    ]
    return sketch.extraction
  }

  /// A bare text without anything.
  static var empty: Extraction { Sketch("", .unknown, []).extraction }

  static var all: [Extraction] { [speech, letter, plan, empty] }
}
