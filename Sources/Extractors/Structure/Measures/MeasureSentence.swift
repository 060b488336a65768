import DocumentModel

/// What a sentence has said so far.
struct MeasureSentence {
  var readings: [MeasureReading] = []
  var period: Int?
  /// Where the readings of the present clause begin.
  var clauseStart = 0
  /// Whether the clause before the present one holds a figure, and nothing stands between that parts them.
  var isContinued = false
  /// The basis said in a clause of its own: 按可比价格计算.
  var basis: Span?
  /// The figure that counts those of which the clause tells a part.
  var whole: MeasureReading?
  /// The clause before the present one, when it holds no figure: 水电数量最多，|达到3亿个.
  var lead: Range<Int>?
  /// The reading that a change starts from.
  var origin: Int?

  mutating func reset() {
    readings.removeAll(keepingCapacity: true)
    period = nil
    isContinued = false
    basis = nil
    whole = nil
    lead = nil
    origin = nil
  }
}
