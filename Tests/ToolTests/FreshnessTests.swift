import Foundation
import Testing

@Suite("What is committed is what the tool says")
struct FreshnessTests {
  /// `make` writes it again.
  @Test func output() throws {
    try Tool.withFolder { folder in
      let script = Tool.root.appending(path: "Scripts/make-output")
      let result = try Tool.run(script, [Tool.executable.path, folder.path])
      #expect(result.status == 0, "\(result.errors)")
      let committed = Tool.root.appending(path: "output")
      #expect(committed.files == folder.files)
      for file in folder.files {
        #expect(try committed.text(file) == folder.text(file), "output/\(file) is stale; run make")
      }
    }
  }

  /// `make readme` writes it again.
  @Test func tableOfExtractors() throws {
    let readme = try Tool.root.text("README.md")
    let start = try #require(readme.firstRange(of: "<!-- rules: begin -->\n"))
    let end = try #require(readme.firstRange(of: "<!-- rules: end -->"))
    let table = try Tool.run(["rules", "list", "--markdown"]).output
    #expect(String(readme[start.upperBound..<end.lowerBound]) == table, "README.md is stale; run make readme")
  }

  /// The text and its JSON at the head of the README.
  @Test func example() throws {
    let readme = try Tool.root.text("README.md")
    let parts = readme.components(separatedBy: "<!-- example -->\n")
    let text = try #require(parts.dropFirst().first?.components(separatedBy: "\n").dropFirst().first)
    let json = try #require(readme.firstMatch(of: /```json\n((?:.|\n)*?)```/)?.output.1)
    let document = try #require(
      Tool.run(["extract", "--date", "2023-05-19"], input: String(text)).json.documents.first)
    let mentions = try #require(document["mentions"] as? [[String: Any]])
    let shown = try #require(
      try JSONSerialization.jsonObject(with: Data(String(json).utf8)) as? [[String: Any]])
    #expect(NSArray(array: shown) == NSArray(array: mentions))
  }

  @Test func manifest() throws {
    let rows = try Tool.root.text("seeds/MANIFEST.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }
    let names = rows.map { String($0.split(separator: "\t")[0]) }
    #expect(names == Tool.root.appending(path: "seeds").files.filter { $0 != "MANIFEST.tsv" })
    for row in rows {
      let fields = row.split(separator: "\t").map(String.init)
      #expect(fields.count == 4)
      let result = try Tool.run(["extract", "seeds/\(fields[0])"])
      let source = result.json.documents.first?["source"] as? [String: Any]
      #expect(source?["sha256"] as? String == fields[3])
    }
  }
}
