import RuleEngine
import TextProcessing

/// Parts a short stretch of text into words: the most likely way by a general lexicon.
///
/// Compounds of country characters (中吉乌) are words too; a character that the lexicon does not know is a
/// word by itself.
struct WordSegmenter: Sendable {
  /// A word in its place.
  struct Token: Hashable, Sendable {
    var range: Range<Int>
    var kind: Kind
  }

  /// What a word is.
  enum Kind: Hashable, Sendable {
    /// A word of the lexicon with its part of speech.
    case word(tag: WordTable.Tag)

    /// Characters that stand for countries.
    case countries([String])

    /// A character that no word covers.
    case unknown
  }

  private let lexicon: WordTable
  private let heads: Lexicon
  private let countryCharacters: [UInt16: [CountryReading]]
  /// For each unit whether it stands for a country, and whether that or a head begins with it.
  private let isCountry: [Bool]
  private let opensWord: [Bool]

  /// Log-frequencies are four times binary logarithms; this is that of the whole lexicon.
  private static let total = 104
  private static let longestWord = 6

  init(_ tables: RuleTables) {
    lexicon = WordTable(["lexicon-official", "lexicon-places", "lexicon"], in: tables)
    heads = tables.lexicon("infrastructure-heads")
    var characters: [UInt16: [CountryReading]] = [:]
    for row in tables.lexicon("country-characters").entries {
      let form = tables.normalizer.fold(row.form)
      guard form.count == 1, row.columns.count == 2, row.columns[0].count == 2 else { continue }
      let company = row.columns[1] == "*" ? nil : Set(tables.normalizer.fold(row.columns[1]))
      characters[form[0], default: []].append(CountryReading(code: row.columns[0], company: company))
    }
    countryCharacters = characters
    var isCountry = [Bool](repeating: false, count: 0x10000)
    for unit in characters.keys { isCountry[Int(unit)] = true }
    self.isCountry = isCountry
    var opensWord = isCountry
    for entry in heads.entries {
      if let first = tables.normalizer.fold(entry.form).first { opensWord[Int(first)] = true }
    }
    self.opensWord = opensWord
  }

  /// A country that a character may stand for, and the characters it does so beside; nil: beside any other.
  private struct CountryReading: Sendable {
    var code: String
    var company: Set<UInt16>?
  }

  /// The country that a character stands for among the others of a compound.
  private func country(_ unit: UInt16, among units: ArraySlice<UInt16>) -> String? {
    let readings = countryCharacters[unit] ?? []
    let close = readings.first { reading in
      reading.company.map { !$0.isDisjoint(with: units.filter { $0 != unit }) } ?? false
    }
    return (close ?? readings.first { $0.company == nil })?.code
  }

  /// The best way to a place in a stretch: how good it is, and its last word.
  private struct Way {
    var score = Int.min
    var start = 0
    var sort = Sort.unknown
  }

  /// A kind of word without what it spells out.
  private enum Sort {
    case word(WordTable.Tag)
    case countries
    case unknown
  }

  /// What the lexicon says that some units are; nil where they are no word.
  func tag(of range: Range<Int>, in units: [UInt16]) -> WordTable.Tag? { lexicon.word(range, in: units)?.tag }

  /// The words of a stretch of folded text.
  func tokens(of range: Range<Int>, in units: [UInt16]) -> [Token] {
    let count = range.count
    var words = [WordTable.Word?](repeating: nil, count: Self.longestWord)
    return withUnsafeTemporaryAllocation(of: Way.self, capacity: count + 1) { ways in
      ways.initialize(repeating: Way())
      ways[0].score = 0
      for start in 0..<count where ways[start].score > Int.min {
        let place = range.lowerBound + start
        lexicon.find(&words, at: place, in: units)
        let opensWord = opensWord[Int(units[place])]
        for length in 1...min(Self.longestWord, count - start) {
          // What the lexicon does not have is mostly none of the other words either.
          if length > 1, !opensWord, words[length - 1] == nil { continue }
          guard let (sort, weight) = sort(of: place..<(place + length), words[length - 1], in: units) else {
            continue
          }
          let score = ways[start].score + weight - Self.total
          if score > ways[start + length].score {
            ways[start + length] = Way(score: score, start: start, sort: sort)
          }
        }
      }
      var tokens: [Token] = []
      tokens.reserveCapacity(count)
      var end = count
      while end > 0 {
        let way = ways[end]
        let place = (range.lowerBound + way.start)..<(range.lowerBound + end)
        tokens.append(Token(range: place, kind: kind(way.sort, place, in: units)))
        end = way.start
      }
      tokens.reverse()
      return tokens
    }
  }

  private func kind(_ sort: Sort, _ range: Range<Int>, in units: [UInt16]) -> Kind {
    switch sort {
    case .word(let tag): .word(tag: tag)
    case .countries: .countries(countries(of: range, in: units) ?? [])
    case .unknown: .unknown
    }
  }

  /// Whether a word is a place with a head behind it (上海港), so that it is read as two.
  private func isPlaceAndHead(_ range: Range<Int>, in units: [UInt16]) -> Bool {
    guard range.count >= 3 else { return false }
    return (1...min(3, range.count - 2)).contains { length in
      heads.contains(units[(range.upperBound - length)..<range.upperBound])
        && lexicon.word(range.lowerBound..<(range.upperBound - length), in: units)?.tag == "ns"
    }
  }

  /// The countries that a compound spells out, one a character, each another; nil when it is none.
  private func countries(of range: Range<Int>, in units: [UInt16]) -> [String]? {
    guard (2...5).contains(range.count), isCountry[Int(units[range.upperBound - 1])],
      isCountry[Int(units[range.lowerBound])]
    else { return nil }
    let codes = units[range].compactMap { country($0, among: units[range]) }
    return codes.count == range.count && Set(codes).count == codes.count ? codes : nil
  }

  /// What some units are as one word, and how likely.
  private func sort(of range: Range<Int>, _ word: WordTable.Word?, in units: [UInt16]) -> (Sort, Int)? {
    // A country between mountains (河西走廊) is one word, whatever its parts are.
    if let word, word.tag == "s" || !isPlaceAndHead(range, in: units) {
      // 中巴 is a word of the lexicon and spells out two countries all the same.
      let isCompound =
        word.tag == "ns" && units[range.lowerBound] == 0x4E2D && countries(of: range, in: units) != nil
      return (isCompound ? .countries : .word(word.tag), word.weight)
    }
    if range.count == 1 { return (.unknown, 0) }
    if heads.contains(units[range]) { return (.word("n"), 44) }
    guard countries(of: range, in: units) != nil else { return nil }
    return (.countries, 32 + 8 * (units[range.lowerBound] == 0x4E2D ? 1 : 0))
  }
}
