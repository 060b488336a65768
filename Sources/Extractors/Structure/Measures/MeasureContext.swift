import DocumentModel

/// What the clauses before a figure tell of it: its time, its name, the basis.
extension Measures {
  /// Takes down the things of a figure of which the next clause tells a part: 9条通道中，有4条….
  mutating func takeWhole(before gap: Range<Int>, _ text: DocumentText) {
    sentence.whole = nil
    guard let last = sentence.readings.last, last.isThing, let name = last.name,
      name.end + 1 == gap.lowerBound, text.scalars[name.end] == 0x4E2D  // 中
    else { return }
    sentence.whole = last
  }

  /// Takes down the last clause of those that are passed over.
  mutating func takeLead(_ gap: Range<Int>, from start: Int, _ text: DocumentText) {
    sentence.lead = nil
    let end = gap.upperBound - 1
    guard end > start, text.scalars[end] == 0xFF0C else { return }
    var place = end
    while place > start, end - place < 30, !MeasureBoundary.isClauseEnd(text.scalars[place - 1]) {
      place -= 1
    }
    if place < end, end - place < 30 { sentence.lead = place..<end }
  }

  /// The name that the clause before ends its praise of: 水电数量最多，达到3亿个.
  mutating func leadingName(_ text: DocumentText) -> Span? {
    guard let lead = sentence.lead, !text.scalars[lead].contains(where: { (0x30...0x39).contains($0) }) else {
      return nil
    }
    scratch.removeAll()
    scratch.add(lead, of: text.scalars, normalizer, &words)
    guard let last = scratch.tokens.last, [.adjective, .compare, .inner].contains(last.role) else {
      return nil
    }
    let end = scratch.withoutAdverbs(endingAt: scratch.tokens.count - 2)
    guard end >= 0 else { return nil }
    return scratch.phrase(endingAt: end, isSubject: true).map(scratch.span)
  }

  /// Whether the clause between two says no more than how things are counted, or what rank the figure before
  /// has: 创历史新高, 居世界第一.
  mutating func carriesOn(_ gap: Range<Int>, _ count: Int, _ text: DocumentText) -> Bool {
    guard count <= 16 else { return false }
    var inner = gap
    while let first = inner.first, MeasureBoundary.isClauseEnd(text.scalars[first]) { inner.removeFirst() }
    while let last = inner.last, MeasureBoundary.isClauseEnd(text.scalars[last]) { inner.removeLast() }
    guard inner.count == count else { return false }
    scratch.removeAll()
    scratch.add(inner, of: text.scalars, normalizer, &words)
    let verb = scratch.tokens.firstIndex { !$0.role.isAdverbial }
    if let verb, scratch.tokens[verb].role == .ranking { return true }
    guard scratch.tokens.allSatisfy({ $0.role == .basis || $0.role.isAdverbial }),
      let basis = scratch.tokens.firstIndex(where: { $0.role == .basis })
    else { return false }
    sentence.basis = scratch.span(basis..<(basis + 1))
    return true
  }

  /// 比 较 与 和 同 占 从 自, which make a time part of a comparison or the start of something.
  private static let comparing: [UInt32] = [0x6BD4, 0x8F83, 0x4E0E, 0x548C, 0x540C, 0x5360, 0x4ECE, 0x81EA]

  /// 日 天 号 晚 午 时 晨: what is told of a day is when it was told, more often than what figures hold for.
  private static let days: [UInt32] = [0x65E5, 0x5929, 0x53F7, 0x665A, 0x5348, 0x65F6, 0x6668]

  /// 始 来 间 后 右, of the words behind a time that fills a clause with it: 开始, 以来, 期间, 前后.
  private static let lasting: [UInt32] = [0x59CB, 0x6765, 0x95F4, 0x540E, 0x53F3]

  /// Whether a time fills a clause nearly (2023年，  截至7月底，) or stands at its head: 今年前三季度，我们…，增长…
  func isFrame(_ index: Int, in range: Range<Int>, _ text: DocumentText) -> Bool {
    guard case .time(let kind, let holding) = marks[index].sort, holding == .anywhere || holding == .head
    else { return false }
    let span = marks[index].span
    let before = holding == .head || kind == .set ? 0 : 4
    var low = span.start
    while low > range.lowerBound, span.start - low <= before,
      !MeasureBoundary.isClauseEnd(text.scalars[low - 1])
    {
      low -= 1
    }
    var high = span.end
    while high < range.upperBound, high - span.end < 2, !MeasureBoundary.isClauseEnd(text.scalars[high]) {
      high += 1
    }
    if high - span.end == 2, high < range.upperBound, Self.lasting.contains(text.scalars[high - 1]),
      MeasureBoundary.isClauseEnd(text.scalars[high])
    {
      high -= 1
    }
    let isBracketed = low > 0 && (text.scalars[low - 1] == 0xFF08 || text.scalars[low - 1] == 0x28)
    let isCompared = low < span.start && Self.comparing.contains(text.scalars[span.start - 1])
    let isHead =
      kind == .date && !isCompared && !text.scalars[span.start..<span.end].contains(where: Self.days.contains)
    return !isBracketed && span.start - low <= before && (isHead || high - span.end < 2)
  }

  /// 的 到 至 起 前 是, behind a time that is no more than part of a phrase; 于 到 至 before one that is to come.
  private static let joining: [UInt32] = [0x7684, 0x5230, 0x81F3, 0x8D77, 0x524D, 0x662F]

  private static let leading: [UInt32] = [0x4E8E, 0x5230, 0x81F3]

  /// 称 说 悉 布 示 道 息 讯 绍 解 认 证 实, of the words that say who told it and when: 宣布, 表示, 获悉.
  private static let telling: [UInt32] = [
    0x79F0, 0x8BF4, 0x6089, 0x5E03, 0x793A, 0x9053, 0x606F, 0x8BAF, 0x7ECD, 0x89E3, 0x8BA4, 0x8BC1, 0x5B9E,
  ]

  /// Whether a time is that of what a clause before tells, and not that of the telling.
  func isTold(_ index: Int, in range: Range<Int>, _ text: DocumentText) -> Bool {
    guard case .time(let kind, .anywhere) = marks[index].sort, kind != .set else { return false }
    let span = marks[index].span
    let before = span.start > range.lowerBound ? text.scalars[span.start - 1] : 0
    guard !Self.comparing.contains(before), !Self.leading.contains(before), span.end < range.upperBound,
      !Self.joining.contains(text.scalars[span.end])
    else { return false }
    var place = span.end
    while place < min(range.upperBound, span.end + 80), !MeasureBoundary.isClauseEnd(text.scalars[place]) {
      if Self.telling.contains(text.scalars[place]) { return false }
      place += 1
    }
    return place < range.upperBound && text.scalars[place] == 0xFF0C
  }
}
