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
    // 是十年前的3倍, 恢复至2019年同期的96%: the time of what it is compared with.
    let isShare = kind == .multiple || kind == .percentage || kind == .fraction
    let isCompared = isShare && figure > 0 && clause.tokens[figure - 1].role == .de
    reading.period = isCompared ? sentence.period : period(of: figure, zone)
    let members = series(from: figure)
    if members > 1 {
      readSeries(figure, members, zone, reading, text)
      return
    }
    let isFrom = zone.place >= 0 && clause.tokens[zone.place].role == .from
    let subject = MeasureFigure(
      place: figure, kind: kind, counting: counting, zone: zone,
      end: isFrom ? clause.withoutAdverbs(endingAt: zone.place - 1) : zone.place,
      isOrigin: isFrom, isFollowed: isFollowed(figure, text))
    let name = name(&reading, subject, text)
    if let name, subject.isBare, reading.change == nil { reading.change = verb(of: name) }
    // 为300名居民办理: a preposition, no verb.
    if reading.isThing, zone.hasLink, zone.change == nil, zone.comparing == nil { reading.change = nil }
    if reading.change == nil, isAdded(name, figure) { reading.change = .increase }
    let isOrigin = isFrom || (name.map { starts(from: $0, figure) } ?? false)
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

  /// Whether 新增 stands before a figure or in its name.
  private func isAdded(_ name: Range<Int>?, _ figure: Int) -> Bool {
    let tokens = clause.tokens
    return (name ?? figure..<figure).contains {
      tokens[$0].role == .attribute && tokens[$0].tag.change != nil
    }
      || (figure > 0 && tokens[figure - 1].role == .attribute && tokens[figure - 1].tag.change != nil)
  }

  /// The change that a verb before a name tells of: 减少利息支出1500亿元.
  private func verb(of name: Range<Int>) -> Measured.Change? {
    guard name.lowerBound > 0, case let verb = clause.tokens[name.lowerBound - 1], verb.role == .change,
      !clause.isGap(before: name.lowerBound), let change = verb.tag.change, change != .reach
    else { return nil }
    return change
  }

  /// Whether a change starts from a figure whose name 从 stands before: 从月销售额3万元提高到10万元.
  private func starts(from name: Range<Int>, _ figure: Int) -> Bool {
    let tokens = clause.tokens
    guard name.lowerBound > 0, tokens[name.lowerBound - 1].role == .from else { return false }
    var place = figure + 1
    while place < tokens.count, place < figure + 5, tokens[place].role != .quantity {
      if tokens[place].role == .endpoint || tokens[place].role == .to { return true }
      place += 1
    }
    return false
  }

  /// Takes the name over from the figure before, where only a verb of change stands between.
  mutating func inherit(
    _ reading: inout MeasureReading, _ zone: MeasureZone, from place: Int, _ text: DocumentText
  ) {
    if place < 0, zone.change == .reach, reading.name == nil, let name = leadingName(text) {
      reading.name = name
      return
    }
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
    if let time = zone.time, marks[time].holds == .anywhere { return time }
    var place = figure - 1
    while place >= max(0, figure - Self.longestLook) {
      let token = tokens[place]
      if token.role == .stop { break }
      if token.role == .time, isFree(place), !zone.covers(token),
        case let holds = marks[Int(token.mention)].holds,
        holds == .anywhere || (place == 0 && holds != .nowhere)
      {
        // 每天, 一天: for this clause alone.
        if holds == .head || isRepeated(token) { return Int(token.mention) }
        sentence.period = Int(token.mention)
        break
      }
      place -= 1
    }
    return sentence.period
  }

  private func isRepeated(_ time: MeasureClause.Token) -> Bool {
    if case .time(.set, _) = marks[Int(time.mention)].sort { true } else { false }
  }

  /// Whether a time is no part of a comparison or of the start of a change.
  private func isFree(_ place: Int) -> Bool {
    var place = place
    while place > 0, clause.tokens[place - 1].role == .time { place -= 1 }
    guard place > 0 else { return true }
    switch clause.tokens[place - 1].role {
    case .than, .with, .from, .exceed, .compared, .basis, .link, .equal, .share: return false
    default: return true
    }
  }
}
