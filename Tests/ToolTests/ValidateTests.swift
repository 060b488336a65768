import Testing

@Suite("gangmu validate")
struct ValidateTests {
  @Test func acceptsWhatIsWritten() throws {
    for format in ["json", "jsonl", "tei"] {
      let written = try Tool.run(["extract", "seeds", "--format", format]).output
      let result = try Tool.run(["validate"], input: written)
      #expect(result.errors == "")
      #expect(result.output == "1 file, all right\n")
    }
  }

  @Test func looksForResultsInFolders() throws {
    #expect(try Tool.run(["validate", "output", "seeds"]).output == "7 files, all right\n")
  }

  @Test(arguments: [
    ("\"text\": \"260亿元人民币\"", "\"text\": \"260亿元\"", "the text there is '260亿元人民币'; found '260亿元'"),
    ("\"schemaVersion\": \"1.0\"", "\"schemaVersion\": \"9\"", "schemaVersion: should be '1.0'; found '9'"),
    ("\"marker\": \"一是\"", "\"marker\": \"二是\"", "the point should begin with its marker '二是'"),
  ])
  func findsWhatIsWrong(_ right: String, _ wrong: String, _ message: String) throws {
    let written = try Tool.run(["extract", "seeds"]).output
    let broken = written.replacing(right, with: wrong, maxReplacements: 1)
    #expect(broken != written)
    let result = try Tool.run(["validate", "-q"], input: broken)
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func saysWhatItCannotCheck() throws {
    let result = try Tool.run(["validate"], input: "文")
    #expect(result.status == 1)
    #expect(
      result.errors
        == "gangmu: -: neither TEI nor a dataset; the first should begin with '<', the other with '{'\n")
  }
}
