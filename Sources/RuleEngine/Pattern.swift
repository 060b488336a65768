package import DocumentModel

/// What a rule looks for: a tree over folded code units.
package indirect enum Pattern: Hashable, Sendable {
  /// One unit of a set.
  case unit(UnitSet)

  /// A word of a lexicon.
  case word(String)

  /// A named pattern of the pack.
  case named(String)

  /// A mention that an earlier rule found.
  case mention(MentionType)

  /// One after the other.
  case sequence([Pattern])

  /// One of several, the first preferred.
  case alternation([Pattern])

  /// So many times, as often as possible preferred.
  case repetition(Pattern, ClosedRange<Int>)

  /// A part with a name.
  case capture(String, Pattern)

  /// The same, read from its end to its beginning.
  var reversed: Pattern {
    switch self {
    case .unit, .word, .named, .mention: self
    case .sequence(let parts): .sequence(parts.reversed().map(\.reversed))
    case .alternation(let parts): .alternation(parts.map(\.reversed))
    case .repetition(let part, let times): .repetition(part.reversed, times)
    case .capture(_, let part): part.reversed
    }
  }

  /// Every node of the tree.
  func forEach(_ body: (Pattern) -> Void) {
    body(self)
    switch self {
    case .unit, .word, .named, .mention: break
    case .sequence(let parts), .alternation(let parts): parts.forEach { $0.forEach(body) }
    case .repetition(let part, _), .capture(_, let part): part.forEach(body)
    }
  }
}
