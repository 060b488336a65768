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
    case time(TemporalExpression.Kind, isVague: Bool)
    case name
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

  /// Whether it is a time that a figure may hold for wherever it stands in the clause.
  var isPeriod: Bool {
    guard case .time(let kind, let isVague) = sort else { return false }
    return kind != .duration && !isVague
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

  /// What is asked of a mention.
  @inline(__always)
  func mark(_ value: borrowing Value, _ span: Span) -> MeasureMark {
    let sort: MeasureMark.Sort
    switch value {
    case .quantity(let quantity):
      var counting = MeasureMark.Counting.classifier
      if quantity.kind == .count, let unit = quantity.unit {
        counting = self.counting[Key(unit)] ?? .classifier
      }
      sort = .quantity(quantity.kind, counting)
    case .temporal(let time):
      sort = .time(time.timex, isVague: time.value.utf8.count == 8 && time.value == "PAST_REF")
    default: sort = .name
    }
    return MeasureMark(start: Int32(span.start), end: Int32(span.end), sort: sort)
  }
}
