import DocumentModel
import Foundation
import Gangmu
import TextProcessing

/// A text to measure with.
struct Sample {
  /// Its bytes.
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(path: String) throws { bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

  /// One character over and over.
  init(of character: String, bytes count: Int) {
    let unit = Array(character.utf8)
    bytes = Array((0..<max(1, count / unit.count)).map { _ in unit }.joined())
  }

  /// All seed documents, one behind the other.
  static func seed(in folder: String) throws -> Sample {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let texts = try names.filter { $0.hasSuffix(".txt") }.map { try Sample(path: "\(folder)/\($0)").bytes }
    return Sample(Array(texts.joined(separator: Array("\n\n".utf8))))
  }

  /// The text over and over, as many times as it takes to have so many bytes.
  func repeated(toBytes count: Int) -> Sample {
    let times = max(1, (count + bytes.count - 1) / bytes.count)
    return Sample(Array((0..<times).map { _ in bytes + [0x0A, 0x0A] }.joined()))
  }

  /// The number of megabytes.
  var megabytes: Double { Double(bytes.count) / 1_000_000 }

  /// The documents in it, read.
  func documents() throws -> [Document] {
    let reader = try DocumentReader(bytes: SourceBytes(bytes), path: "-", sha256: "0123456789abcdef")
    return Array(reader)
  }
}
