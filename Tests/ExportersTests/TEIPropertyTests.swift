import DocumentModel
import Exporters
import Foundation
import TestSupport
import Testing

@Suite("TEI of anything")
struct TEIPropertyTests {
  static func corpus(_ extractions: [Extraction]) throws -> String {
    let buffer = OutputBuffer()
    try TEIExporterTests.exporter.write(
      TEICorpus(id: "corpus", title: "Random", source: "none"), into: buffer
    ) { add in
      for extraction in extractions { add(extraction) }
    }
    return buffer.string
  }

  static func extractions(seed: UInt64, count: Int) -> [Extraction] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { generator.extraction("d\(seed)-\($0)") }
  }

  @Test func textIsRebuiltAndValid() throws {
    let validator = TEIValidator()
    for extraction in Self.extractions(seed: 1, count: 1000) {
      let xml = try TEIExporterTests.write(extraction)
      let texts = try TEIExporterTests.texts(in: xml)
      #expect(texts.map { Array($0.text.utf8) } == [Array(extraction.document.text.string.utf8)], "\(xml)")
      let issues = Array(xml.utf8).withUnsafeBytes { validator.issues(in: $0, file: "a.xml") }
      #expect(issues.isEmpty, "\(issues.map(\.description)) \(xml)")
      for index in extraction.mentions.indices {
        let id = "xml:id=\"\(extraction.document.id).m\(index + 1)\""
        #expect(xml.components(separatedBy: id).count == 2, "\(id) in \(xml)")
      }
    }
  }

  @Test(
    "tei_all takes it too",
    .enabled(if: ExternalTool.canCheckTEI || ExternalTool.isRequired, "no jing or tei_all"))
  func isValidTEI() throws {
    let jing = try #require(ExternalTool.find("jing"))
    let schema = try #require(ExternalTool.teiAll)
    try ExternalTool.withFolder { folder in
      let random = folder.appending(path: "random.xml")
      try Data(Self.corpus(Self.extractions(seed: 2, count: 300)).utf8).write(to: random)
      var files = [random.path]
      for (index, extraction) in Samples.all.enumerated() {
        let file = folder.appending(path: "\(index).xml")
        try Data(TEIExporterTests.write(extraction).utf8).write(to: file)
        files.append(file.path)
      }
      let result = jing.run([schema.path] + files)
      #expect(result.status == 0, "\(result.output.prefix(3000))")
    }
  }

  @Test(
    "an included corpus is TEI as well",
    .enabled(if: ExternalTool.canCheckTEI || ExternalTool.isRequired, "no jing or tei_all"))
  func corpusIncludes() throws {
    let jing = try #require(ExternalTool.find("jing"))
    let schema = try #require(ExternalTool.teiAll)
    let python = try #require(ExternalTool.find("python3"))
    let script = """
      import sys, xml.etree.ElementTree as tree, xml.etree.ElementInclude as include
      corpus = tree.parse(sys.argv[1])
      include.include(corpus.getroot(), base_url=sys.argv[1])
      corpus.write(sys.argv[2], encoding="utf-8", xml_declaration=True)
      """
    try ExternalTool.withFolder { folder in
      for (name, extraction) in [("1.xml", Samples.speech), ("2.xml", Samples.letter)] {
        try Data(TEIExporterTests.write(extraction).utf8).write(to: folder.appending(path: name))
      }
      let buffer = OutputBuffer()
      try TEIExporterTests.exporter.write(
        TEICorpus(id: "c", title: "Both", source: "in"), including: ["1.xml", "2.xml"], into: buffer)
      let corpus = folder.appending(path: "corpus.xml")
      try Data(buffer.bytes).write(to: corpus)
      let whole = folder.appending(path: "whole.xml")
      let made = python.run(["-c", script, corpus.path, whole.path])
      #expect(made.status == 0, "\(made.output)")
      let result = jing.run([schema.path, whole.path])
      #expect(result.status == 0, "\(result.output.prefix(3000))")
    }
  }

  @Test func corpusHoldsEachDocument() throws {
    let extractions = Self.extractions(seed: 3, count: 20)
    let xml = try Self.corpus(extractions)
    #expect(try TEIExporterTests.texts(in: xml).map(\.text) == extractions.map(\.document.text.string))
    let issues = Array(xml.utf8).withUnsafeBytes { TEIValidator().issues(in: $0, file: "a.xml") }
    #expect(issues.map(\.description) == [])
  }
}

extension ExternalTool {
  static var canCheckTEI: Bool { find("jing") != nil && teiAll != nil }
}
