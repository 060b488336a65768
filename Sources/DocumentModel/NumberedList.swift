/// A numbered or marked series of points, in order.
public struct NumberedList: Hashable, Sendable {
  /// The sentence that leads to the points, if one stands before them.
  public var lead: Span?

  /// How many points the lead promises (要做到四个坚持 → 4), if it says so.
  public var announced: Int?

  /// From the first marker to the end of the last point.
  public var span: Span

  /// The points.
  public var items: [Item]

  /// Creates a list.
  public init(lead: Span? = nil, announced: Int? = nil, span: Span, items: [Item]) {
    self.lead = lead
    self.announced = announced
    self.span = span
    self.items = items
  }

  /// One point of a list.
  public struct Item: Hashable, Sendable {
    /// Its number as the marker says it; its place in the series, from 1, where the marker has none (——).
    public var ordinal: Int

    /// The marker as written: 一是, 第一, （二）, 3.
    public var marker: Span

    /// The text behind the marker up to the first ，。；：！？, or the whole line of a heading.
    public var title: Span

    /// The whole point, from its marker on.
    public var span: Span

    /// The series that stand inside it.
    public var lists: [NumberedList]

    /// The rule that reads such markers.
    public var rule: String

    /// Creates a point.
    public init(
      ordinal: Int, marker: Span, title: Span, span: Span, lists: [NumberedList] = [], rule: String
    ) {
      self.ordinal = ordinal
      self.marker = marker
      self.title = title
      self.span = span
      self.lists = lists
      self.rule = rule
    }
  }
}
