import Foundation
import TextProcessing

/// Brings the bytes of files into memory.
enum FileBytes {
  /// Files up to this size are read, larger ones mapped.
  private static let largestRead = 1 << 20

  /// The bytes of a file, or all of standard input where the path is `-`.
  static func read(_ path: String) throws(FileError) -> SourceBytes {
    if path == "-" { return try all(of: STDIN_FILENO, path: path, expecting: 0) }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileError(path, errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileError(path, errno) }
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    let size = Int(status.st_size)
    if isRegular, size > largestRead, let mapped = map(file, size: size) { return mapped }
    return try all(of: file, path: path, expecting: isRegular ? size : 0)
  }

  private static func map(_ file: Int32, size: Int) -> SourceBytes? {
    guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), base != MAP_FAILED else { return nil }
    madvise(base, size, MADV_SEQUENTIAL)
    nonisolated(unsafe) let mapping = base
    return SourceBytes(UnsafeRawBufferPointer(start: base, count: size)) { munmap(mapping, size) }
  }

  /// Reads to the end, into room that grows in place where the system can do that.
  private static func all(of file: Int32, path: String, expecting size: Int) throws(FileError) -> SourceBytes
  {
    var capacity = max(size + 1, 1 << 16)
    var bytes = malloc(capacity)
    var count = 0
    while true {
      if count == capacity {
        capacity *= 2
        bytes = realloc(bytes, capacity)
      }
      guard let room = bytes else { throw FileError(path, ENOMEM) }
      let more = Foundation.read(file, room + count, capacity - count)
      if more < 0, errno == EINTR { continue }
      guard more >= 0 else {
        let problem = FileError(path, errno)
        free(room)
        throw problem
      }
      if more == 0 {
        nonisolated(unsafe) let owned = room
        return SourceBytes(UnsafeRawBufferPointer(start: room, count: count)) { free(owned) }
      }
      count += more
    }
  }
}

/// Why a file cannot be read or written.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path as it was given.
  package var path: String

  /// What is wrong.
  package var reason: String

  /// Whether the reader of a pipe went away, which is no fault of anyone.
  package var isClosedPipe: Bool

  init(_ path: String, _ number: Int32) {
    self.path = path
    reason =
      switch number {
      case ENOENT: "no such file or folder"
      case EACCES: "permission denied"
      case EISDIR: "is a folder"
      case ENOTDIR: "a part of the path is no folder"
      case ENOSPC: "no space left on the device"
      default: String(cString: strerror(number))
      }
    isClosedPipe = number == EPIPE
  }

  init(_ path: String, reason: String) {
    self.path = path
    self.reason = reason
    isClosedPipe = false
  }

  /// `PATH: what is wrong`.
  package var description: String { "\(path): \(reason)" }
}
