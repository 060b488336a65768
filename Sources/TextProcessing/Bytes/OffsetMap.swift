/// Leads from the bytes of a text in UTF-8 back to the bytes that its characters were read from.
///
/// Like a ``SourceMap``, but for bytes: a run holds neighbouring characters of one length here and one width
/// there. Characters that do not stand in the source have the width 0.
struct OffsetMap: Sendable {
  private struct Run: Sendable {
    var text: Int
    var source: Int
    var length: Int
    var width: Int
  }

  private var runs: [Run] = []
  private var end = 0
  private var sourceEnd = 0

  /// Maps the next character, `length` bytes of UTF-8, to `width` bytes at `source`.
  mutating func append(length: Int, source: Int, width: Int) {
    if let last = runs.last, last.length == length, last.width == width, width == 0 || sourceEnd == source {
      end += length
      sourceEnd = source + width
      return
    }
    runs.append(Run(text: end, source: source, length: length, width: width))
    end += length
    sourceEnd = source + width
  }

  /// The place in the source of the character that begins at a byte; `hint` carries the search along.
  func place(of offset: Int, hint: inout Int) -> (source: Int, width: Int) {
    guard offset < end, !runs.isEmpty else { return (sourceEnd, 0) }
    if hint >= runs.count || runs[hint].text > offset { hint = 0 }
    if hint + 1 < runs.count, runs[hint + 1].text <= offset {
      hint += 1
      if hint + 1 < runs.count, runs[hint + 1].text <= offset {
        var low = hint + 1
        var high = runs.count
        while high - low > 1 {
          let middle = (low + high) / 2
          if runs[middle].text <= offset { low = middle } else { high = middle }
        }
        hint = low
      }
    }
    let run = runs[hint]
    return (run.source + (offset - run.text) / run.length * run.width, run.width)
  }
}
