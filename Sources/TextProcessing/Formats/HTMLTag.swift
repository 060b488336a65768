/// A tag, comment or other markup between angle brackets.
struct HTMLTag {
  /// The names that the reader treats apart.
  enum Name: String {
    case a, b, i, u, s, q, em, p, br, hr, h1, tr, td, th, li, dd, dt
    case strong, span, font, sub, sup, small, big, mark, abbr, code, img, label, cite, time, wbr, ins, del,
      center
    case script, style, noscript, template, svg, iframe, select, button, textarea, object, title, meta, link,
      input
    case nav, footer, aside, form, header
    case item, entry
    case h2, h3, h4, h5, h6, pre, blockquote
    case block

    /// Text goes on around it.
    var isInline: Bool {
      switch self {
      case .b, .i, .u, .s, .q, .em, .strong, .span, .font, .sub, .sup, .small, .big, .mark, .abbr, .code,
        .img,
        .label, .cite, .time, .wbr, .ins, .del, .meta, .link, .input:
        true
      default: false
      }
    }

    /// What it holds is no text of the page.
    var isRaw: Bool {
      switch self {
      case .script, .style, .noscript, .template, .svg, .iframe, .select, .button, .textarea, .object: true
      default: false
      }
    }

    /// What it holds is about the site, not the text.
    var isChrome: Bool { self == .nav || self == .footer || self == .aside || self == .form }

    /// It has no content.
    var isVoid: Bool { self == .br || self == .hr || self == .img || self == .input || self == .meta }

    /// It is a paragraph, so that what stands around it holds the text.
    var isParagraph: Bool {
      switch self {
      case .p, .h1, .h2, .h3, .h4, .h5, .h6, .li, .blockquote, .pre, .center, .title: true
      default: false
      }
    }
  }

  /// The name; nil for comments, declarations and the brackets of CDATA.
  let name: Name?

  /// Whether it ends an element.
  let isClosing: Bool

  /// Whether it ends itself: `<br/>`.
  let isEmpty: Bool

  /// The offset behind it.
  let end: Int

  /// Reads the markup at an opening bracket; nil when the bracket stands for itself.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard index + 1 < bytes.count else { return nil }
    let next = bytes[index + 1]
    if next == 0x21 || next == 0x3F {
      name = nil
      isClosing = false
      isEmpty = true
      if HTMLTag.starts("<!--", bytes, index) {
        end = HTMLTag.find("-->", bytes, index + 4).map { $0 + 3 } ?? bytes.count
      } else if HTMLTag.starts("<![CDATA[", bytes, index) {
        end = index + 9
      } else {
        end = HTMLTag.bracket(bytes, from: index + 2)
      }
      return
    }
    isClosing = next == 0x2F
    var place = index + (isClosing ? 2 : 1)
    let start = place
    while place < bytes.count, place - start < 24, HTMLTag.isNamePart(bytes[place]) { place += 1 }
    guard place > start, !(0x30...0x39).contains(bytes[start]) else { return nil }
    var text = ""
    for byte in bytes[start..<place] {
      text.unicodeScalars.append(Unicode.Scalar(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte))
    }
    name = Name(rawValue: text == "entry" ? "item" : text) ?? .block
    end = HTMLTag.bracket(bytes, from: place)
    isEmpty = end - 2 > index && bytes[end - 2] == 0x2F
  }

  /// Behind the end of a raw element's content and its closing tag; without one, all the rest is its content.
  static func end(of name: Name, in bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
    var place = index
    let word = Array(name.rawValue.utf8)
    while let hit = LineScanner.find(0x3C, in: bytes, from: place, to: bytes.count) {
      if hit + 2 + word.count <= bytes.count, bytes[hit + 1] == 0x2F,
        bytes[(hit + 2)..<(hit + 2 + word.count)].elementsEqual(word, by: { $0 | 0x20 == $1 })
      {
        return bracket(bytes, from: hit + 2 + word.count)
      }
      place = hit + 1
    }
    return bytes.count
  }

  /// Behind the bracket that ends a tag; a bracket inside a quoted attribute does not, if the quotes are in order.
  private static func bracket(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var quote: UInt8 = 0
    for index in start..<min(start + 1024, bytes.count) {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x3E {
        return index + 1
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      }
    }
    return LineScanner.find(0x3E, in: bytes, from: start, to: bytes.count).map { $0 + 1 } ?? bytes.count
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x3A, 0x2D, 0x5F: true
    default: false
    }
  }

  private static func starts(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool
  {
    guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { bytes[index + $0] == word.utf8Start[$0] }
  }

  private static func find(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var index = start
    while let hit = LineScanner.find(word.utf8Start[0], in: bytes, from: index, to: bytes.count) {
      if starts(word, bytes, hit) { return hit }
      index = hit + 1
    }
    return nil
  }
}
