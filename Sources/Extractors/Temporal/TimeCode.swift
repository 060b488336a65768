import DocumentModel

/// What a word says of a point, as the lexicons of the temporal pack spell it.
///
/// | code | says |
/// |---|---|
/// | `Y-1` `M+1` `D+2` `W-1` `C-1` `QR-1` | a year, month, day, week, century, quarter so many after the document's |
/// | `CY+1` `CM+0` `CD+1` | the same, counted from the time spoken of last |
/// | `m1` `H2` `Q1-Q3` `SP` `X2` `D5` | January; second half; quarters; spring; second third of a month; Friday |
/// | `TAF` `h13-18` | a part of the day, and its hours, both included |
/// | `start` `mid` `end` | the end of it that is meant |
/// | `Z+08:00` | an offset from UTC |
/// | `feast` `off` | the feast before it is meant as days, or as the days off around it |
/// | `orthodox` | the feast behind it is of the Julian calendar |
enum TimeCode: Sendable {
  case century(Int)
  case year(TimePoint.Reference)
  case month(TimePoint.Reference)
  case day(TimePoint.Reference)
  case week(Int)
  case weekday(Int)
  case half(Int)
  case quarters(ClosedRange<Int>)
  case quarter(Int)
  case third(Int)
  case season(String)
  case part(String)
  case hours(ClosedRange<Int>)
  case zone(String)
  case edge(TemporalExpression.Modifier)
  case feastDays, daysOff, orthodox

  /// Reads a code of a lexicon; nil when it is none.
  init?(_ code: some StringProtocol) {
    let letters = code.prefix(while: \.isLetter)
    let rest = code.dropFirst(letters.count)
    let isRelative = rest.first == "+" || rest.first == "-"
    switch (letters, Int(rest)) {
    case ("C", let offset?): self = .century(offset)
    case ("Y", let offset?): self = .year(.document(offset))
    case ("CY", let offset?): self = .year(.context(offset))
    case ("M", let offset?): self = .month(.document(offset))
    case ("CM", let offset?): self = .month(.context(offset))
    case ("m", let number?): self = .month(.absolute(number))
    case ("D", let offset?) where isRelative: self = .day(.document(offset))
    case ("CD", let offset?): self = .day(.context(offset))
    case ("D", let number?): self = .weekday(number)
    case ("W", let offset?): self = .week(offset)
    case ("H", let number?): self = .half(number)
    case ("QR", let offset?): self = .quarter(offset)
    case ("X", let number?): self = .third(number)
    case ("SP", nil), ("SU", nil), ("FA", nil), ("WI", nil): self = .season(String(letters))
    case ("TMO", nil), ("TMI", nil), ("TAF", nil), ("TEV", nil), ("TNI", nil):
      self = .part(String(letters.dropFirst()))
    case ("Q", _), ("h", _):
      let ends = code.split(separator: "-").compactMap { Int($0.drop(while: \.isLetter)) }
      guard let low = ends.first, let high = ends.last, low <= high else { return nil }
      self = letters == "Q" ? .quarters(low...high) : .hours(low...high)
    case ("Z", _): self = .zone(String(rest))
    case ("feast", nil): self = .feastDays
    case ("off", nil): self = .daysOff
    case ("orthodox", nil): self = .orthodox
    default:
      guard let edge = TemporalExpression.Modifier(rawValue: String(code)) else { return nil }
      self = .edge(edge)
    }
  }

  /// Enters it in a point.
  func apply(to point: inout TimePoint) {
    switch self {
    case .century(let offset): point.century = .document(offset)
    // 去年全年 is the year named first.
    case .year(let year): point.year = point.year ?? year
    case .month(let month): point.month = month
    case .day(let day): point.day = day
    case .week(let offset): point.week = offset
    case .weekday(let number): point.weekday = number
    case .half(let number): point.half = number
    case .quarters(let numbers): point.quarters = numbers
    case .quarter(let offset): point.quarter = offset
    case .third(let number): point.third = number
    case .season(let season): point.season = season
    case .part(let part): point.part = part
    case .hours(let hours): point.partHours = hours
    case .zone(let zone): point.zone = zone
    case .edge(let edge): point.edge = edge
    case .feastDays: point.isFeastMarked = false
    case .daysOff: (point.isFeastMarked, point.isHoliday) = (false, true)
    case .orthodox: point.isOrthodox = true
    }
  }
}
