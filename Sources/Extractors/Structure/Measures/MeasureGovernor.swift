import DocumentModel

/// Names without the words that govern them.
extension MeasureClause {
  /// Whether a change is what the subject before it does, of which another verb speaks: 帮助企业|降低成本.
  func isGoverned(_ change: Int) -> Bool {
    var place = change - 1
    while place >= 0, isName(tokens[place].role) { place -= 1 }
    guard place >= 0, place < change - 1 else { return false }
    switch tokens[place].role {
    case .governing: return tokens[place].tag.isPivot
    case .giving, .link, .preposition: return true
    default: return false
    }
  }

  /// The first token of what a verb speaks of whose other object a preposition opens: 向灾区运送“救援包”; behind
  /// the things of another figure: 长3米的船、|宽度.
  func withoutOthers(_ phrase: Range<Int>) -> Int {
    let first = phrase.lowerBound
    // 向北方|地区输送
    var before = first - 1
    while before > 0, tokens[before].role == .locative || tokens[before].role == .place { before -= 1 }
    guard before >= 0 else { return first }
    switch tokens[before].role {
    case .preposition:
      let verb = tokens[(first + 1)..<max(first + 1, phrase.upperBound - 1)].firstIndex {
        ($0.role == .verb || $0.role == .governing) && $0.count > 1
      }
      if let verb { return verb + 1 }
      // 向欧洲|出口电力
      let place = tokens[phrase].firstIndex { $0.role != .place || $0.count == 1 } ?? first
      return place > first && tokens[place].count > 1 && isNaming(place..<phrase.upperBound) ? place : first
    case .de where before > 0 && before == first - 1 && tokens[before - 1].role == .quantity:
      return tokens[phrase].lastIndex { $0.role == .conjunction }.map { $0 + 1 } ?? first
    default: return first
    }
  }

  /// A name without what governs it: a verb at its beginning, or the last within it, unless the name ends as
  /// indicators do (企业承接合同额).
  func withoutGoverning(_ phrase: Range<Int>) -> Int {
    var first = phrase.lowerBound
    let endsIndicator = tokens[phrase.upperBound - 1].endsIndicator
    // 有望形成年规模: a verb with its adverb.
    if endsIndicator, first > 0, tokens[first].role == .verb, tokens[first].count > 1 {
      switch tokens[first - 1].role {
      case .auxiliary, .frame, .adverb: return opened((first + 1)..<phrase.upperBound)
      default: break
      }
    }
    while first + 1 < phrase.upperBound, tokens[first].role == .verb, tokens[first].count > 1, !endsIndicator,
      tokens[first + 1].count > 1 || (first + 2 < phrase.upperBound && tokens[first + 2].count == 1)
    { first += 1 }
    // 新建和改造|公路
    if !endsIndicator, first == phrase.lowerBound, phrase.count > 3, tokens[first].role == .attribute,
      tokens[first + 1].role == .with || tokens[first + 1].role == .conjunction,
      tokens[first + 2].role == .verbNoun || tokens[first + 2].role == .attribute
    {
      return opened((first + 3)..<phrase.upperBound)
    }
    // What a verb governs holds no other that does: 开展互联网诊疗服务.
    if phrase.lowerBound > 0 {
      switch tokens[phrase.lowerBound - 1].role {
      case .governing, .verb, .change: return opened(first..<phrase.upperBound)
      default: break
      }
    }
    guard !endsIndicator else { return opened(first..<phrase.upperBound) }
    for place in first..<(phrase.upperBound - 1) {
      switch tokens[place].role {
      case .verb, .governing:
        if tokens[place + 1].count > 1 || tokens[place].count == 1 || tokens[place + 1].role == .adjective {
          first = place + 1
        }
      case .verbNoun:
        if place == first { first = place + 1 }
      case .adjective:
        if place == first, place + 2 < phrase.upperBound, tokens[place + 1].role == .verbNoun {
          first = place + 2
        }
      default: break
      }
    }
    return opened(first..<phrase.upperBound)
  }

  /// What a name speaks of when it is a verb with its object: the 游客 of 接待游客达3万人次.
  func object(of name: Range<Int>) -> Range<Int> {
    let verb = tokens[name.lowerBound]
    guard verb.role == .verb, verb.count > 1, name.count > 1, !tokens[name.upperBound - 1].endsIndicator
    else { return name }
    let object = (name.lowerBound + 1)..<name.upperBound
    return tokens[object].allSatisfy { isName($0.role) && $0.count > 1 } ? object : name
  }

  /// The first token that a name may begin with.
  func opened(_ phrase: Range<Int>) -> Int {
    var first = phrase.lowerBound
    while first < phrase.upperBound - 1 {
      switch tokens[first].role {
      case .numeral where tokens[first + 1].role == .classifier: first += 1  // 一个
      case .noun, .total, .place, .attribute, .verbNoun, .verb, .governing, .state, .adjective, .numeral,
        .quote,
        .about,
        .share,
        .adverb, .auxiliary, .inner, .tally:
        return first
      case .locative where isHalf(first, of: first + 1) || tokens[first + 1].tag.isPlaces: return first
      case .quantity where tokens[first].tag.isPlaces: return first
      case .classifier where isHalf(first, of: first + 1): return first
      case .change where first == 0 && phrase.count == 2: return first
      default: first += 1
      }
    }
    return first
  }

  /// Whether a character and the name behind it are one word that the lexicon lacks: 天|舟.
  func isHalf(_ place: Int, of first: Int) -> Bool {
    first == place + 1 && first < tokens.count && tokens[place].count == 1 && tokens[first].count == 1
      && tokens[place].end == tokens[first].start && tokens[first].mention < 0
  }

  /// Where the verb and its object begin that 累计 is said of (累计接待游客), unless the name is that of an
  /// indicator: 累计死亡人数.
  func action(in phrase: Range<Int>) -> Int? {
    guard let tally = tokens[phrase].lastIndex(where: { $0.role == .tally }), tally + 1 < phrase.upperBound
    else { return nil }
    // 累计调水
    guard tally + 2 < phrase.upperBound else { return nil }
    let isSaid = tally > 0 && (tokens[tally - 1].role.isAdverbial || tokens[tally - 1].role == .auxiliary)
    if !isSaid, tokens[phrase.upperBound - 1].endsIndicator { return nil }
    switch tokens[tally + 1].role {
    case .verb, .verbNoun, .governing: return tally + 1
    default: return tally == phrase.lowerBound ? tally + 1 : nil
    }
  }
}
