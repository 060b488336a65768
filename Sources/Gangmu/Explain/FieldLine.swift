import DocumentModel

/// The fields of a value on one line: `timex: date, value: 2022-10, interval: 2022-10-01 … 2022-10-31`.
struct FieldLine: FieldSink {
  private(set) var parts: [String] = []

  /// The line.
  var text: String { parts.joined(separator: ", ") }

  mutating func string(_ key: StaticString, _ value: String) { parts.append("\(key): \(value)") }

  mutating func number(_ key: StaticString, _ value: DecimalNumber) { parts.append("\(key): \(value)") }

  mutating func strings(_ key: StaticString, _ values: [String]) {
    parts.append("\(key): \(values.joined(separator: " "))")
  }

  mutating func mention(_ key: StaticString, _ index: Int) { parts.append("\(key): m\(index + 1)") }

  mutating func object(_ key: StaticString, _ fields: (inout FieldLine) -> Void) {
    var inner = FieldLine()
    fields(&inner)
    parts.append("\(key): (\(inner.text))")
  }
}
