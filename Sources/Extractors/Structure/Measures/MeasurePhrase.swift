import DocumentModel

/// Names of indicators to the left of a figure.
extension MeasureClause {
  /// The longest name that is believed, in characters, and in tokens.
  private static let longestName = 36
  private static let mostTokens = 24

  /// The name that ends with a token, or nil.
  ///
  /// - Parameter isSubject: whether a verb follows that the name is the subject of; else a verb that the name
  ///   begins with governs it (营造林地2万亩) and is no part of it.
  func phrase(endingAt last: Int, isSubject: Bool) -> Range<Int>? {
    var last = last
    while last > 0, tokens[last].role == .attribute { last -= 1 }
    guard last >= 0 else { return nil }
    if let share = share(before: last) {
      var first = share
      let place = withoutAdverbs(endingAt: share - 1)
      if place >= 0, endsName(place) {
        first = min(first, start(of: place))
        if first < share { first = opened(first..<(last + 1)) }
      }
      return first..<(last + 1)
    }
    var first = start(of: last, isSubject: isSubject)
    guard first <= last else { return nil }
    first = opened(withoutOthers(first..<(last + 1))..<(last + 1))
    if let action = action(in: first..<(last + 1)) {
      first = withoutGoverning(action..<(last + 1))
    } else if !isSubject || tokens[first].role == .governing {
      first = withoutGoverning(first..<(last + 1))
    }
    let phrase = first..<(last + 1)
    return isNaming(phrase, isSubject: isSubject) ? phrase : nil
  }

  /// The word of a share (占) that governs the name ending with a token.
  private func share(before last: Int) -> Int? {
    var place = last
    while place >= 0, last - place < 10 {
      switch tokens[place].role {
      case .share: return place < last ? place : nil
      case .noun, .total, .place, .verbNoun, .verb, .adjective, .attribute, .scope, .de, .pronoun, .change,
        .inner, .tally, .concurrent,
        .conjunction, .with, .locative, .numeral, .quote, .endQuote, .adverb, .governing, .about, .frame,
        .time,
        .etc:
        place -= 1
      default: return nil
      }
    }
    return nil
  }

  /// The token before the 是, 达到 of a figure that is told by another amount: 是上年的2倍.
  func said(before de: Int) -> Int? {
    var place = de - 1
    while place > 0, de - place < 10 {
      switch tokens[place].role {
      case .link, .equal: break
      case .change where tokens[place].tag.change == .reach: break
      case .noun, .total, .place, .verbNoun, .attribute, .adjective, .scope, .pronoun, .inner, .tally, .time,
        .adverb, .frame, .concurrent, .locative, .numeral, .about, .de, .change:
        place -= 1
        continue
      default: return nil
      }
      return withoutAdverbs(endingAt: place - 1)
    }
    return nil
  }

  /// The token that stands before the adverbs that end with one, or -1: 企业|已经.
  func withoutAdverbs(endingAt last: Int) -> Int {
    var place = last
    while place >= 0, tokens[place].role.isAdverbial { place -= 1 }
    return place
  }

