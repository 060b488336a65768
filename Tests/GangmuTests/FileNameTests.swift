import Testing

@testable import Gangmu

@Suite("File names")
struct FileNameTests {
  @Test(arguments: [
    ("a", "a"), ("../../etc/passwd", "_._.._etc_passwd"), ("a b\n", "a_b_"), ("", "_"), ("中国", "中国"),
    (".x", "_x"),
  ])
  func arePlain(_ id: String, _ name: String) { #expect(FileName.plain(id) == name) }

  @Test func areShort() { #expect(FileName.plain(String(repeating: "长", count: 300)).utf8.count <= 200) }

  @Test func areUnique() {
    var names = FileName()
    let unique = ["a", "A", "a", "a-2", "b"].map { names.unique($0) }
    #expect(unique == ["a", "A-2", "a-3", "a-2-2", "b"])
  }
}
