package import DocumentModel
package import TextProcessing

/// A sort of fact: its name, and the typed functions that its rules name under `means`.
package struct Extractor: Sendable {
  /// Its name, which packs give as their `type`: that of the mentions it yields, or `list`.
  package let name: String

  /// The gazetteers that its functions look words up in, beside those that patterns name.
  package let gazetteers: [String]

  /// Makes its functions from the word lists of the rules.
  package let readings: @Sendable (RuleTables) -> [String: Reading]

  /// Creates an extractor.
  package init(
    _ name: String, gazetteers: [String] = [],
    readings: @escaping @Sendable (RuleTables) -> [String: Reading]
  ) {
    self.name = name
    self.gazetteers = gazetteers
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
  package var meaning: Meaning

  /// What a stretch of text means: a value of the model, or a mark that a series of points is made of.
  package enum Meaning: Sendable {
    case value(Value)
    case marker(ListMarker)
  }

  /// Creates a finding that is a mention.
  package init(_ range: Range<Int>, _ value: Value) {
    self.range = range
    self.meaning = .value(value)
  }

  /// Creates a finding that is a list marker.
  package init(_ range: Range<Int>, _ marker: ListMarker) {
    self.range = range
    self.meaning = .marker(marker)
  }
}

/// A mark before a point of a series: 一是, 第二, （三）, ——.
package struct ListMarker: Hashable, Sendable {
  /// The marks that continue each other: those of one family.
  package var family: String

  /// Its number, or nil for a mark without one.
  package var ordinal: Int?

  /// Whether it closes its series whatever number came before: 最后.
  package var isLast: Bool

  /// Creates a marker.
  package init(family: String, ordinal: Int?, isLast: Bool = false) {
    self.family = family
    self.ordinal = ordinal
    self.isLast = isLast
  }
}

/// A list marker in its place.
package struct PlacedMarker: Hashable, Sendable {
  /// Its place in the text.
  package var span: Span

  /// The rule that found it.
  package var rule: String

  /// The marker.
  package var marker: ListMarker
}

/// What a reading may look at beside its match.
///
/// One for each document, and a class, so that handing it to a reading copies nothing.
package final class Context {
  /// The document.
  package let document: Document

  /// Its text as it is matched.
  package let text: FoldedText

  /// The mentions accepted so far, in the order they were accepted: nearly that of the text.
  package internal(set) var mentions: [Mention] = []

  /// What readings keep of the document from one to the next.
  package var kept: AnyObject?

  /// The list markers accepted so far.
  package internal(set) var markers: [PlacedMarker] = []

  /// Creates a context.
  package init(document: Document, text: FoldedText) {
    self.document = document
    self.text = text
  }
}
