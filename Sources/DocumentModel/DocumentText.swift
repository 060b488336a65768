/// A document's text: its Unicode scalars, and where each came from.
///
/// Offsets into it are what every ``Span`` counts, so slicing is indexing.
public struct DocumentText: Hashable, Sendable {
  /// The values of the Unicode scalars.
  public let scalars: [UInt32]

  /// The way back to the bytes of the source.
  public let sourceMap: SourceMap

  /// Creates a text. The map must have one entry a scalar.
  public init(scalars: [UInt32], sourceMap: SourceMap) {
    precondition(scalars.count == sourceMap.count, "every scalar needs a place in the source")
    self.scalars = scalars
    self.sourceMap = sourceMap
  }

  /// Creates the text of a string that stands as UTF-8 at byte `offset` of its source.
  public init(_ string: String, at offset: Int = 0) {
    var scalars: [UInt32] = []
    var map = SourceMap()
    var place = offset
    for scalar in string.unicodeScalars {
      scalars.append(scalar.value)
      let width = UTF8.width(scalar)
      map.append(source: place, width: width)
      place += width
    }
    self.init(scalars: scalars, sourceMap: map)
  }

  /// The number of scalars.
  public var count: Int { scalars.count }

  /// The span of the whole text.
  public var span: Span { Span(0, count) }

  /// The text as a string.
  public var string: String { self[span] }

  /// A stretch of the text as a string.
  public subscript(span: Span) -> String {
    String(unsafeUninitializedCapacity: span.count * 4) { bytes in
      var end = 0
      for value in scalars[span.start..<span.end] {
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        for byte in UTF8.encode(scalar).unsafelyUnwrapped {
          bytes[end] = byte
          end &+= 1
        }
      }
      return end
    }
  }
}

extension String {
  /// Creates a string of scalar values; a value that is no scalar becomes U+FFFD.
  public init(scalars: some Sequence<UInt32>) {
    var view = String.UnicodeScalarView()
    for value in scalars { view.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    self.init(view)
  }
}
