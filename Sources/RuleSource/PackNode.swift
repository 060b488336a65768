/// A part of a rule pack as it is written: a scalar, a sequence or a mapping, with its place in the file.
package struct PackNode: Hashable, Sendable {
  /// What it holds.
  package let content: Content

  /// The line that it begins in, from 1.
  package let line: Int

  /// What a part holds.
  package enum Content: Hashable, Sendable {
    case scalar(String)
    case sequence([PackNode])
    case mapping([Pair])
  }

  /// A key of a mapping and its value.
  package struct Pair: Hashable, Sendable {
    package let key: PackNode
    package let value: PackNode
  }

  init(_ content: Content, line: Int) {
    self.content = content
    self.line = line
  }

  /// The text of a scalar.
  package var scalar: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// The elements of a sequence.
  package var sequence: [PackNode]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  /// The pairs of a mapping, in order.
  package var mapping: [Pair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }
}

/// Why a pack cannot be read as one.
package struct PackSourceError: Error, Hashable, Sendable {
  /// The line that it stands in, from 1.
  package let line: Int

  /// What is wrong there.
  package let problem: String
}
