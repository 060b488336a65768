import Exporters
import Foundation

/// A file on its way, or standard output.
///
/// A file appears under its name only when it is whole: until then its bytes are in a hidden file beside it.
final class OutputFile {
  private let path: String
  private var descriptor: Int32
  /// The hidden file, and the one that it becomes; nil when bytes are written straight to their end.
  private var draft: (path: String, target: String)?
  private let buffer = OutputBuffer(capacity: 1 << 18)
  private static let chunk = 1 << 17

  /// Opens a file for writing; nil stands for standard output.
  init(_ path: String?) throws(FileError) {
    guard let path, path != "-" else {
      self.path = "standard output"
      descriptor = STDOUT_FILENO
      return
    }
    self.path = path
    // A link stays a link: what it leads to is replaced.
    let target = FilePath.resolved(path)
    var status = stat()
    let exists = stat(path, &status) == 0
    guard !exists || status.st_mode & S_IFMT == S_IFREG else {
      // A device or a pipe cannot be replaced.
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileError(path, errno) }
      return
    }
    let place = target ?? path
    let folder = place.lastIndex(of: "/").map { String(place[...$0]) } ?? ""
    if folder.count > 1 { try OutputFile.makeFolder(String(folder.dropLast())) }
    let hidden = folder + ".gangmu-\(getpid())-\(place.dropFirst(folder.count))".prefix(200)
    descriptor = open(
      hidden, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, exists ? status.st_mode & 0o777 : 0o666)
    guard descriptor >= 0 else { throw FileError(path, errno) }
    draft = (hidden, place)
  }

  deinit { abandon() }

  /// Makes a folder with all above it.
  static func makeFolder(_ path: String) throws(FileError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      let isTaken = FileManager.default.fileExists(atPath: path)
      throw FileError(path, reason: isTaken ? "is a file; a folder is needed" : "the folder cannot be made")
    }
  }

  /// Appends bytes.
  func append(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    buffer.append(bytes)
    if buffer.count >= OutputFile.chunk { try flush() }
  }

  /// Lets a writer append bytes.
  func append(_ write: (OutputBuffer) -> Void) throws(FileError) {
    write(buffer)
    if buffer.count >= OutputFile.chunk { try flush() }
  }

  /// Writes the rest and gives the file its name.
  func close() throws(FileError) {
    try flush()
    guard descriptor > STDERR_FILENO else { return }
    let status = Foundation.close(descriptor)
    descriptor = -1
    guard status == 0 else { throw failure() }
    guard let draft else { return }
    guard rename(draft.path, draft.target) == 0 else { throw failure() }
    self.draft = nil
  }

  /// Leaves nothing of the file behind.
  func abandon() {
    if descriptor > STDERR_FILENO { _ = Foundation.close(descriptor) }
    descriptor = -1
    if let draft { unlink(draft.path) }
    draft = nil
  }

  private func failure() -> FileError { FileError(path, errno) }

  private func flush() throws(FileError) {
    guard descriptor >= 0 else { return }
    defer { buffer.removeAll() }
    var problem: FileError?
    buffer.withBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty, problem == nil {
        let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          problem = failure()
        }
      }
    }
    if let problem { throw problem }
  }
}
