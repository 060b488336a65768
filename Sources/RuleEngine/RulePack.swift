/// A file of rules: what they look for, as data. What a match means is Swift, found by name.
package struct RulePack: Sendable {
  /// The pack's name; packs of one name are one pack, the later file adding to the earlier.
  package var name: String

  /// The pack's version.
  package var version: String

  /// What it finds, in a sentence.
  package var about: String

  /// The extractor whose functions its rules name: a type of mention, or `list`.
  package var type: String

  /// Candidates of one group contend for their text, those of different groups do not.
  package var group: String

  /// The date that the examples count from, as `YYYY-MM-DD`.
  package var referenceDate: String?

  /// The pack's own word lists.
  package var lexicons: [WordList]

  /// Names of word lists that this file replaces rather than extends.
  package var replaced: [String]

  /// The named patterns.
  package var patterns: [NamedPattern]

  /// The rules.
  package var rules: [Rule]

  /// The file it was read from.
  package var file: String

  /// A word list of a pack.
  package struct WordList: Sendable {
    package var name: String
    package var entries: [Lexicon.Entry]
    package var line: Int
  }

  /// A pattern that others name.
  package struct NamedPattern: Sendable {
    package var name: String
    package var source: String
    package var line: Int
  }
}

/// One rule of a pack.
package struct Rule: Sendable {
  /// The id, as `pack.sense`.
  package var id: String

  /// What it finds, in one line.
  package var about: String

  /// The pattern as written.
  package var pattern: String

  /// The name of the typed function that gives a match its value; `nothing` for a trap, which takes its
  /// text away from other rules and yields no mention.
  package var meaning: String

  /// Of two that contend for text, the one with the higher priority is kept.
  package var priority: Int

  /// What must stand, or must not stand, beside a match.
  package var guards: [Guard]

  /// Whether its meaning looks beyond the match, so that it is read before overlaps are resolved.
  package var extends: Bool

  /// Whether a match must take up the whole text of the document, but for white space and the punctuation
  /// that closes it: what a table cell or a query says may be read more boldly than the same words in prose.
  package var isAlone: Bool

  /// Whether it is switched off.
  package var isDisabled: Bool

  /// Texts that it reads, with the value if one is given. ⟦⟧ mark the match within its surroundings.
  package var examples: [Example]

  /// Texts in which it finds nothing.
  package var counterexamples: [Example]

  /// The extractor whose functions it names, from its pack.
  package var type: String

  /// The group it contends in, from its pack.
  package var group: String

  /// The date that its examples count from.
  package var referenceDate: String?

  /// The file and line it stands in.
  package var file: String
  package var line: Int

  /// Whether it only takes text away.
  package var isTrap: Bool { meaning == "nothing" }

  /// What must stand, or must not stand, beside a match.
  package struct Guard: Sendable {
    package var side: Side
    package var isPositive: Bool
    package var pattern: String
    package var line: Int
  }

  /// The side of a match that a guard looks at.
  package enum Side: Sendable { case before, after }

  /// An example or a counter-example.
  package struct Example: Sendable {
    package var text: String
    package var value: String?
    package var line: Int
  }
}
