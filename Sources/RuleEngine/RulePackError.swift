/// What is wrong with a rule pack or a gazetteer, and where.
package struct RulePackError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's name or path.
  package var file: String

  /// The line, from 1.
  package var line: Int

  /// What was found and what would be right.
  package var message: String

  /// Creates an error.
  package init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// `file:line: message`.
  package var description: String { "\(file):\(line): \(message)" }
}

/// All that is wrong with the packs that were read together.
package struct RulePackErrors: Error, Sendable, CustomStringConvertible {
  /// The errors, by file and line; at least one.
  package var errors: [RulePackError]

  /// The errors, one a line.
  package var description: String { errors.map(\.description).joined(separator: "\n") }
}

enum Suggestion {
  /// `; did you mean '…'?` for the nearest of the names, if one is near.
  static func text(for name: String, among names: some Sequence<String>) -> String {
    let near = names.map { ($0, distance(name, $0)) }
      .filter { $0.1 <= max(1, name.count / 3) }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }
    return near.map { "; did you mean '\($0.0)'?" } ?? ""
  }

  /// How many letters must be put in, taken out, changed or swapped with a neighbour.
  private static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a), b = Array(b)
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
