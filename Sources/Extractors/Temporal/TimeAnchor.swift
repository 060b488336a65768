import DocumentModel
import RuleEngine
import TextProcessing

/// What relative times count from: the document's date, and the time spoken of last.
final class TimeAnchor {
  /// The day that the document was given, signed or published.
  let document: CivilDate?

  /// The document's year, which may be known where the day is not.
  let documentYear: Int?

  private let context: Context?
  private let place: Int

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
    documentYear = document?.year
    context = nil
    place = 0
  }

  /// The anchor of a place in the folded text.
  init(_ context: Context, before place: Int) {
    let reference = context.document.referenceDate
    document = reference.flatMap { CivilDate($0) }
    documentYear = document?.year ?? reference.flatMap { $0.utf8.count == 4 ? Int($0) : nil }
    self.context = context
    self.place = place
  }

  /// Looks back for the time named last. Most values need none of it, so it is not looked for before asked.
  private(set) lazy var spoken: Spoken? = lookBack()

  private func lookBack() -> Spoken? {
    guard let context else { return nil }
    var index = context.mentions.count - 1
    let last = max(0, index - Self.mentionReach)
    while index >= last {
      defer { index -= 1 }
      let end = context.text.range(of: context.mentions[index].span).upperBound
      if end > place { continue }
      guard place - end <= Self.reach else { return nil }
      if isComparison(context.text.range(of: context.mentions[index].span), in: context.text) { continue }
      guard case .temporal(let time) = context.mentions[index].value,
        time.timex == .date || time.timex == .time,
        var spoken = Self.read(time.value)
      else { continue }
      let between = context.text.units[end..<place]
      spoken.isSameParagraph = !between.contains(0x0A)
      spoken.isSameSentence =
        spoken.isSameParagraph && !between.contains { $0 == 0x3002 || $0 == 0x21 || $0 == 0x3F }
      return spoken
    }
    return nil
  }

  /// Whether a time is only what another is compared with: 比上年 does not turn the talk to that year.
  private func isComparison(_ range: Range<Int>, in text: FoldedText) -> Bool {
    // 上年
    range.count >= 2 && text.units[range.lowerBound] == 0x4E0A && text.units[range.lowerBound + 1] == 0x5E74
  }

  /// How far back a day may have been named for 当晚 and 次日 to count from it.
  private static let dayReach = 4_000

  /// 昨 前 明 后
  private static let besides: [UInt16] = [0x6628, 0x524D, 0x660E, 0x540E]

  /// Looks back for the day named last, over times that name none.
  private(set) lazy var spokenDay: CivilDate? = {
    guard let context else { return nil }
    for mention in context.mentions.suffix(4 * Self.mentionReach).reversed() {
      let end = context.text.range(of: mention.span).upperBound
      if end > place { continue }
      guard place - end <= Self.dayReach else { return nil }
      guard case .temporal(let time) = mention.value, time.timex == .date || time.timex == .time else {
        continue
      }
      // 昨天 and 明天 are told beside the day that the text is about.
      let first = context.text.units[context.text.range(of: mention.span).lowerBound]
      if Self.besides.contains(first) { continue }
      if let date = Self.read(time.value)?.date { return date }
    }
    return nil
  }()

  /// The last point that a value names: 2023, 2023-05, 2023-05-17, or the end of a range of them.
  private static func read(_ value: String) -> Spoken? {
    let last =
      value.utf8.lastIndex(of: UInt8(ascii: "/")).map { value.utf8.index(after: $0) } ?? value.startIndex
    var numbers: [Int] = []
    for part in value.utf8[last...].prefix(10).split(separator: UInt8(ascii: "-")) {
      let digits = part.prefix { (0x30...0x39).contains($0) }
      guard digits.count == (numbers.isEmpty ? 4 : 2) else { break }
      numbers.append(digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) })
    }
    guard let year = numbers.first else { return nil }
    let month = numbers.count > 1 && (1...12).contains(numbers[1]) ? numbers[1] : nil
    let day = month != nil && numbers.count > 2 ? numbers[2] : nil
    return Spoken(year: year, month: month, day: day, isSameSentence: false, isSameParagraph: false)
  }
}
