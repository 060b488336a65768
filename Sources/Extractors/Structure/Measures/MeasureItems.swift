import DocumentModel

/// Parts a coordinated name into what it joins, with the head that they share given back to each.
enum MeasureItems {
  /// The items of a name, in order, each with the tail that it shares.
  static func items(of phrase: Range<Int>, in clause: MeasureClause, _ text: DocumentText) -> [(Span?, Span?)]
  {
    var items: [Range<Int>] = []
    var start = phrase.lowerBound
    for place in phrase
    where clause.tokens[place].role == .conjunction || clause.tokens[place].role == .with {
      if place > start { items.append(start..<place) }
      start = place + 1
    }
    if start < phrase.upperBound { items.append(start..<phrase.upperBound) }
    guard items.count > 1, var last = items.last else { return items.map { (clause.span($0), nil) } }
    // 船舶、汽车等出口: what is joined stands before 等.
    var tail: Span?
    if let etc = last.first(where: { clause.tokens[$0].role == .etc }), etc > last.lowerBound {
      if etc + 1 < last.upperBound { tail = clause.span((etc + 1)..<last.upperBound) }
      last = last.lowerBound..<etc
      items[items.count - 1] = last
    } else {
      tail =
        sharedTail(of: clause.span(items[0]), clause.span(last), text)
        ?? indicator(of: items[0], last, clause)
    }
    return items.enumerated().map { index, item in
      var span = clause.span(item)
      if let tail, index == items.count - 1, span.end > tail.start { span.end = tail.start }
      return (span, tail)
    }
  }

  /// The two that 产销量 stands for, 产量 and 销量.
  static func twins(of phrase: Range<Int>, in clause: MeasureClause, _ text: DocumentText) -> [(
    Span?, Span?
  )]? {
    let whole = clause.span(phrase)
    guard whole.count >= 3, text.scalars[(whole.end - 3)..<whole.end].elementsEqual(Self.twins) else {
      return nil
    }
    let (stem, second) = (Span(whole.start, whole.end - 3), Span(whole.end - 2, whole.end))
    return [
      (Span(whole.start, whole.end - 2), Span(whole.end - 1, whole.end)),
      stem.isEmpty ? (second, nil) : (stem, second),
    ]
  }

  /// 产销量
  private static let twins: [UInt32] = [0x4EA7, 0x9500, 0x91CF]

  /// The indicator that ends the last item where the first is none itself: the 产量 of 汽车、电池产量.
  private static func indicator(of first: Range<Int>, _ last: Range<Int>, _ clause: MeasureClause) -> Span? {
    guard !clause.tokens[first.upperBound - 1].endsIndicator else { return nil }
    var start = last.upperBound
    while start > last.lowerBound + 1, clause.tokens[start - 1].endsIndicator { start -= 1 }
    return start < last.upperBound ? clause.span(start..<last.upperBound) : nil
  }

  /// What stands behind the word that ends both the first item and the first part of the last: the
  /// 出口量 of 太阳能电池和锂电池出口量.
  private static func sharedTail(of first: Span, _ last: Span, _ text: DocumentText) -> Span? {
    guard first.count >= 2, last.count > 2 else { return nil }
    let (a, b) = (text.scalars[first.end - 2], text.scalars[first.end - 1])
    var place = last.end - 3
    while place > last.start {
      if text.scalars[place] == a, text.scalars[place + 1] == b { return Span(place + 2, last.end) }
      place -= 1
    }
    return nil
  }
}
