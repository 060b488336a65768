import DocumentModel
import RuleEngine
import TextProcessing

/// What relative times count from: the document's date, and the time spoken of last.
final class TimeAnchor {
  /// The day that the document was given, signed or published.
  let document: CivilDate?

  /// The document's year and month, which may be known where the day is not.
  let documentYear: Int?
  let documentMonth: Int?

  /// The second of the day, where the document's date has a time, and whether it has seconds.
  let documentSecond: Int?
  let documentHasSeconds: Bool

  /// Whether the hour is known, as that of a query is. Midnight is only a date.
  var knowsHour: Bool { documentSecond ?? 0 > 0 }

  /// Whether a time without a year or week is the next of its name: a text that is nothing but a time.
  let isAlone: Bool

  private let context: Context?
  private let range: Range<Int>

  /// A time that was named before, as far down as it was named.
  struct Spoken {
    var year: Int
    var month: Int?
    var day: Int?

    /// Whether it was named in the same sentence, and in the same paragraph.
    var isSameSentence: Bool
    var isSameParagraph: Bool

    /// The day, if it was named down to it.
    var date: CivilDate? { month.flatMap { month in day.flatMap { CivilDate(year, month, $0) } } }
  }

  /// How many mentions are looked at, so that a text of nothing but times costs no more for each.
  private static let mentionReach = 16

  /// How far back a time may have been named to count as spoken of.
  private static let reach = 400

  /// An anchor of a document's date alone.
  init(document: CivilDate?) {
    self.document = document
    (documentYear, documentMonth, documentSecond, documentHasSeconds) = (
      document?.year, document?.month, nil, false
    )
    isAlone = false
    context = nil
    range = 0..<0
  }

  /// The anchor of a stretch of the folded text.
  init(_ context: Context, _ range: Range<Int>) {
    let reference = DocumentDate.of(context)
    document = reference.date
    (documentYear, documentMonth) = (reference.year, reference.month)
    (documentSecond, documentHasSeconds) = (reference.second, reference.hasSeconds)
    isAlone = Self.isAlone(range, in: context.text)
    self.context = context
    self.range = range
  }

  /// Whether a stretch is the whole text, but for white space and a mark at its end.
  private static func isAlone(_ range: Range<Int>, in text: FoldedText) -> Bool {
    guard range.lowerBound < 3, text.count - range.upperBound < 3 else { return false }
    return text.units[..<range.lowerBound].allSatisfy { $0 <= 0x20 }
      && text.units[range.upperBound..<text.count].allSatisfy { $0 <= 0x20 || isEdge($0) }
  }

  /// The document's date in a line, as far as it is known.
  var documentDate: String? {
    if let document { return ISO8601.day(document) }
    return documentYear.map { year in documentMonth.map { ISO8601.month(year, $0) } ?? ISO8601.year(year) }
  }

  // MARK: The time spoken of

  /// Looks back for the time named last. Most values need none of it, so it is not looked for before asked.
  private(set) lazy var spoken: Spoken? = lookBack()

  private func lookBack() -> Spoken? {
    guard let context else { return nil }
    var index = context.mentions.count - 1
    let last = max(0, index - Self.mentionReach)
    while index >= last {
      defer { index -= 1 }
      let end = context.text.range(of: context.mentions[index].span).upperBound
      if end > range.lowerBound { continue }
      guard range.lowerBound - end <= Self.reach else { return nil }
      if isComparison(context.text.range(of: context.mentions[index].span), in: context.text) { continue }
      // 在五四青年节到来之际 tells the occasion, not the month that the talk is of.
      if end > 0, context.text.units[end - 1] == 0x9645 { continue }
      guard case .temporal(let time) = context.mentions[index].value,
        time.timex == .date || time.timex == .time,
        var spoken = Self.read(time.value)
      else { continue }
      if isFeastDays(context.text.range(of: context.mentions[index].span), in: context.text) {
        spoken.day = nil
      }
      let between = context.text.units[end..<range.lowerBound]
      spoken.isSameParagraph = !between.contains(0x0A)
      spoken.isSameSentence =
        spoken.isSameParagraph && !between.contains { $0 == 0x3002 || $0 == 0x21 || $0 == 0x3F }
      return spoken
    }
    return nil
  }

