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

  /// Log-frequencies are four times binary logarithms; this is that of the whole lexicon.
  private static let total = 104
  private static let longestWord = 6

  init(_ tables: RuleTables) {
    lexicon = WordTable(["lexicon-official", "lexicon"], in: tables)
    heads = tables.lexicon("infrastructure-heads")
    var characters: [UInt16: [CountryReading]] = [:]
    for row in tables.lexicon("country-characters").entries {
      let form = tables.normalizer.fold(row.form)
      guard form.count == 1, row.columns.count == 2, row.columns[0].count == 2 else { continue }
      let company = row.columns[1] == "*" ? nil : Set(tables.normalizer.fold(row.columns[1]))
      characters[form[0], default: []].append(CountryReading(code: row.columns[0], company: company))
    }
    countryCharacters = characters
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

  /// The words of a stretch of folded text.
  func tokens(of range: Range<Int>, in units: [UInt16]) -> [Token] {
    let count = range.count
    var best = Array(repeating: Int.min, count: count + 1)
    var choice: [(start: Int, kind: Kind)] = Array(repeating: (0, .unknown), count: count + 1)
    var words = [WordTable.Word?](repeating: nil, count: Self.longestWord)
    best[0] = 0
    for start in 0..<count where best[start] > Int.min {
      let place = range.lowerBound + start
      lexicon.find(&words, at: place, in: units)
      for length in 1...min(Self.longestWord, count - start) {
        guard let (kind, weight) = kind(of: place..<(place + length), words[length - 1], in: units) else {
          continue
        }
        let score = best[start] + weight - Self.total
        if score > best[start + length] {
          best[start + length] = score
          choice[start + length] = (start, kind)
        }
      }
    }
    var tokens: [Token] = []
    var end = count
    while end > 0 {
      let (start, kind) = choice[end]
      tokens.append(Token(range: (range.lowerBound + start)..<(range.lowerBound + end), kind: kind))
      end = start
    }
    return tokens.reversed()
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
    guard (2...5).contains(range.count), countryCharacters[units[range.upperBound - 1]] != nil,
      countryCharacters[units[range.lowerBound]] != nil
    else { return nil }
    let codes = units[range].compactMap { country($0, among: units[range]) }
    return codes.count == range.count && Set(codes).count == codes.count ? codes : nil
  }

  /// What some units are as one word, and how likely.
  private func kind(of range: Range<Int>, _ word: WordTable.Word?, in units: [UInt16]) -> (Kind, Int)? {
    if let word, !isPlaceAndHead(range, in: units) {
      // 中巴 is a word of the lexicon and spells out two countries all the same.
      let codes =
        word.tag == "ns" && units[range.lowerBound] == 0x4E2D ? countries(of: range, in: units) : nil
      return (codes.map(Kind.countries) ?? .word(tag: word.tag), word.weight)
    }
    if range.count > 1, heads.contains(units[range]) { return (.word(tag: "n"), 44) }
    if range.count == 1 { return (.unknown, 0) }
    guard let codes = countries(of: range, in: units) else { return nil }
    return (.countries(codes), 32 + 8 * (units[range.lowerBound] == 0x4E2D ? 1 : 0))
  }
}
