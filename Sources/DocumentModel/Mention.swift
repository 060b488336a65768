/// One fact where the text states it.
public struct Mention: Hashable, Sendable {
  /// Its place in the text.
  public var span: Span

  /// The rule that found it, as `pack.rule`.
  public var rule: String

  /// What it means.
  public var value: Value

  /// The id of the entity it names, if it names one.
  public var entity: String?

  /// Creates a mention.
  public init(span: Span, rule: String, value: Value, entity: String? = nil) {
    self.span = span
    self.rule = rule
    self.value = value
    self.entity = entity
  }

  /// What sort of fact it is.
  public var type: MentionType { value.type }
}

/// The sorts of fact that a mention states, by the names that datasets use.
public enum MentionType: String, CaseIterable, Sendable {
  case temporal, quantity, infrastructure
}

/// What a mention means.
///
/// Behind one pointer, so that handing a mention on costs little, however much its value says.
public indirect enum Value: Hashable, Sendable {
  case temporal(TemporalExpression)
  case quantity(Quantity)
  case infrastructure(Infrastructure)

  /// The sort of fact.
  public var type: MentionType {
    switch self {
    case .temporal: .temporal
    case .quantity: .quantity
    case .infrastructure: .infrastructure
    }
  }

  /// Hands each field of the value, by its name in datasets, to a sink.
  @inlinable
  public func describe(into sink: inout some FieldSink) {
    switch self {
    case .temporal(let value): value.describe(into: &sink)
    case .quantity(let value): value.describe(into: &sink)
    case .infrastructure(let value): value.describe(into: &sink)
    }
  }
}
