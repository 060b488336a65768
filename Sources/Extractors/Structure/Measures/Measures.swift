package import DocumentModel
package import RuleEngine
import TextProcessing

/// Finds what the quantities of a document measure: the indicator or the thing counted, how it changed,
/// against what, from where, and when.
///
/// Only the clause of a figure is read, and of the clause before only what carries over: the indicator
/// (国内生产总值达到5万亿元，增长4%), the time, the start of a change. The words that say so are rows of
/// `measure-words.tsv`; the general lexicon tells nouns from verbs. Where the grammar leaves a doubt nothing
/// is said.
package struct Measures: Sendable {
  let normalizer: Normalizer
  var words: WordTrie
  private let units: MeasureUnits
  private(set) var marks: [MeasureMark] = []
  private(set) var clause = MeasureClause()
  var scratch = MeasureClause()
  /// The words in brackets that the clause steps over.
  private var asides: [Range<Int>] = []
  /// The first of them that may stand in what is still to be taken apart.
  private var nextAside = 0
  /// What of the clause stands behind its last figure, while it is not taken apart.
  private var tail = 0..<0
  var sentence = MeasureSentence()

  /// How far to the left of its figures a clause is read, and how far to their right.
  private static let reach = 80
  private static let lookahead = 40

  /// Creates a reader with the words of some rules.
  package init(_ tables: RuleTables) {
    normalizer = tables.normalizer
    words = .measureWords(tables)
    units = MeasureUnits(tables)
  }

  /// Gives the quantities among a document's mentions, which are in order, what they measure.
  package mutating func measure(_ mentions: inout [Mention], in text: DocumentText) {
    marks.removeAll(keepingCapacity: true)
    for index in mentions.indices {
      marks.append(units.mark(mentions[index].value, mentions[index].span, text))
    }
    sentence.reset()
    var done = 0
    var index = 0
    while index < marks.count {
      guard marks[index].start >= done, marks[index].isQuantity else {
        index += 1
        continue
      }
      let start = start(of: index, from: done, text)
      cross(done..<start, before: index, text)
      let end = read(from: start, at: index, text)
      for figure in clause.tokens.indices where clause.tokens[figure].role == .quantity {
        readFigure(figure, text)
      }
      for reading in sentence.readings[sentence.clauseStart...] { enter(reading, into: &mentions, text) }
      done = max(end, Int(marks[index].end))
      index += 1
    }
  }

  // MARK: Clauses

  /// Where the clause of a quantity begins.
  private mutating func start(of index: Int, from done: Int, _ text: DocumentText) -> Int {
    asides.removeAll(keepingCapacity: true)
    nextAside = 0
    var place = marks[index].span.start
    let low = max(done, place - Self.reach)
    var before = index - 1
    while place > low {
      if before >= 0, marks[before].span.end >= place {
        let span = marks[before].span
        if span.end == place, span.start >= low, span.start < place {
          place = span.start
          before -= 1
          continue
        }
        if span.start >= place {
          before -= 1
          continue
        }
      }
      if MeasureBoundary.isClauseEnd(at: place - 1, in: text) {
        guard let aside = MeasureBoundary.aside(endingAt: place, from: low, text) else { break }
        while before >= 0, marks[before].start >= aside.lowerBound, !marks[before].isQuantity { before -= 1 }
        if before >= 0, marks[before].start >= aside.lowerBound { break }
        asides.append(aside)
        place = aside.lowerBound
        continue
      }
      place -= 1
    }
    asides.reverse()
    return place
  }

  /// Goes over what stands between two clauses that are read.
  private mutating func cross(
    _ gap: Range<Int>, before index: Int, _ text: DocumentText
  ) {
    var start = gap.upperBound
    var isParted = false
    var words = 0
    while start > gap.lowerBound {
      let scalar = text.scalars[start - 1]
      if MeasureBoundary.isSentenceEnd(scalar) {
        sentence.reset()
        isParted = true
        break
      }
      if scalar == 0xFF1B || scalar == 0x3B {  // ；
        isParted = true
      } else if !MeasureBoundary.isClauseEnd(scalar) {
        words += 1
      }
      start -= 1
    }
    sentence.basis = nil
    sentence.isContinued = !isParted && (words == 0 || carriesOn(gap, words, text))
    if isParted || !sentence.isContinued { sentence.origin = nil }
    // A time in a clause by itself, or at the head of one, holds for those behind it.
    var before = index - 1
    var told: Int?
    while before >= 0, marks[before].span.start >= start {
      if marks[before].span.end <= gap.upperBound {
        if isFrame(before, in: start..<gap.upperBound, text) {
          sentence.period = before
          told = nil
          break
        }
        if told == nil, isTold(before, in: start..<gap.upperBound, text) { told = before }
      }
      before -= 1
    }
    // 昨天部队继续推进，占领了3座村庄
    if sentence.period == nil { sentence.period = told }
    sentence.clauseStart = sentence.readings.count
    takeLead(gap, from: start, text)
    takeWhole(before: gap, text)
  }

  /// Takes a clause apart up to its last figure; returns where it ends.
  private mutating func read(from start: Int, at index: Int, _ text: DocumentText) -> Int {
    var (place, next) = (marks[index].span.end, index + 1)
    var (last, limit) = (place, place + Self.lookahead)
    while place < min(limit, text.count) {
      while next < marks.count, marks[next].start < place { next += 1 }
      if next < marks.count, marks[next].start == place {
        place = max(marks[next].span.end, place + 1)
        if marks[next].isQuantity {
          last = place
          limit = place + Self.lookahead
        }
        next += 1
      } else if MeasureBoundary.isClauseEnd(at: place, in: text) {
        guard let aside = MeasureBoundary.aside(startingAt: place, text) else { break }
        while next < marks.count, marks[next].start < aside.upperBound, !marks[next].isQuantity { next += 1 }
        if next < marks.count, marks[next].start < aside.upperBound { break }
        asides.append(aside)
        place = aside.upperBound
      } else {
        place += 1
      }
    }
    clause.removeAll()
    next = index
    while next > 0, marks[next - 1].start >= start { next -= 1 }
    part(start..<last, next, text)
    tail = last..<max(last, min(place, text.count))
    return tail.upperBound
  }

  /// Adds the words and mentions of a stretch to the clause.
  private mutating func part(_ range: Range<Int>, _ mention: Int, _ text: DocumentText) {
    var (place, next) = (range.lowerBound, mention)
    while place < range.upperBound {
      while next < marks.count, marks[next].start < place { next += 1 }
      var stop = next < marks.count ? min(marks[next].span.start, range.upperBound) : range.upperBound
      while nextAside < asides.count, asides[nextAside].lowerBound < place { nextAside += 1 }
      if nextAside < asides.count, case let aside = asides[nextAside], aside.lowerBound < stop {
        stop = aside.lowerBound
        if stop > place { clause.add(place..<stop, of: text.scalars, normalizer, &words) }
        clause.add(aside: aside)
        place = aside.upperBound
        continue
      }
      if stop > place { clause.add(place..<stop, of: text.scalars, normalizer, &words) }
      place = stop
      guard place < range.upperBound else { return }
      clause.add(next, marks[next])
      place = max(marks[next].span.end, place + 1)
    }
  }

  /// Takes apart what stands behind the last figure of the clause too.
  mutating func readTail(_ text: DocumentText) {
    guard !tail.isEmpty, let last = clause.tokens.last else { return }
    part(tail, Int(last.mention) + 1, text)
    tail = tail.upperBound..<tail.upperBound
  }

  /// Whether 的 stands right behind a figure.
  func isFollowed(_ figure: Int, _ text: DocumentText) -> Bool {
    if figure + 1 < clause.tokens.count { return clause.tokens[figure + 1].role == .de }
    return !tail.isEmpty && text.scalars[tail.lowerBound] == 0x7684
  }

  // MARK: Values

  private func enter(_ reading: MeasureReading, into mentions: inout [Mention], _ text: DocumentText) {
    var measured = Measured(change: reading.change, from: reading.from)
    measured.period = reading.period
    if let name = reading.name {
      let name = reading.tail == nil ? MeasureBoundary.withoutLetters(name, text) : name
      measured.of = Self.words(of: name, reading.tail, in: text, parted: false)
    }
    if let basis = reading.basis {
      measured.basis = Self.words(of: basis, reading.secondBasis, in: text, parted: true)
    }
    guard !measured.isEmpty else { return }
    guard case .quantity(var quantity) = mentions[reading.mention].value else { return }
    quantity.measured = measured
    mentions[reading.mention].value = .quantity(quantity)
  }

  /// The text of a span, and of a second one behind it, without white space.
  private static func words(of span: Span, _ second: Span?, in text: DocumentText, parted: Bool) -> String {
    let most = (span.count + (second?.count ?? 0)) * 4 + 1
    return String(unsafeUninitializedCapacity: most) { bytes in
      var count = 0
      for (number, span) in [span, second].enumerated() {
        guard let span else { continue }
        if number > 0, parted {
          bytes[count] = UInt8(ascii: " ")
          count += 1
        }
        for scalar in text.scalars[span.start..<span.end] where scalar != 0x20 && scalar != 0x3000 {
          for byte in UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}")! {
            bytes[count] = byte
            count += 1
          }
        }
      }
      return count
    }
  }
}
