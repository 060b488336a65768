import DocumentModel
import TestSupport
import Testing
import TextProcessing

@testable import RuleEngine

@Suite("Automaton")
struct AutomatonTests {
  /// Some random patterns as one automaton, and the same as a plain matcher reads them.
  struct Machine {
    var patterns: [Pattern]
    var naive: NaiveMatcher
    var automaton: Automaton
    var starts: [UInt32]

    init(_ generator: inout SeededGenerator) {
      var lexicon = Lexicon(name: "words")
      for _ in 0...generator.below(6) {
        let units = generator.units(upTo: 4)
        let form = String(decoding: units, as: UTF16.self)
        lexicon.add(Lexicon.Entry(form: form, columns: [], file: "a", line: 1), folded: units)
      }
      let part = generator.pattern(depth: 1).withoutNames
      let drawn = (0...generator.below(4)).map { _ in generator.pattern() }
      var builder = AutomatonBuilder(lexicons: ["words": lexicon], patterns: ["part": part])
      starts = drawn.enumerated().map { builder.program($1, number: Int32($0), captures: ["x"]) }
      patterns = drawn
      naive = NaiveMatcher(words: ["words": lexicon.forms], patterns: ["part": part])
      automaton = builder.finished()
    }
  }

  @Test(arguments: [40_000, 3])
  func theLazyDFAAcceptsWhatAPlainMatcherDoes(capacity: Int) {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<250 {
      let machine = Machine(&generator)
      let dfa = LazyDFA(machine.automaton, capacity: capacity)
      for _ in 0..<12 {
        let units = generator.units(upTo: 12)
        for place in units.indices {
          _ = dfa.makeRoom()
          var state = dfa.start(machine.starts)
          var found = dfa.accepted(state).map { Pair(program: Int($0), end: place) }
          for end in place..<units.count where state != LazyDFA.dead {
            state = dfa.step(state, UInt16(truncatingIfNeeded: machine.automaton.kinds[Int(units[end])]))
            found += dfa.accepted(state).map { Pair(program: Int($0), end: end + 1) }
          }
          let wanted = machine.patterns.enumerated().flatMap { program, pattern in
            machine.naive.ends(of: pattern, at: place, in: units[...]).map { Pair(program: program, end: $0) }
          }
          #expect(Set(found) == Set(wanted), "\(machine.patterns) in \(units) at \(place)")
          #expect(found.count == wanted.count)
        }
      }
    }
  }

  struct Pair: Hashable {
    var program: Int
    var end: Int
  }

  @Test func whatIsReadBackwardIsTheSame() {
    var generator = SeededGenerator(seed: 22)
    for _ in 0..<500 {
      let pattern = generator.pattern(depth: 2).withoutNames
      let units = generator.units(upTo: 8)
      let naive = NaiveMatcher()
      var reversed = Set<Int>()
      for start in 0...units.count
      where naive.ends(of: pattern, at: start, in: units[...]).contains(units.count) {
        reversed.insert(units.count - start)
      }
      let backward = Array(units.reversed())
      #expect(naive.ends(of: pattern.reversed, at: 0, in: backward[...]) == reversed, "\(pattern) \(units)")
    }
  }

