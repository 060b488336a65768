import DocumentModel
import RuleEngine

/// What is asked of a mention: small, so that looking at it copies no value with its strings.
struct MeasureMark {
  var start: Int32
  var end: Int32
  var sort: Sort

  /// What a mention is, as far as clauses are concerned.
  enum Sort {
    case quantity(Quantity.Kind, Counting)
    case time(TemporalExpression.Kind, Holding)
    case name
  }

  /// Where in a clause a time stands that a figure behind it holds for.
  enum Holding: UInt8 {
    /// A date, or a length of time that is counted from now: 过去48小时, 十年来.
    case anywhere
    /// A length of time: only at the head of the clause.
    case head
    /// 近年来: there too, and for no other clause.
    case vague
    /// 连续7年, which tells how often something was so.
    case nowhere
  }

  /// What the unit of a count is.
  enum Counting: UInt8 {
    /// A classifier, which needs the noun behind it: 家, 项.
    case classifier
    /// A word that says itself what is counted: 人, 人次.
    case whole
    /// A noun: 国, 市.
    case noun
    /// How often something was done: 次.
    case deed
  }

  var isQuantity: Bool { if case .quantity = sort { true } else { false } }

  var span: Span { Span(Int(start), Int(end)) }

  /// Where it stands when a figure holds for it.
  var holds: Holding {
    guard case .time(_, let holding) = sort else { return .nowhere }
    return holding
  }
}

/// The classifiers that say themselves what is counted.
struct MeasureUnits: Sendable {
  private var counting: [Key: MeasureMark.Counting] = [:]

  /// A unit by its bytes: to look for strings as such compares them by their normal forms.
  private struct Key: Hashable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    /// A unit of more than sixteen bytes, which hardly any is.
    var long: String?

    init(_ unit: String) {
      guard unit.utf8.count <= 16 else {
        long = unit
        return
      }
      for byte in unit.utf8 { (low, high) = (low << 8 | UInt64(byte), high << 8 | low >> 56) }
    }
  }

  init(_ tables: RuleTables) {
    let rows = tables.lexicon("classifiers").entries
    for form in rows.map(\.form).filter({ $0.hasSuffix("次") }) + ["人", "人日", "岁", "周岁"] {
      counting[Key(form)] = .whole
    }
    for row in rows where row.columns.first == "noun" { counting[Key(row.form)] = .noun }
    counting[Key("次")] = .deed
  }

  /// Where a length of time holds, by its first character and its last.
  private static func holding(_ first: UInt32, _ last: UInt32) -> MeasureMark.Holding {
    switch (first, last) {
    case (0x8FDE, _): .nowhere  // 连
    // 过 未 近 今 最; 来 间 内
    case (0x8FC7, _), (0x672A, _), (0x8FD1, _), (0x4ECA, _), (0x6700, _), (_, 0x6765), (_, 0x95F4),
      (_, 0x5185):
      .anywhere
    // 小时 分钟 分 秒, which qualify what stands behind them: 24小时营业
    case (_, 0x65F6), (_, 0x949F), (_, 0x5206), (_, 0x79D2): .nowhere
    default: .head
    }
  }

  /// What is asked of a mention.
  @inline(__always)
  func mark(_ value: borrowing Value, _ span: Span, _ text: DocumentText) -> MeasureMark {
    let sort: MeasureMark.Sort
    switch value {
    case .quantity(let quantity):
      var counting = MeasureMark.Counting.classifier
      if quantity.kind == .count, let unit = quantity.unit {
        counting = self.counting[Key(unit)] ?? .classifier
      }
      sort = .quantity(quantity.kind, counting)
    case .temporal(let time):
      if time.timex == .duration {
        sort = .time(.duration, Self.holding(text.scalars[span.start], text.scalars[span.end - 1]))
      } else {
        let isVague = time.value.utf8.count == 8 && time.value == "PAST_REF"
        sort = .time(time.timex, isVague ? .vague : .anywhere)
      }
    default: sort = .name
    }
    return MeasureMark(start: Int32(span.start), end: Int32(span.end), sort: sort)
  }
}
