import TestSupport
import TextProcessing

@testable import RuleEngine

/// A matcher that is plainly right: it tries everything, unit by unit.
struct NaiveMatcher {
  var words: [String: [[UInt16]]] = [:]
  var patterns: [String: Pattern] = [:]

  /// Every place at which a match that begins at one may end.
  func ends(of pattern: Pattern, at place: Int, in units: ArraySlice<UInt16>) -> Set<Int> {
    switch pattern {
    case .unit(let set):
      place < units.endIndex && set.contains(units[place]) ? [place + 1] : []
    case .mention: []
    case .word(let name):
      Set((words[name] ?? []).filter { units[place...].starts(with: $0) }.map { place + $0.count })
    case .named(let name): patterns[name].map { ends(of: $0, at: place, in: units) } ?? []
    case .sequence(let parts):
      parts.reduce([place]) { places, part in
        places.reduce(into: []) { $0.formUnion(ends(of: part, at: $1, in: units)) }
      }
    case .alternation(let parts):
      parts.reduce(into: []) { $0.formUnion(ends(of: $1, at: place, in: units)) }
    case .repetition(let part, let times):
      repetition(of: part, times, at: place, in: units)
    case .capture(_, let part): ends(of: part, at: place, in: units)
    }
  }

  private func repetition(
    of part: Pattern, _ times: ClosedRange<Int>, at place: Int, in units: ArraySlice<UInt16>
  ) -> Set<Int> {
    var found: Set<Int> = times.lowerBound == 0 ? [place] : []
    var places: Set<Int> = [place]
    for count in 1...times.upperBound {
      places = places.reduce(into: []) { $0.formUnion(ends(of: part, at: $1, in: units)) }
      if count >= times.lowerBound { found.formUnion(places) }
    }
    return found
  }
}

/// Patterns and texts over few letters, so that they meet.
extension SeededGenerator {
  static let letters = Array("甲乙丙1a\n".utf16)

  mutating func units(upTo count: Int) -> [UInt16] {
    (0..<below(count + 1)).map { _ in pick(Self.letters) }
  }

  mutating func unitSet() -> UnitSet {
    let set = UnitSet(units: (0...below(2)).map { _ in pick(Self.letters) })
    return below(6) == 0 ? set.inverted : below(8) == 0 ? .digits : set
  }

  mutating func pattern(depth: Int = 3) -> Pattern {
    guard depth > 0 else { return .unit(unitSet()) }
    switch below(8) {
    case 0: return .word("words")
    case 1: return .named("part")
    case 2, 3: return .sequence((0...below(3)).map { _ in pattern(depth: depth - 1) })
    case 4: return .alternation((0...below(3)).map { _ in pattern(depth: depth - 1) })
    case 5:
      let low = below(3)
      return .repetition(pattern(depth: depth - 1), low...max(1, low + below(3)))
    case 6: return .capture("x", pattern(depth: depth - 1))
    default: return .unit(unitSet())
    }
  }
}
