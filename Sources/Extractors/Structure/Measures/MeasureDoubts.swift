import DocumentModel

/// Whether a name found for a figure is its own.
extension Measures {
  /// Whether a figure tells how far something is from what stands before it: 距地面10公里.
  func isDistance(_ figure: MeasureFigure) -> Bool {
    guard figure.kind == .measure, figure.end >= 0, !clause.tokens[figure.end].endsIndicator else {
      return false
    }
    var place = figure.end
    while place > 0, figure.end - place < 10 {
      switch clause.tokens[place].role {
      case .distance: return place < figure.end
      case .noun, .place, .total, .attribute, .verbNoun, .verb, .adjective, .numeral, .classifier, .locative,
        .de,
        .pronoun, .adverb, .frame:
        place -= 1
      default: return false
      }
    }
    return clause.tokens[place].role == .distance && place < figure.end
  }

  /// Whether a figure tells where something is: 10公里外, 700米深处.
  func isPlace(_ figure: MeasureFigure, _ text: DocumentText) -> Bool {
    guard figure.kind == .measure, figure.end < 0 || !clause.tokens[figure.end].endsIndicator else {
      return false
    }
    let end = Int(clause.tokens[figure.place].end)
    guard end < text.count else { return false }
    let behind = end + 1 < text.count ? text.scalars[end + 1] : 0
    // 外 处 深处
    return [0x5916, 0x5904].contains(text.scalars[end]) || (text.scalars[end] == 0x6DF1 && behind == 0x5904)
  }

  /// Whether a name is not that of a bare figure: white space parts it and what is said before (a headline), or a
  /// preposition or verb governs it with what the figure tells (造成当地3人死亡, 支持企业新建3个).
  mutating func isElsewhere(_ name: Range<Int>, _ figure: MeasureFigure, _ text: DocumentText) -> Bool {
    let (last, first) = (clause.tokens[figure.place - 1], name.lowerBound)
    guard first > 0 else { return false }
    if last.mention < 0, last.end < clause.tokens[figure.place].start, !clause.isGap(before: first),
      case let end = Int(clause.tokens[figure.place].end), end < text.count,
      !MeasureBoundary.isClauseEnd(text.scalars[end])
    {
      return true
    }
    let governor = clause.tokens[first - 1]
    switch governor.role {
    case .preposition:
      // 在女子10公里比赛中
      return figure.kind == .measure && name.upperBound == figure.place && !last.endsIndicator
    case .pronoun: return text.scalars[Int(governor.start)] == 0x6BCF  // 每消费3度电
    case .giving: return name.upperBound < figure.place && last.role == .attribute
    case .governing where governor.tag.isPivot:
      if name.upperBound < figure.place, last.role == .attribute { return true }
      guard figure.counting == .whole else { return false }
      readTail(text)
      let next = figure.place + 1
      return next < clause.tokens.count && clause.tokens[next].role == .state
    default: return false
    }
  }

  func holdsShare(_ name: Range<Int>) -> Bool {
    clause.tokens[name].contains { $0.role == .share }
  }

  /// Whether a name to the left is not that of the figure, which is part of what stands behind it.
  func isDoubted(_ name: Range<Int>, _ figure: MeasureFigure) -> Bool {
    guard figure.isFollowed else { return false }
    // 从婴儿到100岁的老人
    if figure.isBare, figure.zone.isEndpoint, sentence.origin == nil { return true }
    // 总额260亿元的融资支持
    return name.count == 1 && clause.tokens[name.lowerBound].role == .total
  }

  /// Whether the name before a count of deeds is that of who did what is told behind it: 总统三次访问中国, but
  /// not 地震1200次.
  func isActor(before figure: MeasureFigure) -> Bool {
    let next = figure.place + 1
    guard figure.isBare, next < clause.tokens.count else { return false }
    switch clause.tokens[next].role {
    case .conjunction, .quantity, .other, .change: return false
    default: return true
    }
  }

  /// Whether a token is a verb that may have an object.
  func isGoverning(_ place: Int) -> Bool {
    switch clause.tokens[place].role {
    case .verb, .governing, .verbNoun, .change: true
    default: false
    }
  }

  /// Whether another figure counts what a name tells: 有7个年份超过100%.
  func isCounted(_ name: Range<Int>, _ figure: MeasureFigure) -> Bool {
    guard name.count == 1, name.lowerBound > 0, figure.kind != .count,
      !clause.tokens[name.lowerBound].endsIndicator,
      case let before = clause.tokens[name.lowerBound - 1], before.role == .quantity,
      case .quantity(.count, .classifier) = marks[Int(before.mention)].sort
    else { return false }
    return true
  }

  /// Whether a name of one word is the verb of its clause: 将进口, which governs the thing behind the figure.
  func isPredicate(_ name: Range<Int>, of figure: Int) -> Bool {
    guard name.count == 1, name.upperBound == figure, name.lowerBound > 0 else { return false }
    switch clause.tokens[name.lowerBound - 1].role {
    case .auxiliary: return !clause.tokens[name.lowerBound].endsIndicator  // 建设了总里程50公里的公路
    case .adverb, .frame: return true
    default: return false
    }
  }

  /// Whether a verb governs a noun behind a unit that mostly stands alone: 取消50架次航班.
  mutating func isLoad(_ figure: MeasureFigure, _ text: DocumentText) -> Bool {
    // 次
    guard figure.counting == .whole, text.scalars[Int(clause.tokens[figure.place].end) - 1] == 0x6B21,
      figure.zone.place >= 0, figure.zone.place == figure.place - 1,
      case let verb = clause.tokens[figure.zone.place], !verb.tag.isPivot,
      verb.role == .verb || verb.role == .governing
    else { return false }
    readTail(text)
    let next = figure.place + 1
    guard next < clause.tokens.count else { return false }
    switch clause.tokens[next].role {
    case .noun, .place, .attribute: return true
    default: return false
    }
  }

  /// Whether a figure tells how many of those are meant of which the clause before spoke: 9条通道中，有4条….
  func isPart(_ figure: MeasureFigure, _ text: DocumentText) -> Bool {
    guard let whole = sentence.whole, figure.counting == .classifier, figure.place < 2 else { return false }
    let (mark, unit) = (marks[Int(clause.tokens[figure.place].mention)], marks[whole.mention])
    return text.scalars[mark.span.end - 1] == text.scalars[unit.span.end - 1]
  }

  /// Whether a figure counts 方面, which name no thing.
  func isAspect(behind figure: MeasureFigure) -> Bool {
    let next = figure.place + 1
    return next < clause.tokens.count && clause.tokens[next].role == .aspect
  }
}
