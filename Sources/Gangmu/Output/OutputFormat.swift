/// The formats that results are written in, by the names of the command line.
package enum OutputFormat: String, CaseIterable, Sendable {
  /// One dataset.
  case json
  /// One document a line.
  case jsonl
  /// TEI P5.
  case tei

  /// The suffix of its files.
  var suffix: String { self == .tei ? "xml" : rawValue }
}
