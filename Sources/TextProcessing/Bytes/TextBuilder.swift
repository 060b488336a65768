/// Builds a ``MappedText`` character by character.
struct TextBuilder {
  /// The text so far.
  private(set) var bytes: [UInt8] = []

  private var map = OffsetMap()

  /// Creates an empty text with room for so many bytes.
  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  /// Appends a character that takes `width` bytes at `source`.
  mutating func append(_ scalar: UInt32, source: Int, width: Int) {
    let before = bytes.count
    UTF8Reader.append(scalar, to: &bytes)
    map.append(length: bytes.count - before, source: source, width: width)
  }

  /// Whether the last line has something on it.
  var endsInsideLine: Bool { bytes.last.map { $0 != 0x0A } ?? false }

  /// The finished text.
  func text() -> MappedText {
    MappedText(bytes: SourceBytes(bytes), start: 0, map: map)
  }
}