  /// The first token of the longest name that ends with a token; one behind it when none does.
  func start(of last: Int, isSubject: Bool = false) -> Int {
    var first = last + 1
    var place = last
    while place >= 0 {
      if place < last, isGap(before: place + 1) { return first }
      let token = tokens[place]
      let isWithin = first <= last && place > 0 && endsName(place - 1)
      switch token.role {
      case .noun, .total, .place, .attribute, .verbNoun: first = place
      case .adjective:
        guard first <= last else { return first }
        first = place
      case .verb:
        // 城镇登记失业率; 普及率: a verb before the head of a name.
        if first > last {
          // 卖了14万元
          guard place > 0, token.count == 1 || isSubject,
            place + 1 == tokens.count || tokens[place + 1].role != .auxiliary,
            endsName(place - 1) || (token.count == 1 && tokens[place - 1].role == .verb)
          else { return first }
        } else if token.count == 1, tokens[first].count > 1 {
          // 退税额; 国考断面
          let isShort = place > 0 && tokens[place - 1].count == 1 && endsName(place - 1)
          guard
            isShort || (first == last && tokens[first].endsIndicator && (place == 0 || !endsName(place - 1)))
          else { return first }
        }
        first = place
      case .governing:
        // 发送量; 经费投入 with a verb behind it.
        guard
          first <= last
            ? first == last && tokens[first].count == 1
            : isSubject && token.count > 1 && place > 0 && endsName(place - 1)
        else {
          return first
        }
        first = place
      case .state:
        // 遇难人数, 受灾面积, 参赛选手
        guard first == last || (first < last && tokens[first].count == 1 && tokens[first].role == .noun),
          tokens[first].endsIndicator || tokens[first].role == .noun
        else { return first }
        first = place
      case .scope:
        // 亚洲同世界其他地区贸易额
        guard first <= last, place > 1, tokens[place - 1].role == .with, endsName(place - 2) else {
          return first
        }
        first = place
      case .change:
        // 下降速度
        if isSubject, place == 0, first == last, tokens[first].endsIndicator, token.tag.change != .reach {
          return 0
        }
        guard isWithin, token.tag.change != .reach, !isGoverned(place) else { return first }
      case .passing:
        // 通车里程
        guard first == last, tokens[first].endsIndicator else { return first }
        first = place
      case .inner, .tally:
        guard first <= last else { return first }
        first = place
      case .basis, .with, .conjunction: guard isWithin else { return first }
      case .classifier, .aspect:
        // 试剂盒; 天|舟
        guard (place > 0 && endsName(place - 1)) || isHalf(place, of: first) else { return first }
        first = min(first, place)
      case .numeral:
        guard first <= last else { return first }
        first = place
      case .etc: guard isWithin else { return first }
      case .quantity:
        // 西部九省外贸额
        guard token.tag.isPlaces, first <= last, tokens[first].start == token.end,
          tokens[first].role == .noun || tokens[first].role == .place,
          place == 0 || endsName(place - 1) || tokens[place - 1].role == .locative
            || tokens[place - 1].tag.isPlaces
        else { return first }
        first = place
      case .locative:
        guard first <= last, isWithin || token.count > 1 || isHalf(place, of: first) else { return first }
        // 中|哈贸易额
        if isHalf(place, of: first) || (tokens[first].tag.isPlaces && token.count > 1) { first = place }
      case .endQuote:
        guard let open = openingQuote(of: place) else { return first }
        first = open
        place = open
      case .adverb, .auxiliary:
        // A word that the lexicon lacks is parted into characters: 过|流能力, 能|效.
        guard first <= last, token.count == 1, tokens[first].count == 1, token.end == tokens[first].start,
          tokens[first].role == .noun
        else { return first }
        first = place
      case .de:
        guard first <= last, let outer = owner(before: place) else { return first }
        return outer
      case .about:
        // 中央对地方转移支付
        guard first <= last else { return first }
        return place > 0 && endsName(place - 1) ? min(place, start(of: place - 1)) : place
      default: return first
      }
      if last - place > Self.mostTokens { return last + 1 }
      place -= 1
    }
    return first
  }

  /// The first token of what 的 joins to a name, where that is a name of its own or a phrase of 对, 用于 …
  private func owner(before de: Int) -> Int? {
    guard de > 0 else { return nil }
    // 对经济增长的贡献率
    let isChange = de > 1 && tokens[de - 1].role == .change && endsName(de - 2)
    let first = start(of: isChange ? de - 2 : de - 1)
    guard first < (isChange ? de - 1 : de) else { return nil }
    guard first > 0 else { return first }
    if tokens[first].role == .about {
      guard endsName(first - 1) else { return first }
      return min(first, start(of: first - 1))
    }
    switch tokens[first - 1].role {
    case .verb, .governing, .preposition, .from, .than, .change, .exceed, .link, .endpoint: return nil
    default: return first
    }
  }

  func openingQuote(of close: Int) -> Int? {
    var place = close - 1
    while place >= 0, close - place < 14 {
      if tokens[place].role == .quote { return place }
      if tokens[place].role == .quantity { return nil }
      place -= 1
    }
    return nil
  }

  // MARK: Parts

  /// Whether a role is one of a name's own words.
  func isName(_ role: MeasureRole) -> Bool {
    role == .noun || role == .total || role == .place || role == .attribute || role == .verbNoun
  }

  /// Whether a token may be the last of a name.
  func endsName(_ place: Int) -> Bool { isName(tokens[place].role) || tokens[place].role == .endQuote }

  /// Whether some tokens say what is measured: a noun is among them, not places or actions alone.
  func isNaming(_ phrase: Range<Int>, least: Int = 2, isSubject: Bool = false) -> Bool {
    guard let first = phrase.first, let last = phrase.last else { return false }
    let count = Int(tokens[last].end - tokens[first].start)
    guard count >= least, count <= Self.longestName else { return false }
    // 防护服: a verb and its head.
    if phrase.count > 1, tokens[last].count == 1 { return true }
    // 出境旅游超过1亿人次: actions that a verb is said of.
    if isSubject, phrase.count > 1, tokens[phrase].allSatisfy({ $0.role == .verbNoun || $0.role == .place }),
      tokens[phrase.suffix(2)].allSatisfy({ $0.role == .verbNoun })
    {
      return true
    }
    return tokens[phrase].contains {
      $0.role == .noun || $0.role == .total || $0.role == .quote
        || (least == 1 && ($0.role == .verbNoun || $0.role == .place))
    }
  }
}
