import DocumentModel

/// Reading figures that stand side by side: 分别增长5%、6%和7%.
extension Measures {
  /// How many figures stand side by side from one on: 分别增长5%、6%和7%.
  func series(from figure: Int) -> Int {
    let tokens = clause.tokens
    var count = 1
    var place = figure
    while place + 2 < tokens.count, isConjunction(place + 1), tokens[place + 2].role == .quantity {
      count += 1
      place += 2
    }
    return count
  }

  /// Whether a name is that of an indicator, and nothing stands before it of which it could be the last part.
  private func isWhole(_ name: Range<Int>) -> Bool {
    clause.tokens[name.upperBound - 1].endsIndicator
      && clause.tokens[..<name.lowerBound].allSatisfy {
        $0.role.isAdverbial || $0.role == .time || $0.role == .basis
      }
  }

  /// Gives each figure of a series its own name, where 分别 says that there are as many.
  mutating func readSeries(
    _ figure: Int, _ count: Int, _ zone: MeasureZone, _ first: MeasureReading, _ text: DocumentText
  ) {
    let tokens = clause.tokens
    var readings = (0..<count).map { member in
      var reading = first
      reading.mention = Int(tokens[figure + 2 * member].mention)
      return reading
    }
    if zone.isEndpoint { for member in readings.indices { readings[member].change = .reach } }
    if zone.isEach || zone.change != nil || zone.hasLink || zone.isPassed {
      if zone.place >= 0, let subject = clause.phrase(endingAt: zone.place, isSubject: true) {
        let items =
          MeasureItems.twins(of: subject, in: clause, text)
          ?? MeasureItems.items(of: subject, in: clause, text)
        if clause.tokens[subject.lowerBound].role == .share {
          // 占全国、全省的比重
          for member in readings.indices { readings[member].name = clause.span(subject) }
        } else if zone.isEach, zone.hasLink || zone.change == .reach, items.count == 1, isWhole(subject) {
          // 增幅分别为5%和6%: whose they are was said before.
          for member in readings.indices { readings[member].name = clause.span(subject) }
        } else if items.count == count {
          for (member, item) in items.enumerated() { (readings[member].name, readings[member].tail) = item }
        }
      } else if zone.isEach || zone.change != nil, zone.place < 0, sentence.readings.count >= count,
        sentence.isContinued
      {
        for (member, named) in sentence.readings.suffix(count).enumerated() {
          readings[member].takeName(of: named)
        }
      }
    }
    sentence.origin = nil
    sentence.readings += readings
  }
}
