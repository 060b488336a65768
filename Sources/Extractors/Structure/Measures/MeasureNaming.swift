import DocumentModel

/// A figure of a clause, as it is looked at for a name.
struct MeasureFigure {
  /// Its token.
  var place: Int
  var kind: Quantity.Kind
  var counting: MeasureMark.Counting
  /// What stands between it and the names to its left.
  var zone: MeasureZone
  /// The token that a name to its left ends with; -1 where none can.
  var end: Int
  /// Whether a change starts from it: 从17%.
  var isOrigin: Bool
  /// Whether 的 stands right behind it.
  var isFollowed: Bool

  var isShare: Bool { kind == .percentage || kind == .fraction }

  /// Whether no word stands before it that says what became of an indicator.
  var isBare: Bool { zone.change == nil && zone.comparing == nil && !zone.hasLink }
}

/// Naming what one figure measures: the indicator to its left, or the thing to its right.
extension Measures {
  /// Gives a figure its name, in this order: the thing behind it where its unit asks for one, the indicator
  /// before it, the name of the figure before.
  mutating func name(_ reading: inout MeasureReading, _ figure: MeasureFigure, _ text: DocumentText) {
    if figure.isFollowed, figure.isShare {
      readTail(text)
      if isGrowth(behind: figure.place + 1) {
        // 保持30%以上的高增长
        reading.change = .increase
        return
      }
    }
    var subject = subject(of: figure)
    if let found = subject, isDoubted(found, figure) { subject = nil }
    if let found = subject, isCounted(found, figure) { return }
    if let found = subject { addBasis(before: found, to: &reading) }
    let prefersThing = prefersThing(figure, to: subject)
    let isSelfNaming = figure.kind == .count && !prefersThing
    // 广东9市: what stands before a unit that is a noun is where it is.
    if isSelfNaming, figure.isBare, figure.counting == .noun { return }
    if subject == nil, figure.zone.isEqual, !prefersThing {
      inherit(&reading, figure.zone, from: figure.end)
      return
    }
    let isGoverned = subject.map { isPredicate($0, of: figure.place) } ?? false
    if prefersThing || isGoverned || (subject == nil && !isSelfNaming), let thing = thing(of: figure, text) {
      guard figure.counting != .deed || isObject(thing, of: figure) else { return }
      reading.name = clause.span(thing)
      reading.isThing = true
    } else if let name = subject ?? (prefersThing ? owner(of: figure) : nil) ?? deed(of: figure) {
      reading.name = clause.span(name)
    } else {
      inherit(&reading, figure.zone, from: figure.end)
    }
  }

  // MARK: To the left

  /// The name to the left of a figure.
  private func subject(of figure: MeasureFigure) -> Range<Int>? {
    let end = figure.end
    guard end >= 0 else { return nil }
    let subject: Range<Int>?
    if clause.tokens[end].role == .de {
      subject = whole(of: figure)
    } else {
      // 农业占12%
      let isShareOf = figure.isShare && clause.tokens[end].role == .share
      subject = clause.phrase(
        endingAt: isShareOf ? end - 1 : end,
        isSubject: isShareOf || !figure.isBare || figure.zone.isPassed || figure.isOrigin)
    }
    if let subject, figure.isShare || !holdsShare(subject) { return subject }
    return action(of: figure)
  }

  /// The name where 的 stands before the figure: the share of 占规划总投资的65%, the subject of a multiple.
  private func whole(of figure: MeasureFigure) -> Range<Int>? {
    let de = figure.end
    if figure.kind == .multiple, let compared = clause.said(before: de) {
      // 降水量是常年的2倍
      return clause.phrase(endingAt: compared, isSubject: true)
    }
    guard figure.isShare, let whole = clause.phrase(endingAt: de - 1, isSubject: false), holdsShare(whole)
    else { return nil }
    return whole
  }

  /// Two actions that a count of deeds is said of: 出境旅游1亿人次.
  private func action(of figure: MeasureFigure) -> Range<Int>? {
    let end = figure.end
    guard figure.kind == .count, figure.counting == .whole, !figure.isFollowed, end > 0,
      clause.tokens[end].role == .verbNoun
    else { return nil }
    switch clause.tokens[end - 1].role {
    case .verbNoun, .verb, .noun: return clause.phrase(endingAt: end, isSubject: true)
    default: return nil
    }
  }

  private func holdsShare(_ name: Range<Int>) -> Bool {
    clause.tokens[name].contains { $0.role == .share }
  }

