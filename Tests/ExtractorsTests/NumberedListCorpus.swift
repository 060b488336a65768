import DocumentModel
import TestSupport
import Testing

@Suite("Numbered lists")
struct NumberedListCorpus {
  /// The points of a text, a line each: marker, title, and those inside it indented.
  static func outline(of text: String) -> String {
    let content = DocumentText(text)
    func lines(_ lists: [NumberedList], _ indent: String) -> [String] {
      lists.flatMap { list in
        list.items.flatMap { item in
          ["\(indent)\(content[item.marker])|\(content[item.title])"] + lines(item.lists, indent + "  ")
        }
      }
    }
    return lines(Facts.found(in: text).lists, "").joined(separator: "\n")
  }

  @Test(arguments: [
    ("要抓好三件事。一是疏浚河道，二是加固堤防，三是种树护坡。", "一是|疏浚河道\n二是|加固堤防\n三是|种树护坡"),
    ("一是疏浚河道。工期两年。\n二是加固堤防。\n三是种树护坡。", "一是|疏浚河道\n二是|加固堤防\n三是|种树护坡"),
    ("一要修渠；二要蓄水；三要节水。", "一要|修渠\n二要|蓄水\n三要|节水"), ("第一，修渠。第二，蓄水。第三，节水。", "第一|修渠\n第二|蓄水\n第三|节水"),
    ("首先，修渠。其次，蓄水。最后，节水。", "首先|修渠\n其次|蓄水\n最后|节水"), ("一、修渠\n今年修十条。\n二、蓄水\n明年蓄满。", "一、|修渠\n二、|蓄水"),
    ("（一）修渠\n今年修十条。\n（二）蓄水\n明年蓄满。", "（一）|修渠\n（二）|蓄水"), ("1.修渠\n2.蓄水\n3.节水", "1.|修渠\n2.|蓄水\n3.|节水"),
    ("1、修渠\n2、蓄水", "1、|修渠\n2、|蓄水"), ("——修渠取得进展。\n——蓄水如期完成。", "——|修渠取得进展\n——|蓄水如期完成"),
    ("其一，修渠。其二，蓄水。", "其一|修渠\n其二|蓄水"), ("①修渠；②蓄水。", "①|修渠\n②|蓄水"), ("（1）修渠；\n（2）蓄水。", "（1）|修渠\n（2）|蓄水"),
    (
      "一、修渠\n（一）东渠\n先修闸。\n（二）西渠\n再修坝。\n二、蓄水\n（一）水库\n（二）水窖",
      "一、|修渠\n  （一）|东渠\n  （二）|西渠\n二、|蓄水\n  （一）|水库\n  （二）|水窖"
    ),
    ("新华社记者 某某/摄第一，修渠。第二，蓄水。", "第一|修渠\n第二|蓄水"), ("--修渠\n--蓄水", "--|修渠\n--|蓄水"),
    ("（一）税收增长。（二）企业盈利。", "（一）|税收增长\n（二）|企业盈利"),
    ("一、修渠\n一是清淤，二是护坡。\n二、蓄水", "一、|修渠\n  一是|清淤\n  二是|护坡\n二、|蓄水"),
    ("一是修渠，二是蓄水。\n另一方面，一是种草，二是种树。", "一是|修渠\n二是|蓄水\n一是|种草\n二是|种树"),
    (
      "一、修渠\n（1）东渠。先修。\n（2）西渠。再修。\n二、蓄水\n（3）水库。清淤。\n（4）水窖。加盖。\n三、种树\n（5）松。",
      "一、|修渠\n  （1）|东渠\n  （2）|西渠\n二、|蓄水\n  （3）|水库\n  （4）|水窖\n三、|种树\n  （5）|松"
    ),
    ("（1）修渠。\n（2）目标如下。\n——清淤。\n——护坡。\n（3）种树。", "（1）|修渠\n（2）|目标如下\n  ——|清淤\n  ——|护坡\n（3）|种树"),
    ("1.修渠\n2.2024年蓄水\n3.种树", "1.|修渠\n2.|2024年蓄水\n3.|种树"),
    ("——修渠。\n——蓄水。\n山上没有水。\n必须把握以下原则。\n——先难后易。\n——先急后缓。", "——|修渠\n——|蓄水\n——|先难后易\n——|先急后缓"),
    ("（一）抓好修渠，保证灌溉。\n今年修十条。\n（二）抓好蓄水，防止干旱。\n明年蓄满。", "（一）|抓好修渠，保证灌溉\n（二）|抓好蓄水，防止干旱"),
    (
      "第一，关于修渠。\n" + String(repeating: "渠要修好。\n", count: 12) + "第二，关于蓄水。\n" + "水要蓄满。",
      "第一|关于修渠\n第二|关于蓄水"
    ),
  ])
  func reads(_ text: String, as outline: String) {
    #expect(Self.outline(of: text) == outline)
  }

