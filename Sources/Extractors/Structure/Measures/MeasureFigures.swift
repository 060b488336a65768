import DocumentModel

/// Reading one figure of a clause.
extension Measures {
  /// How many tokens to the left of a figure its time is looked for.
  private static let longestLook = 60

  /// Reads what a figure of the clause measures, and those that stand in a series with it.
  mutating func readFigure(_ figure: Int, _ text: DocumentText) {
    let index = Int(clause.tokens[figure].mention)
    guard case .quantity(let kind, let counting) = marks[index].sort else { return }
    // A member of a series was read with its first.
    if let last = sentence.readings.last, last.mention >= index { return }
    let zone = clause.zone(before: figure)
    var reading = MeasureReading(mention: index)
    reading.basis = sentence.basis
    if let basis = zone.basis.1 { reading.add(basis: basis) }
    if let basis = zone.basis.0 { reading.add(basis: basis) }
    reading.change = change(of: zone, marks[index].span, text)
    // 是十年前的3倍: the time of what it is compared with.
    let isCompared = kind == .multiple && figure > 0 && clause.tokens[figure - 1].role == .de
    reading.period = isCompared ? sentence.period : period(of: figure, zone)
    let members = series(from: figure)
    if members > 1 {
      readSeries(figure, members, zone, reading, text)
      return
    }
    let isOrigin = zone.place >= 0 && clause.tokens[zone.place].role == .from
    name(&reading, figure, kind, counting, zone, isOrigin: isOrigin, text)
    takeOrigin(&reading, zone, kind)
    if isOrigin {
      reading.change = nil
      sentence.origin = sentence.readings.count
    }
    sentence.readings.append(reading)
  }

  private func change(of zone: MeasureZone, _ span: Span, _ text: DocumentText) -> Measured.Change? {
    if let change = zone.change { return change }
    if let comparing = zone.comparing { return zone.isTimed ? comparing : nil }
    // 突破
    return zone.hasLink || text.scalars[span.start] == 0x7A81 ? .reach : nil
  }

  private mutating func name(
    _ reading: inout MeasureReading, _ figure: Int, _ kind: Quantity.Kind, _ counting: MeasureMark.Counting,
    _ zone: MeasureZone, isOrigin: Bool, _ text: DocumentText
  ) {
    let place = isOrigin ? clause.withoutAdverbs(endingAt: zone.place - 1) : zone.place
    let isShare = kind == .percentage || kind == .fraction
    let isFollowed = isFollowed(figure, text)
    let isBare = zone.change == nil && zone.comparing == nil && !zone.hasLink
    if isFollowed, isShare {
      readTail(text)
      if isGrowth(behind: figure + 1) {
        // 保持30%以上的高增长
        reading.change = .increase
        return
      }
    }
    var subject: Range<Int>?
    if place >= 0, clause.tokens[place].role == .de {
      // 占规划总投资的65%
      subject = clause.phrase(endingAt: place - 1, isSubject: false)
      if kind == .multiple, let compared = clause.said(before: place) {
        // 降水量是常年的2倍
        subject = clause.phrase(endingAt: compared, isSubject: true)
      } else if let found = subject, !isShare || !clause.tokens[found].contains(where: { $0.role == .share })
      {
        subject = nil
      }
    } else if place >= 0, isShare, clause.tokens[place].role == .share {
      // 农业占12%
      subject = clause.phrase(endingAt: place - 1, isSubject: true)
    } else if place >= 0 {
      subject = clause.phrase(endingAt: place, isSubject: !isBare || zone.isPassed || isOrigin)
    }
    if let found = subject, !isShare, clause.tokens[found].contains(where: { $0.role == .share }) {
      subject = nil
    }
    if subject == nil, kind == .count, counting == .whole, !isFollowed, place > 0,
      clause.tokens[(place - 1)...place].allSatisfy({
        $0.role == .verbNoun || $0.role == .verb || $0.role == .noun
      }),
      clause.tokens[place].role == .verbNoun
    {
      // 出境旅游1亿人次
      subject = clause.phrase(endingAt: place, isSubject: true)
    }
    // 从婴儿到100岁的老人
    if isBare, zone.isEndpoint, isFollowed, sentence.origin == nil { subject = nil }
    // 总额260亿元的融资支持
    if let found = subject, isFollowed, found.count == 1, clause.tokens[found.lowerBound].role == .total {
      subject = nil
    }
    // 有7个年份超过100%: what another figure counts.
    if let found = subject, found.count == 1, found.lowerBound > 0, kind != .count,
      !clause.tokens[found.lowerBound].endsIndicator,
      case let before = clause.tokens[found.lowerBound - 1], before.role == .quantity,
      case .quantity(.count, .classifier) = marks[Int(before.mention)].sort
    {
      return
    }
    if let found = subject, found.lowerBound > 0, clause.tokens[found.lowerBound - 1].role == .basis {
      // 日均用电量
      let basis = clause.span((found.lowerBound - 1)..<found.lowerBound)
      if reading.basis != basis { reading.add(basis: basis) }
    }
    let isGoverned = subject.map { isPredicate($0, of: figure) } ?? false
    let prefersThing: Bool
    switch kind {
    case .count: prefersThing = counting == .classifier || counting == .deed
    case .number:
      // 城区人口50万以上的城市
      prefersThing =
        !(isBare && zone.place == figure - 1
        && (subject.map { clause.tokens[$0.upperBound - 1].endsIndicator } ?? false))
    case .percentage, .fraction:
      prefersThing =
        isFollowed && isBare && !(subject.map { clause.tokens[$0].contains { $0.role == .share } } ?? false)
    default: prefersThing = false
    }
    let isSelfNaming = kind == .count && !prefersThing
    // 广东9市: what stands before a unit that is a noun is where it is.
    if isSelfNaming, isBare, counting == .noun { return }
    if subject == nil, zone.isEqual, !prefersThing {
      inherit(&reading, zone, from: place)
      return
    }
    // 6台120万千瓦机组
    let wantsThing = prefersThing || isGoverned || (subject == nil && !isSelfNaming)
    if wantsThing { readTail(text) }
    let isDetailed =
      kind == .count && figure + 1 < clause.tokens.count && clause.tokens[figure + 1].role == .quantity
    if wantsThing,
      let thing = clause.thing(
        behind: isDetailed ? figure + 1 : figure, isShare: isShare,
        isObject: zone.place >= 0
          && (clause.tokens[zone.place].role == .verb || clause.tokens[zone.place].role == .verbNoun))
    {
      // 两次审议, 两次专题询问: a deed is named only where a verb governs it whole.
      if counting == .deed,
        zone.place < 0 || !isGoverning(zone.place) || thing.upperBound < clause.tokens.count
      {
        return
      }
      reading.name = clause.span(thing)
      reading.isThing = true
      return
    }
    if let subject {
      reading.name = clause.span(subject)
      return
    }
    if isBare, prefersThing, place > 0, figure == clause.tokens.count - 1, clause.tokens[place].count == 1,
      clause.tokens[place].role == .governing
    {
      // 企业已经有100家
      let last = clause.withoutAdverbs(endingAt: place - 1)
      reading.name = clause.phrase(endingAt: last, isSubject: true).map { clause.span($0) }
      return
    }
    if isBare, kind == .money || kind == .measure, place > 0, place == figure - 1,
      clause.tokens[place - 1].role == .inner, clause.tokens[place].count > 1,
      clause.tokens[place].role == .verb || clause.tokens[place].role == .verbNoun
    {
      // 人均减负2万元
      reading.name = clause.span((place - 1)..<(place + 1))
      return
    }
    inherit(&reading, zone, from: place)
  }

