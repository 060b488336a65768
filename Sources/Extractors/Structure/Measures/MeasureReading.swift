import DocumentModel

/// What is known so far of what a quantity measures, by places in the text.
struct MeasureReading {
  /// The index of the quantity among the mentions.
  var mention: Int
  /// Where the indicator or the thing counted stands; a tail that it shares with others follows.
  var name: Span?
  var tail: Span?
  /// Whether the name is that of a thing behind the figure.
  var isThing = false
  var change: Measured.Change?
  var basis: Span?
  var secondBasis: Span?
  var from: Int?
  var period: Int?

  mutating func add(basis span: Span) {
    if basis == nil {
      basis = span
    } else if secondBasis == nil {
      secondBasis = span
    }
  }

  mutating func takeName(of other: MeasureReading) {
    name = other.name
    tail = other.tail
  }
}

/// The words between a figure and the name of what it measures.
struct MeasureZone {
  var change: Measured.Change?
  /// Whether the change is to the amount (降至, 提高到), not by it.
  var isEndpoint = false
  var comparing: Measured.Change?
  var hasLink = false
  /// Whether a verb stands between that says neither.
  var isPassed = false
  /// Whether the amount is another one's, said anew: 约合.
  var isEqual = false
  var isEach = false
  var time: Int?
  var basis: (Span?, Span?)
  /// Whether a basis is a time or a word such as 同比, which says that a comparison is a change.
  var isTimed = false
  /// The token before all of them; -1 before the first of the clause.
  var place: Int

  /// Whether a token is part of a basis.
  func covers(_ token: MeasureClause.Token) -> Bool {
    let span = Span(Int(token.start), Int(token.end))
    return basis.0.map { $0.overlaps(span) } ?? false || basis.1.map { $0.overlaps(span) } ?? false
  }

  mutating func add(_ span: Span) {
    if basis.0 == nil { basis.0 = span } else if basis.1 == nil { basis.1 = span }
  }
}

extension MeasureClause {
  /// Reads to the left of a figure up to the name of what it measures.
  func zone(before figure: Int) -> MeasureZone {
    var zone = MeasureZone(place: figure - 1)
    read(&zone, figure)
    return zone
  }

  private func read(_ zone: inout MeasureZone, _ figure: Int) {
    while zone.place >= 0 {
      let token = tokens[zone.place]
      switch token.role {
      case .adverb, .auxiliary, .frame, .concurrent, .inner, .tally: break
      case .equal: zone.isEqual = true
      case .passing: zone.isPassed = true
      case .time:
        if takeThan(&zone) { continue }
        // 同比去年
        if zone.place > 0, tokens[zone.place - 1].role == .basis { break }
        zone.time = zone.time ?? Int(token.mention)
      case .preposition where zone.change != nil && tokens[zone.place + 1].role == .time: break  // 在十年间
      // 增幅在5%以上
      case .preposition
      where zone.place + 1 == figure && zone.place > 0 && endsName(zone.place - 1)
        && tokens[zone.place - 1].endsIndicator:
        zone.hasLink = true
      case .to: zone.isEndpoint = true
      case .link: zone.hasLink = true
      case .each: zone.isEach = true
      case .basis:
        zone.add(span(zone.place..<(zone.place + 1)))
        zone.isTimed = true
      case .change, .endpoint:
        guard zone.change == nil || (zone.change == .reach && token.tag.change != .reach) else { return }
        zone.change = token.tag.change
        if token.role == .endpoint { zone.isEndpoint = true }
      case .compare:
        guard zone.change == nil, zone.comparing == nil else { return }
        zone.comparing = token.tag.change
      case .compared:
        guard let with = with(before: zone.place) else { return }
        zone.add(span(with..<(zone.place + 1)))
        zone.isTimed = true
        zone.place = with
      case .verb, .governing:
        // 投资安排5000亿元, 贷款发放300亿元: a verb between an indicator and its figure.
        var before = zone.place - 1
        while before > 0, tokens[before].role == .frame { before -= 1 }
        guard zone.change == nil, zone.place + 1 == figure, before >= 0, tokens[before].endsIndicator,
          endsName(before), token.count > 1
        else {
          if zone.change != nil || zone.comparing != nil, takeThan(&zone) { continue }
          takeExcess(&zone)
          return
        }
        zone.isPassed = true
      case .de:
        // 目前的1.9万美元, 2018年的1.3万美元
        guard zone.place > 0 else { return }
        switch tokens[zone.place - 1].role {
        case .time, .adverb, .frame, .concurrent: break
        default: return
        }
      default:
        guard zone.change != nil || zone.comparing != nil, takeThan(&zone) else {
          takeExcess(&zone)
          return
        }
        continue
      }
      zone.place -= 1
    }
  }

  /// Takes 比上年, 较2017年, 比商品零售额 out of the way.
  private func takeThan(_ zone: inout MeasureZone) -> Bool {
    var place = zone.place
    var isTimed = false
    let low = max(0, zone.place - 12)
    while place >= low {
      switch tokens[place].role {
      case .than, .compared:
        guard place < zone.place else { return false }
        // 较2023年同期
        let next = zone.place + 1
        let isConcurrent = next < tokens.count && tokens[next].role == .concurrent
        zone.add(span(place..<(isConcurrent ? next + 1 : next)))
        zone.isTimed = zone.isTimed || isTimed
        zone.place = place - 1
        return true
      case .time: isTimed = true
      case .noun, .total, .place, .de, .locative, .numeral, .pronoun, .scope, .adverb, .adjective,
        .classifier,
        .attribute, .conjunction, .with, .change, .share, .verb, .verbNoun, .about, .inner, .tally,
        .concurrent:
        break
      default: return false
      }
      place -= 1
    }
    return false
  }

  /// Takes 高于全部工业增长 out of the way, in which the name belongs to the comparison.
  private func takeExcess(_ zone: inout MeasureZone) {
    var place = zone.place
    let low = max(0, place - 10)
    while place >= low {
      switch tokens[place].role {
      case .noun, .total, .place, .de, .scope, .pronoun, .adjective, .attribute, .adverb, .share, .time,
        .change,
        .about,
        .verb, .verbNoun, .inner, .tally, .concurrent:
        place -= 1
        continue
      case .exceed:
        guard place < zone.place else { return }
        // 高于经济增长2个百分点
        let hasChange = zone.change != nil && tokens[zone.place + 1].role == .change
        zone.change = nil
        zone.comparing = tokens[place].tag.change
        zone.add(span(place..<(zone.place + (hasChange ? 2 : 1))))
        zone.isTimed = zone.isTimed || tokens[place...zone.place].contains { $0.role == .time }
        zone.place = place - 1
        while zone.place >= 0 {
          switch tokens[zone.place].role {
          case .adverb, .auxiliary, .frame, .concurrent, .inner, .tally: zone.place -= 1
          case .basis:
            zone.add(span(zone.place..<(zone.place + 1)))
            zone.place -= 1
          default: return
          }
        }
        return
      default: return
      }
    }
  }

  /// The 与 of 与上年相比.
  private func with(before compared: Int) -> Int? {
    var place = compared - 1
    while place >= 0, compared - place < 10 {
      if tokens[place].role == .with { return place }
      if tokens[place].role == .quantity { return nil }
      place -= 1
    }
    return nil
  }

  /// Where some tokens stand in the text.
  func span(_ range: Range<Int>) -> Span {
    Span(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
  }
}
