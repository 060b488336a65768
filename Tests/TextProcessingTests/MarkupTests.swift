import DocumentModel
import Testing

@testable import TextProcessing

@Suite("HTML and Markdown")
struct MarkupTests {
  static let page = """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>[视频]湿地公园建成_水利网</title>
    <script>var a = "<p>不是正文，不是正文。</p>";</script><style>p { color: red }</style></head>
    <body><nav><a href="/">首页</a><a href="/news">新闻，要闻。</a></nav>
    <div class="t">来源：水利网 更新时间：2024年03月07日 19:25</div>
    <div id="content"><p>水利部门今天宣布，&ldquo;湿地&rdquo;公园建成，
    面积达到<span>12</span>公顷。</p><p>公园将于4月1日开放&#x3002;</p></div>
    <footer>版权所有，请勿转载。</footer></body></html>
    """

  static let notes = """
    # 湿地公园建成

    <!--begin-->
    **水利网消息**：公园[今天](https://example.org/a_b)开放。

    ![图片](a.png)

    ---

    > 公园很大。
    """

  @Test func readsPage() throws {
    let document = try #require(try Fixtures.read(MarkupTests.page, path: "a").first)
    #expect(
      Fixtures.paragraphs(document) == [
        "湿地公园建成", "来源：水利网 更新时间：2024年03月07日 19:25", "水利部门今天宣布，“湿地”公园建成，面积达到12公顷。", "公园将于4月1日开放。",
      ])
    #expect(document.published == "2024-03-07")
    #expect(document.kind == .news)
    #expect(SourceMapping.fault(in: document, bytes: Array(MarkupTests.page.utf8), isMarkup: true) == nil)
    let quote = try #require(document.text.scalars.firstIndex(of: 0x201C))
    let range = try #require(document.text.sourceMap.ranges(of: Span(quote, quote + 1)).first)
    #expect(
      String(decoding: Array(MarkupTests.page.utf8)[range.start..<range.end], as: UTF8.self) == "&ldquo;")
  }

  @Test func readsNotes() throws {
    let document = try #require(try Fixtures.read(MarkupTests.notes, path: "a").first)
    #expect(Fixtures.paragraphs(document) == ["湿地公园建成", "水利网消息：公园今天开放。", "公园很大。"])
    #expect(SourceMapping.fault(in: document, bytes: Array(MarkupTests.notes.utf8)) == nil)
  }

  @Test(arguments: [
    "<", "<a", "<!--", "<script>", "<p><p><div>", "&#xD800;&bogus;&", "</p></p>", "<![CDATA[", "<a href='",
  ])
  func survives(_ text: String) throws {
    for copies in [1, 3000] {
      _ = try Fixtures.read(String(repeating: text, count: copies), path: "a.html")
    }
  }
}
