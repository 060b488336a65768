import Foundation
import RuleEngine

/// Reads the rule packs and gazetteers of a user's folder.
enum RuleFolder {
  /// The files of a folder, by name.
  static func files(in folder: String) throws(PipelineError) -> [RuleFile] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw .folder(
        path: folder,
        reason: "no folder of rules can be read here; --rules takes a folder with *.yaml and *.tsv files")
    }
    var files: [RuleFile] = []
    for name in names where name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.hasSuffix(".tsv") {
      let path = folder + "/" + name
      guard let data = FileManager.default.contents(atPath: path) else {
        throw .folder(path: path, reason: "the file cannot be read")
      }
      guard let text = String(validating: data, as: UTF8.self) else {
        throw .folder(path: path, reason: "the file is not UTF-8")
      }
      files.append(RuleFile(path: path, content: .read(text), isBundled: false))
    }
    return files
  }
}
