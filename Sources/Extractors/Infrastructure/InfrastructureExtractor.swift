import DocumentModel
package import RuleEngine
import TextProcessing

extension Extractor {
  /// Named works: `中吉乌铁路`, `别迭里口岸`, `中欧班列西安集结中心`.
  ///
  /// A rule finds the head word (铁路, 口岸); ``NameGrammar`` finds where the name begins.
  package static let infrastructure = Extractor(
    "infrastructure", gazetteers: ["countries", "country-characters"]
  ) { tables in
    let reader = InfrastructureReader(tables)
    return ["headed": reader.headed, "listed": reader.listed]
  }
}

/// What the rules of the infrastructure pack mean.
struct InfrastructureReader: Sendable {
  private let grammar: NameGrammar
  private let heads: Lexicon
  private let names: Lexicon
  private let countries: Lexicon
  /// The kinds of things that lie in one place.
  private let pointKinds: Set<String>

  init(_ tables: RuleTables) {
    grammar = NameGrammar(tables)
    heads = tables.lexicon("infrastructure-heads")
    names = tables.lexicon("infrastructure-names")
    countries = tables.lexicon("countries")
    pointKinds = Set(tables.lexicon("point-kinds").entries.map(\.form))
  }

  /// A head word and the name before it, with the names that share the head.
  @Sendable func headed(_ match: Match, _ context: Context) -> [Finding] {
    guard let head = match["head"], let entry = heads.entry(head), let kind = entry.columns.first else {
      return []
    }
    let needsDetail = entry.columns.count > 1 && entry.columns[1] == "common"
    guard
      let name = grammar.name(
        before: head.startIndex..<head.endIndex, in: match.text, isCommon: needsDetail,
        isPoint: pointKinds.contains(kind))
    else { return [] }
    let whole = name.range.lowerBound..<match.range.upperBound
    var findings = [
      finding(whole, stem: name, rest: name.range.upperBound..<match.range.upperBound, kind, match.text)
    ]
    for part in name.coordinated {
      findings.append(
        finding(
          part.range, stem: part, rest: name.detail.lowerBound..<match.range.upperBound, kind, match.text))
    }
    return findings
  }

  private func finding(
    _ range: Range<Int>, stem: NameGrammar.Name, rest: Range<Int>, _ kind: String, _ text: FoldedText
  ) -> Finding {
    let units = Array(text.units[stem.range]) + Array(text.units[rest])
    let value = Infrastructure(name: spelled(units), kind: kind, countries: Set(stem.countries).sorted())
    return Finding(range, .infrastructure(value))
  }

  /// The name with the dash that published names use, one for several, and without quotation marks.
  private func spelled(_ units: [UInt16]) -> String {
    var spelled: [UInt16] = []
    spelled.reserveCapacity(units.count)
    for unit in units where unit != 0x201C && unit != 0x201D && unit != 0x20 {
      if unit != 0x2D { spelled.append(unit) } else if spelled.last != 0xFF0D { spelled.append(0xFF0D) }
    }
    return String(folded: spelled[...])
  }

  /// A work known by a name without a head word: 南水北调.
  @Sendable func listed(_ match: Match, _ context: Context) -> [Finding] {
    guard let units = match["name"], let kind = names.entry(units)?.columns.first else { return [] }
    let name = spelled(Array(match.text.units[match.range]))
    return [Finding(match.range, .infrastructure(Infrastructure(name: name, kind: kind)))]
  }
}
