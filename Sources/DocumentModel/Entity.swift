/// Something that documents name: one railway, one port.
///
/// The id is made of the type and the name, so that documents extracted apart still join.
public struct Entity: Hashable, Sendable {
  /// The type and the name: `infrastructure:中吉乌铁路`.
  public var id: String

  /// What sort of thing it is.
  public var type: MentionType

  /// Its full name, without spaces that only the source's lines put there.
  public var name: String

  /// Other forms that documents use for it, sorted.
  public var aliases: [String]

  /// What it is within its type: `railway`, `port`.
  public var kind: String?

  /// ISO 3166-1 alpha-2 codes of the countries that its name spells out, sorted.
  public var countries: [String]

  /// Creates an entity.
  public init(
    id: String, type: MentionType, name: String, aliases: [String] = [], kind: String? = nil,
    countries: [String] = []
  ) {
    self.id = id
    self.type = type
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.countries = countries
  }
}
