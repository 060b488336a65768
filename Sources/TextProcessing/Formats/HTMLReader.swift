/// Takes the main text out of a page of HTML, or the items out of a feed.
///
/// The main text is what the element holds that has the most sentences in it and the fewest links.
struct HTMLReader {
  private typealias Block = HTMLScanner.Block

  private let text: MappedText
  private let blocks: [Block]
  private var builder: TextBuilder
  private var hint = 0
  private var documentStarts: [Int] = []

  /// The plain text of a page, a paragraph a line.
  static func plain(_ source: MappedText) -> MappedText {
    let (text, blocks) = HTMLScanner.scan(source)
    var reader = HTMLReader(text, blocks)
    reader.write()
    var plain = reader.builder.text()
    if reader.documentStarts.count > 1 { plain.documentStarts = reader.documentStarts }
    plain.linesAreParagraphs = true
    return plain
  }

  private init(_ text: MappedText, _ blocks: [Block]) {
    self.text = text
    self.blocks = blocks
    self.builder = TextBuilder(capacity: text.bytes.count)
  }

  private mutating func write() {
    guard let last = blocks.last(where: { $0.item > 0 }), last.item > 0 else { return write(blocks[...]) }
    var start = blocks.firstIndex { $0.item > 0 } ?? 0
    while start < blocks.count {
      let item = blocks[start].item
      let end = blocks[start...].firstIndex { $0.item != item } ?? blocks.count
      if item > 0 {
        documentStarts.append(builder.bytes.count)
        write(blocks[start..<end])
      }
      start = end
    }
  }

  /// Writes the title, the source line, and the main text of some blocks.
  private mutating func write(_ blocks: ArraySlice<Block>) {
    let main = mainRange(of: blocks)
    var written: [ArraySlice<UInt32>] = []
    if let title = title(of: blocks, before: main.lowerBound) {
      append(title)
      written.append(scalars(title)[...])
    }
    if let source = blocks[..<main.lowerBound].last(where: { isSource($0) }) {
      append(source.range)
      written.append(scalars(source.range)[...])
    }
    for block in blocks[main] where !block.isTitle || block.item == 0 {
      guard block.linked * 2 <= block.count, !block.isChrome || main.count == blocks.count else { continue }
      let line = scalars(block.range)[...]
      if line.count < 120, written.contains(line) { continue }
      append(block.range)
    }
  }

  /// From the first to the last block of the element with the most text.
  private func mainRange(of blocks: ArraySlice<Block>) -> Range<Int> {
    var sums: [Int: Int] = [:]
    var best = 0
    var parent: Int?
    for block in blocks where isProse(block) {
      sums[block.parent, default: 0] += block.count
      let sum = sums[block.parent] ?? 0
      if sum > best {
        best = sum
        parent = block.parent
      }
    }
    guard let parent, let first = blocks.firstIndex(where: { $0.parent == parent && !$0.isTitle }),
      let last = blocks.lastIndex(where: { $0.parent == parent })
    else { return blocks.startIndex..<blocks.endIndex }
    return first..<last + 1
  }

  /// Whether a block is running text.
  private func isProse(_ block: Block) -> Bool {
    guard block.count >= 10, !block.isChrome, !block.isTitle, block.linked * 3 <= block.count else {
      return false
    }
    return scalars(block.range).contains {
      $0 == 0x3002 || $0 == 0xFF0C || $0 == 0xFF1B || $0 == 0xFF01 || $0 == 0x2E
    }
  }

  private func isSource(_ block: Block) -> Bool {
    block.count < 90 && SourceLine(scalars(block.range)[...])?.hasLabel ?? false
  }

  /// The title without the label before it and the site's name behind it.
  private func title(of blocks: ArraySlice<Block>, before main: Int) -> Range<Int>? {
    let titles = blocks.filter { $0.isTitle }
    guard
      let block = titles.last(where: { $0.count > 4 && $0.range.lowerBound < blocks.endIndex })
        ?? titles.first
    else { return nil }
    let first = titles.first ?? block
    var range = (block.item == 0 ? (titles.count > 1 ? block : first) : first).range
    var line = scalars(range)[...]
    if line.first == 0x5B || line.first == 0x3010,
      let close = line.firstIndex(where: { $0 == 0x5D || $0 == 0x3011 }),
      close < 12, close + 1 < line.count
    {
      range = range.lowerBound + bytes(line[...close])..<range.upperBound
      line = line[(close + 1)...]
    }
    if let cut = line.firstIndex(where: { $0 == 0x5F || $0 == 0x7C }), cut > line.startIndex + 3 {
      range = range.lowerBound..<range.lowerBound + bytes(line[..<cut])
    }
    return range
  }

  private func bytes(_ scalars: ArraySlice<UInt32>) -> Int {
    scalars.reduce(0) { $0 + UTF8Reader.length(of: $1) }
  }

  private func scalars(_ range: Range<Int>) -> [UInt32] {
    LineText.scalars(of: text.bytes.buffer, from: range.lowerBound, to: range.upperBound)
  }

  private mutating func append(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = UTF8Reader.scalar(in: text.bytes.buffer, at: index)
      let place = text.place(of: index, length: length, hint: &hint)
      builder.append(scalar, source: place.source, width: place.width)
      index += length
    }
    builder.append(
      0x0A, source: text.place(of: max(range.lowerBound, index - 1), length: 1, hint: &hint).source, width: 0)
  }
}
