import Foundation
import Testing

/// The built command, run as a process.
enum Tool {
  /// The root of the package.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The executable, beside the tests'.
  static let executable: URL = {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "gangmu")
    let usual = root.appending(path: ".build/debug/gangmu")
    return FileManager.default.isExecutableFile(atPath: beside.path) ? beside : usual
  }()

  /// What a process left.
  struct Result {
    var status: Int32
    var output: String
    var errors: String

    /// The standard output as JSON.
    var json: [String: Any] { (try? Tool.object(output)) ?? [:] }

    /// The lines of standard output as JSON.
    var lines: [[String: Any]] {
      output.split(separator: "\n").map { (try? Tool.object(String($0))) ?? [:] }
    }
  }

  /// Runs `gangmu`.
  static func run(
    _ arguments: [String], input: String = "", in folder: URL = root, environment: [String: String] = [:]
  ) throws -> Result {
    try run(executable, arguments, input: Data(input.utf8), in: folder, environment: environment)
  }

  /// Runs a program with bytes for standard input.
  static func run(
    _ executable: URL, _ arguments: [String], input: Data = Data(), in folder: URL = root,
    environment: [String: String] = [:]
  ) throws -> Result {
    try withFolder { scratch in
      let process = Process()
      process.executableURL = executable
      process.arguments = arguments
      process.currentDirectoryURL = folder
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      // Files rather than pipes: nothing has to read and write at once.
      func file(_ name: String, _ data: Data = Data()) throws -> URL {
        let url = scratch.appending(path: name)
        try data.write(to: url)
        return url
      }
      let output = try file("output")
      let errors = try file("errors")
      process.standardInput = try FileHandle(forReadingFrom: file("input", input))
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      process.waitUntilExit()
      return Result(
        status: process.terminationStatus,
        output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
        errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
  }

  /// A folder that is removed when `body` is done.
  static func withFolder<R>(_ body: (URL) throws -> R) throws -> R {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gangmu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}

extension URL {
  /// The file of that path below a folder, with a text written into it.
  @discardableResult
  func file(_ path: String, _ text: String) throws -> URL {
    try file(path, Data(text.utf8))
  }

  /// The file of that path below a folder, with bytes written into it.
  @discardableResult
  func file(_ path: String, _ data: Data) throws -> URL {
    let url = appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return url
  }

  /// The paths of all files below a folder, sorted.
  var files: [String] {
    let names = FileManager.default.subpaths(atPath: path) ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: appending(path: name).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// The text of the file of that path below a folder.
  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: appending(path: path)), as: UTF8.self)
  }
}

extension [String: Any] {
  /// The texts of the mentions of a document.
  var mentions: [String] { (self["mentions"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String } }

  /// The documents of a dataset.
  var documents: [[String: Any]] { self["documents"] as? [[String: Any]] ?? [] }
}
