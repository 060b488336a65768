import DocumentModel

extension TEIValue {
  /// Spells an amount.
  ///
  /// | amount | TEI |
  /// |---|---|
  /// | money | `measure type="currency" quantity unit` |
  /// | other kinds | `measure type="percentage"` …, by the dataset's names |
  /// | a bare number | `num value` |
  /// | 8%—10% | `<measure …><num min max>` around all its words: `measure` has no bounds of its own |
  /// | a fraction | `quantity="2/3"` |
  /// | 超过, 以上 | `quantity`, `<num atLeast>`, and `subtype="more_than"` or `"at_least"` |
  /// | 近, 以下 | `quantity`, `<num atMost>`, and `subtype="less_than"` or `"at_most"` |
  /// | 约 | `subtype="approx"` |
  /// | what it is of | `commodity`; a bare number becomes a `measure type="number"` for it |
  ///
  /// How it changed, against what, from where and when stands off: see `TEIMeasured.swift`.
  static func quantity(_ value: Quantity) -> TEIValue {
    var bounds: TEIAttributes = [:]
    var number: String?
    switch value.amount {
    case .exactly(let exact): number = value.fraction.flatMap(ratio) ?? exact.plain
    case .between(let low, let high): bounds = [.min: low.plain, .max: high.plain]
    }
    switch value.modifier {
    case .moreThan, .atLeast: bounds[.atLeast] = value.amount.low.plain
    case .lessThan, .atMost: bounds[.atMost] = value.amount.high.plain
    case .approx, nil: break
    }
    let modifier = value.modifier?.rawValue
    let commodity = value.measured?.of.map(TEIName.word)
    guard value.kind != .number || value.unit != nil || commodity != nil else {
      var attributes: TEIAttributes = [.subtype: modifier, .value: number]
      attributes.merge(bounds)
      return TEIValue(element: .num, attributes: attributes)
    }
    let type = value.kind == .money ? "currency" : value.kind.rawValue
    let attributes: TEIAttributes = [
      .type: type, .subtype: modifier, .quantity: number, .unit: value.unit.map(TEIName.word),
      .commodity: commodity,
    ]
    return TEIValue(
      element: .measure, attributes: attributes, bounds: bounds.pairs.isEmpty ? nil : bounds)
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
