import DocumentModel
import RuleEngine

/// The date of a document, read once for all times in it.
final class DocumentDate {
  let point: ReferencePoint

  private init(_ document: Document) { point = ReferencePoint(document.referenceDate) }

  static func of(_ context: Context) -> ReferencePoint {
    if let kept = context.kept as? DocumentDate { return kept.point }
    let date = DocumentDate(context.document)
    context.kept = date
    return date.point
  }
}

/// A date as far as it is written: `2023`, `2023-05`, `2023-05-17`, `2023-05-17T09`, `2023-05-17T09:00:00`.
struct ReferencePoint {
  var year: Int?
  var month: Int?
  var date: CivilDate?
  /// The second of the day.
  var second: Int?
  /// Whether seconds are written.
  var hasSeconds = false

  init(_ text: (some StringProtocol)?) {
    guard let text else { return }
    var numbers = (0, 0, 0, 0, 0, 0)
    var part = 0
    var width = 0
    loop: for byte in text.utf8 {
      switch byte {
      case 0x30...0x39 where width < 4:
        width += 1
        let digit = Int(byte & 0x0F)
        switch part {
        case 0: numbers.0 = numbers.0 * 10 + digit
        case 1: numbers.1 = numbers.1 * 10 + digit
        case 2: numbers.2 = numbers.2 * 10 + digit
        case 3: numbers.3 = numbers.3 * 10 + digit
        case 4: numbers.4 = numbers.4 * 10 + digit
        default: numbers.5 = numbers.5 * 10 + digit
        }
      case UInt8(ascii: "-"), UInt8(ascii: "T"), UInt8(ascii: ":"):
        guard width == (part == 0 ? 4 : 2), part < 5 else { break loop }
        (part, width) = (part + 1, 0)
      default: break loop
      }
    }
    if width != (part == 0 ? 4 : 2) { part -= 1 }
    guard part >= 0 else { return }
    year = numbers.0
    guard part >= 1, (1...12).contains(numbers.1) else { return }
    month = numbers.1
    guard part >= 2, let day = CivilDate(numbers.0, numbers.1, numbers.2) else { return }
    date = day
    guard part >= 3, numbers.3 < 24, numbers.4 < 60, numbers.5 < 61 else { return }
    hasSeconds = part >= 5
    second = numbers.3 * 3_600 + numbers.4 * 60 + min(59, numbers.5)
  }
}
