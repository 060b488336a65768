import Foundation

/// How long one run of the tool takes, from start to end.
struct StartToEnd {
  let tool: URL

  func rows(for seeds: String) throws -> [Table.Row] {
    guard FileManager.default.isExecutableFile(atPath: tool.path) else { return [] }
    let nothing = try Clock.time { try run(["--version"]) }
    let seed = try Clock.time { try run(["extract", seeds]) }
    return [
      Table.Row(name: "gangmu --version, start to end", value: nothing * 1000, unit: "ms"),
      Table.Row(name: "gangmu extract \(seeds), start to end", value: seed * 1000, unit: "ms"),
    ]
  }

  /// Runs the tool; Foundation's `Process` looks only now and then whether it is done.
  private func run(_ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var strings = ([tool.path] + arguments).map { strdup($0) }
    strings.append(nil)
    defer { for string in strings { free(string) } }
    var process = pid_t()
    let failure = posix_spawn(&process, tool.path, &actions, nil, strings, environ)
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}
