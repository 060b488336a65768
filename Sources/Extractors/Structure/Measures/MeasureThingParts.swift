import DocumentModel

/// Which words belong to the name of a thing.
extension MeasureClause {
  /// A name without the noun at its end that the predicate is said of: 9种产品|产量增长, 3名乘客|状态良好.
  func withoutTopic(_ name: Range<Int>) -> Range<Int>? {
    guard name.count > 1, name.upperBound < tokens.count else { return nil }
    let (last, next) = (tokens[name.upperBound - 1], name.upperBound)
    guard last.role == .noun || last.role == .total else { return nil }
    var place = next
    while place < tokens.count, tokens[place].role.isAdverbial || tokens[place].role == .basis { place += 1 }
    guard place < tokens.count else { return nil }
    switch tokens[place].role {
    case .change, .endpoint, .exceed, .compare, .quantity: guard last.endsIndicator else { return nil }
    case .adjective: guard tokens[place].count > 1, place + 1 == tokens.count else { return nil }
    default: return nil
    }
    // 开工|率
    let isShort = last.count == 1 && name.count > 2
    var named = name.lowerBound..<(name.upperBound - (isShort ? 2 : 1))
    // 产品销售|额
    while named.count > 1, case let last = tokens[named.upperBound - 1].role,
      last == .verbNoun || last == .verb
    {
      named = named.lowerBound..<(named.upperBound - 1)
    }
    return endsName(named.upperBound - 1) && isNaming(named, least: 1) ? named : nil
  }

  /// Whether 了 or 着 stands behind one or two actions, which so are the predicate.
  func isPredicate(from first: Int) -> Bool {
    let next = first + 1
    guard next < tokens.count else { return false }
    if tokens[next].role == .auxiliary { return true }
    return tokens[next].role == .verbNoun && next + 1 < tokens.count && tokens[next + 1].role == .auxiliary
  }

  /// Whether only names stand between a token and the end of the clause.
  func isNamedToEnd(from first: Int) -> Bool {
    first < tokens.count && tokens[first...].allSatisfy { isName($0.role) || $0.role == .etc }
  }

  /// Whether a word right behind a classifier is part of the name though it stands in none elsewhere:
  /// 3个自然保护区, 5名各界代表, 2个西部省份.
  func opensName(_ place: Int) -> Bool {
    guard tokens[place].count > 1, place + 1 < tokens.count, tokens[place].mention < 0 else { return false }
    switch tokens[place].role {
    case .adverb, .locative, .pronoun, .inner, .state, .other: break
    default: return false
    }
    // 正在废墟中
    if tokens[place].role == .adverb, place + 2 < tokens.count {
      switch tokens[place + 2].role {
      case .locative, .auxiliary: return false
      default: break
      }
    }
    switch tokens[place + 1].role {
    case .noun, .total, .place, .attribute: return tokens[place + 1].count > 1
    default: return false
    }
  }

  /// Whether the predicate, which an adverb or a preposition opens or 了 follows, stands behind a verb and the
  /// name that follows it: 意向创始成员国共同签署. Then the verb is part of a name.
  func isWithin(_ verb: Int) -> Bool {
    guard tokens[verb].count > 1 else { return false }
    var place = verb + 1
    while place < tokens.count, isName(tokens[place].role) { place += 1 }
    // 候鸟迁飞通道中
    if place > verb + 1, place < tokens.count, tokens[place].role == .locative, tokens[place].count == 1,
      place + 1 == tokens.count || !isName(tokens[place + 1].role)
    {
      return true
    }
    guard place > verb + 1, place + 1 < tokens.count else { return false }
    switch tokens[place].role {
    case .adverb: return !isName(tokens[place + 1].role)
    case .preposition: return true
    case .verb, .governing: return tokens[place + 1].role == .auxiliary
    default: return false
    }
  }

  /// Whether a verb makes a noun with the one character behind it: 聚集区, 育秧线. An object of so little
  /// weight does not follow a verb of two characters; a verb of one with such an object is a word that the
  /// lexicon lacks when another noun follows.
  func isCompound(_ verb: Int) -> Bool {
    let next = tokens[verb + 1]
    guard next.count == 1, next.role == .noun || next.role == .classifier, next.start == tokens[verb].end
    else { return false }
    // 袭击乌: a character that the lexicon lacks may be a name.
    return (tokens[verb].count == 2 && !next.tag.isUnknown)
      || (tokens[verb].count == 1 && verb + 2 < tokens.count && isName(tokens[verb + 2].role)
        && tokens[verb + 2].count > 1)
  }

  /// Whether a verb of one character is the end of a noun that the lexicon lacks, since the predicate or nothing
  /// stands behind it: 气象|站, 油菜|花盛开.
  func isSuffix(_ verb: Int) -> Bool {
    guard verb > 0, tokens[verb].tag.isSuffix, tokens[verb - 1].end == tokens[verb].start,
      tokens[verb - 1].role == .noun
    else { return false }
    guard verb + 1 < tokens.count else { return true }
    switch tokens[verb + 1].role {
    case .verb, .governing: return tokens[verb + 1].count > 1
    case .adverb, .frame: return true
    default: return false
    }
  }

  /// The end of the last of several names joined, where no predicate follows: the 抗旱项目 of 水利和抗旱项目.
  func lastName(from first: Int) -> Int? {
    var place = first
    while place < tokens.count, place - first < 5 {
      switch tokens[place].role {
      case .noun, .total, .place, .attribute, .verbNoun, .verb, .adjective, .locative: place += 1
      case .etc where place > first: return isName(tokens[place - 1].role) ? place : nil
      default: return nil
      }
    }
    guard place == tokens.count, place > first + 1,
      tokens[place - 1].role == .noun || tokens[place - 1].role == .total
    else { return nil }
    return place
  }
}
