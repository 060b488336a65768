/// Values in one short line, as the examples of rules give them.
extension Value {
  /// `2022-10`, `-0077 before`, `26000000000 CNY`, `8..10 %`, `2/3`, `railway CN KG UZ`.
  public var summary: String {
    switch self {
    case .temporal(let value): value.summary
    case .quantity(let value): value.summary
    case .infrastructure(let value): value.summary
    }
  }
}

extension TemporalExpression {
  /// The value and what bends it: `2022-10`, `P4600Y more_than`.
  public var summary: String { Summary.line([value, modifier?.rawValue]) }
}

extension Quantity {
  /// The amount, its unit and what bends it: `260 CNY`, `300..500 km approx`, `2/3`.
  public var summary: String {
    let number =
      switch amount {
      case .exactly(let number): "\(number)"
      case .between(let low, let high): "\(low)..\(high)"
      }
    return Summary.line([fraction ?? number, fraction == nil ? unit : nil, modifier?.rawValue])
  }
}

extension Infrastructure {
  /// The kind and the countries: `railway CN KG UZ`.
  public var summary: String { Summary.line([kind] + countries) }
}

private enum Summary {
  static func line(_ parts: [String?]) -> String { parts.compactMap(\.self).joined(separator: " ") }
}
