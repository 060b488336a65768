/// The Sunday of Easter, as the churches of the West and of the East compute it.
enum Easter {
  /// Western Easter, by the algorithm of Meeus, Jones and Butcher.
  static func western(of year: Int) -> CivilDate? {
    guard (1583...9_999).contains(year) else { return nil }
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let days = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114
    return CivilDate(year, days / 31, days % 31 + 1)
  }

  /// Orthodox Easter as a Gregorian day: the computus of Meeus for the Julian calendar.
  static func orthodox(of year: Int) -> CivilDate? {
    guard (1583...9_999).contains(year) else { return nil }
    let d = (19 * (year % 19) + 15) % 30
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    let days = d + e + 114
    return CivilDate(year, days / 31, days % 31 + 1)?.adding(days: year / 100 - year / 400 - 2)
  }
}

extension Feast {
  /// The feast of the Orthodox churches that bears the same name: what 东正教 before a name makes of it.
  ///
  /// Fixed feasts are those of the Julian calendar, 13 days later from 1900 to 2100. Ash Wednesday and what the
  /// West alone keeps have none.
  var orthodox: Feast? {
    switch self {
    case .orthodoxEaster: return self
    case .easter(-47), .easter(-46), .easter(60), .easter(68): return nil
    // Trinity is Pentecost itself.
    case .easter(56): return .orthodoxEaster(offset: 49)
    case .easter(let offset): return .orthodoxEaster(offset: offset)
    // Lent begins on Clean Monday and ends before the Saturday of Lazarus.
    case .stretch(.easter(-46), _): return .stretch(.orthodoxEaster(offset: -48), more: 39)
    case .stretch(let feast, let more): return feast.orthodox.map { .stretch($0, more: more) }
    case .fixed(let month, let day):
      let later = CivilDate(2001, month, day)?.adding(days: 13)
      return later.map { .fixed(month: $0.month, day: $0.day) }
    default: return nil
    }
  }
}
