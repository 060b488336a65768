/// A time as TIMEX3 sees it, with its value in ISO 8601-2 (EDTF).
public struct TemporalExpression: Hashable, Sendable {
  /// The TIMEX3 type.
  public var timex: Kind

  /// The value: `2023-05-17`, `2022-H2`, `199X`, `2021/2025`, `2013/..`, `P10Y`, `PAST_REF`.
  public var value: String

  /// How the words around the value bend it.
  public var modifier: Modifier?

  /// The first and the last day or instant, both inclusive, wherever they can be computed.
  public var interval: Interval?

  /// What the value was counted from, when the text does not state it whole.
  public var anchor: Anchor?

  /// Creates a temporal expression.
  public init(
    _ timex: Kind, _ value: String, modifier: Modifier? = nil, interval: Interval? = nil,
    anchor: Anchor? = nil
  ) {
    self.timex = timex
    self.value = value
    self.modifier = modifier
    self.interval = interval
    self.anchor = anchor
  }

  /// The TIMEX3 types.
  public enum Kind: String, CaseIterable, Sendable {
    case date, time, duration, set
  }

  /// The words that bend a value, by the names of the guidelines.
  public enum Modifier: String, CaseIterable, Sendable {
    case approx, before, after
    case moreThan = "more_than"
    case lessThan = "less_than"
    case atLeast = "at_least"
    case atMost = "at_most"
    case start, mid, end
  }

  /// A stretch of days (`2022-10-01`) or instants (`2023-05-17T09:00`), both ends inclusive; a missing
  /// end is open.
  public struct Interval: Hashable, Sendable {
    /// The first day or instant.
    public var start: String?

    /// The last day or instant.
    public var end: String?

    /// Creates an interval.
    public init(start: String?, end: String?) {
      self.start = start
      self.end = end
    }
  }

  /// The date that a relative value was counted from, and who gave it.
  public struct Anchor: Hashable, Sendable {
    /// The date, as `YYYY-MM-DD`, or as much of it as is known.
    public var date: String

    /// Who gave it.
    public var origin: Origin

    /// Creates an anchor.
    public init(date: String, origin: Origin) {
      self.date = date
      self.origin = origin
    }

    /// Who gave an anchor: the document's own date, or a time named before.
    public enum Origin: String, CaseIterable, Sendable {
      case document, context
    }
  }

  /// Hands each field to a sink.
  @inlinable
  public func describe(into sink: inout some FieldSink) {
    sink.string("timex", timex.rawValue)
    sink.string("value", value)
    if let modifier { sink.string("mod", modifier.rawValue) }
    if let interval {
      sink.object("interval") { sink in
        if let start = interval.start { sink.string("start", start) }
        if let end = interval.end { sink.string("end", end) }
      }
    }
    if let anchor {
      sink.object("anchor") { sink in
        sink.string("date", anchor.date)
        sink.string("origin", anchor.origin.rawValue)
      }
    }
  }
}