  @Test(arguments: [
    ("保护河湖，要做到四个坚持。\n一是坚持规划，二是坚持节水，三是坚持植树，四是坚持巡查。", 4 as Int?), ("我提三点建议。第一，修渠。第二，蓄水。第三，节水。", 3),
    ("下面谈4点希望：一是修渠，二是蓄水，三是节水，四是护林。", 4), ("要抓紧落实。一是修渠，二是蓄水。", nil),
  ])
  func leadsPromise(_ text: String, _ announced: Int?) throws {
    let list = try #require(Facts.found(in: text).lists.first)
    #expect(list.announced == announced)
  }

  @Test func theLeadIsTheSentenceBefore() throws {
    let text = "春天来了。要做好两项工作。一是修渠，二是蓄水。"
    let list = try #require(Facts.found(in: text).lists.first)
    #expect(list.lead.map { DocumentText(text)[$0] } == "要做好两项工作。")
  }

  @Test func itemsReachToTheNextMarker() {
    let text = "一是修渠，先清淤。二是蓄水。\n三是节水。"
    let list = Facts.found(in: text).lists[0]
    #expect(list.items.map { DocumentText(text)[$0.span] } == ["一是修渠，先清淤。", "二是蓄水。", "三是节水。"])
    #expect(list.items.map(\.ordinal) == [1, 2, 3])
    #expect(list.items.map(\.rule) == ["list.is", "list.is", "list.is"])
  }

  @Test(arguments: [
    // Where the points before have several sentences, so has the last.
    ("一是修渠。工期两年。二是蓄水。明年蓄满。", "二是蓄水。明年蓄满。"), ("一是修渠。二是蓄水。明年再看。", "二是蓄水。"),
    (
      "一、修渠\n（一）东渠要先修，因为水源近，农田多，受益面大，见效快，群众盼。\n东渠长十里。\n（二）西渠可以后修，因为水源远，农田少，受益面小，见效慢，费用高。\n西渠长百里。\n二、蓄水",
      "（二）西渠可以后修，因为水源远，农田少，受益面小，见效慢，费用高。\n西渠长百里。"
    ),
  ])
  func theLastItemReaches(_ text: String, to item: String) throws {
    let lists = Facts.found(in: text).lists
    let list = try #require(lists.first)
    let last = list.items[0].lists.first?.items.last ?? list.items[list.items.count - 1]
    #expect(DocumentText(text)[last.span] == item)
  }

  @Test(arguments: [
    "坚持集中统一领导，统一是人心所向。", "第一产业增长3%，第二产业增长5%。", "第一生产力是科技。", "首先进入会场的是代表。", "第一责任人是组长。", "三要三不要。", "一是同大家谈谈心。",
    "达到1.5亿元、2.5亿元。", "一带一路倡议提出十年。", "第一，科技。", "澳门科学一号、二号卫星。",
  ])
  func ignores(_ text: String) {
    #expect(Self.outline(of: text) == "")
  }
}
