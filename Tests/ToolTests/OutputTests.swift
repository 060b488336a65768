import Foundation
import Testing

@Suite("Where results go")
struct OutputTests {
  @Test func aFileIsWrittenWhole() throws {
    try Tool.withFolder { folder in
      try folder.file("in.txt", "投资1亿元。")
      let result = try Tool.run(["extract", "in.txt", "-o", "new/out.json"], in: folder)
      #expect(result.status == 0)
      #expect(result.output == "")
      #expect(result.errors == "gangmu: 1 document, 1 fact: new/out.json\n")
      #expect(try folder.text("new/out.json") == Tool.run(["extract", "in.txt"], in: folder).output)
      let quiet = try Tool.run(["extract", "in.txt", "-o", "out.json", "--quiet"], in: folder)
      #expect(quiet.errors == "")
      #expect(folder.files == ["in.txt", "new/out.json", "out.json"])
    }
  }

  @Test func aFileThatFailsLeavesWhatWasThere() throws {
    try Tool.withFolder { folder in
      try folder.file("in.txt", "投资1亿元。")
      try folder.file("out/old", "")
      let result = try Tool.run(["extract", "in.txt", "-o", "in.txt/out.json"], in: folder)
      #expect(result.status == 1)
      #expect(result.errors == "gangmu: in.txt: is a file; a folder is needed\n")
      #expect(try folder.text("in.txt") == "投资1亿元。")
      #expect(folder.files == ["in.txt", "out/old"])
    }
  }

  @Test func aFolderTakesAFileForEachDocument() throws {
    try Tool.withFolder { folder in
      try folder.file("in/a.txt", "投资1亿元。")
      try folder.file("in/sub/a.html", "<html><body><p>投资2亿元。</p></body></html>")
      try folder.file("in/a.md", "# 题\n\n投资3亿元。")
      try folder.file("lines.jsonl", "{\"id\": \"x/y\", \"text\": \"投资4亿元。\"}\n{\"text\": \"投资5亿元。\"}\n")
      let result = try Tool.run(["extract", "in", "lines.jsonl", "-o", "out/", "-q"], in: folder)
      #expect(result.status == 0)
      let out = folder.appending(path: "out")
      #expect(out.files == ["a-2.json", "a.json", "lines-2.json", "sub/a.json", "x_y.json"])
      #expect(try Tool.object(out.text("a.json")).documents.map(\.mentions) == [["3亿元"]])
      #expect(try Tool.object(out.text("a-2.json")).documents.map(\.mentions) == [["1亿元"]])
      #expect(try Tool.object(out.text("x_y.json")).documents.map(\.mentions) == [["4亿元"]])
    }
  }

  @Test func aRunDoesNotReadItsOwnResults() throws {
    try Tool.withFolder { folder in
      try folder.file("a.txt", "投资1亿元。")
      for arguments in [["-o", "facts.jsonl", "--format", "jsonl"], ["-o", "tei/", "--format", "tei"]] {
        let results = try (0..<2).map { _ -> [String] in
          let result = try Tool.run(["extract", "."] + arguments, in: folder)
          #expect(result.status == 0)
          return folder.files
        }
        #expect(results[0] == results[1])
        try FileManager.default.removeItem(at: folder.appending(path: arguments[1]))
      }
      let all = try (0..<2).map { _ in
        try Tool.run(["extract", ".", "-o", "facts.txt"], in: folder).errors
      }
      #expect(all == Array(repeating: "gangmu: 1 document, 1 fact: facts.txt\n", count: 2))
    }
  }

  @Test func aFolderOfTEIHasACorpus() throws {
    try Tool.withFolder { folder in
      let out = folder.appending(path: "tei")
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
      #expect(try Tool.run(["extract", "seeds", "--format", "tei", "-o", out.path]).status == 0)
      #expect(out.files.count == 5)
      let corpus = try out.text("corpus.xml")
      #expect(corpus.contains("<xi:include href=\"000_880e38e43dc5c9d8-1.xml\"/>"))
      let check = try Tool.run(["validate", out.path])
      #expect(check.errors == "")
      #expect(check.output == "5 files, all right\n")
    }
  }

  @Test func aStreamOfTEIIsOneFile() throws {
    let one = try Tool.run(["extract", "--format", "tei"], input: "投资1亿元。")
    #expect(one.output.contains("<TEI xmlns="))
    let several = try Tool.run(["extract", "seeds", "--format", "tei"])
    #expect(several.output.contains("<teiCorpus xmlns="))
    #expect(try Tool.run(["validate"], input: several.output).output == "1 file, all right\n")
  }

  @Test func aDeviceStaysADevice() throws {
    let result = try Tool.run(["extract", "-o", "/dev/null", "-q"], input: "投资1亿元。")
    #expect(result.status == 0)
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
    #expect(type == .typeCharacterSpecial)
  }

  @Test func aLinkStaysALink() throws {
    try Tool.withFolder { folder in
      try folder.file("target.json", "old")
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: "link.json").path, withDestinationPath: "target.json")
      #expect(try Tool.run(["extract", "-o", "link.json", "-q"], input: "1亿元", in: folder).status == 0)
      #expect(try Tool.object(folder.text("target.json")).documents.count == 1)
      let link = folder.appending(path: "link.json").path
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "target.json")
    }
  }

  @Test func aReaderThatLeavesIsNoFault() throws {
    let script = "\"$0\" extract seeds seeds seeds --format jsonl | head -c 10; echo \"${PIPESTATUS[0]}\""
    let shell = URL(fileURLWithPath: "/bin/bash")
    let result = try Tool.run(shell, ["-c", script, Tool.executable.path])
    #expect(result.output == "{\"schemaVe0\n")
    #expect(result.errors == "")
  }
}
