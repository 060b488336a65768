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

  /// The most units that it can match, with mentions counted as one; the patterns and lexicons that it
  /// names are asked through the closures.
  func longest(word: (String) -> Int, named: (String) -> Int) -> Int {
    switch self {
    case .unit, .mention: 1
    case .word(let name): word(name)
    case .named(let name): named(name)
    case .sequence(let parts): parts.reduce(0) { $0 + $1.longest(word: word, named: named) }
    case .alternation(let parts): parts.map { $0.longest(word: word, named: named) }.max() ?? 0
    case .repetition(let part, let times): part.longest(word: word, named: named) * times.upperBound
    case .capture(_, let part): part.longest(word: word, named: named)
    }
  }

  /// Whether it can match nothing at all.
  func isOptional(named: (String) -> Bool) -> Bool {
    switch self {
    case .unit, .mention, .word: false
    case .named(let name): named(name)
    case .sequence(let parts): parts.allSatisfy { $0.isOptional(named: named) }
    case .alternation(let parts): parts.contains { $0.isOptional(named: named) }
    case .repetition(let part, let times): times.lowerBound == 0 || part.isOptional(named: named)
    case .capture(_, let part): part.isOptional(named: named)
    }
  }

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

  /// The names of its captures, in order.
  var captureNames: [String] {
    var names: [String] = []
    forEach { if case .capture(let name, _) = $0, !names.contains(name) { names.append(name) } }
    return names
  }

  /// Whether it looks for mentions.
  var readsMentions: Bool {
    var found = false
    forEach { if case .mention = $0 { found = true } }
    return found
  }
}
