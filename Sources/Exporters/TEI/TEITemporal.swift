import DocumentModel

extension TEIValue {
  /// Spells a time.
  ///
  /// | value | TEI |
  /// |---|---|
  /// | `2013`, `2023-05-17` | `when` |
  /// | `2023-05-17T09:00` | `time when="2023-05-17T09:00:00"`, and the value as it is in `when-custom` |
  /// | `2021/2025`, `2013/..`, `../2013` | `from` and `to`, `from`, `to` |
  /// | `P10Y` | `type="duration" dur`; with an interval `from` and `to` as well |
  /// | `P2W`, `P0.5Y` (no durations of XML Schema) | `dur-iso` |
  /// | `P1Y` as a set | `type="set" dur` |
  /// | `199X`, `2023-H2`, `-0077`, `2023-05-16TAF`, `PAST_REF`, `XXXX-WXX-1` … | `when-custom`, and the interval |
  /// | anything with a modifier | the same: `when` says only what is exactly so; the modifier is `subtype` |
  /// | an interval | `notBefore` and `notAfter`; in years before 1 or after 9999 `notBefore-custom` … |
  /// | counted from a date | `datingPoint` at that date in the header; `cert="high"` when it is the document's, `"medium"` when it is one named before |
  ///
  /// So the value is `when-custom`, or else `dur`, `dur-iso`, `when`, or `from/to`.
  static func temporal(_ value: TemporalExpression, date: (String) -> String) -> TEIValue {
    var attributes: TEIAttributes = [:]
    if value.timex == .duration || value.timex == .set { attributes[.type] = value.timex.rawValue }
    attributes[.subtype] = value.modifier?.rawValue
    if let exact = exact(value) {
      attributes.merge(exact)
    } else {
      attributes[.whenCustom] = TEIName.word(value.value)
    }
    let isDated = [.when, .from, .to].contains { attributes[$0] != nil }
    if let interval = value.interval, !isDated {
      attributes.merge(bounds(interval, isSpan: value.timex == .duration))
    }
    if let anchor = value.anchor {
      attributes[.datingPoint] = date(anchor.date)
      attributes[.cert] = anchor.origin == .document ? "high" : "medium"
    }
    return TEIValue(element: value.timex == .time ? .time : .date, attributes: attributes)
  }

  /// The attributes of XML Schema's types that say just the value, if there are any.
  private static func exact(_ value: TemporalExpression) -> TEIAttributes? {
    let text = value.value
    if value.timex == .duration || value.timex == .set {
      if W3CDate.isDuration(text) { return [.dur: text] }
      return W3CDate.isISODuration(text) ? [.durISO: text] : nil
    }
    guard value.modifier == nil else { return nil }
    if let when = W3CDate.attribute(text) { return [.when: when, .whenCustom: when == text ? nil : text] }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 2 else { return nil }
    let from = W3CDate.attribute(ends[0])
    let to = W3CDate.attribute(ends[1])
    guard from != nil || to != nil, from != nil || ends[0] == "..", to != nil || ends[1] == ".." else {
      return nil
    }
    let isVerbatim = (from ?? "..") == ends[0] && (to ?? "..") == ends[1]
    return [.from: from, .to: to, .whenCustom: isVerbatim ? nil : text]
  }

  private static func bounds(_ interval: TemporalExpression.Interval, isSpan: Bool) -> TEIAttributes {
    let start = interval.start.flatMap(W3CDate.attribute)
    let end = interval.end.flatMap(W3CDate.attribute)
    let names: (TEIAttribute, TEIAttribute) = isSpan ? (.from, .to) : (.notBefore, .notAfter)
    let custom: (TEIAttribute, TEIAttribute) =
      isSpan ? (.fromCustom, .toCustom) : (.notBeforeCustom, .notAfterCustom)
    return [
      names.0: start, names.1: end, custom.0: start == nil ? interval.start.map(TEIName.word) : nil,
      custom.1: end == nil ? interval.end.map(TEIName.word) : nil,
    ]
  }
}
