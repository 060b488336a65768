/// A named work of infrastructure: a railway, a port, a pipeline, a corridor.
public struct Infrastructure: Hashable, Sendable {
  /// The full name; where several share a head (中吉乌、中塔乌公路) each has it given back.
  public var name: String

  /// What it is: `railway`, `road`, `bridge`, `port`, `pipeline` …
  public var kind: String

  /// ISO 3166-1 alpha-2 codes of the countries that the name spells out, sorted.
  public var countries: [String]

  /// Creates a work of infrastructure.
  public init(name: String, kind: String, countries: [String] = []) {
    self.name = name
    self.kind = kind
    self.countries = countries
  }

  /// Hands each field to a sink.
  @inlinable
  public func describe(into sink: inout some FieldSink) {
    sink.string("name", name)
    sink.string("kind", kind)
    if !countries.isEmpty { sink.strings("countries", countries) }
  }
}
