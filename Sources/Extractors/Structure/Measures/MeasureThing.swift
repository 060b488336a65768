import DocumentModel

/// Names of things counted to the right of a figure.
extension MeasureClause {
  /// The thing that a figure counts: the name right behind it, or, where a clause stands before its noun, the
  /// noun behind 的.
  ///
  /// - Parameter isShare: whether the figure is a share, of which the noun behind 的 is the whole.
  /// - Parameter isObject: whether a verb stands right before the figure.
  func thing(behind figure: Int, isShare: Bool, isObject: Bool = false) -> Range<Int>? {
    var place = figure + 1
    if place < tokens.count, tokens[place].role == .de { place += 1 }
    if place < tokens.count, tokens[place].role == .classifier { place += 1 }
    if place < tokens.count, tokens[place].role == .aspect {
      place += 1
      // 从五个方面提出: no noun follows.
      guard place < tokens.count, isName(tokens[place].role) || tokens[place].role == .adjective else {
        return nil
      }
    }
    guard place < tokens.count else { return nil }
    var end = end(of: place, isObject: isObject)
    // 外商和投资|促进机构: the second name goes on, how far nobody knows.
    if end > place, end + 1 < tokens.count, tokens[end].role == .verb || tokens[end].role == .governing,
      tokens[end - 1].role == .verbNoun, isName(tokens[end + 1].role),
      let joint = tokens[place..<end].firstIndex(where: { $0.role == .conjunction || $0.role == .with })
    {
      end = joint
    }
    // 楼宇基本|建成
    while end > place, tokens[end - 1].role == .attribute { end -= 1 }
    guard end > place else {
      switch tokens[place].role {
      case .verb, .governing, .state, .preposition, .adverb, .frame, .concurrent, .adjective, .about, .exceed,
        .inner, .tally:
        return headNoun(from: place)
      default: return nil
      }
    }
    if !isShare, let named = withoutTopic(place..<end) { return named }
    if end < tokens.count {
      switch tokens[end].role {
      // 实力比较雄厚的基地: an adjective is said of the first noun, which so is not what is counted.
      case .de where tokens[place].role == .verb && end > place + 2:
        // 紧扣时代主题的节目
        if let head = headNoun(from: end) { return head }
      // 英国制造的导弹
      case .de
      where (tokens[place].role == .place || tokens[place].role == .attribute)
        && tokens[end - 1].role == .verbNoun:
        if let head = headNoun(from: end) { return head }
      case .de:
        // 不同性质的矛盾: a quality is no thing.
        if place + 2 == end, tokens[place].role == .adjective, tokens[end - 1].role == .noun,
          let head = headNoun(from: end)
        {
          return head
        }
      case .adverb, .adjective, .inner, .tally:
        let isSaid =
          tokens[end].role == .adjective || (end + 1 < tokens.count && tokens[end + 1].role == .adjective)
        if isSaid, let head = headNoun(from: end) { return head }
      // 60%政府举办的机构
      case .verb, .governing, .state:
        if isShare, tokens[figure + 1].role != .de, let head = headNoun(from: end) { return head }
      default: break
      }
    }
    // 500亿元30年: digits are no name.
    guard end > place + 1 || !tokens[place].tag.isNumber else { return nil }
    if end == place + 1 {
      if tokens[place].role == .verb { return place..<end }
      // 30只涨幅超过5%
      if end < tokens.count, tokens[place].endsIndicator, tokens[end].role == .quantity, !isShare {
        return nil
      }
    }
    return isNaming(place..<end, least: 1) ? place..<end : nil
  }

  /// The noun behind the last 的 of the rest of a clause, before any other figure.
  private func headNoun(from start: Int) -> Range<Int>? {
    let limit = min(tokens.count, start + 14)
    guard let de = tokens[start..<limit].firstIndex(where: { $0.role == .de || $0.role == .quantity }),
      tokens[de].role == .de, de + 1 < tokens.count
    else { return nil }
    let end = end(of: de + 1)
    guard end > de + 1, isNaming((de + 1)..<end, least: 1) else { return nil }
    return (de + 1)..<end
  }

  /// A name of persons without what they do: 190名议员|投票.
  func withoutDeeds(_ name: Range<Int>) -> Range<Int> {
    var end = name.upperBound
    while end > name.lowerBound + 1, tokens[end - 1].role == .verbNoun { end -= 1 }
    return tokens[end - 1].role == .noun ? name.lowerBound..<end : name
  }

