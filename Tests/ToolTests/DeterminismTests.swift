import Foundation
import Testing

@Suite("Same bytes in, same bytes out")
struct DeterminismTests {
  /// Documents that together are worth several threads, with one that cannot be read.
  static func corpus(in folder: URL) throws {
    let seed = try Tool.root.text("seeds/000_880e38e43dc5c9d8.txt")
    for number in 0..<16 {
      let text = seed + "\n\n第\(number)号文件，投资\(number + 1)亿元。\n"
      try folder.file("corpus/\(number).txt", text)
    }
    try folder.file("corpus/7.txt", Data([0xC3, 0x28]))
  }

  @Test(arguments: ["json", "jsonl", "tei"])
  func whateverTheJobs(_ format: String) throws {
    try Tool.withFolder { folder in
      try Self.corpus(in: folder)
      let results = try ["1", "2", "5"].map { jobs in
        try Tool.run(["extract", "corpus", "--format", format, "--jobs", jobs], in: folder)
      }
      #expect(results.allSatisfy { $0.status == 1 })
      #expect(results[0].output.utf8.count > 100_000)
      #expect(results[1].output == results[0].output)
      #expect(results[2].output == results[0].output)
      #expect(results[2].errors == results[0].errors)
    }
  }

  /// Large files are mapped into memory, small ones and standard input are read.
  @Test func whereverTheBytesComeFrom() throws {
    try Tool.withFolder { folder in
      let text = String(repeating: "{\"text\": 1}\n", count: 100_000) + "{\"text\": \"投资1亿元\"}"
      try folder.file("large.jsonl", text)
      let mapped = try Tool.run(["extract", "large.jsonl", "--format", "jsonl"], in: folder)
      let read = try Tool.run(
        ["extract", "--input-format", "jsonl", "--format", "jsonl"], input: text, in: folder)
      #expect(mapped.output.utf8.count > 5_000_000)
      #expect(mapped.output.replacing("large.jsonl", with: "-") == read.output)
    }
  }

  @Test func whateverTheLocale() throws {
    let arguments = ["extract", "seeds", "--format", "jsonl"]
    let results = try ["C", "zh_CN.UTF-8", "tr_TR.UTF-8"].map { locale in
      try Tool.run(arguments, environment: ["LC_ALL": locale, "LANG": locale, "TZ": "Asia/Shanghai"]).output
    }
    #expect(results[1] == results[0])
    #expect(results[2] == results[0])
  }

  @Test func whereverItIsRunFrom() throws {
    try Tool.withFolder { folder in
      let copy = folder.appending(path: "bin/gangmu")
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: Tool.executable, to: copy)
      let moved = try Tool.run(copy, ["extract"], input: Data("投资3亿元".utf8), in: folder)
      #expect(moved.status == 0)
      #expect(try moved.output == Tool.run(["extract"], input: "投资3亿元").output)
    }
  }
}
