import DocumentModel
import TestSupport
import Testing

@Suite("Infrastructure")
struct InfrastructureCorpus {
  @Test(arguments: [
    ("railway CN KG UZ", ["中吉乌铁路"]), ("railway", ["雅万高铁", "龙龙高铁", "西延高铁"]), ("road CN TJ UZ", ["中塔乌公路"]),
    ("pipeline CN", ["中国－中亚天然气管道"]), ("pipeline CN KZ", ["中哈原油管道"]),
    ("border_crossing", ["别迭里口岸", "霍尔果斯口岸"]),
    ("corridor", ["西部陆海新通道"]), ("port", ["钱凯港", "瓜达尔港"]),
    ("bridge", ["港珠澳大桥"]), ("hub", ["中欧班列西安集结中心"]),
  ])
  func reads(_ value: String, from names: [String]) {
    for name in names {
      #expect(Facts.values(of: .infrastructure, in: "加快推进\(name)建设。") == [value], "\(name)")
    }
  }

  @Test func aSharedHeadIsGivenBack() {
    let names = Facts.found(in: "改善中吉乌、中塔乌公路通行条件。").mentions.map(\.value.work?.name)
    #expect(names == ["中吉乌公路", "中塔乌公路"])
  }

  @Test(
    arguments: [
      "参与⟦西部陆海新通道⟧建设。", "支持⟦中吉乌铁路⟧项目，增开⟦别迭里口岸⟧。", "⟦港珠澳大桥⟧通车后，两地往来更加便利。",
      "强化⟦南水北调中线工程⟧水源地保护。", "⟦雅万高铁⟧开通运营。",
    ] as [MarkedText])
  func finds(_ marked: MarkedText) {
    #expect(Facts.marked(.infrastructure, in: marked.text) == marked.description)
  }

  @Test(arguments: [
    "改善农村公路", "在国外建设海外仓", "推进跨境公路运输", "加快现有口岸改造", "中国工程院", "互联互通枢纽", "中华文明探源工程", "快速通关绿色通道", "架起友谊的桥梁",
    "重要港口和机场", "铁路部门", "共建一带一路", "三股势力", "香港同胞", "搭建合作平台", "生命通道", "打造交通枢纽", "走廊建设", "澳门科学一号", "能源通道畅通",
  ])
  func ignores(_ text: String) {
    #expect(Facts.marked(.infrastructure, in: text) == text)
  }
}
