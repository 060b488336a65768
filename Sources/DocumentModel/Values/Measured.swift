/// What a quantity is of, and how it came about: a row of the table that an analyst makes of a report.
///
/// | text | of | change | basis | from | period |
/// |---|---|---|---|---|---|
/// | 2023年出口比上年增长5.1% | 出口 | increase | 比上年 | | 2023年 |
/// | 税率由17%降至13% | 税率 | decrease | | 17% | |
/// | 49家企业参加 | 企业 | | | | |
///
/// Only what the text says clearly is here; a table with a gap is better than one with a wrong row.
public struct Measured: Hashable, Sendable {
  /// The indicator or the thing counted, in the words of the text: `国内生产总值`, `企业`.
  public var of: String?

  /// Whether the amount is one of change, or the level reached.
  public var change: Change?

  /// What a change is counted against, in the words of the text, several parted by a space: `同比`,
  /// `比上年`, `按可比价格 比上年`.
  public var basis: String?

  /// The quantity that a change starts at, as its index among the mentions of the document.
  public var from: Int?

  /// The time that the amount holds for, as its index among the mentions of the document.
  public var period: Int?

  /// Creates what a quantity measures.
  public init(
    of: String? = nil, change: Change? = nil, basis: String? = nil, from: Int? = nil, period: Int? = nil
  ) {
    self.of = of
    self.change = change
    self.basis = basis
    self.from = from
    self.period = period
  }

  /// What an amount does: `increase` and `decrease` are by so much, or, with ``Measured/from``, to so much;
  /// `reach` is a level that was arrived at.
  public enum Change: String, CaseIterable, Sendable {
    case increase, decrease, reach
  }

  /// Whether it says nothing.
  public var isEmpty: Bool { self == Measured() }

  /// Hands each field to a sink.
  @inlinable
  public func describe(into sink: inout some FieldSink) {
    if let of { sink.string("of", of) }
    if let change { sink.string("change", change.rawValue) }
    if let basis { sink.string("basis", basis) }
    if let from { sink.mention("from", from) }
    if let period { sink.mention("period", period) }
  }
}