  /// Whether a name to the left is not that of the figure, which is part of what stands behind it.
  private func isDoubted(_ name: Range<Int>, _ figure: MeasureFigure) -> Bool {
    guard figure.isFollowed else { return false }
    // 从婴儿到100岁的老人
    if figure.isBare, figure.zone.isEndpoint, sentence.origin == nil { return true }
    // 总额260亿元的融资支持
    return name.count == 1 && clause.tokens[name.lowerBound].role == .total
  }

  /// Whether another figure counts what a name tells: 有7个年份超过100%.
  private func isCounted(_ name: Range<Int>, _ figure: MeasureFigure) -> Bool {
    guard name.count == 1, name.lowerBound > 0, figure.kind != .count,
      !clause.tokens[name.lowerBound].endsIndicator,
      case let before = clause.tokens[name.lowerBound - 1], before.role == .quantity,
      case .quantity(.count, .classifier) = marks[Int(before.mention)].sort
    else { return false }
    return true
  }

  /// Takes down the 日均 of 日均用电量.
  private func addBasis(before name: Range<Int>, to reading: inout MeasureReading) {
    guard name.lowerBound > 0, clause.tokens[name.lowerBound - 1].role == .basis else { return }
    let basis = clause.span((name.lowerBound - 1)..<name.lowerBound)
    if reading.basis != basis { reading.add(basis: basis) }
  }

  /// Who has so many of something that is not said: 企业已经有100家.
  private func owner(of figure: MeasureFigure) -> Range<Int>? {
    guard figure.isBare, figure.end > 0, figure.place == clause.tokens.count - 1,
      clause.tokens[figure.end].count == 1, clause.tokens[figure.end].role == .governing
    else { return nil }
    return clause.phrase(endingAt: clause.withoutAdverbs(endingAt: figure.end - 1), isSubject: true)
  }

  /// The verb that names an amount for each: 人均减负2万元.
  private func deed(of figure: MeasureFigure) -> Range<Int>? {
    guard figure.isBare, figure.kind == .money || figure.kind == .measure, figure.end > 0,
      figure.end == figure.place - 1,
      clause.tokens[figure.end - 1].role == .inner, clause.tokens[figure.end].count > 1,
      clause.tokens[figure.end].role == .verb || clause.tokens[figure.end].role == .verbNoun
    else { return nil }
    return (figure.end - 1)..<(figure.end + 1)
  }

  /// Whether a name of one word is the verb of its clause: 将进口, which governs the thing behind the figure.
  private func isPredicate(_ name: Range<Int>, of figure: Int) -> Bool {
    guard name.count == 1, name.upperBound == figure, name.lowerBound > 0 else { return false }
    switch clause.tokens[name.lowerBound - 1].role {
    case .adverb, .auxiliary, .frame: return true
    default: return false
    }
  }

  // MARK: To the right

  /// Whether the thing behind a figure names it rather than what stands before.
  private func prefersThing(_ figure: MeasureFigure, to subject: Range<Int>?) -> Bool {
    switch figure.kind {
    case .count: return figure.counting == .classifier || figure.counting == .deed
    case .number:
      // 城区人口50万以上的城市
      let isIndicator = subject.map { clause.tokens[$0.upperBound - 1].endsIndicator } ?? false
      return !(figure.isBare && figure.zone.place == figure.place - 1 && isIndicator)
    case .percentage, .fraction:
      return figure.isFollowed && figure.isBare && !(subject.map(holdsShare) ?? false)
    default: return false
    }
  }

  /// The thing behind a figure, or behind the next one that tells more of it: 6台120万千瓦机组.
  private mutating func thing(of figure: MeasureFigure, _ text: DocumentText) -> Range<Int>? {
    readTail(text)
    let next = figure.place + 1
    let isDetailed =
      figure.kind == .count && next < clause.tokens.count && clause.tokens[next].role == .quantity
    let verb = figure.zone.place
    return clause.thing(
      behind: isDetailed ? next : figure.place, isShare: figure.isShare,
      isObject: verb >= 0 && (clause.tokens[verb].role == .verb || clause.tokens[verb].role == .verbNoun))
  }

  /// Whether a verb governs the whole rest of the clause: 发生2次战斗, not 16次访问中国.
  private func isObject(_ thing: Range<Int>, of figure: MeasureFigure) -> Bool {
    guard figure.zone.place >= 0, thing.upperBound == clause.tokens.count else { return false }
    switch clause.tokens[figure.zone.place].role {
    case .verb, .governing, .verbNoun, .change: return true
    default: return false
    }
  }

  /// Whether growth, not a thing, stands behind a figure and 的.
  private func isGrowth(behind de: Int) -> Bool {
    var place = de + 1
    while place < clause.tokens.count, place < de + 3 {
      if clause.tokens[place].role == .change { return true }
      place += 1
    }
    return false
  }
}
