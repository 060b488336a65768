package import DocumentModel
package import TextProcessing

/// A stretch of text that a rule's pattern fits, with its captures.
package struct Match: Sendable {
  /// The id of the rule.
  package let rule: String

  /// The stretch, in the folded text.
  package let range: Range<Int>

  /// The names of the captures.
  package let names: [String]

  /// What each capture covers, in the folded text.
  package let captures: [Range<Int>?]

  /// The mentions that each capture covers, for rules over mentions.
  package let mentions: [[Mention]]

  /// The folded text.
  package let text: FoldedText

  /// What a capture covers, or nil when it took no part.
  package func range(_ name: String) -> Range<Int>? {
    names.firstIndex(of: name).flatMap { captures[$0] }
  }

  /// The folded units of a capture, or nil when it took no part.
  package subscript(name: String) -> ArraySlice<UInt16>? {
    range(name).map { text.units[$0] }
  }

  /// The folded text of a capture.
  package func string(_ name: String) -> String? {
    self[name].map { String(decoding: $0, as: UTF16.self) }
  }

  /// The mentions that a capture of a rule over mentions covers.
  package func mentions(in name: String) -> [Mention] {
    names.firstIndex(of: name).map { mentions.indices.contains($0) ? mentions[$0] : [] } ?? []
  }
}
