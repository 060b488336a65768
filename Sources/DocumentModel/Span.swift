/// A stretch of a document's text, in Unicode scalars, half-open.
public struct Span: Hashable, Sendable, Comparable {
  /// The offset of the first scalar.
  public var start: Int

  /// The offset behind the last scalar.
  public var end: Int

  /// Creates the span from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// How many scalars it covers.
  public var count: Int { end - start }

  /// Whether it covers nothing.
  public var isEmpty: Bool { end <= start }

  /// Whether both cover a scalar.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// Whether the other lies within it; a span contains itself.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// Orders by start, and of two that start together puts the shorter first.
  public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
