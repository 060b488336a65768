import DocumentModel
import Testing

@testable import TextProcessing

@Suite("DocumentReader")
struct DocumentReaderTests {
  @Test func joinsBrokenLines() throws {
    let documents = try Fixtures.read(Fixtures.brokenSpeech)
    #expect(documents.count == 2)
    #expect(
      Fixtures.paragraphs(documents[0]) == [
        "携手保护江河湖海", "——在第三届江河论坛上的主旨讲话", "王小明", "来源：水利网 2024-3-5", "各位来宾，朋友们：",
        "很高兴同大家一起讨论江河保护，也感谢论坛的各位组织者。2011年，我们在这里种下了第一批树，如今已经成林，为两岸的居民挡住了风沙。",
        "一是坚持共同规划。我们要把上下游、左右岸当作一个整体，先算生态账，再算经济账，不在一条河上各修各的坝。",
        "各位来宾！", "让我们一起努力。", "谢谢大家。",
      ])
    #expect(
      documents[0].paragraphs.map(\.role) == [
        .title, .subtitle, .byline, .source, .salutation, .body, .body, .salutation, .body, .body,
      ])
    #expect(documents[0].paragraphs.map(\.page) == [1, 1, 1, 1, 1, 1, 1, 2, 2, 2])
    let page = try #require(documents[0].breaks.first { $0.page == 2 })
    #expect(documents[0].text[Span(page.offset, page.offset + 2)] == "账，")
    #expect(documents[1].paragraphs.map(\.role) == [.title, .source, .salutation, .body, .signature, .date])
    #expect(documents[1].breaks.first == Break(.page, offset: 0, page: 3))
  }

  @Test func readsMetadata() throws {
    let documents = try Fixtures.read(Fixtures.brokenSpeech)
    #expect(documents.map(\.kind) == [.speech, .letter])
    #expect(documents.map(\.authors) == [["王小明"], ["王小明"]])
    #expect(documents.map(\.publisher) == ["水利网", "水利网"])
    #expect(documents.map(\.published) == ["2024-03-05", "2024-03-06"])
    #expect(documents[0].subtitle == "在第三届江河论坛上的主旨讲话")
    #expect(documents[1].signed == "2024-03-05")
    #expect(documents[1].addressee == "少年河长们")
    #expect(documents.map(\.referenceDate) == ["2024-03-05", "2024-03-05"])
    #expect(documents.map(\.id) == ["d0123456789ab-1", "d0123456789ab-2"])
  }

  @Test func splitsStories() throws {
    let documents = try Fixtures.read(Fixtures.stories)
    #expect(documents.map(\.title) == ["第一座湿地公园建成", "第二条步道开放"])
    #expect(documents.map(\.kind) == [.news, .news])
    #expect(documents.map(\.paragraphs.count) == [4, 3])
    let bytes = Array(Fixtures.stories.utf8)
    let gap = bytes[documents[0].source.bytes.end..<documents[1].source.bytes.start]
    #expect(gap.allSatisfy { $0 == 0x0A })
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func readsLineBreaks(_ lineBreak: String) throws {
    let text = Fixtures.oddities.split(separator: "\n").joined(separator: lineBreak)
    let document = try #require(try Fixtures.read(text).first)
    #expect(document.text.string == "𫖯仰之间，去年１１月\u{200B}完成GDP 3.5亿元。\n第二段：café。")
    #expect(SourceMapping.fault(in: document, bytes: Array(text.utf8)) == nil)
  }

  @Test func splitsGluedLine() throws {
    let text =
      "　　新华社北京3月5日电让江河更清——在江河论坛上的演讲（2024年3月5日，北京）水利协会主席　王小明"
      + "尊敬的各位来宾，女士们，先生们：　　很高兴同大家见面。江河的事情是大家的事情，需要上下游一起来做。　　我们要做三件事。"
    let document = try #require(try Fixtures.read(text).first)
    #expect(
      document.paragraphs.map(\.role) == [
        .source, .title, .subtitle, .date, .byline, .salutation, .body, .body,
      ])
    #expect(document.title == "让江河更清")
    #expect(document.authors == ["王小明"])
    #expect(document.signed == "2024-03-05")
    #expect(document.kind == .speech)
    #expect(SourceMapping.fault(in: document, bytes: Array(text.utf8)) == nil)
  }

  @Test func putsSpaceBetweenLatinWords() throws {
    let line = "我们在这里介绍一个新的项目，它的名字叫做 Green"
    let text = (0..<6).map { _ in "\(line)\nRiver 计划，由各地的朋友们一起来做，也欢迎大家\n随时加入。\n" }.joined()
    let document = try #require(try Fixtures.read(text).first)
    #expect(document.text.string.contains("Green River 计划"))
    #expect(SourceMapping.fault(in: document, bytes: Array(text.utf8)) == nil)
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}", "　\n \n"])
  func findsNothingInNothing(_ text: String) throws {
    #expect(try Fixtures.read(text).isEmpty)
  }

  @Test func takesCallersDateForDocumentsWithoutOne() throws {
    let options = ReaderOptions(referenceDate: "2020-01-01")
    let dated = try Fixtures.read(Array(Fixtures.stories.utf8), options: options)
    #expect(dated.map(\.referenceDate) == dated.map(\.published))
    let undated = try Fixtures.read(Array("完成投资三亿元。".utf8), options: options)
    #expect(undated.map(\.referenceDate) == ["2020-01-01"])
  }

  @Test func splitsAtNameAndDayWithoutSource() throws {
    let body = (1...7).map { "第\($0)段讲的是江河的事情，大家都很关心，也都愿意出力。" }.joined(separator: "\n")
    let text = """
      在第一届江河论坛上的讲话
      （2023年3月5日，北京）
      王小明

      各位来宾：
      \(body)

      在第二届江河论坛上的讲话
      （2024年3月5日，北京）
      水利协会主席　王小明

      各位来宾：
      \(body)
      """
    let documents = try Fixtures.read(text)
    #expect(documents.map(\.title) == ["在第一届江河论坛上的讲话", "在第二届江河论坛上的讲话"])
    #expect(documents.map(\.signed) == ["2023-03-05", "2024-03-05"])
    #expect(documents.allSatisfy { $0.authors == ["王小明"] && $0.kind == .speech })
  }

  @Test func cutsImprintFromFoot() throws {
    let text =
      "主席先生，各位同事：在这样一个时刻，大家共同探讨江河保护的大计，具有十分重要的意义，我愿意谈几点看法。"
      + "让我们一起努力，让江河更清，让两岸更绿，让子孙后代都能在河边长大。谢谢大家。（新华社北京3月5日电）《 水利日报 》（ 2024年03月06日 03 版）"
    let document = try #require(try Fixtures.read(text).first)
    #expect(document.paragraphs.map(\.role) == [.salutation, .body, .source, .source])
    #expect(document.published == "2024-03-06")
    #expect(document.kind == .speech)
  }

  @Test func notesOnRightsAreOfTheSource() throws {
    let text = """
      关于江河的报告

      两岸的人民都很关心江河，江河保护的工作要长期做下去，不能松懈。

      本作品是报告，根据有关法律，属于公有领域。

      版权所有，请勿转载。
      """
    let document = try #require(try Fixtures.read(text).first)
    #expect(document.paragraphs.map(\.role) == [.title, .body, .source, .source])
  }

  @Test(arguments: [
    ("水利部部长会见来宾并讲话", "水利部部长今天会见了来宾，双方谈到江河保护。", Document.Kind.news),
    ("关于保护江河的若干意见", "为保护江河，提出如下意见。", .plan),
    ("中华人民共和国江河保护法", "第一条　为保护江河，制定本法。", .law),
    ("两国关于保护江河的联合声明", "双方重申，江河属于两岸人民。", .statement),
    ("第三次江河会议公报", "会议于三月五日在北京举行。", .communique),
    ("2023年水利工作报告", "各位代表：", .report),
    ("水利部发布江河保护规划", "水利部今天发布规划。", .news),
  ])
  func judgesKind(_ title: String, _ line: String, _ kind: Document.Kind) throws {
    let text = "\(title)\n来源：水利网 2024-03-05\n\n\(line)\n两岸的人民都很关心江河。\n"
    #expect(try Fixtures.read(text).first?.kind == kind)
  }
}
