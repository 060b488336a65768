import DocumentModel
import TestSupport
import Testing

/// Texts that are nothing but a time, as one asks for it: they may know the hour, which a document does not.
@Suite("Queries")
struct QueryCorpus {
  private func interval(_ text: String, date: String) -> [TemporalExpression.Interval?] {
    Facts.found(in: text, date: date).mentions.map(\.value.time?.interval)
  }

  @Test(
    arguments: [
      ("未来48小时", "2021-06-14T01:06:40", "2021-06-16T01:06:39"),
      ("未来5年内", "2021-06-14T01:06:40", "2026-06-13"),
      ("近三个月", "2021-03-14", "2021-06-14T01:06:39"), ("上个小时", "2021-06-14T00:06:40", "2021-06-14T01:06:39"),
      ("还剩3小时", "2021-06-14T01:06:40", "2021-06-14T04:06:39"),
      ("过去的一周", "2021-06-07T01:06:40", "2021-06-14T01:06:39"),
      ("年底前", "2021-06-14T01:06:40", "2021-12-31"), ("去年至今", "2020-01-01", "2021-06-14T01:06:40"),
      ("半小时以后", "2021-06-14T01:36:40", nil), ("一分钟半以前", nil, "2021-06-14T01:05:09"),
      ("再过半个小时", "2021-06-14T01:36:40", nil), ("两分钟之前", "2021-06-14T01:04:00", "2021-06-14T01:05:59"),
    ] as [(String, String?, String?)])
  func asks(_ text: String, from start: String?, to end: String?) {
    #expect(interval(text, date: "2021-06-14T01:06:40") == [.init(start: start, end: end)], "\(text)")
  }

  @Test(arguments: [
    ("未来三年", "P3Y"), ("近三个月", "P3M less_than"), ("过去五年", "P5Y"), ("五年内", "P5Y"), ("两年前", "2021"),
  ])
  func measuresWhereThereIsOnlyADay(_ text: String, _ value: String) {
    #expect(Facts.values(of: .temporal, in: text) == [value])
  }

  @Test(arguments: [
    ("报告说未来48小时有雨", "PT48H"), ("车队三天之后到达", "2021-06-17"), ("目标是近三个月的", "P3M less_than"),
    ("年底前完工", "2021-12-31 before"),
    ("列车20天以后开行", "2021-07-04"),
  ])
  func leavesProse(_ text: String, _ value: String) {
    #expect(Facts.values(of: .temporal, in: text, date: "2021-06-14T01:06:40") == [value])
  }

  @Test(arguments: [
    ("晏昼三点踏三", "2023-05-19T15:15"), ("晏昼三点三个字", "2023-05-19T15:15"), ("下午三点一", "2023-05-19T15:05"),
    ("三点三个字", "2023-05-19T03:15"),
    ("去年八月十五", "2022-09-10"), ("2004年八月十五", "2004-08-15"), ("2021-09-12-11:23", "2021-09-12T11:23"),
    ("2018-12-1209:03", "2018-12-12T09:03"), ("农历元宵", "2024-02-24"), ("2013年赎罪日", "2013-09-14"),
    ("11/3号", "2023-11-03"),
    ("1月15号4点和2月3号9点之间", "2023-01-15T04:00/2023-02-03T09:00"),
  ])
  func readsShortForms(_ text: String, _ value: String) {
    #expect(Facts.values(of: .temporal, in: text) == [value])
  }

  @Test func takesTheNextDayOfItsNameWhereThatIsNearer() {
    #expect(Facts.values(of: .temporal, in: "1月15号", date: "2016-11-07") == ["2017-01-15"])
    #expect(Facts.values(of: .temporal, in: "大坝1月15日合龙", date: "2016-11-07") == ["2016-01-15"])
  }
}
