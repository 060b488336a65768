/// A stretch of a source file, in bytes, half-open.
public struct ByteRange: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: Int

  /// The offset behind the last byte.
  public var end: Int

  /// Creates the range from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }
}

/// Leads from the scalars of a text back to the bytes that they were read from.
///
/// The text is cut into runs; within one the scalars stand side by side in the source and each takes the
/// same number of bytes there, so a run of Hanzi costs one entry. Scalars that the reader put in (the space
/// between two Latin words that a line break parted) are in runs of width 0.
public struct SourceMap: Hashable, Sendable {
  /// Neighbouring scalars of one width.
  public struct Run: Hashable, Sendable {
    /// The offset of the run's first scalar in the text.
    public var text: Int

    /// The offset of its first byte in the source.
    public var source: Int

    /// The bytes that each scalar takes in the source; 0 when it does not stand there.
    public var width: Int

    /// Creates a run.
    public init(text: Int, source: Int, width: Int) {
      self.text = text
      self.source = source
      self.width = width
    }
  }

  /// The runs, by ascending text offset, the first at 0.
  public private(set) var runs: [Run] = []

  /// The number of scalars mapped.
  public private(set) var count = 0

  /// Creates an empty map.
  public init() {}

  /// Makes room for so many runs.
  package mutating func reserveCapacity(_ count: Int) { runs.reserveCapacity(count) }

  /// Maps the next scalar of the text to `width` bytes at `source`.
  public mutating func append(source: Int, width: Int) {
    if let last = runs.last, last.width == width,
      width == 0 || last.source + (count - last.text) * width == source
    {
      count += 1
      return
    }
    runs.append(Run(text: count, source: source, width: width))
    count += 1
  }

  /// Maps the next `count` scalars of the text, which stand side by side from `source` on.
  public mutating func append(source: Int, width: Int, count more: Int) {
    guard more > 0 else { return }
    append(source: source, width: width)
    count += more - 1
  }

  /// The bytes behind a span of the text, in order; neighbours are joined, scalars of width 0 have none.
  public func ranges(of span: Span) -> [ByteRange] {
    var ranges: [ByteRange] = []
    var cursor = 0
    forEachRange(of: span, cursor: &cursor) { ranges.append($0) }
    return ranges
  }

  /// Hands out the bytes behind a span as ``ranges(of:)`` lists them.
  ///
  /// - Parameter cursor: carries the search from span to span, 0 at first; spans in order need hardly any.
  package func forEachRange(of span: Span, cursor: inout Int, _ body: (ByteRange) -> Void) {
    guard !span.isEmpty, !runs.isEmpty else { return }
    cursor = runIndex(at: span.start, from: cursor)
    var index = cursor
    var open = ByteRange(0, 0)
    while index < runs.count, runs[index].text < span.end {
      let run = runs[index]
      let next = index + 1 < runs.count ? runs[index + 1].text : count
      index += 1
      guard run.width > 0 else { continue }
      let start = run.source + (max(span.start, run.text) - run.text) * run.width
      let end = run.source + (min(span.end, next) - run.text) * run.width
      if open.end != start {
        if open.start < open.end { body(open) }
        open.start = start
      }
      open.end = end
    }
    if open.start < open.end { body(open) }
  }

  /// The index of the run that covers a scalar, looked for from another run on.
  private func runIndex(at offset: Int, from cursor: Int) -> Int {
    var low = cursor < runs.count && runs[cursor].text <= offset ? cursor : 0
    var step = 1
    while low + step < runs.count, runs[low + step].text <= offset {
      low += step
      step *= 2
    }
    var high = min(low + step, runs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].text <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
