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
  /// The suffixes of tables, which are no documents: folders of documents list them in such files.
  static let tables = [".tsv", ".csv"]

  /// The files, in order; those of a folder by name, folder by folder, without hidden files and tables.
  package static func files(at paths: [String]) -> [InputFile] {
    var files: [InputFile] = []
    for path in paths {
      var isFolder: ObjCBool = false
      if path == "-" {
        files.append(InputFile(path: path, name: "stdin"))
      } else if !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
        files.append(InputFile(path: path, name: path, problem: "no such file or folder"))
      } else if isFolder.boolValue {
        walk(path, name: "", into: &files)
      } else {
        files.append(InputFile(path: path, name: stem(lastPart(of: path))))
      }
    }
    return files
  }

  private static func walk(_ folder: String, name: String, into files: inout [InputFile]) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      files.append(InputFile(path: folder, name: name, problem: "the folder cannot be read"))
      return
    }
    // By bytes: the order must not depend on a locale.
    for entry in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !entry.hasPrefix(".")
    {
      let path = folder.hasSuffix("/") ? folder + entry : folder + "/" + entry
      let place = name.isEmpty ? entry : name + "/" + entry
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        files.append(InputFile(path: path, name: stem(place), problem: "the link leads nowhere"))
        continue
      }
      if isFolder.boolValue {
        guard !isLink(path) else { continue }
        walk(path, name: place, into: &files)
      } else if !tables.contains(where: entry.hasSuffix) {
        files.append(InputFile(path: path, name: stem(place)))
      }
    }
  }

  /// Folders behind links are not walked: they may lead back.
  private static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// A path without the suffix of its last part.
  private static func stem(_ path: String) -> String {
    let last = lastPart(of: path)
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return path }
    return String(path.dropLast(last.distance(from: dot, to: last.endIndex)))
  }
}
