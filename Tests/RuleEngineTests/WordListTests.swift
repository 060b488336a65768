import TestSupport
import Testing
import TextProcessing

@testable import RuleEngine

@Suite("Word lists")
struct WordListTests {
  static func units(_ text: String) -> [UInt16] { Normalizer.shared.fold(text) }

  @Test func aLexiconFindsWhatADictionaryDoes() {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<30 {
      var lexicon = Lexicon(name: "words")
      var dictionary: [[UInt16]: [String]] = [:]
      for line in 1...200 {
        let units = generator.units(upTo: 5)
        let entry = Lexicon.Entry(
          form: String(decoding: units, as: UTF16.self), columns: ["\(line)"], file: "a", line: line)
        lexicon.add(entry, folded: units)
        if !units.isEmpty { dictionary[units, default: []].append("\(line)") }
      }
      for _ in 0..<300 {
        let units = generator.units(upTo: 6)
        #expect(lexicon.contains(units[...]) == (dictionary[units] != nil))
        #expect(lexicon.entry(units[...])?.columns.first == dictionary[units]?.first)
      }
      #expect(lexicon.entries.count == dictionary.values.reduce(0) { $0 + $1.count })
      #expect(lexicon.longest == dictionary.keys.map(\.count).max())
    }
  }

  static let file = """
    # Made for this test.
    丁\tn\t40
    丁丁\tns\t8
    丁丁甲乙\tnr\t12
    一\tm\t60
    一带一路\tnz\t30
    一带\tn
    甲𫖯乙\tv\t7
    """

  static func table(_ files: (String, RuleFile.Content)...) throws -> WordTable {
    let pack = RuleFile(path: "1.yaml", content: .read(Sample.pack("甲")), isBundled: true)
    let words = files.map { RuleFile(path: $0.0, content: $0.1, isBundled: false) }
    let rules = try RuleSet([pack] + words, extractors: [Sample.extractor], normalizer: Normalizer.shared)
    return WordTable(["words"], in: rules.tables)
  }

  static func words(_ table: WordTable, at place: Int, in units: [UInt16], limit: Int) -> [WordTable.Word?] {
    // What stood there before must not matter.
    var words = [WordTable.Word?](repeating: WordTable.Word(tag: "x", weight: 1), count: limit)
    table.find(&words, at: place, in: units)
    return words
  }

  @Test func aTableFindsTheWordsThatBeginAtAPlace() throws {
    let table = try Self.table(("words.tsv", .read(Self.file)))
    let text = Self.units("在一带一路上") + Array(repeating: 0, count: 8)
    let words = Self.words(table, at: 1, in: text, limit: 6)
    #expect(
      words == [
        WordTable.Word(tag: "m", weight: 60), WordTable.Word(tag: "n", weight: 40), nil,
        WordTable.Word(tag: "nz", weight: 30), nil, nil,
      ])
    #expect(Self.words(table, at: 0, in: text, limit: 3) == [nil, nil, nil])
    #expect(table.word(1..<5, in: text)?.tag == "nz")
    #expect(table.word(1..<4, in: text) == nil)
  }

  @Test func charactersBeyondTheBMPAreWords() throws {
    let table = try Self.table(("words.tsv", .read(Self.file)))
    let text = Self.units("甲𫖯乙") + Array(repeating: 0, count: 8)
    #expect(Self.words(table, at: 0, in: text, limit: 3).map { $0?.weight } == [nil, nil, 7])
  }

  @Test func aUsersWordsComeFirst() throws {
    let table = try Self.table(
      ("words.tsv", .read(Self.file)), ("my/words.tsv", .read("丙\tn\t9\n一\tv\t1\n")))
    let text = Self.units("一丙") + Array(repeating: 0, count: 8)
    #expect(table.word(0..<1, in: text) == WordTable.Word(tag: "v", weight: 1))
    #expect(table.word(1..<2, in: text) == WordTable.Word(tag: "n", weight: 9))
  }

  @Test func aTableFindsWhatADictionaryDoes() throws {
    var generator = SeededGenerator(seed: 32)
    let letters = Array("甲乙丙丁a1".utf16)
    for _ in 0..<10 {
      var dictionary: [[UInt16]: Int] = [:]
      for _ in 0..<60 {
        let word = (0...generator.below(5)).map { _ in generator.pick(letters) }
        dictionary[word] = 1 + generator.below(90)
      }
      let rows = dictionary.map { "\(String(decoding: $0.key, as: UTF16.self))\tn\t\($0.value)\n" }
      let table = try Self.table(("words.tsv", .read(rows.joined())))
      for _ in 0..<100 {
        let text = (0..<12).map { _ in generator.pick(letters) } + Array(repeating: UInt16(0), count: 8)
        let place = generator.below(12)
        let wanted = (1...8).map { length in dictionary[Array(text[place..<place + length])] }
        #expect(Self.words(table, at: place, in: text, limit: 8).map { $0?.weight } == wanted)
      }
    }
  }
}
