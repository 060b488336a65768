import Foundation
import Testing

@Suite("gangmu extract")
struct ExtractTests {
  @Test func readsStandardInput() throws {
    let result = try Tool.run(["extract"], input: "完成投资3.5亿元。\n")
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.json.documents.map(\.mentions) == [["3.5亿元"]])
    let named = try Tool.run(["extract", "-"], input: "完成投资3.5亿元。\n")
    #expect(named.output == result.output)
  }

  @Test func readsNothing() throws {
    let result = try Tool.run(["extract"])
    #expect(result.status == 0)
    #expect(result.json.documents.isEmpty)
    #expect(try Tool.run(["extract", "--format", "jsonl"]).output == "")
  }

  @Test func walksFoldersInNameOrder() throws {
    try Tool.withFolder { folder in
      try folder.file("b.txt", "投资2亿元。")
      try folder.file("a/z.txt", "投资1亿元。")
      try folder.file("c.md", "# 标题\n\n投资3亿元。")
      try folder.file(".hidden.txt", "投资9亿元。")
      try folder.file("LIST.tsv", "b.txt\t9亿元")
      let result = try Tool.run(["extract", ".", "--format", "jsonl"], in: folder)
      #expect(result.status == 0)
      #expect(result.lines.flatMap(\.mentions) == ["1亿元", "2亿元", "3亿元"])
    }
  }

  @Test func goesOnPastWhatCannotBeRead() throws {
    try Tool.withFolder { folder in
      try folder.file("good.txt", "投资1亿元。")
      try folder.file("bad.txt", Data([0xE4, 0xB8, 0xAD, 0xE5, 0x9B, 0xBD, 0xC3, 0x28]))
      try folder.file("picture.png", Data([0x89, 0x50, 0x4E, 0x47, 0x00, 0x01]))
      let paths = ["nowhere.txt", "bad.txt", "picture.png", "good.txt"]
      let result = try Tool.run(["extract"] + paths, in: folder)
      #expect(result.status == 1)
      #expect(result.json.documents.map(\.mentions) == [["1亿元"]])
      let errors = result.errors.split(separator: "\n")
      #expect(errors.count == 3)
      #expect(errors.first == "gangmu: nowhere.txt: no such file or folder")
      #expect(errors.dropFirst().first?.hasPrefix("gangmu: bad.txt: byte 6: ") == true)
      #expect(
        errors.last
          == "gangmu: picture.png: byte 4: 0x00 does not occur in text; this looks like a binary file, convert it to text first"
      )
    }
  }

  @Test func writesNothingWhenNothingCouldBeRead() throws {
    try Tool.withFolder { folder in
      try folder.file("old.json", "what was there")
      let result = try Tool.run(["extract", "nowhere", "-o", "old.json"], in: folder)
      #expect(result.status == 1)
      #expect(try folder.text("old.json") == "what was there")
      #expect(folder.files == ["old.json"])
      #expect(try Tool.run(["extract", "nowhere"], in: folder).output == "")
    }
  }

  @Test func takesADateForDocumentsWithoutOne() throws {
    func values(_ text: String, _ arguments: [String]) throws -> [String] {
      let lines = try Tool.run(["extract", "--format", "jsonl"] + arguments, input: text).lines
      return lines.flatMap { $0["mentions"] as? [[String: Any]] ?? [] }.compactMap {
        ($0["value"] as? [String: Any])?["value"] as? String
      }
    }
    #expect(try values("去年十月开工。", ["--date", "2023-05-19"]) == ["2022-10"])
    #expect(try values("去年十月开工。", ["--date", "2020-01-01T08:30:00"]) == ["2019-10"])
    let line = #"{"text": "去年十月开工。", "date": "2018-01-01"}"#
    #expect(try values(line, ["--input-format", "jsonl", "--date", "2023-05-19"]) == ["2017-10"])
  }

  @Test(arguments: [
    (
      ["--date", "2023-13-01"],
      "gangmu: The value '2023-13-01' is invalid for '--date <DATE>': write a date as 2023-05-19, 2023-05-19T08:30:00, 2023-05 or 2023"
    ),
    (
      ["--encoding", "latin"],
      "gangmu: The value 'latin' is invalid for '--encoding <NAME>': write one of utf-8, utf-16le, utf-16be, gb18030"
    ),
    (["--jobs", "0"], "gangmu: --jobs 0: at least one must work"),
    (["--colour"], "gangmu: Unknown option '--colour'"),
    (
      ["--format", "csv"],
      "gangmu: The value 'csv' is invalid for '--format <FORMAT>'. Please provide one of 'json', 'jsonl' or 'tei'."
    ),
    (
      ["--rules", "nowhere"],
      "gangmu: nowhere: no folder of rules can be read here; --rules takes a folder with *.yaml and *.tsv files"
    ),
  ])
  func saysWhatIsWrongWithTheCommandLine(_ arguments: [String], _ message: String) throws {
    let result = try Tool.run(["extract"] + arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.split(separator: "\n").first.map(String.init) == message)
  }

  @Test func helpsWithExamples() throws {
    let result = try Tool.run(["extract", "--help"])
    #expect(result.status == 0)
    #expect(result.output.contains("gangmu extract documents/ -o facts.json"))
    #expect(try Tool.run(["--version"]).output.hasPrefix("gangmu "))
  }

  @Test func readsTheEncodingThatIsNamed() throws {
    // 中国 in GB18030 and in UTF-16.
    let gb = Data([0xD6, 0xD0, 0xB9, 0xFA, 0x33, 0xD2, 0xDA, 0xD4, 0xAA])
    let result = try Tool.run(Tool.executable, ["extract", "--encoding", "gbk"], input: gb)
    #expect(result.json.documents.map { $0["text"] as? String } == ["中国3亿元"])
    let wrong = try Tool.run(Tool.executable, ["extract", "--encoding", "utf-8"], input: gb)
    #expect(wrong.status == 1)
    #expect(wrong.errors.hasPrefix("gangmu: -: byte 0: "))
  }
}
