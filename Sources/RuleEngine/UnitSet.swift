/// A set of folded code units, as sorted ranges that neither touch nor overlap.
package struct UnitSet: Hashable, Sendable {
  /// The ranges, ascending.
  package private(set) var ranges: [ClosedRange<UInt16>]

  /// Creates the set of all units of the ranges.
  package init(_ ranges: [ClosedRange<UInt16>]) {
    self.ranges = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = self.ranges.last, Int(range.lowerBound) <= Int(last.upperBound) + 1 {
        self.ranges[self.ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        self.ranges.append(range)
      }
    }
  }

  /// Creates the set of one unit.
  package init(_ unit: UInt16) { ranges = [unit...unit] }

  /// Creates the set of some units.
  package init(units: some Sequence<UInt16>) {
    self.init(units.map { $0...$0 })
  }

  /// Whether the unit is in the set.
  package func contains(_ unit: UInt16) -> Bool { ranges.contains { $0.contains(unit) } }

  /// All units but these, the line feed and the padding.
  package var inverted: UnitSet {
    var gaps: [ClosedRange<UInt16>] = []
    var next = 1
    for range in ranges + [0xFFFF...0xFFFF] {
      if next < Int(range.lowerBound) { gaps.append(UInt16(next)...(range.lowerBound - 1)) }
      next = Int(range.upperBound) + 1
    }
    return UnitSet(gaps.flatMap(UnitSet.withoutLineFeed))
  }

  private static func withoutLineFeed(_ range: ClosedRange<UInt16>) -> [ClosedRange<UInt16>] {
    guard range.contains(0x0A) else { return [range] }
    return [range.lowerBound...0x09, 0x0B...range.upperBound].filter { $0.lowerBound <= $0.upperBound }
  }

  /// The digits 0 to 9.
  static let digits = UnitSet([0x30...0x39])

  /// The Hanzi.
  static let hanzi = UnitSet([
    0x3007...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xE000...0xE000, 0xF900...0xFAFF,
  ])

  /// The Latin letters of ASCII.
  static let letters = UnitSet([0x41...0x5A, 0x61...0x7A])
}
