import DocumentModel
import RuleEngine
import TextProcessing

/// Reads the parts of a time from its words.
///
/// Numbers are known by the unit behind them; other words are looked up in the pack's lexicons, where each
/// has a ``TimeCode``, and in the gazetteer of festivals.
struct TimePointParser: Sendable {
  private var words = WordMap<Word>()

  /// What a word is: codes, or a feast.
  private enum Word: Sendable {
    case codes([TimeCode])
    case feast(Feast, isMarked: Bool)
  }

  /// The lexicons of time words in the pack.
  static let lexicons = [
    "feast-tails", "rites", "zones", "centuries", "relative-years", "relative-months", "relative-days",
    "relative-weeks",
    "weekdays", "halves", "quarters", "relative-quarters", "short-quarters", "seasons", "relative-seasons",
    "months", "thirds",
    "edges", "dayparts", "clock-letters", "dialect-days", "before-months", "year-tails", "nows",
    "point-tails", "new-years", "season-parts", "begun-days",
  ]

  init(_ tables: RuleTables) {
    for name in Self.lexicons {
      for entry in tables.lexicon(name).entries {
        let codes = (entry.columns.first ?? "").split(separator: " ").compactMap { TimeCode($0) }
        words.insert(tables.normalizer.fold(entry.form), .codes(codes))
      }
    }
    for entry in tables.lexicon("festivals").entries + tables.lexicon("world-festivals").entries {
      guard let feast = entry.columns.first.flatMap({ Feast($0) }) else { continue }
      let isPlain =
        entry.columns.count > 2 && entry.columns[2] == "plain"
        && ["traditional", "term", "holiday"].contains(entry.columns[1])
      words.insert(tables.normalizer.fold(entry.form), .feast(feast, isMarked: !isPlain))
    }
  }

  /// Reads a point that takes up all the units; nil when a part makes no sense.
  func parse(_ units: ArraySlice<UInt16>) -> TimePoint? {
    let units = units.contains(0x20) ? Self.joined(units) : units
    var walk = Walk(units: units)
    while walk.place < units.endIndex {
      if walk.takesWeekday() || walk.takesLunar() {
        continue
      } else if let (word, length) = words.longest(at: units[walk.place...]), !walk.countsWith(length) {
        switch word {
        case .codes(let codes): for code in codes { code.apply(to: &walk.point) }
        case .feast(let feast, let isMarked): (walk.point.feast, walk.point.isFeastMarked) = (feast, isMarked)
        }
        walk.place += length
      } else if !walk.takesStretch(), !walk.takesNumber(), !walk.takesFiller() {
        return nil
      }
      if walk.isWrong { return nil }
    }
    return walk.finished()
  }

  /// The units with digits joined that a printer has set apart one by one: 2 0 0 5年.
  private static func joined(_ units: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
    let groups = units.prefix { CharacterSort.isDigit($0) || $0 == 0x20 }.split(separator: 0x20)
    guard groups.count > 1, groups.allSatisfy({ $0.count == 1 }) else { return units }
    return ArraySlice(groups.joined()) + units.drop { CharacterSort.isDigit($0) || $0 == 0x20 }
  }

  /// One pass over the units of a point.
  struct Walk {
    let units: ArraySlice<UInt16>
    var place: Int
    var point = TimePoint()
    var isLunar = false
    /// A leap month was named: 闰四月.
    var isLeap = false
    /// Whether a part makes no sense.
    var isWrong = false

    init(units: ArraySlice<UInt16>) {
      self.units = units
      place = units.startIndex
    }

    /// The unit so many places on, or 0 behind the end.
    func unit(_ offset: Int = 0) -> UInt16 {
      let index = place + offset
      return index < units.endIndex ? units[index] : 0
    }

    /// Whether a word of so many units, such as 十一 for 国庆, is a number here: 十一月, 十一点.
    func countsWith(_ length: Int) -> Bool {
      ChineseNumeral.digit(unit()) != nil || ChineseNumeral.scale(unit()) != nil
        ? digitsEnd(from: place) == place + length && Self.unitsOfTime.contains(unit(length)) : false
    }

    /// 年 月 日 号 时 点 分 个 世 周 天
    private static let unitsOfTime: [UInt16] = [
      0x5E74, 0x6708, 0x65E5, 0x53F7, 0x65F6, 0x70B9, 0x5206, 0x4E2A, 0x4E16, 0x5468, 0x5929,
    ]

    /// The end of the run of digits and scales that begins at a place.
    func digitsEnd(from start: Int) -> Int {
      var end = start
      while end < units.endIndex,
        ChineseNumeral.digit(units[end]) != nil || ChineseNumeral.scale(units[end]) != nil
      { end += 1 }
      return end
    }

    private static let fillers = Array("的第份钟度整夏历农阴旧日号许多左右之()（）“” ,，、和双节".utf16)

    /// Reads what follows a week: 上周|五, 下周|日, 上周|末.
    mutating func takesWeekday() -> Bool {
      guard point.week != nil, point.weekday == nil else { return false }
      switch unit() {
      case 0x65E5, 0x5929: point.weekday = 7  // 日 天
      case 0x672B: point.weekday = 8  // 末
      case let other:
        guard other > 0x39, let number = ChineseNumeral.digit(other), (1...6).contains(number),
          ChineseNumeral.digit(unit(1)) == nil, unit(1) != 0x6708, unit(1) != 0x70B9, unit(1) != 0x65F6
        else { return false }
        point.weekday = number
      }
      place += 1
      return true
    }

    mutating func takesFiller() -> Bool {
      // 2021-09-12-11:23
      if unit() == 0x2D, point.day != nil, point.hour == nil, CharacterSort.isDigit(unit(1)) {
        place += 1
        return true
      }
      guard Self.fillers.contains(unit()) else { return false }
      // 农 阴 旧 夏
      if [0x519C, 0x9634, 0x65E7, 0x590F].contains(unit()) { isLunar = true }
      place += 1
      return true
    }

    /// The point, with a month and a day of the Chinese calendar taken as such.
    mutating func finished() -> TimePoint? {
      if isLunar, case .absolute(let month) = point.month {
        var day: Int?
        if case .absolute(let number) = point.day { day = number }
        point.lunar = LunarDate(month: month, isLeap: isLeap, day: day)
        (point.month, point.day) = (nil, nil)
      }
      if point.isOrthodox { point.feast = point.feast?.orthodox }
      return point.isEmpty ? nil : point
    }
  }
}
