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
  ///
  /// - Returns: where the name stands in the clause, when it stands before the figure.
  mutating func name(
    _ reading: inout MeasureReading, _ figure: MeasureFigure, _ text: DocumentText
  ) -> Range<Int>? {
    if figure.isFollowed, figure.isShare {
      readTail(text)
      if isGrowth(behind: figure.place + 1) {
        // 保持30%以上的高增长
        reading.change = .increase
        return nil
      }
    }
    if isDistance(figure) || isPlace(figure, text) { return nil }
    var subject = subject(of: figure, text)
    if let found = subject, isDoubted(found, figure) { subject = nil }
    if subject != nil, figure.counting == .deed, figure.kind == .count {
      readTail(text)
      if isActor(before: figure) { subject = nil }
    }
    if let found = subject, isCounted(found, figure) { return nil }
    if let found = subject { addBasis(before: found, to: &reading) }
    let prefersThing = prefersThing(figure, to: subject)
    let isSelfNaming = figure.kind == .count && !prefersThing
    // 广东9市: what stands before a unit that is a noun is where it is.
    if isSelfNaming, figure.isBare, figure.counting == .noun { return nil }
    if subject == nil, figure.zone.isEqual, !prefersThing {
      inherit(&reading, figure.zone, from: figure.end, text)
      return nil
    }
    let isGoverned = subject.map { isPredicate($0, of: figure.place) } ?? false
    let isOpen = subject == nil && (!isSelfNaming || isLoad(figure, text))
    if prefersThing || isGoverned || isOpen, let thing = thing(of: figure, text) {
      guard figure.counting != .deed || isObject(thing, of: figure) else { return nil }
      reading.name = clause.span(thing)
      reading.isThing = true
    } else if figure.kind == .count, isAspect(behind: figure) {
      // 硬件和软件两个方面
      return nil
    } else if prefersThing, isPart(figure, text), let whole = sentence.whole {
      reading.takeName(of: whole)
      reading.isThing = true
    } else if let name = subject ?? (prefersThing ? owner(of: figure) : nil) ?? deed(of: figure) {
      reading.name = clause.span(name)
      return name
    } else {
      inherit(&reading, figure.zone, from: figure.end, text)
    }
    return nil
  }

  // MARK: To the left

  /// The name to the left of a figure.
  private mutating func subject(of figure: MeasureFigure, _ text: DocumentText) -> Range<Int>? {
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
    guard let subject, figure.isShare || figure.kind == .percentagePoint || !holdsShare(subject) else {
      return action(of: figure, text)
    }
    if figure.isBare, isElsewhere(subject, figure, text) { return nil }
    return figure.kind == .count && figure.counting == .whole && figure.zone.change == .reach
      ? clause.object(of: subject) : subject
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

  /// Two actions that a count of deeds is said of: 出境旅游1亿人次; a subject and what is done, of which the amount
  /// itself says that it exceeds so much: 补贴申请|超5万份.
  private func action(of figure: MeasureFigure, _ text: DocumentText) -> Range<Int>? {
    let end = figure.end
    // 超 突
    if end > 0, [0x8D85, 0x7A81].contains(text.scalars[Int(clause.tokens[figure.place].start)]),
      clause.tokens[end].role == .verb, clause.tokens[end].count > 1, clause.tokens[end - 1].role == .noun,
      clause.tokens[figure.place - 1].end == clause.tokens[figure.place].start,
      let phrase = clause.phrase(endingAt: end, isSubject: true)
    {
      let isVerb = clause.tokens[phrase.lowerBound].role == .verb
      return isVerb ? (phrase.lowerBound + 1)..<phrase.upperBound : phrase
    }
    guard figure.kind == .count, figure.counting == .whole, !figure.isFollowed, end > 0,
      clause.tokens[end].role == .verbNoun
    else { return nil }
    switch clause.tokens[end - 1].role {
    case .verbNoun, .verb, .noun: return clause.phrase(endingAt: end, isSubject: true)
    default: return nil
    }
  }

  /// Takes down the 日均 of 日均用电量 and of 日均接待游客.
  private func addBasis(before name: Range<Int>, to reading: inout MeasureReading) {
    var place = name.lowerBound - 1
    if place > 0, [.verb, .verbNoun, .passing, .governing].contains(clause.tokens[place].role) { place -= 1 }
    guard place >= 0, clause.tokens[place].role == .basis else { return }
    let basis = clause.span(place..<(place + 1))
    if reading.basis != basis { reading.add(basis: basis) }
  }

  /// Who has so many of something that is not said: 企业已经有100家.
  private func owner(of figure: MeasureFigure) -> Range<Int>? {
    guard figure.isBare, figure.end > 0, figure.place == clause.tokens.count - 1,
      clause.tokens[figure.end].count == 1, clause.tokens[figure.end].role == .governing
    else { return nil }
    return clause.phrase(endingAt: clause.withoutAdverbs(endingAt: figure.end - 1), isSubject: true)
  }

  /// The action that an amount is of: 人均减负2万元, 带动销售5亿元.
  private func deed(of figure: MeasureFigure) -> Range<Int>? {
    let end = figure.end
    guard figure.isBare, figure.kind == .money || figure.kind == .measure, end > 0, end == figure.place - 1,
      clause.tokens[end].count > 1
    else { return nil }
    // 完成造林、种草改良2万亩
    var first = end
    while first > 0, case let token = clause.tokens[first],
      clause.isName(token.role) || token.role == .conjunction || (token.role == .verb && token.count > 1)
    {
      first -= 1
    }
    if first < end, clause.tokens[first].tag.change == .reach { return (first + 1)..<(end + 1) }
    switch (clause.tokens[end - 1].role, clause.tokens[end].role) {
    case (.inner, .verb), (.inner, .verbNoun): return (end - 1)..<(end + 1)
    // 累计调水
    case (.governing, .verbNoun), (.tally, .verbNoun), (.tally, .verb): return end..<(end + 1)
    default: return nil
    }
  }

  // MARK: To the right

  /// Whether the thing behind a figure names it rather than what stands before.
  private func prefersThing(_ figure: MeasureFigure, to subject: Range<Int>?) -> Bool {
    let isIndicator = subject.map { clause.tokens[$0.upperBound - 1].endsIndicator } ?? false
    switch figure.kind {
    case .count:
      // 吞吐量达20万箱的码头
      if figure.isFollowed, isIndicator, figure.zone.change == .reach { return false }
      return figure.counting == .classifier || figure.counting == .deed
    case .number:
      // 城区人口50万以上的城市
      return !(figure.isBare && figure.zone.place == figure.place - 1 && isIndicator)
    case .percentage, .fraction:
      return figure.isFollowed && figure.isBare && !isIndicator && !(subject.map(holdsShare) ?? false)
    default: return false
    }
  }

  /// The thing behind a figure, or behind the next one that tells more of it: 6台120万千瓦机组.
  private mutating func thing(of figure: MeasureFigure, _ text: DocumentText) -> Range<Int>? {
    readTail(text)
    let next = figure.place + 1
    // 收购1.4亿吨 春季生产展开: white space parts headlines.
    if clause.tokens.indices.contains(next), isParted(clause.tokens[figure.place].end, text) { return nil }
    let isDetailed =
      figure.kind == .count && next < clause.tokens.count && clause.tokens[next].role == .quantity
    var isObject = false
    if figure.zone.place >= 0 {
      switch clause.tokens[figure.zone.place].role {
      case .verb, .verbNoun, .stop: isObject = true
      case .governing: isObject = !clause.tokens[figure.zone.place].tag.isPivot
      default: break
      }
    }
    let isPerson = isPerson(figure, text)
    let thing = clause.thing(
      behind: isDetailed ? next : figure.place, isShare: figure.isShare, isObject: isObject && !isPerson)
    guard let thing else { return thing }
    // 5颗“东方”|三号卫星: a name goes on behind a numeral.
    if thing.count == 1, clause.tokens[thing.lowerBound].role == .place,
      thing.upperBound < clause.tokens.count,
      clause.tokens[thing.upperBound].role == .numeral
    {
      return nil
    }
    return isPerson || (!isObject && figure.kind == .count && isClosed(thing, figure))
      ? clause.withoutDeeds(thing) : thing
  }

  /// Whether a name that no verb before it governs reaches to the end of its clause: the verb at its end is what
  /// they do (20支队伍|集体亮相).
  private func isClosed(_ thing: Range<Int>, _ figure: MeasureFigure) -> Bool {
    thing.upperBound == clause.tokens.count && thing.count > 2
      && (figure.zone.place < 0 || clause.tokens[figure.zone.place].role == .preposition)
  }

  /// Whether the classifier is one of persons, 名 or 位.
  private func isPerson(_ figure: MeasureFigure, _ text: DocumentText) -> Bool {
    guard figure.kind == .count, figure.counting == .classifier else { return false }
    let last = text.scalars[Int(clause.tokens[figure.place].end) - 1]
    return last == 0x540D || last == 0x4F4D
  }

  /// Whether white space between Hanzi stands at a place.
  private func isParted(_ place: Int32, _ text: DocumentText) -> Bool {
    let place = Int(place)
    guard text.scalars[place] == 0x20 || text.scalars[place] == 0x3000, place + 1 < text.count else {
      return false
    }
    return text.scalars[place - 1] > 0x2E80 && text.scalars[place + 1] > 0x2E80
  }

  /// Whether a verb governs the whole rest of the clause: 发生2次战斗, not 16次访问中国.
  private func isObject(_ thing: Range<Int>, of figure: MeasureFigure) -> Bool {
    guard figure.zone.place >= 0, thing.upperBound == clause.tokens.count else { return false }
    return isGoverning(figure.zone.place)
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
