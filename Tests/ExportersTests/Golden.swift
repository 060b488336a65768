import Foundation
import Testing

/// Recorded output, in `Golden/` beside the tests.
///
/// `GANGMU_RECORD=1 swift test` records what is written now and fails, so that a recording is looked at.
enum Golden {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static func expect(
    _ found: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["GANGMU_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(found.utf8).write(to: file)
      Issue.record("recorded \(name); look at the difference", sourceLocation: sourceLocation)
      return
    }
    let wanted = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    guard Array(wanted.utf8) != Array(found.utf8) else { return }
    let difference = zip(wanted.split(separator: "\n"), found.split(separator: "\n")).first { $0 != $1 }
    Issue.record(
      "\(name): recorded \(difference?.0.prefix(300) ?? "…"), written \(difference?.1.prefix(300) ?? "…")",
      sourceLocation: sourceLocation)
  }
}