  @Test func capturesStandWithinTheirMatch() {
    var generator = SeededGenerator(seed: 23)
    for _ in 0..<300 {
      let machine = Machine(&generator)
      let finder = CaptureFinder(machine.automaton, most: 1)
      let units = generator.units(upTo: 10)
      for (program, pattern) in machine.patterns.enumerated() {
        for end in machine.naive.ends(of: pattern, at: 0, in: units[...]) {
          finder.find(from: machine.starts[program], captures: 1, in: 0..<end, of: units)
          guard let range = finder.range(0) else { continue }
          #expect(range.lowerBound >= 0 && range.upperBound <= end, "\(pattern) in \(units)")
          let inner = pattern.captured("x") + (machine.naive.patterns["part"]?.captured("x") ?? [])
          #expect(
            inner.contains {
              machine.naive.ends(of: $0, at: range.lowerBound, in: units[..<end]).contains(range.upperBound)
            })
        }
      }
    }
  }

  /// A walk that tried every way would take more steps than anyone can wait for.
  @Test func capturesOfAnAmbiguousPatternAreFoundInBoundedSteps() throws {
    let rules = try Sample.rules(Sample.pack("(?<x>((甲?){0,9}){0,9})甲{60}(?<y>乙)", means: "captures"))
    let mentions = Sample.mentions(rules, in: String(repeating: "甲", count: 60) + "乙")
    #expect(mentions.map(\.value.summary) == ["captures"])
    #expect(mentions.map(\.span) == [Span(0, 61)])
  }

  /// Each place begins at most one candidate of each rule, whatever the text, so the candidates of a text
  /// twice as long are at most twice as many.
  @Test(arguments: ["甲", "甲甲乙", "甲乙", "一甲", "乙"])
  func candidatesGrowWithTheText(_ unit: String) throws {
    let rules = try Sample.rules(
      MatcherTests.pack([
        "id: sample.a, pattern: '甲{1,99}乙?', means: work",
        "id: sample.b, pattern: '(甲|甲甲|甲乙){1,40}', means: even",
        "id: sample.c, pattern: '[甲乙]{2,90}', means: work, not-preceded-by: '甲{1,20}一'",
      ]))
    let count = { (length: Int) in
      let text = Normalizer.shared.fold(DocumentText(String(repeating: unit, count: length)))
      var candidates: [PhaseScanner.Candidate] = []
      PhaseScanner(rules.phases.characters, programs: rules.programs)
        .scan(text.units, count: text.count, into: &candidates)
      return (candidates.count, text.count)
    }
    let (short, long) = (count(400), count(800))
    #expect(long.0 <= 2 * short.0 + 300)
    #expect(long.0 <= rules.rules.count * long.1)
  }

  @Test func aPlaceBeginsOneCandidateOfARuleAndItIsTheLongest() throws {
    var generator = SeededGenerator(seed: 24)
    for _ in 0..<60 {
      let sources = ["甲乙?", "[甲乙]{2,3}", "甲(1|a1)?", "@words", "乙[^丙]", "1{1,3}a?", "a甲|a"]
      let chosen = (0..<3).map { _ in generator.pick(sources) }
      let rules = try Sample.rules(
        MatcherTests.pack(
          chosen.enumerated().map { "id: sample.r\($0), pattern: '\($1)', means: work" },
          "lexicons: {words: [甲丙, 丙, 丙甲乙]}"))
      let units = generator.units(upTo: 30)
      var candidates: [PhaseScanner.Candidate] = []
      PhaseScanner(rules.phases.characters, programs: rules.programs, capacity: 5)
        .scan(units + Array(repeating: 0, count: 8), count: units.count, into: &candidates)
      let naive = NaiveMatcher(words: ["words": rules.tables.lexicon("words").forms])
      var wanted = Set<[Int]>()
      for (number, source) in chosen.enumerated() {
        let pattern = try PatternParser.parse(source, normalizer: Normalizer.shared) { $0 == "words" }
        for place in units.indices {
          if let end = naive.ends(of: pattern, at: place, in: units[...]).max() {
            wanted.insert([number, place, end])
          }
        }
      }
      #expect(
        Set(candidates.map { [Int($0.program), Int($0.start), Int($0.end)] }) == wanted, "\(chosen) \(units)")
      #expect(candidates.count == wanted.count)
    }
  }

  @Test func emptyingTheTableChangesNothing() throws {
    let rules = try Sample.rules(
      MatcherTests.pack([
        "id: sample.a, pattern: '[甲乙]{1,9}(1|a){1,3}', means: even, not-followed-by: 丙",
        "id: sample.b, pattern: '甲(?<x>[^乙]{1,4})乙', means: capture",
        "id: sample.c, pattern: '1', means: time",
        "id: sample.d, pattern: '(?<x><temporal>)[甲a](?<y><temporal>)', means: from-to",
      ]))
    var generator = SeededGenerator(seed: 25)
    let usual = Matcher(rules)
    let small = Matcher(rules, capacity: 2)
    for _ in 0..<100 {
      let document = Sample.document(String(decoding: generator.units(upTo: 200), as: UTF16.self))
      #expect(small.findings(in: document).mentions == usual.findings(in: document).mentions)
    }
  }
}

extension Pattern {
  /// The same with a unit in place of each name.
  var withoutNames: Pattern {
    switch self {
    case .named, .word: .unit(UnitSet(units: Array("甲".utf16)))
    case .unit, .mention: self
    case .sequence(let parts): .sequence(parts.map(\.withoutNames))
    case .alternation(let parts): .alternation(parts.map(\.withoutNames))
    case .repetition(let part, let times): .repetition(part.withoutNames, times)
    case .capture(let name, let part): .capture(name, part.withoutNames)
    }
  }

  /// What the captures of a name hold.
  func captured(_ name: String) -> [Pattern] {
    var found: [Pattern] = []
    forEach { if case .capture(name, let part) = $0 { found.append(part) } }
    return found
  }
}
