import DocumentModel
import RuleEngine
import TextProcessing

/// What a word does in a clause that holds a figure.
enum MeasureRole: UInt8, CaseIterable, Sendable {
  // What stands in the name of an indicator or a thing.
  case noun, total, place, verbNoun, adjective, attribute, numeral, quote, endQuote
  // What stands in one only between its parts: 平均; what stands at its end only: 支持, 援助.
  case inner, giving
  // 累计: before a verb an adverb, before an indicator part of its name.
  case tally
  // What befalls people, in a name only before its head: 死亡 of 死亡人数.
  case state
  // 方面, which is counted but names no thing, and stands before the noun that does.
  case aspect
  // What joins parts of such a name.
  case de, conjunction, etc
  // What ends it.
  case verb, governing, preposition, pronoun, scope, locative, classifier, stop, other
  // What may stand between it and its figure.
  case adverb, auxiliary, frame, each, link, passing, equal, to
  // 同期: an adverb too, but behind a time part of the comparison (较2023年同期).
  case concurrent
  // What says how the figure came about.
  case change, endpoint, compare, exceed, basis, than, compared, with, from, share, about
  // What a distance is measured from: 距 of 距地面10公里.
  case distance
  // What tells of an amount said before: 创 of 创历史新高.
  case ranking
  // Mentions.
  case quantity, time

  /// Whether a word of this role stands before a verb and tells no more of it than how far or how soon.
  var isAdverbial: Bool { self == .adverb || self == .frame || self == .concurrent }

  /// The roles that a row of `measure-words.tsv` may name.
  init?(name: Substring) {
    switch name {
    case "noun": self = .noun
    case "total": self = .total
    case "place": self = .place
    case "verb-noun": self = .verbNoun
    case "attribute": self = .attribute
    case "verb", "suffix": self = .verb
    case "distance": self = .distance
    case "inner": self = .inner
    case "de": self = .de
    case "giving": self = .giving
    case "tally": self = .tally
    case "aspect": self = .aspect
    case "concurrent": self = .concurrent
    case "state": self = .state
    case "ranking": self = .ranking
    case "etc": self = .etc
    case "conjunction": self = .conjunction
    case "governing", "pivot": self = .governing
    case "equal": self = .equal
    case "passing": self = .passing
    case "preposition": self = .preposition
    case "scope": self = .scope
    case "locative": self = .locative
    case "classifier": self = .classifier
    case "stop": self = .stop
    case "auxiliary": self = .auxiliary
    case "adverb": self = .adverb
    case "frame": self = .frame
    case "each": self = .each
    case "link": self = .link
    case "to": self = .to
    case "change": self = .change
    case "endpoint": self = .endpoint
    case "compare": self = .compare
    case "exceed": self = .exceed
    case "basis": self = .basis
    case "than": self = .than
    case "compared": self = .compared
    case "with": self = .with
    case "from": self = .from
    case "share": self = .share
    case "about": self = .about
    default: return nil
    }
  }

  /// The role that a word plays by its part of speech alone.
  init(_ tag: WordTable.Tag) {
    switch tag {
    case "n", "ng", "nt", "nz", "an", "j", "b", "l", "x", "en": self = .noun
    case "vn": self = .verbNoun
    case "ns", "nr", "s": self = .place
    case "a", "ag", "z": self = .adjective
    case "m", "mq": self = .numeral
    case "q": self = .classifier
    case "v", "vd", "vg", "vi": self = .verb
    case "d", "ad", "t", "tg": self = .adverb
    case "p": self = .preposition
    case "c": self = .conjunction
    case "r", "rg": self = .pronoun
    case "f": self = .locative
    default: self = .other
    }
  }
}

/// A role with the change that its word tells of, and whether it ends as indicators do, in 16 bits.
struct MeasureTag {
  var bits: UInt16

