import DocumentModel
import Foundation
import TextProcessing

@testable import Gangmu

/// The documents in `seeds/`, and the program's rules, compiled once for all tests.
enum Seeds {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let pipeline: Pipeline = {
    do { return try Pipeline() } catch {
      fatalError("the rules that come with the program are wrong: \(error)")
    }
  }()

  /// The bytes of the seed's files, by name.
  static func files() throws -> [[UInt8]] {
    let folder = root.appending(path: "seeds")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
      .sorted()
      .map { [UInt8](try Data(contentsOf: folder.appending(path: $0))) }
  }

  /// The documents of some bytes, taken as plain text.
  static func documents(_ bytes: [UInt8]) throws(ReadingError) -> [Document] {
    let digest = bytes.withUnsafeBytes { Digest.sha256($0) }
    return Array(
      try DocumentReader(
        bytes: SourceBytes(bytes), path: "seed.txt", sha256: digest, options: ReaderOptions(format: .text)))
  }

  /// What is found in the seed.
  static func extractions() throws -> [Extraction] {
    let worker = Worker(pipeline)
    return try files().flatMap { try documents($0) }.map(worker.extract)
  }
}
