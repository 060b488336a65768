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
  private let whole: Set<String>
  private let nouns: Set<String>

  init(_ tables: RuleTables) {
    let rows = tables.lexicon("classifiers").entries
    nouns = Set(rows.filter { $0.columns.first == "noun" }.map(\.form))
    whole = Set(rows.map(\.form).filter { $0.hasSuffix("次") && $0 != "次" } + ["人", "人日", "岁", "周岁"])
  }

  /// What is asked of a mention.
  @inline(__always)
  func mark(_ value: borrowing Value, _ span: Span) -> MeasureMark {
    let sort: MeasureMark.Sort
    switch value {
    case .quantity(let quantity):
      var counting = MeasureMark.Counting.classifier
      if quantity.kind == .count, let unit = quantity.unit {
        if unit == "次" {
          counting = .deed
        } else if nouns.contains(unit) {
          counting = .noun
        } else if whole.contains(unit) {
          counting = .whole
        }
      }
      sort = .quantity(quantity.kind, counting)
    case .temporal(let time):
      sort = .time(time.timex, isVague: time.value.utf8.count == 8 && time.value == "PAST_REF")
    default: sort = .name
    }
    return MeasureMark(start: Int32(span.start), end: Int32(span.end), sort: sort)
  }
}
