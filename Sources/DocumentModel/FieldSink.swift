/// What an exporter gives a value to write its fields into.
///
/// A value names its own fields, so JSON, CSV and tables need no code for each type. Keys are camelCase.
public protocol FieldSink {
  /// Takes a field that is a string.
  mutating func string(_ key: StaticString, _ value: String)

  /// Takes a field that is a number.
  mutating func number(_ key: StaticString, _ value: DecimalNumber)

  /// Takes a field that is a list of strings.
  mutating func strings(_ key: StaticString, _ values: [String])

  /// Takes a field that is another mention of the document, by its index among them.
  mutating func mention(_ key: StaticString, _ index: Int)

  /// Takes a field that has fields of its own.
  mutating func object(_ key: StaticString, _ fields: (inout Self) -> Void)
}
