import DocumentModel
import Testing

@testable import TextProcessing

@Suite("TextDecoder")
struct TextDecoderTests {
  @Test(arguments: [false, true])
  func readsUTF16(_ bigEndian: Bool) throws {
    let bytes = Fixtures.utf16(Fixtures.oddities, bigEndian: bigEndian)
    let document = try #require(try Fixtures.read(bytes).first)
    #expect(document.source.encoding == (bigEndian ? "utf-16be" : "utf-16le"))
    #expect(document.text.string.hasPrefix("𫖯仰之间"))
    #expect(SourceMapping.fault(in: document, bytes: bytes) == nil)
  }

  @Test func readsGB18030() throws {
    // 中文，2024年 in two bytes each, 𫖯 and € beside them in four and two.
    let bytes: [UInt8] =
      [0xD6, 0xD0, 0xCE, 0xC4, 0xA3, 0xAC] + Array("2024".utf8)
      + [0xC4, 0xEA, 0xA2, 0xE3, 0x99, 0x30, 0x91, 0x31, 0xA1, 0xA3]
    let document = try #require(try Fixtures.read(bytes).first)
    #expect(document.source.encoding == "gb18030")
    #expect(document.text.string.hasPrefix("中文，2024年€"))
    #expect(document.text.count == 11)
    #expect(SourceMapping.fault(in: document, bytes: bytes) == nil)
  }

  @Test(
    arguments: [
      ([0x81, 0x30, 0x81, 0x30], 0x80), ([0x84, 0x31, 0xA4, 0x39], 0xFFFF),
      ([0x90, 0x30, 0x81, 0x30], 0x10000),
      ([0xE3, 0x32, 0x9A, 0x35], 0x10FFFF), ([0xA8, 0xBC], 0x1E3F), ([0x81, 0x35, 0xF4, 0x37], 0xE7C7),
      ([0xAA, 0xA1], 0xE000), ([0xA1, 0xA1], 0x3000), ([0xFE, 0xFE], 0xE4C5), ([0x81, 0x40], 0x4E02),
    ] as [([UInt8], UInt32)])
  func knowsGB18030(_ bytes: [UInt8], _ scalar: UInt32) {
    let found = bytes.withUnsafeBufferPointer { GB18030Reader.scalar(in: $0, at: 0) }
    #expect(found?.scalar == scalar)
    #expect(found?.width == bytes.count)
  }

  @Test(
    arguments: [
      (
        Array("中文正文".utf8) + [0xC3, 0x28],
        "a.txt: byte 12: 0xC3 begins a UTF-8 sequence of 2 bytes, but 0x28 does not continue it; "
          + "UTF-8, GB18030 and UTF-16 with a byte order mark can be read"
      ),
      (
        Array("中文正文".utf8) + [0xFF],
        "a.txt: byte 12: 0xFF does not begin a UTF-8 sequence; "
          + "UTF-8, GB18030 and UTF-16 with a byte order mark can be read"
      ),
      (
        Array("中文正文".utf8.dropLast()),
        "a.txt: byte 9: 0xE6 begins a UTF-8 sequence of 3 bytes, but the text ends inside it; "
          + "UTF-8, GB18030 and UTF-16 with a byte order mark can be read"
      ),
      (
        [0x7F, 0x45, 0x4C, 0x46, 0x00, 0x01],
        "a.txt: byte 4: 0x00 does not occur in text; this looks like a binary file, convert it to text first"
      ),
      (
        [0xFF, 0xFE, 0x2D, 0x4E, 0x2D],
        "a.txt: byte 4: a UTF-16 text ends with half a unit; its length should be even"
      ),
      (
        [0xFE, 0xFF, 0xD8, 0x00, 0x4E, 0x2D],
        "a.txt: byte 2: half a surrogate pair is no character in UTF-16; both halves should stand together"
      ),
    ] as [([UInt8], String)])
  func refuses(_ bytes: [UInt8], _ message: String) {
    #expect {
      try Fixtures.read(bytes)
    } throws: { error in
      (error as? ReadingError)?.description == message
    }
  }

  @Test func namesTheBrokenByteOfGB18030() {
    let text = (0..<40).flatMap { _ in [0xD6, 0xD0, 0xCE, 0xC4] as [UInt8] }
    #expect {
      try Fixtures.read(text + [0xFF, 0x0A])
    } throws: { error in
      (error as? ReadingError)?.description
        == "a.txt: byte 160: 0xFF does not begin a GB18030 sequence; save it as GB18030 or UTF-8 again"
    }
  }

  @Test func refusesWhatTheCallerNamed() {
    #expect {
      try Fixtures.read([0xD6, 0xD0, 0x81], options: ReaderOptions(encoding: .gb18030))
    } throws: { error in
      (error as? ReadingError)?.description
        == "a.txt: byte 2: 0x81 does not begin a GB18030 sequence; save it as GB18030 or UTF-8 again"
    }
  }

  @Test func neverTrapsOnMutations() {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let seeds = [
      Fixtures.brokenSpeech, Fixtures.stories, Fixtures.oddities, MarkupTests.page, MarkupTests.notes,
    ]
    let paths = ["a.txt", "a.html", "a.md"]
    for round in 0..<300 {
      var bytes = Array(seeds[round % seeds.count].utf8)
      for _ in 0..<random(8) {
        let place = random(bytes.count)
        switch random(3) {
        case 0: bytes[place] = UInt8(random(256))
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8(random(128)), at: place)
        }
      }
      guard let documents = try? Fixtures.read(bytes, path: paths[random(3)]) else { continue }
      for document in documents {
        #expect(SourceMapping.fault(in: document, bytes: bytes, isMarkup: true) == nil)
      }
    }
  }
}
