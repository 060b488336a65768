import DocumentModel

extension TEIValue {
  /// Spells an amount.
  ///
  /// | amount | TEI |
  /// |---|---|
  /// | money | `measure type="currency" quantity unit` |
  /// | other kinds | `measure type="percentage"` …, by the dataset's names |
  /// | a bare number | `num value` |
  /// | 8%—10% | `min` and `max` in the place of `quantity` |
  /// | a fraction | `quantity="2/3"` |
  /// | 超过, 以上 | `atLeast` beside `quantity`, and `subtype="more_than"` or `"at_least"` |
  /// | 近, 以下 | `atMost` beside `quantity`, and `subtype="less_than"` or `"at_most"` |
  /// | 约 | `subtype="approx"` |
  static func quantity(_ value: Quantity) -> TEIValue {
    let isBare = value.kind == .number && value.unit == nil
    var attributes: TEIAttributes =
      isBare ? [:] : [.type: value.kind == .money ? "currency" : value.kind.rawValue]
    attributes[.subtype] = value.modifier?.rawValue
    switch value.amount {
    case .exactly(let number):
      attributes[isBare ? .value : .quantity] = value.fraction.flatMap(ratio) ?? number.plain
    case .between(let low, let high):
      attributes[.min] = low.plain
      attributes[.max] = high.plain
    }
    switch value.modifier {
    case .moreThan, .atLeast: attributes[.atLeast] = value.amount.low.plain
    case .lessThan, .atMost: attributes[.atMost] = value.amount.high.plain
    case .approx, nil: break
    }
    attributes[.unit] = value.unit.map(TEIName.word)
    return TEIValue(element: isBare ? .num : .measure, attributes: attributes)
  }

  /// The fraction, if it is one that TEI takes.
  private static func ratio(_ fraction: String) -> String? {
    let parts = fraction.split(separator: "/", omittingEmptySubsequences: false)
    let isRatio =
      parts.count == 2
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    return isRatio ? fraction : nil
  }
}

extension Quantity.Amount {
  fileprivate var low: DecimalNumber {
    switch self {
    case .exactly(let number): number
    case .between(let low, _): low
    }
  }

  fileprivate var high: DecimalNumber {
    switch self {
    case .exactly(let number): number
    case .between(_, let high): high
    }
  }
}
