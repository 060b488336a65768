import DocumentModel

/// The order of mentions, kept in place: to copy one is to count references of all that it says.
extension [Mention] {
  /// Puts them in order by start, the longer first, where they are not; those in the same place stay as they
  /// are to each other.
  mutating func order() {
    order { a, b in
      a.span.start < b.span.start || (a.span.start == b.span.start && a.span.end > b.span.end)
    }
  }

  /// Puts them in order by start, the longer first, then by type.
  mutating func orderByType() {
    order { a, b in
      if a.span.start != b.span.start { return a.span.start < b.span.start }
      if a.span.end != b.span.end { return a.span.end > b.span.end }
      return a.type != b.type && a.type.rawValue < b.type.rawValue
    }
  }

  private mutating func order(by precedes: (Mention, Mention) -> Bool) {
    guard indices.dropFirst().contains(where: { precedes(self[$0], self[$0 - 1]) }) else { return }
    sort(by: precedes)
  }

  /// Takes out those that a later one of their type, from an index on, covers.
  mutating func removeCovered(byThoseFrom index: Int) {
    guard index < count else { return }
    let later = self[index...].sorted { $0.span < $1.span }
    removeLast(later.count)
    let spans = later.map(\.span)
    // Those that stay change places with those that go, so that no mention is copied.
    var end = 0
    for index in indices {
      let span = self[index].span
      let place = spans.partitioningIndex { $0.start > span.start }
      // Those found by one pass do not overlap, so only the last that starts at or before it may cover it.
      let isCovered = (Swift.max(0, place - 2)..<place).contains {
        spans[$0].contains(span) && later[$0].type == self[index].type
      }
      if isCovered { continue }
      if end < index { swapAt(end, index) }
      end += 1
    }
    removeLast(count - end)
    self += later
  }
}

extension Array {
  /// The index of the first element of which the predicate holds, in an array where it holds of all after it.
  fileprivate func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