  /// How many mentions and how much text are looked over for the year that the document is about here.
  private static let topicReach = (mentions: 48, units: 6_000)

  /// The year that the text is about where none is named nearby: in a report that reviews the year before its own,
  /// 全年 is that year. The last year named as such, or 过去一年, tells.
  private(set) lazy var topicYear: Int? = {
    guard let context, let year = documentYear else { return documentYear }
    if looksBack(context.text) { return year - 1 }
    guard context.document.kind == .report else { return year }
    for mention in context.mentions.suffix(Self.topicReach.mentions).reversed() {
      let range = context.text.range(of: mention.span)
      if range.upperBound > self.range.lowerBound { continue }
      guard self.range.lowerBound - range.upperBound <= Self.topicReach.units else { break }
      guard case .temporal(let time) = mention.value, !isComparison(range, in: context.text) else { continue }
      if time.timex == .date, time.value.utf8.count == 4, let named = Int(time.value),
        (year - 1...year).contains(named)
      {
        return named
      }
      // 过去一年 过去的一年
      if time.timex == .duration, time.value == "P1Y", context.text.units[range.lowerBound] == 0x8FC7 {
        return year - 1
      }
    }
    return year
  }()

  /// Whether a sentence of the first months of a year gives account of the last one: 圆满完成全年任务, 初步核算，全年.
  private func looksBack(_ text: FoldedText) -> Bool {
    guard let month = documentMonth, month <= 3 else { return false }
    // 圆满, 核算, 初核
    return says(0x5706, 0x6EE1, in: text) || says(0x6838, 0x7B97, in: text) || says(0x521D, 0x6838, in: text)
  }

  /// Whether the quarters of a sentence are those of the last year: that of a January that tells how the fourth grew.
  private(set) lazy var reviewsQuarters: Bool = {
    guard let context, let month = documentMonth, month <= 2, !leansAhead else { return false }
    // 四季, 增长, 下降
    return says(0x56DB, 0x5B63, in: context.text)
      && (says(0x589E, 0x957F, in: context.text) || says(0x4E0B, 0x964D, in: context.text))
  }()

  /// How far from a time a word may stand to be said of it.
  private static let wordReach = 48

  /// Whether the sentence has a word of two characters close to the time.
  private func says(_ first: UInt16, _ second: UInt16, in text: FoldedText) -> Bool {
    let units = text.units
    func endsSentence(_ unit: UInt16) -> Bool { [0x3002, 0x3B, 0x21, 0x3F, 0x0A].contains(unit) }
    var place = range.lowerBound - 2
    while place >= max(0, range.lowerBound - Self.wordReach), !endsSentence(units[place + 1]) {
      if units[place] == first, units[place + 1] == second { return true }
      place -= 1
    }
    place = range.upperBound
    while place < min(text.count - 1, range.upperBound + Self.wordReach), !endsSentence(units[place]) {
      if units[place] == first, units[place + 1] == second { return true }
      place += 1
    }
    return false
  }

  /// Whether a year was spoken of that 当年 can be: in the same sentence, or an earlier one in the paragraph.
  var hasSpokenYear: Bool {
    guard let spoken else { return false }
    guard let year = documentYear else { return true }
    return spoken.year <= year && (spoken.isSameSentence || (spoken.isSameParagraph && spoken.year < year))
  }

  /// Whether a time is only what another is compared with: 比上年 and 较2019年 do not turn the talk to that year.
  private func isComparison(_ range: Range<Int>, in text: FoldedText) -> Bool {
    // 比 较
    if range.lowerBound > 0, [0x6BD4, 0x8F83].contains(text.units[range.lowerBound - 1]) { return true }
    // 上年
    return range.count >= 2 && text.units[range.lowerBound] == 0x4E0A
      && text.units[range.lowerBound + 1] == 0x5E74
  }

  /// Whether a time is the days around a feast, of which none is the one spoken of: “五一”假期, 春节期间.
  private func isFeastDays(_ range: Range<Int>, in text: FoldedText) -> Bool {
    // 期 间 假
    range.count > 3 && [0x671F, 0x95F4, 0x5047].contains(text.units[range.upperBound - 1])
  }

