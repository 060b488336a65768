internal import DocumentModel

/// Makes a document's text of its lines: joins them, cuts those that hold several paragraphs, and keeps the way
/// back to the bytes.
struct DocumentAssembler {
  /// A text in paragraphs that have no parts to play yet.
  struct Draft {
    var text: DocumentText
    var paragraphs: [Paragraph]
    var breaks: [Break]
    var bytes: ByteRange
  }

  private struct Piece {
    var range: Range<Int>
    var offset: Int
    var line: Int
    var join: LineJoiner.Join
  }

  private let source: MappedText
  private let profile: TextProfile

  init(_ source: MappedText, profile: TextProfile) {
    self.source = source
    self.profile = profile
  }

  /// The text of the lines of one document.
  func draft(of lines: [Line]) -> Draft {
    let buffer = source.bytes.buffer
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(lines.count)
    let length = (lines.last?.end ?? 0) - (lines.first?.start ?? 0)
    let scalars = [UInt32](unsafeUninitializedCapacity: length) { scalars, count in
      for line in lines {
        let start = count
        LineText.read(buffer, from: line.start, to: line.end, into: scalars, at: &count)
        ranges.append(start..<count)
      }
    }
    return compose(pieces(of: lines, ranges: ranges, scalars: scalars), scalars: scalars, lines: lines)
  }

  /// The draft of a text that is one document.
  ///
  /// Without a line break it stays as it is, with the blanks around it.
  static func wholeDraft(of text: MappedText) -> Draft {
    let buffer = text.bytes.buffer
    let hasBreaks = [0x0A, 0x0D].contains {
      LineScanner.find($0, in: buffer, from: text.start, to: buffer.count) != nil
    }
    guard !hasBreaks else {
      let profile = TextProfile(text)
      var scanner = LineScanner(text, pageMark: profile.pageMark)
      var lines: [Line] = []
      while let line = scanner.next() { lines.append(line) }
      return DocumentAssembler(text, profile: profile).draft(of: lines)
    }
    guard text.start < buffer.count else {
      return Draft(text: DocumentText(""), paragraphs: [], breaks: [], bytes: ByteRange(0, 0))
    }
    let scalars = LineText.scalars(of: buffer, from: text.start, to: buffer.count)
    var map = SourceMap()
    var offset = text.start
    var hint = 0
    for scalar in scalars {
      let length = UTF8Reader.length(of: scalar)
      let place = text.place(of: offset, length: length, hint: &hint)
      map.append(source: place.source, width: place.width)
      offset += length
    }
    let paragraph = Paragraph(role: .body, span: Span(0, scalars.count))
    return Draft(
      text: DocumentText(scalars: scalars, sourceMap: map), paragraphs: [paragraph], breaks: [],
      bytes: ByteRange(0, 0))
  }

  private func pieces(of lines: [Line], ranges: [Range<Int>], scalars: [UInt32]) -> [Piece] {
    if let wrap = wrap(of: lines) {
      let joiner = LineJoiner(
        lines, texts: ranges.map { scalars[$0] }, wrap: wrap, isSpaced: profile.isSpaced)
      return zip(ranges.indices, joiner.joins()).map { index, join in
        Piece(range: ranges[index], offset: lines[index].start, line: index, join: join)
      }
    }
    var pieces: [Piece] = []
    pieces.reserveCapacity(lines.count)
    for (index, range) in ranges.enumerated() {
      let text = scalars[range]
      let isHead = pieces.count < 4
      let cuts = GluedLine.isWhole(text, isHead: isHead) ? [] : GluedLine.parts(of: text, isHead: isHead)
      if cuts.count < 2 {
        pieces.append(Piece(range: range, offset: lines[index].start, line: index, join: .paragraph))
        continue
      }
      var offset = lines[index].start
      var place = range.lowerBound
      for cut in cuts {
        while place < cut.lowerBound {
          offset += UTF8Reader.length(of: scalars[place])
          place += 1
        }
        pieces.append(Piece(range: cut, offset: offset, line: index, join: .paragraph))
      }
    }
    return pieces
  }

