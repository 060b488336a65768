import Foundation

/// A file to read, or why there is none at a path.
package struct InputFile: Hashable, Sendable {
  /// The path, as it was given or as it is reached from a folder that was given; `-` for standard input.
  package var path: String

  /// What its results are named after: the path below the folder that was given, without the suffix.
  package var name: String

  /// Why it cannot be read, if that is known before it is opened.
  package var problem: String?

  /// Whether it is standard input.
  package var isStandardInput: Bool { path == "-" }
}

/// Finds the files behind the paths that a user gives.
package enum InputWalker {
  /// What to look for in a folder.
  package enum Sort: Sendable {
    /// All but tables and datasets, which lie beside documents to list them, or as what was made of them.
    case documents
    /// What is written: datasets and TEI.
    case results

    func includes(_ name: String) -> Bool {
      switch self {
      case .documents: ![".tsv", ".csv", ".json"].contains(where: name.hasSuffix)
      case .results: [".json", ".jsonl", ".ndjson", ".xml"].contains(where: name.hasSuffix)
      }
    }
  }

  /// The files, in order; those of a folder by name, folder by folder, without hidden files.
  ///
  /// - Parameters:
  ///   - sort: what to look for in folders; a file that is named itself is always read.
  ///   - output: the file or folder that results go to, so that a run does not read its own.
  package static func files(
    at paths: [String], _ sort: Sort = .documents, writingTo output: String? = nil
  ) -> [InputFile] {
    let walker = Walker(sort: sort, output: output.flatMap(FilePath.resolved))
    var files: [InputFile] = []
    for path in paths {
      var isFolder: ObjCBool = false
      if path == "-" {
        files.append(InputFile(path: path, name: "stdin"))
      } else if !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
        files.append(InputFile(path: path, name: path, problem: "no such file or folder"))
      } else if isFolder.boolValue {
        walker.walk(path, name: "", into: &files)
      } else {
        files.append(InputFile(path: path, name: stem(lastPart(of: path))))
      }
    }
    return files
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// A path without the suffix of its last part.
  fileprivate static func stem(_ path: String) -> String {
    let last = lastPart(of: path)
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return path }
    return String(path.dropLast(last.distance(from: dot, to: last.endIndex)))
  }
}

/// Walks folders.
private struct Walker {
  let sort: InputWalker.Sort
  /// What is passed by.
  let output: String?

  func walk(_ folder: String, name: String, into files: inout [InputFile]) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      files.append(InputFile(path: folder, name: name, problem: "the folder cannot be read"))
      return
    }
    // By bytes: the order must not depend on a locale.
    for entry in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !entry.hasPrefix(".")
    {
      let path = folder.hasSuffix("/") ? folder + entry : folder + "/" + entry
      guard output == nil || FilePath.resolved(path) != output else { continue }
      let place = name.isEmpty ? entry : name + "/" + entry
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        files.append(InputFile(path: path, name: InputWalker.stem(place), problem: "the link leads nowhere"))
        continue
      }
      if isFolder.boolValue {
        guard !isLink(path) else { continue }
        walk(path, name: place, into: &files)
      } else if sort.includes(entry) {
        files.append(InputFile(path: path, name: InputWalker.stem(place)))
      }
    }
  }

  /// Folders behind links are not walked: they may lead back.
  private func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }
}