  /// How far back a day may have been named for 当晚 and 次日 to count from it.
  private static let dayReach = 4_000

  /// How many days before the document another paragraph may have named for 当天 to count from it.
  private static let news = 31

  /// 昨 前 明 后
  private static let besides: [UInt16] = [0x6628, 0x524D, 0x660E, 0x540E]

  /// Whether a unit ends a time that is only told beside the day that the text is about: 两周前, 三天后.
  private static func isBeside(_ unit: UInt16) -> Bool { unit == 0x524D || unit == 0x540E }

  /// Looks back for the day named last, over times that name none.
  private(set) lazy var spokenDay: CivilDate? = {
    guard let context else { return nil }
    for mention in context.mentions.suffix(4 * Self.mentionReach).reversed() {
      let end = context.text.range(of: mention.span).upperBound
      if end > range.lowerBound { continue }
      guard range.lowerBound - end <= Self.dayReach else { return nil }
      guard case .temporal(let time) = mention.value, time.timex == .date || time.timex == .time else {
        continue
      }
      // 昨天 and 明天 are told beside the day that the text is about.
      if isFeastDays(context.text.range(of: mention.span), in: context.text) { continue }
      let first = context.text.units[context.text.range(of: mention.span).lowerBound]
      if Self.besides.contains(first) || Self.isBeside(context.text.units[end - 1]) { continue }
      guard let date = Self.read(time.value)?.date else { continue }
      // News of the day does not count from the day of an event told of in another paragraph.
      if let document, abs(document.ordinal - date.ordinal) > Self.news || date > document,
        context.text.units[end..<range.lowerBound].contains(0x0A)
      {
        continue
      }
      return date
    }
    return nil
  }()

  // MARK: Direction

  /// Whether the sentence speaks of what is to come: 将于, 拟在, 届时 close before the time, 将 or 拟 right behind.
  private(set) lazy var leansAhead: Bool = {
    guard let context else { return false }
    let units = context.text.units
    if range.upperBound < context.text.count, Self.ahead.contains(units[range.upperBound]),
      !Self.isOtherWord(range.upperBound, units)
    {
      return true
    }
    var place = range.lowerBound - 1
    let first = max(0, range.lowerBound - 8)
    while place >= first, !Self.isEdge(units[place]) {
      if Self.ahead.contains(units[place]), !Self.isOtherWord(place, units) { return true }
      place -= 1
    }
    return false
  }()

  /// 将 拟 届
  private static let ahead: [UInt16] = [0x5C06, 0x62DF, 0x5C4A]

  /// Whether such a character belongs to another word: 将军, 模拟, 第二届.
  private static func isOtherWord(_ place: Int, _ units: [UInt16]) -> Bool {
    switch (units[place], units[place + 1]) {
    case (0x5C06, let next): next == 0x519B || next == 0x58EB || next == 0x9886  // 军 士 领
    case (0x5C4A, let next): next != 0x65F6  // 时
    default: place > 0 && (units[place - 1] == 0x6A21 || units[place - 1] == 0x865A)  // 模 虚
    }
  }

  /// ， 。 ； ： ！ ？ and line ends
  private static func isEdge(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x2C, 0x3002, 0x3B, 0x3A, 0x21, 0x3F, 0x0A: true
    default: false
    }
  }

  /// The last point that a value names: 2023, 2023-05, 2023-05-17, or the end of a range of them.
  private static func read(_ value: String) -> Spoken? {
    var bytes = value.utf8[...]
    if let slash = bytes.lastIndex(of: UInt8(ascii: "/")) {
      // An open range is where something began or will end, not what the talk is about.
      if bytes.first == UInt8(ascii: ".") || bytes.last == UInt8(ascii: ".") { return nil }
      bytes = bytes[bytes.index(after: slash)...]
    }
    let point = ReferencePoint(Substring(bytes))
    guard let year = point.year else { return nil }
    return Spoken(
      year: year, month: point.month, day: point.date?.day, isSameSentence: false, isSameParagraph: false)
  }
}
