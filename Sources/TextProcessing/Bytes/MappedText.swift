/// A text in UTF-8 with the way back to the source that it was made from.
///
/// Whatever the encoding or the markup of a source, everything behind this type sees plain UTF-8.
struct MappedText: Sendable {
  /// The text. Valid UTF-8 without NUL.
  var bytes: SourceBytes

  /// Where the text begins, behind a byte order mark.
  var start: Int

  /// The way back; nil when the text itself stands in the source.
  var map: OffsetMap?

  /// Where it stands there.
  var base = 0

  /// The offsets at which the markup begins another document.
  var documentStarts: [Int] = []

  /// Whether one line is one paragraph for sure, because markup said so.
  var linesAreParagraphs = false

  /// The place in the source of the character that begins at a byte.
  @inline(__always)
  func place(of offset: Int, length: Int, hint: inout Int) -> (source: Int, width: Int) {
    guard let map else { return (base + offset, length) }
    return map.place(of: offset, hint: &hint)
  }
}
