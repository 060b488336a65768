/// A feast of a calendar that is observed rather than computed, listed by year: those of `FeastTable.swift`.
struct ListedFeast: Hashable, Sendable {
  private let index: Int

  /// Finds a feast by its name in codes.
  init?(_ name: some StringProtocol) {
    guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
    self.index = index
  }

  /// Its first and last day of a Gregorian year, or nil where the table has none.
  func days(in year: Int) -> Feast.Days? {
    guard Self.years.contains(year) else { return nil }
    let bits = Int(Self.days[index * Self.years.count + year - Self.years.lowerBound])
    guard bits > 0, let newYear = CivilDate(year, 1, 1) else { return nil }
    let first = newYear.adding(days: bits & 0x1FF - 1)
    return (first, first.adding(days: bits >> 9))
  }
}
