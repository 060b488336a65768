/// A year as the cycles of stems, branches and animals name it: 癸卯年, 兔年, 农历癸卯兔年.
struct CyclicYear: Hashable {
  /// How often the name comes again: every 60 years, or every 12.
  var period: Int

  /// Its place in the cycle: 甲子 and 鼠 are 0.
  var place: Int

  /// Reads a name that takes up all the folded units, with 年 at its end or without; nil when it is none, or
  /// when its parts contradict each other (癸卯龙年).
  init?(_ units: ArraySlice<UInt16>) {
    var rest = units
    // 农历
    if rest.starts(with: [0x519C, 0x5386]) { rest = rest.dropFirst(2) }
    if rest.last == 0x5E74 { rest = rest.dropLast() }  // 年
    var animal: Int?
    if let last = rest.last, let place = Self.animals.firstIndex(of: last) {
      animal = place
      rest = rest.dropLast()
    }
    if rest.isEmpty, let animal {
      (period, place) = (12, animal)
      return
    }
    guard rest.count == 2, let stem = rest.first.flatMap(Self.stems.firstIndex(of:)),
      let branch = rest.last.flatMap(Self.branches.firstIndex(of:)), stem % 2 == branch % 2,
      animal == nil || animal == branch
    else { return nil }
    // The place that leaves `stem` by ten and `branch` by twelve.
    (period, place) = (60, (stem * 6 + 60 - branch * 5) % 60)
  }

  /// The year of that name that is nearest to another; of two as near, the earlier.
  func year(nearest year: Int) -> Int {
    let ahead = ((place - (year - 4)) % period + period) % period
    return ahead * 2 < period ? year + ahead : year + ahead - period
  }

  /// 甲乙丙丁戊己庚辛壬癸
  private static let stems: [UInt16] = [
    0x7532, 0x4E59, 0x4E19, 0x4E01, 0x620A, 0x5DF1, 0x5E9A, 0x8F9B, 0x58EC, 0x7678,
  ]

  /// 子丑寅卯辰巳午未申酉戌亥
  private static let branches: [UInt16] = [
    0x5B50, 0x4E11, 0x5BC5, 0x536F, 0x8FB0, 0x5DF3, 0x5348, 0x672A, 0x7533, 0x9149, 0x620C, 0x4EA5,
  ]

  /// 鼠牛虎兔龙蛇马羊猴鸡狗猪
  private static let animals: [UInt16] = [
    0x9F20, 0x725B, 0x864E, 0x5154, 0x9F99, 0x86C7, 0x9A6C, 0x7F8A, 0x7334, 0x9E21, 0x72D7, 0x732A,
  ]
}
