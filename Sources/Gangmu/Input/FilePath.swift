import Foundation

/// Paths of files.
enum FilePath {
  /// Where a path leads, all links followed, or nil when nothing is there.
  static func resolved(_ path: String) -> String? {
    realpath(path, nil).map { resolved in
      defer { free(resolved) }
      return String(cString: resolved)
    }
  }
}
