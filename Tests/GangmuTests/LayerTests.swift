import Foundation
import Testing

/// Imports point down only, and what is named at the edge stays there.
@Suite("Layers")
struct LayerTests {
  /// What the files of each module may import.
  static let layers: [String: Set<String>] = [
    "DocumentModel": [],
    "TextProcessing": ["DocumentModel", "Glibc", "Musl", "Darwin"],
    "RuleSource": ["Yams"],
    "RuleEngine": [
      "DocumentModel", "TextProcessing", "RuleSource", "Synchronization", "Dispatch", "Glibc", "Musl",
      "Darwin",
    ],
    "Extractors": ["DocumentModel", "TextProcessing", "RuleEngine"],
    "Exporters": ["DocumentModel", "CLibXML2"],
    "Gangmu": [
      "DocumentModel", "TextProcessing", "RuleEngine", "Extractors", "Exporters", "Crypto", "Foundation",
      "Synchronization", "Glibc", "Musl", "Darwin",
    ],
  ]

  /// The few files that may import what stands at an edge.
  static let edges: [String: Set<String>] = [
    "Yams": ["PackNode+YAML.swift"],
    "Dispatch": ["Background.swift"],
    "CLibXML2": ["SafeXMLParser.swift", "XMLWriter.swift", "TEIValidator.swift"],
    "Crypto": ["PackDigest.swift", "Pipeline.swift"],
  ]

  /// The modules that a file imports.
  static func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
        words[..<place].allSatisfy({
          ["public", "package", "internal", "private", "fileprivate"].contains($0) || $0.hasPrefix("@")
        })
      else { return nil }
      return words[place + 1].split(separator: ".").first.map(String.init)
    }
  }

  static func files(of module: String) -> [URL] {
    let folder = Seeds.root.appending(path: "Sources").appending(path: module)
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
  }

  @Test(arguments: layers.keys.sorted())
  func importsOnlyWhatLiesBelow(_ module: String) throws {
    let allowed = try #require(Self.layers[module])
    let files = Self.files(of: module)
    #expect(!files.isEmpty)
    for file in files {
      let wrong = try Self.imports(of: file).filter { !allowed.contains($0) }
      #expect(wrong == [], "\(module)/\(file.lastPathComponent)")
    }
  }

  @Test(arguments: edges.keys.sorted())
  func whatIsForeignStaysAtTheEdge(_ foreign: String) throws {
    var importers: Set<String> = []
    for module in Self.layers.keys.sorted() where module != "Gangmu" || foreign == "Crypto" {
      for file in Self.files(of: module) where try Self.imports(of: file).contains(foreign) {
        importers.insert(file.lastPathComponent)
      }
    }
    #expect(importers.isSubset(of: Self.edges[foreign] ?? []), "\(importers)")
  }

  @Test func everyModuleHasItsLayer() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Seeds.root.appending(path: "Sources").path)
    let tools: Set<String> = ["CLibXML2", "gangmu-cli", "gangmu-benchmark", "embed-resources"]
    #expect(Set(folders.filter { !$0.hasPrefix(".") }).subtracting(tools) == Set(Self.layers.keys))
  }
}