  /// The width the lines were broken at: the file's, if the document keeps to it, or else its own.
  private func wrap(of lines: [Line]) -> WrapWidth? {
    guard !source.linesAreParagraphs, !lines.contains(where: { $0.end - $0.start >= 600 }) else { return nil }
    if let wrap = profile.wrap,
      lines.allSatisfy({ WrapWidth.columns(of: $0, in: source.bytes.buffer).narrow <= wrap.line + 8 })
    {
      return wrap
    }
    guard lines.count >= 8 else { return nil }
    return WrapWidth(lines, in: source.bytes.buffer, ignoringSpaces: profile.pageMark == .leadingSpace)
  }

  private func compose(_ pieces: [Piece], scalars: [UInt32], lines: [Line]) -> Draft {
    var text: [UInt32] = []
    text.reserveCapacity(scalars.count + pieces.count)
    var map = SourceMap()
    // Digits and line ends begin runs; a few more than usual cost less than growing does.
    map.reserveCapacity(scalars.count / 16 + pieces.count)
    var paragraphs: [Paragraph] = []
    paragraphs.reserveCapacity(pieces.count)
    var breaks: [Break] = []
    var hint = 0
    var end = 0
    for (number, piece) in pieces.enumerated() {
      let line = lines[piece.line]
      let isLineStart = piece.offset == line.start
      if number > 0 {
        switch piece.join {
        case .paragraph: separate(&text, &map, from: end, to: piece.offset, hint: &hint)
        case .space:
          text.append(0x20)
          map.append(source: source.place(of: end, length: 0, hint: &hint).source, width: 0)
        case .direct: break
        }
      }
      let start = text.count
      if isLineStart, let page = line.startsPage {
        breaks.append(Break(.page, offset: start, page: page))
      } else if number > 0, piece.join != .paragraph {
        breaks.append(Break(.line, offset: start))
      }
      end = copy(scalars[piece.range], at: piece.offset, into: &text, &map, hint: &hint)
      if piece.join == .paragraph || number == 0 {
        paragraphs.append(Paragraph(role: .body, span: Span(start, text.count), page: line.page))
      } else {
        paragraphs[paragraphs.count - 1].span.end = text.count
      }
    }
    var range = ByteRange(0, 0)
    if let first = lines.first, let last = lines.last {
      range.start = source.place(of: first.start, length: 1, hint: &hint).source
      let lastScalar = lastOffset(of: last)
      let place = source.place(of: lastScalar, length: last.end - lastScalar, hint: &hint)
      range.end = place.source + place.width
    }
    return Draft(
      text: DocumentText(scalars: text, sourceMap: map), paragraphs: paragraphs, breaks: breaks, bytes: range)
  }

  /// Copies scalars that stand side by side from an offset on; returns the offset behind them.
  private func copy(
    _ scalars: ArraySlice<UInt32>, at offset: Int, into text: inout [UInt32], _ map: inout SourceMap,
    hint: inout Int
  ) -> Int {
    text.append(contentsOf: scalars)
    var offset = offset
    if source.map == nil {
      scalars.withUnsafeBufferPointer { scalars in
        var index = 0
        while index < scalars.count {
          let start = index
          let length = UTF8Reader.length(of: scalars[index])
          let (first, count) = UTF8Reader.scalars(ofLength: length)
          repeat { index += 1 } while index < scalars.count && scalars[index] &- first < count
          map.append(source: source.base + offset, width: length, count: index - start)
          offset += (index - start) * length
        }
      }
      return offset
    }
    for scalar in scalars {
      let length = UTF8Reader.length(of: scalar)
      let place = source.place(of: offset, length: length, hint: &hint)
      map.append(source: place.source, width: place.width)
      offset += length
    }
    return offset
  }

  /// Puts in the line feed between two paragraphs; it leads to the source's own, if one stands between them.
  private func separate(
    _ text: inout [UInt32], _ map: inout SourceMap, from end: Int, to start: Int, hint: inout Int
  ) {
    text.append(0x0A)
    if let feed = LineScanner.find(0x0A, in: source.bytes.buffer, from: end, to: start) {
      let place = source.place(of: feed, length: 1, hint: &hint)
      map.append(source: place.source, width: place.width)
    } else {
      map.append(source: source.place(of: end, length: 0, hint: &hint).source, width: 0)
    }
  }

  private func lastOffset(of line: Line) -> Int {
    var place = line.end - 1
    while place > line.start, source.bytes.buffer[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }
}
