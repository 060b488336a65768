/// What the compiler of rules must know of a pattern.
struct PatternTraits {
  /// The most units that it can match, a mention counted as one.
  var longest = 0

  /// Whether it can match nothing at all.
  var isOptional = false

  /// How many different units it can begin with, words of lexicons not counted.
  var starts = 0

  /// The names of its captures and of those of the patterns that it names, in order.
  var captures: [String] = []

  /// Whether it looks for mentions.
  var readsMentions = false

  /// Finds the traits of a pattern.
  ///
  /// - Parameters:
  ///   - word: the length of the longest word of a lexicon.
  ///   - named: the traits of a named pattern.
  init(_ pattern: Pattern, word: (String) -> Int, named: (String) -> PatternTraits) {
    switch pattern {
    case .unit(let set):
      longest = 1
      starts = set.ranges.reduce(0) { $0 + $1.count }
    case .word(let name): longest = word(name)
    case .mention:
      longest = 1
      readsMentions = true
    case .named(let name): self = named(name)
    case .capture(let name, let part):
      self = PatternTraits(part, word: word, named: named)
      captures.removeAll { $0 == name }
      captures.insert(name, at: 0)
    case .repetition(let part, let times):
      self = PatternTraits(part, word: word, named: named)
      longest *= times.upperBound
      isOptional = isOptional || times.lowerBound == 0
    case .sequence(let parts):
      isOptional = true
      for part in parts {
        let traits = PatternTraits(part, word: word, named: named)
        if isOptional { starts = max(starts, traits.starts) }
        longest += traits.longest
        isOptional = isOptional && traits.isOptional
        add(traits)
      }
    case .alternation(let parts):
      for part in parts {
        let traits = PatternTraits(part, word: word, named: named)
        starts = max(starts, traits.starts)
        longest = max(longest, traits.longest)
        isOptional = isOptional || traits.isOptional
        add(traits)
      }
    }
  }

  /// The traits of a pattern that is not there.
  init() {}

  private mutating func add(_ other: PatternTraits) {
    for name in other.captures where !captures.contains(name) { captures.append(name) }
    readsMentions = readsMentions || other.readsMentions
  }
}
