import DocumentModel
import Foundation
import Testing

@testable import TextProcessing

/// The documents in `seeds/`, and those beside the repository when they are there.
@Suite("Published documents")
struct SeedTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func files(below folder: URL) -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? [])
      .filter { ["txt", "html", "md", "xml"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }

  static let seeds = files(below: root.appending(path: "seeds"))

  static let shared: [URL] = {
    let named = ProcessInfo.processInfo.environment["GANGMU_SHARED"].map { URL(filePath: $0) }
    let folder = named ?? root.deletingLastPathComponent().appending(path: "shared")
    return files(below: folder.appending(path: "corpus"))
  }()

  @Test(arguments: seeds + shared)
  func leadsBackToTheSource(_ file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    let documents = try Fixtures.read(bytes, path: file.lastPathComponent)
    #expect(!documents.isEmpty)
    let isMarkup = ["html", "xml"].contains(file.pathExtension)
    var end = 0
    for document in documents {
      #expect(
        SourceMapping.fault(in: document, bytes: bytes, isMarkup: isMarkup) == nil,
        "\(file.lastPathComponent)")
      #expect(document.source.bytes.start >= end)
      end = document.source.bytes.end
    }
  }

  @Test func readsTheSeed() throws {
    let file = try #require(SeedTests.seeds.first { $0.lastPathComponent.hasPrefix("000_") })
    let documents = try Fixtures.read([UInt8](try Data(contentsOf: file)))
    #expect(documents.map(\.kind) == [.speech, .letter, .news, .news])
    #expect(documents.map(\.paragraphs.count) == [38, 7, 13, 7])
    #expect(documents.map(\.publisher) == ["新华网", "新华网", "新华社", "人民日报"])
    #expect(documents.map(\.published) == ["2023-05-19", "2023-05-24", "2023-05-17", "2023-05-25"])
    #expect(documents.map(\.referenceDate) == ["2023-05-19", "2023-05-23", "2023-05-17", "2023-05-25"])
    #expect(documents.map(\.authors) == [["习近平"], ["习近平"], [], []])
    #expect(documents[0].title == "携手建设守望相助、共同发展、普遍安全、世代友好的中国－中亚命运共同体")
    #expect(documents[0].subtitle == "在中国－中亚峰会上的主旨讲话")
    #expect(documents[1].addressee == "澳门科技大学的师生们")
    #expect(documents[1].signed == "2023-05-23")
    #expect(documents[1].paragraphs.first?.page == 5)
    #expect(documents[3].paragraphs.first?.page == 10)
  }
}
