import DocumentModel

@testable import TextProcessing

/// Texts of our own, in the shapes that published ones have.
enum Fixtures {
  static let digest = String(repeating: "0123456789abcdef", count: 4)

  /// A speech with its lines broken at 40 columns, indents lost, a blank line after each line, and two pages.
  static let brokenSpeech = """
     携手保护江河湖海

    ——在第三届江河论坛上的主旨讲话

    王小明

    来源：水利网 2024-3-5

    各位来宾，朋友们：

    很高兴同大家一起讨论江河保护，也感谢

    论坛的各位组织者。2011年，我们在这里种

    下了第一批树，如今已经成林，为两岸的居

    民挡住了风沙。

    一是坚持共同规划。我们要把上下游、左

    右岸当作一个整体，先算生态账，再算经济
     账，不在一条河上各修各的坝。

    各位来宾！

    让我们一起努力。

    谢谢大家。
     王小明给少年河长们的回信

    来源：水利网 2024-3-6

    少年河长们：

    来信收到了，你们在河边写下的观察日

    记，我读了很高兴。

    王小明

    2024年 3月 5日

    """

  /// Two stories as one finds them in bulk.
  static let stories = """
    第一座湿地公园建成
    来源：水利网 2024-03-07

    水利部门今天宣布，湿地公园建成，面积达到12公顷。
    公园将于4月1日开放。

    第二条步道开放
    来源：水利网 2024-03-08

    步道全长3公里，今天开放。
    """

  /// What makes trouble: a character beyond the BMP, wide digits and blanks, zero width, a Latin word.
  static let oddities = "　　𫖯仰之间，去年１１月\u{200B}完成GDP 3.5亿元。\n　　第二段：café。"

  /// Reads all documents.
  static func read(
    _ bytes: [UInt8], path: String = "a.txt", options: ReaderOptions = ReaderOptions()
  ) throws(ReadingError) -> [Document] {
    Array(try DocumentReader(bytes: SourceBytes(bytes), path: path, sha256: digest, options: options))
  }

  static func read(_ text: String, path: String = "a.txt") throws(ReadingError) -> [Document] {
    try read(Array(text.utf8), path: path)
  }

  /// The paragraphs of a document as strings.
  static func paragraphs(_ document: Document) -> [String] {
    document.paragraphs.map { document.text[$0.span] }
  }

  /// The bytes of a text in UTF-16, with its mark.
  static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }
}