  init(_ role: MeasureRole, _ change: Measured.Change? = nil, endsIndicator: Bool = false) {
    let code: UInt16 = change.map { $0 == .increase ? 1 : $0 == .decrease ? 2 : 3 } ?? 0
    bits = UInt16(role.rawValue) | code << 8 | (endsIndicator ? 1 << 10 : 0)
  }

  init(bits: UInt16) { self.bits = bits }

  /// What is written in Latin letters or digits.
  static let foreign = MeasureTag(bits: MeasureTag(.noun).bits | 1 << 11)

  /// A character that no word of the lexicon covers.
  static let unknown = MeasureTag(bits: MeasureTag(.noun).bits | 1 << 12)

  /// What is written in digits, with letters behind them or without.
  static let digits = MeasureTag(bits: foreign.bits | 1 << 13)

  /// Whether the object of a verb is the subject of the next: 邀请40家企业参加.
  var isPivot: Bool {
    get { bits & 1 << 14 != 0 }
    set { bits = newValue ? bits | 1 << 14 : bits & ~(1 << 14) }
  }

  /// Whether a verb of one character ends nouns too: 站, 花.
  var isSuffix: Bool {
    get { isPivot && role == .verb }
    set { if newValue { isPivot = true } }
  }

  /// Whether a figure counts what its unit names, as places do: 三省, 9市.
  var isPlaces: Bool {
    get { isPivot && role == .quantity }
    set { isPivot = newValue }
  }

  var isForeign: Bool { bits & 1 << 11 != 0 }
  var isNumber: Bool { bits & 1 << 13 != 0 }
  var isUnknown: Bool { bits & 1 << 12 != 0 }

  var role: MeasureRole { MeasureRole(rawValue: UInt8(truncatingIfNeeded: bits)) ?? .other }

  /// Whether the last character of the word is one that indicators end with: 额, 率, 量.
  var endsIndicator: Bool { bits & 1 << 10 != 0 }

  var change: Measured.Change? {
    switch bits >> 8 & 3 {
    case 1: .increase
    case 2: .decrease
    case 3: .reach
    default: nil
    }
  }
}

extension WordTrie {
  /// The words of the general lexicons, with the roles that `measure-words.tsv` gives to some.
  static func measureWords(_ tables: RuleTables) -> WordTrie {
    let lexicon = WordTable(["lexicon-official", "lexicon"], in: tables)
    let endings = Set(
      tables.lexicon("indicator-endings").entries.flatMap { tables.normalizer.fold($0.form) })
    var special: [UInt16: [(form: [UInt16], tag: UInt16)]] = [:]
    for row in tables.lexicon("measure-words").entries {
      let form = tables.normalizer.fold(row.form)
      guard let first = form.first, row.columns.count == 2, let role = MeasureRole(name: row.columns[0][...])
      else { continue }
      var tag = MeasureTag(
        role, Measured.Change(rawValue: row.columns[1]),
        endsIndicator: form.last.map(endings.contains) ?? false)
      tag.isPivot = row.columns[0] == "pivot"
      tag.isSuffix = row.columns[0] == "suffix"
      special[first, default: []].append((form, tag.bits))
    }
    let rows = special
    return WordTrie { unit, enter in
      if let special = rows[unit] {
        var weights = Array(repeating: 48, count: special.count)
        lexicon.forEachWord(beginningWith: unit) { form, word in
          guard let place = special.firstIndex(where: { $0.form.elementsEqual(form) }) else { return }
          weights[place] = max(weights[place], word.weight)
        }
        for (row, weight) in zip(special, weights) {
          row.form.withUnsafeBufferPointer { enter($0, row.tag, weight) }
        }
      }
      lexicon.forEachWord(beginningWith: unit) { form, word in
        let endsIndicator = form.last.map(endings.contains) ?? false
        enter(form, MeasureTag(MeasureRole(word.tag), endsIndicator: endsIndicator).bits, word.weight)
      }
    }
  }
}