  /// The end of the name that begins at a token; that token itself when none does.
  private func end(of first: Int, isObject: Bool = false) -> Int {
    var place = first
    var end = first
    while place < tokens.count, place - first < 16 {
      if place > first, isGap(before: place) { return end }
      if place == first, opensName(place) {
        place += 1
        continue
      }
      switch tokens[place].role {
      // 重点村布局建设了31个烘房
      case .verbNoun where end > first && isPredicate(from: place): return end
      case .noun, .total, .place, .attribute, .verbNoun: end = place + 1
      // 世界500|强
      case .adjective where end == place && place > first && tokens[place - 1].tag.isNumber: end = place + 1
      case .scope, .adjective, .numeral: break
      // 省级|以上机构
      case .locative where end == place && place > first && tokens[place].count > 1:
        guard place + 1 < tokens.count, tokens[place + 1].count > 1,
          isName(tokens[place + 1].role)
        else { return end }
      case .giving
      where place == first && place + 1 < tokens.count && tokens[place + 1].count > 1
        && (isName(tokens[place + 1].role) || tokens[place + 1].role == .verb):
        break  // 援建车间
      case .giving:
        // 专项资金支持50个项目: a verb, whose object follows.
        guard
          place + 1 == tokens.count
            || (!isName(tokens[place + 1].role) && tokens[place + 1].role != .quantity
              && tokens[place + 1].role != .adjective && tokens[place + 1].role != .quote)
        else { return end }
        return place + 1
      case .classifier:
        // 脱贫户: without a numeral it ends a word that the lexicon lacks.
        guard place > first, tokens[place].count == 1 else { return end }
        // 万亿级产业集群
        if end < place, tokens[place - 1].role == .numeral { break }
        guard end == place else { return end }
        end = place + 1
      case .inner:
        // 高速艇
        guard isObject, end == place, place > first, place + 1 < tokens.count,
          isName(tokens[place + 1].role)
        else { return end }
      case .verb:
        // 充电桩, 搜救专家: a verb right behind a classifier is part of the name.
        // 摧毁两个导弹发射装置: what a verb governs is a name to its end.
        if end == place, isSuffix(place) {
          end = place + 1
          break
        }
        guard place + 1 < tokens.count else {
          // 发起5轮打击
          return isObject && place == first && tokens[place].count > 1 ? place + 1 : end
        }
        // 国控断面
        if end == place, place > first, tokens[place].count == 1, tokens[place - 1].count == 1,
          tokens[place - 1].end == tokens[place].start, isName(tokens[place + 1].role)
        {
          end = place + 1
          break
        }
        // 设备更新和改造项目: a verb with nothing behind it is a name.
        if end == place, place > first, tokens[place + 1].role == .with {
          end = place + 1
          break
        }
        if end == place, isCompound(place) {
          end = place + 2
          place = end
          continue
        }
        if end == place, isWithin(place) { break }
        guard end == first || (isObject && end == place), tokens[place].count > 1,
          isName(tokens[place + 1].role)
            || (tokens[place + 1].role == .adjective && tokens[place + 1].count == 1
              && place + 2 < tokens.count && isName(tokens[place + 2].role))
            || (tokens[place + 1].role == .verb && (end == first || tokens[place + 1].count > 1)
              && place + 2 < tokens.count && isName(tokens[place + 2].role))
        else { return end }
        // 传承创新中心
        if tokens[place + 1].role == .verb, end > first { place += 1 }
      case .change where isObject && end == place && place > first && tokens[place].count > 1:
        // 创新提升试点城市
        guard tokens[place].tag.change != .reach, isNamedToEnd(from: place + 1) else { return end }
      case .adverb where isObject && end == place && place > first && tokens[place].count > 1:
        // 旅游特别优惠券
        guard isNamedToEnd(from: place + 1), tokens[place + 1].role != .verbNoun else { return end }
      case .governing where isObject && place == first && tokens[place].count > 1:
        // 增发国债资金
        guard isNamedToEnd(from: place + 1) else { return end }
      case .governing where end == place && place > first && tokens[place - 1].role == .verbNoun:
        // 工作安排
        return place + 1 == tokens.count ? place + 1 : end
      case .governing, .state:
        // 遇难者
        guard end == first, place + 1 < tokens.count, tokens[place + 1].count == 1,
          tokens[place + 1].role == .noun
        else { return end }
      case .quote:
        var close = place + 1
        while close < tokens.count, close - place < 14, tokens[close].role != .endQuote { close += 1 }
        guard close < tokens.count, tokens[close].role == .endQuote,
          place == first || (close + 1 < tokens.count && isName(tokens[close + 1].role))
        else { return end }
        place = close
        end = close + 1
      case .conjunction, .with:
        // 国家和地区: two names of one sort, and then the end.
        guard end == place, place > first, place + 1 < tokens.count else { return end }
        guard tokens[place + 1].role == .noun else { return lastName(from: place + 1) ?? end }
      default: return end
      }
      place += 1
    }
    return end
  }
}
