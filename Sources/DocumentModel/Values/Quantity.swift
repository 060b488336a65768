/// An amount of something, with the unit it is counted in.
///
/// The amount is an exact decimal with 万 and 亿 already applied, and the unit is the canonical one, so
/// `3.5亿元` and `三亿五千万元` are equal, and so are `20公里` and `20千米`.
public struct Quantity: Hashable, Sendable {
  /// What sort of amount it is.
  public var kind: Kind

  /// How much.
  public var amount: Amount

  /// ISO 4217 for money, UCUM for measures, `%`, `pp`, `x`, `1`, or the classifier as written.
  public var unit: String?

  /// How the words around the number bend it.
  public var modifier: Modifier?

  /// A fraction as it was said, in lowest figures as written: `2/3`.
  public var fraction: String?

  /// What it measures, wherever the text says it.
  public var measured: Measured? {
    get { if case .some(let measured) = setting { measured } else { nil } }
    set { setting = newValue.map(Setting.some) ?? .none }
  }

  /// What it measures, behind a pointer: quantities are copied often, and few of their readers ask for it.
  @usableFromInline var setting = Setting.none

  @usableFromInline indirect enum Setting: Hashable, Sendable {
    case none
    case some(Measured)
  }

  /// Creates a quantity.
  public init(
    _ kind: Kind, _ amount: Amount, unit: String? = nil, modifier: Modifier? = nil, fraction: String? = nil
  ) {
    self.kind = kind
    self.amount = amount
    self.unit = unit
    self.modifier = modifier
    self.fraction = fraction
  }

  /// The sorts of amount.
  public enum Kind: String, CaseIterable, Sendable {
    case money, percentage
    case percentagePoint = "percentage_point"
    case measure, count, multiple, fraction, number
  }

  /// One number, or the two ends of a range, both included.
  public enum Amount: Hashable, Sendable {
    case exactly(DecimalNumber)
    case between(DecimalNumber, DecimalNumber)
  }

  /// The words that bend a number, by the names of the guidelines.
  public enum Modifier: String, CaseIterable, Sendable {
    case approx
    case moreThan = "more_than"
    case lessThan = "less_than"
    case atLeast = "at_least"
    case atMost = "at_most"
  }

  /// Hands each field to a sink.
  @inlinable
  public func describe(into sink: inout some FieldSink) {
    sink.string("kind", kind.rawValue)
    switch amount {
    case .exactly(let number): sink.number("number", number)
    case .between(let low, let high):
      sink.number("min", low)
      sink.number("max", high)
    }
    if let unit { sink.string("unit", unit) }
    if let modifier { sink.string("mod", modifier.rawValue) }
    if let fraction { sink.string("fraction", fraction) }
    if case .some(let measured) = setting { measured.describe(into: &sink) }
  }
}
