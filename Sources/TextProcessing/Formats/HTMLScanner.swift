/// Reads HTML, and XML that is like it, into blocks of text. Nothing is required of the markup.
struct HTMLScanner {
  /// A stretch of text that stands by itself.
  struct Block {
    /// Its bytes in the text.
    var range: Range<Int>

    /// How many of its characters are links.
    var linked: Int

    /// How many characters it has.
    var count: Int

    /// The number of the element around it.
    var parent: Int

    /// Whether it is the page's title, as `title` or `h1` gives it.
    var isTitle: Bool

    /// Whether it stands in a menu, a foot or the like.
    var isChrome: Bool

    /// The number of the item of a feed that it stands in, from 1; 0 outside.
    var item: Int
  }

  private let source: MappedText
  private let buffer: UnsafeBufferPointer<UInt8>
  private var builder: TextBuilder
  private var blocks: [Block] = []
  private var hint = 0
  private var blockStart = 0
  private var linked = 0
  private var count = 0
  private var pendingSpace: Int?
  private var pendingBreak = false
  private var lastScalar: UInt32 = 0
  private var stack: [(tag: HTMLTag.Name, number: Int)] = []
  private var elements = 0
  private var links = 0
  private var titles = 0
  private var chrome = 0
  private var items = 0
  private var isInItem = false

  /// The text of a page and its blocks.
  static func scan(_ source: MappedText) -> (text: MappedText, blocks: [Block]) {
    var scanner = HTMLScanner(source)
    scanner.scan()
    return (scanner.builder.text(), scanner.blocks)
  }

  private init(_ source: MappedText) {
    self.source = source
    self.buffer = source.bytes.buffer
    self.builder = TextBuilder(capacity: source.bytes.count / 2)
  }

  private mutating func scan() {
    var index = source.start
    let end = buffer.count
    while index < end {
      let byte = buffer[index]
      if byte == 0x3C, let tag = HTMLTag(buffer, at: index) {
        index = tag.end
        handle(tag, &index)
      } else if byte == 0x26, let entity = HTMLEntities.scalar(in: buffer, at: index, end: end) {
        let place = source.place(of: index, length: 1, hint: &hint).source
        let last = source.place(of: index + entity.length - 1, length: 1, hint: &hint)
        append(entity.scalar, source: place, width: last.source + last.width - place)
        index += entity.length
      } else if byte <= 0x20 {
        pendingSpace = pendingSpace ?? index
        if byte == 0x20 { pendingSpace = buffer[pendingSpace ?? index] == 0x20 ? pendingSpace : index }
        if byte == 0x0A { pendingBreak = true }
        index += 1
      } else {
        let (scalar, length) = UTF8Reader.scalar(in: buffer, at: index)
        let place = source.place(of: index, length: length, hint: &hint)
        append(scalar, source: place.source, width: place.width)
        index += length
      }
    }
    endBlock()
  }

  // MARK: Text

  private mutating func append(_ scalar: UInt32, source place: Int, width: Int) {
    if let space = pendingSpace, count > 0 { appendSpace(at: space, before: scalar) }
    pendingSpace = nil
    pendingBreak = false
    builder.append(
      scalar == 0x0A || scalar == 0x0D || scalar == 0x0C ? 0x20 : scalar, source: place, width: width)
    lastScalar = scalar
    count += 1
    if links > 0 { linked += 1 }
  }

  /// One space for all white space between two characters, but none where a line was broken between Hanzi.
  private mutating func appendSpace(at space: Int, before scalar: UInt32) {
    if pendingBreak, lastScalar >= 0x2000, scalar >= 0x2000 { return }
    let place = source.place(of: space, length: 1, hint: &hint)
    builder.append(0x20, source: place.source, width: buffer[space] == 0x20 ? place.width : 0)
    count += 1
  }

  private mutating func endBlock() {
    pendingSpace = nil
    pendingBreak = false
    if count > 0 {
      blocks.append(
        Block(
          range: blockStart..<builder.bytes.count, linked: linked, count: count, parent: parent(),
          isTitle: titles > 0, isChrome: chrome > 0, item: isInItem ? items : 0))
    }
    blockStart = builder.bytes.count
    linked = 0
    count = 0
  }

  /// The element that holds the paragraph.
  private func parent() -> Int {
    stack.last { !$0.tag.isParagraph }?.number ?? 0
  }

  // MARK: Tags

  private mutating func handle(_ tag: HTMLTag, _ index: inout Int) {
    guard let name = tag.name else { return }
    if name.isRaw, !tag.isClosing, !tag.isEmpty {
      index = HTMLTag.end(of: name, in: buffer, from: index)
      return
    }
    if name == .a {
      links = max(0, links + (tag.isClosing ? -1 : tag.isEmpty ? 0 : 1))
      return
    }
    guard !name.isInline else { return }
    endBlock()
    if name == .br || tag.isEmpty { return }
    if tag.isClosing { close(name) } else { open(name) }
  }

  private mutating func open(_ name: HTMLTag.Name) {
    guard !name.isVoid, stack.count < 400 else { return }
    if name == .p, stack.last?.tag == .p { close(.p) }
    elements += 1
    stack.append((name, elements))
    count(name, by: 1)
    if name == .item {
      items += 1
      isInItem = true
    }
  }

  private mutating func close(_ name: HTMLTag.Name) {
    guard let place = stack.lastIndex(where: { $0.tag == name }), stack.count - place <= 40 else { return }
    for element in stack[place...] { count(element.tag, by: -1) }
    stack.removeSubrange(place...)
    links = 0
    if name == .item { isInItem = false }
  }

  private mutating func count(_ name: HTMLTag.Name, by step: Int) {
    if name == .title || name == .h1 { titles += step }
    if name.isChrome { chrome += step }
  }
}
