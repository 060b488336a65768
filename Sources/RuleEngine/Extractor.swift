package import DocumentModel
package import TextProcessing

/// A sort of fact: its name, and the typed functions that its rules name under `means`.
package struct Extractor: Sendable {
  /// The type of mention that it yields, which is also the name of its pack.
  package let type: MentionType

  /// Makes its functions from the word lists of the rules.
  package let readings: @Sendable (RuleTables) -> [String: Reading]

  /// Creates an extractor.
  package init(_ type: MentionType, readings: @escaping @Sendable (RuleTables) -> [String: Reading]) {
    self.type = type
    self.readings = readings
  }
}

/// What a match means: one finding, several where parts share a head, or none where the match is no fact.
package typealias Reading = @Sendable (Match, Context) -> [Finding]

/// One fact that a match states.
package struct Finding: Sendable {
  /// Its place in the folded text.
  package var range: Range<Int>

  /// What it means.
  package var value: Value

  /// Creates a finding.
  package init(_ range: Range<Int>, _ value: Value) {
    self.range = range
    self.value = value
  }
}

/// What a reading may look at beside its match.
package struct Context {
  /// The document.
  package let document: Document

  /// Its text as it is matched.
  package let text: FoldedText

  /// The mentions accepted so far, in the order they were accepted: nearly that of the text.
  package internal(set) var mentions: [Mention] = []

  /// Creates a context.
  package init(document: Document, text: FoldedText) {
    self.document = document
    self.text = text
  }
}
