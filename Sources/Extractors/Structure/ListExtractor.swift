import DocumentModel
package import RuleEngine
import TextProcessing

extension Extractor {
  /// The marks of points: `一是`, `第二`, `（三）`, `——`.
  ///
  /// The patterns are in `Rules/list.yaml`; ``NumberedLists`` makes series of what they find.
  package static let list = Extractor("list") { tables in
    let words = tables.lexicon("sequence-words")
    return [
      "marker": { match, _ in
        let name = match.rule.drop { $0 != "." }.dropFirst()
        // 第一个是 continues what 第一， began.
        let family = String(name.hasSuffix("-is") ? name.dropLast(3) : name)
        guard let units = match["ordinal"] else {
          return [Finding(match.range, ListMarker(family: family, ordinal: nil))]
        }
        guard let ordinal = ordinal(units) else { return [] }
        // The mark itself: 第一, without the 是 or the space behind it.
        let isWord = family == "ordinal"
        let end = isWord ? units.endIndex : match.range("space")?.lowerBound ?? match.range.upperBound
        return [Finding(match.range.lowerBound..<end, ListMarker(family: family, ordinal: ordinal))]
      },
      "sequence": { match, _ in
        guard let word = match["word"], let code = words.entry(word)?.columns.first else { return [] }
        let marker = ListMarker(family: "sequence", ordinal: Int(code), isLast: code == "last")
        return [Finding(match.range.lowerBound..<word.endIndex, marker)]
      },
    ]
  }

  private static func ordinal(_ units: ArraySlice<UInt16>) -> Int? {
    if let first = units.first, (0x2460...0x2473).contains(first) { return Int(first) - 0x2460 + 1 }
    return ChineseNumeral.integer(units)
  }
}
