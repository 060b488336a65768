package import TextProcessing

/// The word lists of all packs, by name.
package struct RuleTables: Sendable {
  /// The lists that patterns name, and those of the packs.
  package internal(set) var lexicons: [String: Lexicon] = [:]

  /// The gazetteer files, by name without `.tsv`, in the order they were given.
  package internal(set) var files: [String: [RuleFile]] = [:]

  let wordShelves = WordShelves()

  /// The fold that patterns and texts are put through.
  package let normalizer: Normalizer

  /// The word list of that name; an empty one when there is none.
  package func lexicon(_ name: String) -> Lexicon { lexicons[name] ?? Lexicon(name: name) }
}

/// A file of rules or words.
package struct RuleFile: Sendable {
  /// Its name, for messages; the path for a user's file.
  package let path: String

  /// What it says.
  package let content: Content

  /// Whether it came with the program.
  package let isBundled: Bool

  /// What a pack that came with the program says, as ``PackNode`` outlines it; it need not be read as YAML then.
  package let outline: StaticString?

  /// A text that is compiled in, or one that was read.
  package enum Content: Sendable {
    case embedded(StaticString)
    case read(String)
  }

  /// Creates a file.
  package init(path: String, content: Content, isBundled: Bool, outline: StaticString? = nil) {
    self.path = path
    self.content = content
    self.isBundled = isBundled
    self.outline = outline
  }

  /// The last part of the path.
  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The text.
  package var text: String {
    switch content {
    case .embedded(let text): text.description
    case .read(let text): text
    }
  }
}
