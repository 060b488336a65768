/// What was found in one document.
public struct Extraction: Sendable {
  /// The document.
  public var document: Document

  /// The facts, by start, then by end, longest first, then by type.
  public var mentions: [Mention]

  /// The numbered points, in order.
  public var lists: [NumberedList]

  /// The entities that the mentions name, sorted by id.
  public var entities: [Entity]

  /// Creates an extraction.
  public init(document: Document, mentions: [Mention], lists: [NumberedList], entities: [Entity]) {
    self.document = document
    self.mentions = mentions
    self.lists = lists
    self.entities = entities
  }
}

/// The program and the rules that made a dataset: what one needs to make it again.
public struct Generator: Hashable, Sendable {
  /// The program.
  public var name: String

  /// Its version.
  public var version: String

  /// The rule packs, in the order they were read.
  public var packs: [Pack]

  /// Creates a generator.
  public init(name: String = "gangmu", version: String, packs: [Pack]) {
    self.name = name
    self.version = version
    self.packs = packs
  }

  /// A rule pack as it was used.
  public struct Pack: Hashable, Sendable {
    /// Its name.
    public var name: String

    /// Its version.
    public var version: String

    /// SHA-256 of its files, in lower-case hexadecimal.
    public var sha256: String

    /// The ids of its rules with their documentation, in order.
    public var rules: [Rule]

    /// Creates a pack.
    public init(name: String, version: String, sha256: String, rules: [Rule]) {
      self.name = name
      self.version = version
      self.sha256 = sha256
      self.rules = rules
    }
  }

  /// A rule as it is cited.
  public struct Rule: Hashable, Sendable {
    /// Its id, as `pack.sense`.
    public var id: String

    /// What it finds, in one line.
    public var summary: String

    /// Creates a rule.
    public init(id: String, summary: String) {
      self.id = id
      self.summary = summary
    }
  }
}
