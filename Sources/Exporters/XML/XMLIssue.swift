/// Something wrong with a piece of XML, and where.
package struct XMLIssue: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as it was named to the reader.
  package var file: String

  /// The line, from 1; 0 where it is not known.
  package var line: Int

  /// What is wrong, in one line.
  package var message: String

  /// Creates an issue.
  package init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// As compilers write it: `a.xml:3: no element 'q' here`.
  package var description: String { "\(file):\(line): \(message)" }
}
