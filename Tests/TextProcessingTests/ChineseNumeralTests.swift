import DocumentModel
import Testing

@testable import TextProcessing

@Suite("Numerals")
struct ChineseNumeralTests {
  static let normalizer = Normalizer()

  /// What a numeral is read as: `260`, `20..90`, with `more` or `at least` behind it; nil when it is none.
  static func reading(_ text: String) -> String? {
    let units = normalizer.fold(text)
    guard let numeral = ChineseNumeral.read(units[...]) else { return nil }
    var reading = "\(numeral.low)"
    if let high = numeral.high { reading += "..\(high)" }
    if numeral.isMore { reading += " more" }
    if numeral.isAtLeast { reading += " at least" }
    return reading
  }

  @Test(arguments: [
    ("0", ["0", "〇", "零", "○"]), ("7", ["7", "７", "七", "柒"]), ("10", ["10", "十", "一十", "拾"]),
    ("12", ["12", "十二", "一十二", "拾贰"]), ("20", ["二十", "20"]), ("99", ["九十九"]),
    ("105", ["105", "一百零五", "一百〇五", "壹佰零伍"]), ("110", ["一百一十", "一百一"]), ("200", ["两百", "二百"]),
    ("1005", ["一千零五"]), ("1050", ["一千零五十"]), ("3500", ["三千五百", "三千五", "3500", "3，500", "３５００"]),
    ("10000", ["一万", "1万", "万"]), ("35000", ["三万五", "三万五千", "3.5万", "3万5千"]),
    ("30005", ["三万零五"]), ("100500", ["十万零五百"]), ("8495000", ["849万5千"]),
    ("100000000", ["一亿", "1亿", "亿"]), ("26000000000", ["260亿", "二百六十亿"]),
    ("1200000000000", ["1.2万亿", "1万2千亿", "一万二千亿", "1.2兆"]), ("10300000000000", ["10万3000亿"]),
    ("1074000000", ["10亿7400万", "十亿七千四百万"]), ("163000000", ["1亿6300万"]),
    ("27203319000", ["27,203,319,000", "２７，２０３，３１９，０００"]), ("182900000000", ["一千八百二十九亿"]),
    ("10000000000000000", ["一亿亿", "1亿亿"]), ("57000000000000", ["57万亿", "五十七万亿"]),
    ("2023", ["二〇二三", "二零二三", "二○二三", "二0二三", "2023"]),
    ("1949", ["一九四九"]), ("77.5", ["七七·五", "七十七点五", "77.5"]), ("0.8", ["零点八", "0.8"]),
    ("3.14", ["三点一四"]), ("5.8", ["5·8", "5．8"]), ("3644", ["3、644", "三、六四四"]),
    ("22", ["廿二", "二二"]), ("31", ["卅一"]), ("43", ["卌三"]), ("111", ["一一一"]), ("2730000", ["二七三万"]),
    ("17000000", ["一七〇〇万"]), ("39.7", ["三九·七"]), ("178.6", ["一七八·六"]), ("12345678", ["一二、三四五、六七八"]),
    ("10111", ["一万零百一十一", "一万零一百一十一"]), ("1200000", ["百二万", "一百二十万", "120万"]), ("1100", ["千一", "一千一"]),
    ("19000", ["万九", "1万9"]), ("500014600", ["5亿1万4千6百"]), ("1020", ["1千零20"]),
    ("200000000", ["两个亿", "2个亿"]),
    ("55001200045200", ["五十五兆一十二亿四万五千二"]), ("4569831148725382", ["四千五百六十九万八千三百一十一亿四千八百七十二万五千三百八十二"]),
    ("20000000000000", ["二十万亿"]), ("3000000000000000", ["3千万亿"]), ("400000000", ["四万万"]),
    ("34507", ["参万肆仟伍佰零柒"]),
    ("0.0000000000001", ["零点零零零零零零零零零零零零一"]), ("250", ["二百五"]), ("22000", ["2万2000", "二万二"]),
  ])
  func reads(_ number: String, from numerals: [String]) {
    for numeral in numerals { #expect(Self.reading(numeral) == number, "\(numeral)") }
  }

  @Test(arguments: [
    ("3000000 more", ["300多万", "300余万", "三百多万"]), ("10 more", ["10余", "十余", "10多", "十多"]),
    ("2100 more", ["2100多"]), ("1400000000 more", ["14亿多", "14亿余"]), ("100..1000", ["数百", "几百"]),
    ("1000..10000", ["数千", "几千"]), ("2..9", ["几", "数"]), ("10..100", ["几十", "数十"]),
    ("100000..1000000", ["几十万", "数十万"]), ("2..3", ["两三", "三两"]), ("1000000000..2000000000", ["十几亿"]),
    ("3200000..3300000", ["三百二十几万"]), ("200000..300000", ["二三十万"]), ("120..130", ["一百二三十"]),
    ("110 more", ["百十来", "百十多"]), ("5..6", ["五六"]), ("3..5", ["三五"]),
    ("200..300", ["两三百"]), ("11..19", ["十几"]), ("21..29", ["二十几"]), ("17..18", ["十七八"]),
    ("1000 at least", ["上千"]), ("10000 at least", ["上万"]), ("100000000 at least", ["上亿"]),
  ])
  func reads(vague number: String, from numerals: [String]) {
    for numeral in numerals { #expect(Self.reading(numeral) == number, "\(numeral)") }
  }

  @Test(arguments: [
    "", "元", "一带", "上", "上三", "1.2.3", "1,23", "12,3456,789", "3.5,000", "1,", ".5", "5.", "3 5", "A1", "点五",
    "一点",
    "12三", "1,2345", "千百", "三百二百", "二三四百", "万千", "十百", "三、六四", "亿万", "上亿万", "1.27亿65", "1亿65", "一百零", "五百百",
    "9999999999999999999999999999999", "万亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿甲",
  ])
  func rejects(_ text: String) {
    #expect(Self.reading(text) == nil, "\(text)")
  }

  @Test func wholeNumbersAreNeitherVagueNorBroken() {
    let integer = { (text: String) in ChineseNumeral.integer(Self.normalizer.fold(text)[...]) }
    #expect(integer("二〇二三") == 2023)
    #expect(integer("三十一") == 31)
    #expect(integer("几十") == nil)
    #expect(integer("300多") == nil)
    #expect(integer("上千") == nil)
    #expect(integer("3.5") == nil)
    #expect(integer("10000000000亿亿") == nil)
  }

  @Test func everyNumberBelowTenThousandIsReadInEveryStyle() {
    for number in 1..<10_000 {
      let grouped =
        number < 1_000 ? "\(number)" : "\(number / 1_000),\(String(number % 1_000 + 1_000).dropFirst())"
      let wrong = [String(number), Self.spelled(number), grouped].filter {
        Self.reading($0) != String(number)
      }
      #expect(wrong == [])
    }
  }

  /// A number below 10000 in Hanzi, as one says it.
  static func spelled(_ number: Int) -> String {
    let digits = Array("零一二三四五六七八九")
    var spelled = ""
    var isGap = false
    for (scale, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / scale % 10
      if digit == 0 {
        isGap = !spelled.isEmpty
        continue
      }
      if isGap { spelled += "零" }
      isGap = false
      spelled += (digit == 1 && scale == 10 && spelled.isEmpty ? "" : String(digits[digit])) + name
    }
    return spelled
  }
}
