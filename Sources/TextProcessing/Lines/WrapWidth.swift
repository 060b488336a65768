/// The width at which the lines of a text were broken, in columns.
struct WrapWidth: Equatable {
  /// What a line holds.
  var line: Int

  /// What the first line of a paragraph holds: less, where its indent was lost.
  var firstLine: Int

  /// Measures lines; nil when they were not broken, but hold a paragraph each.
  ///
  /// Broken lines are never much longer than the commonest long line, many are as long, and most of those end
  /// inside a sentence.
  init?(_ lines: [Line], in buffer: UnsafeBufferPointer<UInt8>, ignoringSpaces: Bool) {
    guard lines.count >= 4 else { return nil }
    var counts = [Int](repeating: 0, count: 260)
    var widths: [Int] = []
    widths.reserveCapacity(lines.count)
    for line in lines {
      // Three bytes are at most two columns, one byte is one.
      guard line.end - line.start < 600 else { return nil }
      let width = WrapWidth.columns(of: line, in: buffer).wide
      widths.append(width)
      counts[min(width, 259)] += 1
    }
    let long = counts.indices.dropFirst(24)
    guard let mode = long.max(by: { (counts[$0], $0) < (counts[$1], $1) }), counts[mode] >= 2 else {
      return nil
    }
    let near = widths.indices.filter { abs(widths[$0] - mode) <= 6 }
    let over = widths.count { $0 > mode + 6 }
    guard mode < 200, over * 50 <= lines.count, near.count >= 3, near.count * 4 >= lines.count else {
      return nil
    }
    let open = near.filter { !WrapWidth.endsSentence(lines[$0], in: buffer) }
    guard open.count * 3 >= near.count else { return nil }
    self.line = mode
    self.firstLine = mode
    // Lines behind a short one begin a paragraph; when they end early too, they lost their indent.
    let openings = near.filter { $0 > 0 && widths[$0 - 1] < mode - 10 }
    let early = openings.count { widths[$0] <= mode - 2 }
    if openings.count >= 2, early * 3 >= openings.count * 2 { self.firstLine = mode - 4 }
  }

  /// The columns that a line takes.
  static func columns(of line: Line, in buffer: UnsafeBufferPointer<UInt8>) -> (narrow: Int, wide: Int) {
    var (narrow, wide) = (line.indent, line.indent)
    var index = line.start
    while index < line.end {
      // From the ideographic space to the last Hanzi of three bytes, all are wide.
      if buffer[index] >= 0xE3, buffer[index] < 0xEF {
        narrow += 2
        wide += 2
        index += 3
        continue
      }
      let (scalar, length) = UTF8Reader.scalar(in: buffer, at: index)
      let width = CharacterClass.width(scalar)
      narrow += width.narrow
      wide += width.wide
      index += length
    }
    return (narrow, wide)
  }

  /// Whether a line ends with a full stop, perhaps with quotation marks or brackets behind it.
  private static func endsSentence(_ line: Line, in buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = line.end
    while end > line.start {
      var place = end - 1
      while place > line.start, buffer[place] & 0xC0 == 0x80 { place -= 1 }
      let scalar = UTF8Reader.scalar(in: buffer, at: place).value
      if CharacterClass.isSentenceEnd(scalar) { return true }
      guard scalar == 0x201D || scalar == 0x2019 || scalar == 0xFF09 else { return false }
      end = place
    }
    return false
  }
}
