/// What the caller knows of an input.
package struct ReaderOptions: Sendable {
  /// The encoding; found from the bytes when nil.
  package var encoding: TextEncoding?

  /// The format.
  package var format: InputFormat

  /// The day, with a time or not, that relative dates count from in documents that carry none.
  package var referenceDate: String?

  /// Creates options.
  package init(encoding: TextEncoding? = nil, format: InputFormat = .auto, referenceDate: String? = nil) {
    self.encoding = encoding
    self.format = format
    self.referenceDate = referenceDate
  }
}

/// The formats that documents are read from.
package enum InputFormat: String, CaseIterable, Sendable {
  /// Found from the content.
  case auto
  case text
  case html
  case markdown
}
