import DocumentModel
import RuleEngine
import TextProcessing

/// What relative times count from: the document's date, and the time spoken of last.
struct TimeAnchor {
  /// The day that the document was given, signed or published.
  var document: CivilDate?

  /// The time named last, as far down as it was named.
  var year: Int?
  var month: Int?
  var day: Int?

  /// Whether it was named in the same sentence, and in the same paragraph.
  var isSameSentence = false
  var isSameParagraph = false

  /// How far back a time may have been named to count as spoken of.
  private static let reach = 400

  init(document: CivilDate?) { self.document = document }

  /// Looks back from a place in the folded text.
  init(_ context: Context, before place: Int) {
    document = context.document.referenceDate.flatMap { CivilDate($0) }
    guard
      let last = context.mentions.last(where: { mention in
        guard case .temporal(let time) = mention.value else { return false }
        return time.timex != .duration && time.timex != .set && (time.value.first?.isNumber ?? false)
      }), case .temporal(let time) = last.value
    else { return }
    let end = context.text.range(of: last.span).upperBound
    guard end <= place, place - end <= Self.reach else { return }
    let between = context.text.units[end..<place]
    isSameParagraph = !between.contains(0x0A)
    isSameSentence = isSameParagraph && !between.contains { $0 == 0x3002 || $0 == 0x21 || $0 == 0x3F }
    let start = time.value.split(separator: "/").last ?? ""
    let parts = start.prefix(10).split(separator: "-").map { Int($0.prefix(2 + ($0.count == 4 ? 2 : 0))) }
    guard let first = parts.first, let first, start.prefix(4).allSatisfy(\.isNumber) else { return }
    year = first
    if parts.count > 1, let number = parts[1], (1...12).contains(number) { month = number }
    if month != nil, parts.count > 2, let number = parts[2], (1...31).contains(number) { day = number }
  }
}