  /// Whether a name of one word is the verb of its clause: 将进口, which governs the thing behind the figure.
  private func isPredicate(_ name: Range<Int>, of figure: Int) -> Bool {
    guard name.count == 1, name.upperBound == figure, name.lowerBound > 0 else { return false }
    switch clause.tokens[name.lowerBound - 1].role {
    case .adverb, .auxiliary, .frame: return true
    default: return false
    }
  }

  /// Whether a token is a verb that may have an object.
  private func isGoverning(_ place: Int) -> Bool {
    switch clause.tokens[place].role {
    case .verb, .governing, .verbNoun, .change: true
    default: false
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

  /// Takes the name over from the figure before, where only a verb of change stands between.
  private func inherit(_ reading: inout MeasureReading, _ zone: MeasureZone, from place: Int) {
    let says =
      reading.change != nil || zone.change != nil || zone.comparing != nil || zone.basis.0 != nil
      || sentence.basis != nil
      || zone.isEqual
    guard says, let last = sentence.readings.last else { return }
    let tokens = clause.tokens
    let isNext: Bool
    if place < 0 {
      isNext = sentence.isContinued && sentence.clauseStart == sentence.readings.count
    } else if tokens[place].role == .quantity {
      isNext = true
    } else {
      isNext = place > 0 && isConjunction(place) && tokens[place - 1].role == .quantity
    }
    guard isNext else { return }
    reading.takeName(of: last)
    if place >= 0 { reading.period = reading.period ?? last.period }
  }

  /// Links a figure that a change ends at with the one that it starts from.
  private mutating func takeOrigin(
    _ reading: inout MeasureReading, _ zone: MeasureZone, _ kind: Quantity.Kind
  ) {
    let isDirected = reading.change == .increase || reading.change == .decrease
    if zone.isEndpoint || zone.change == .reach, let origin = sentence.origin {
      let start = sentence.readings[origin]
      reading.from = start.mention
      if start.name != nil { reading.takeName(of: start) }
      if zone.change == nil { reading.change = nil }
    } else if zone.isEndpoint, isDirected, let last = sentence.readings.last, last.isThing,
      sentence.clauseStart < sentence.readings.count, let name = last.name, let own = reading.name,
      name.contains(own) || own == name, case .quantity(kind, _) = marks[last.mention].sort
    {
      // 16%的税率降至13%
      reading.from = last.mention
    } else if zone.isEndpoint, zone.change != nil || (reading.name != nil && !reading.isThing) {
      reading.change = .reach
    }
    sentence.origin = nil
  }

  /// Whether a token joins two others.
  func isConjunction(_ place: Int) -> Bool {
    clause.tokens[place].role == .conjunction || clause.tokens[place].role == .with
  }

  // MARK: Time

  /// The time that holds for a figure: the nearest before it in its clause, or that of the sentence.
  private mutating func period(of figure: Int, _ zone: MeasureZone) -> Int? {
    let tokens = clause.tokens
    if let time = zone.time, marks[time].isPeriod { return time }
    var place = figure - 1
    while place >= max(0, figure - Self.longestLook) {
      let token = tokens[place]
      if token.role == .stop { break }
      if token.role == .time, isFree(place), !zone.covers(token),
        place == 0 || marks[Int(token.mention)].isPeriod
      {
        sentence.period = Int(token.mention)
        break
      }
      place -= 1
    }
    return sentence.period
  }

  /// Whether a time is no part of a comparison or of the start of a change.
  private func isFree(_ place: Int) -> Bool {
    var place = place
    while place > 0, clause.tokens[place - 1].role == .time { place -= 1 }
    guard place > 0 else { return true }
    switch clause.tokens[place - 1].role {
    case .than, .with, .from, .exceed, .compared, .basis, .link, .equal: return false
    default: return true
    }
  }
}
