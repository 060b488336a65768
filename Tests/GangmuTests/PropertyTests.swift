import DocumentModel
import Foundation
import TestSupport
import Testing
import TextProcessing

@testable import Gangmu

@Suite("Properties")
struct PropertyTests {
  /// What makes extractors work: digits, scales, marks, names, and what breaks texts.
  static let pieces = [
    "一是", "二是", "第一，", "第二，", "（一）", "（二）", "1.", "2.", "——", "首先，", "最后，", "2023年", "5月17日", "去年", "至", "—",
    "以来", "每", "前", "亿", "万", "3.5",
    "%", "元", "个", "公里", "多", "约", "百分之", "分之", "中吉乌", "、", "铁路", "口岸", "公路", "“", "”", "《", "》", "（", "）",
    "。", "，", "；", "\n", "\n\n",
    " ", "　", "\u{200B}", "\u{FEFF}", "\r\n", "\u{0}", "\u{FFFD}", "𫖯", "e\u{301}", "<b>", "&amp;", "]]>",
    "\"", "\\", "\u{1F600}", "十四五", "时期", "唐代", "4个坚持",
    "出口", "国内生产总值", "同比", "比上年", "分别", "增长", "降至", "从", "占", "的", "比重", "企业", "其中", "和", "高于",
  ]

  static func checks(_ string: String, _ worker: Worker, date: String? = "2023-05-19") throws {
    let document = TextReader.document(string, id: "t", date: date)
    let extraction = worker.extract(document)
    let fault = try ExtractionFault.find(in: extraction, bytes: Array(string.utf8))
    #expect(fault == nil, "\(string.debugDescription)")
  }

  @Test func anyTextOfPieces() throws {
    var generator = SeededGenerator(seed: 41)
    let worker = Worker(Seeds.pipeline)
    for _ in 0..<600 {
      let text = (0..<generator.below(60)).map { _ in generator.pick(Self.pieces) }.joined()
      try Self.checks(text, worker, date: generator.below(4) == 0 ? nil : "2024-02-29")
    }
  }

  @Test func anyScalars() throws {
    var generator = SeededGenerator(seed: 42)
    let worker = Worker(Seeds.pipeline)
    for _ in 0..<200 {
      try Self.checks(String(scalars: (0..<generator.below(200)).map { _ in generator.scalar() }), worker)
    }
  }

  /// A value that is no scalar can stand in a text that a program made; it is written as U+FFFD.
  @Test func valuesThatAreNoScalars() throws {
    var generator = SeededGenerator(seed: 43)
    let worker = Worker(Seeds.pipeline)
    for _ in 0..<100 {
      var scalars = "2023年完成投资3.5亿元。一是修渠，二是蓄水。".unicodeScalars.map(\.value)
      for _ in 0..<5 {
        scalars.insert(
          generator.pick([0xD800, 0xDFFF, 0x11_0000, .max, 0xFFFF]), at: generator.below(scalars.count))
      }
      var map = SourceMap()
      map.append(source: 0, width: 1, count: scalars.count)
      var document = TextReader.document("", id: "t", date: nil)
      document.text = DocumentText(scalars: scalars, sourceMap: map)
      document.paragraphs = [Paragraph(role: .body, span: document.text.span)]
      #expect(try ExtractionFault.find(in: worker.extract(document)) == nil)
    }
  }

  @Test func mutatedSeeds() throws {
    var generator = SeededGenerator(seed: 44)
    let worker = Worker(Seeds.pipeline)
    let seed = Array(String(decoding: try Seeds.files()[0], as: UTF8.self).unicodeScalars.map(\.value))
    for _ in 0..<60 {
      let start = generator.below(seed.count)
      var scalars = Array(seed[start..<min(seed.count, start + 200 + generator.below(1_500))])
      for _ in 0..<generator.below(30) {
        let place = generator.below(scalars.count)
        let end = min(scalars.count, place + generator.below(12))
        switch generator.below(4) {
        case 0: scalars.removeSubrange(place..<end)
        case 1: scalars.insert(contentsOf: generator.pick(Self.pieces).unicodeScalars.map(\.value), at: place)
        case 2: scalars.insert(contentsOf: scalars[place..<end], at: generator.below(scalars.count))
        default: if place < scalars.count { scalars[place] = generator.scalar() }
        }
      }
      let bytes = Array(String(scalars: scalars).utf8)
      guard let documents = try? Seeds.documents(bytes) else { continue }
      for document in documents {
        let fault = try ExtractionFault.find(in: worker.extract(document), bytes: bytes)
        #expect(fault == nil, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
      }
    }
  }

  @Test func brokenBytesAreReadOrRejected() throws {
    var generator = SeededGenerator(seed: 45)
    let worker = Worker(Seeds.pipeline)
    let seed = try Seeds.files()[0]
    for _ in 0..<60 {
      let start = generator.below(seed.count - 2_000)
      var bytes = Array(seed[start..<start + 400 + generator.below(800)])
      for _ in 0..<generator.below(4) {
        bytes[generator.below(bytes.count)] = UInt8(truncatingIfNeeded: generator.next())
      }
      guard let documents = try? Seeds.documents(bytes) else { continue }
      for document in documents {
        #expect(try ExtractionFault.find(in: worker.extract(document)) == nil)
      }
    }
  }

  @Test(arguments: [
    "一", "亿", "1", "十", "年", "5月", "一是", "第一，", "（一）", "2023年", "至", "—", "“", "《", "百分之", "3亿元至", "中吉乌、",
    "铁路", "上", " ", "\n", "一、", "每", "，",
    "1,000", "多", "前", "2023-", "12:", "𫖯", "中国",
  ])
  func longRuns(_ piece: String) throws {
    let worker = Worker(Seeds.pipeline)
    let run = String(repeating: piece, count: 2_000 / piece.count)
    try Self.checks(run, worker)
    try Self.checks("2023年投资" + run + "亿元，" + run, worker)
  }

  /// What was read before leaves no trace, and neither does who reads.
  @Test func extractionIsDeterministic() throws {
    var generator = SeededGenerator(seed: 46)
    let used = Worker(Seeds.pipeline)
    for _ in 0..<30 {
      let text = (0..<40).map { _ in generator.pick(Self.pieces) }.joined()
      let document = TextReader.document(text, id: "t", date: "2023-05-19")
      let first = ExtractionFault.rendered(used.extract(document))
      #expect(ExtractionFault.rendered(Worker(Seeds.pipeline).extract(document)) == first)
      #expect(ExtractionFault.rendered(used.extract(document)) == first)
    }
  }

  @Test func theSeedItself() throws {
    for bytes in try Seeds.files() {
      for document in try Seeds.documents(bytes) {
        let extraction = Worker(Seeds.pipeline).extract(document)
        #expect(try ExtractionFault.find(in: extraction, bytes: bytes) == nil)
      }
    }
  }
}
