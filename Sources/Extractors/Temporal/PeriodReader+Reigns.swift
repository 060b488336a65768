import DocumentModel
import RuleEngine

/// Reigns told together.
extension PeriodReader {
  /// Reigns that share 年间: 洪武、永乐年间 are two times, 康熙至乾隆年间 is one.
  @Sendable func reignsTogether(_ match: Match, _ context: Context) -> [Finding] {
    guard let name = match.range("first"),
      let first = match["first"].flatMap({ reigns.longest(at: $0) })?.value,
      let second = match["reign"].flatMap({ reigns.longest(at: $0) })?.value,
      let start = match.range("reign")?.lowerBound, first.years.lowerBound < second.years.lowerBound,
      first.use == .reign || second.use == .reign || match.has("dynasty")
    else { return [] }
    if match.has("until") {
      let years = first.years.lowerBound...second.years.upperBound
      return [Finding(match.range, .temporal(.years(years)))]
    }
    return [
      Finding(match.range.lowerBound..<name.upperBound, .temporal(.years(first.years))),
      Finding(start..<match.range.upperBound, .temporal(.years(second.years))),
    ]
  }
}
