import DocumentModel

/// An extraction drawn by hand: paragraphs with marks for breaks, facts found by their surface.
///
/// In a paragraph's text `|` is a line break of the source, `‖` a page break, and `_|` a line break where
/// the reader put in a space.
struct Sketch {
  var document: Document
  var mentions: [Mention] = []
  var lists: [NumberedList] = []
  var entities: [Entity] = []

  init(_ id: String, _ kind: Document.Kind, _ paragraphs: [(Paragraph.Role, String)]) {
    var scalars: [UInt32] = []
    var map = SourceMap()
    var spans: [Paragraph] = []
    var breaks: [Break] = []
    var page = 1
    var byte = 0
    func put(_ scalar: Unicode.Scalar, width: Int) {
      scalars.append(scalar.value)
      map.append(source: byte, width: width)
      byte += width
    }
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { put("\n", width: 1) }
      let start = scalars.count
      let firstPage = page
      for scalar in paragraph.1.unicodeScalars {
        switch scalar {
        case "|":
          breaks.append(Break(.line, offset: scalars.count))
          byte += 1
        case "‖":
          page += 1
          breaks.append(Break(.page, offset: scalars.count, page: page))
          byte += 1
        case "_": put(" ", width: 0)
        default: put(scalar, width: UTF8.width(scalar))
        }
      }
      spans.append(Paragraph(role: paragraph.0, span: Span(start, scalars.count), page: firstPage))
    }
    document = Document(
      id: id,
      source: Source(
        path: "in/文件.txt", sha256: String(repeating: "0123456789abcdef", count: 4), encoding: "utf-8",
        bytes: ByteRange(0, byte)),
      text: DocumentText(scalars: scalars, sourceMap: map), paragraphs: spans, breaks: breaks)
    document.kind = kind
  }

  /// The nth stretch of the text that reads so.
  func span(_ surface: String, nth: Int = 1) -> Span {
    let wanted = surface.unicodeScalars.map(\.value)
    let text = document.text.scalars
    var left = nth
    for start in 0...(text.count - wanted.count)
    where text[start..<start + wanted.count].elementsEqual(wanted) {
      left -= 1
      if left == 0 { return Span(start, start + wanted.count) }
    }
    preconditionFailure("no \(surface) number \(nth)")
  }

  mutating func mention(
    _ surface: String, nth: Int = 1, _ value: Value, rule: String? = nil, entity: String? = nil
  ) {
    mentions.append(
      Mention(
        span: span(surface, nth: nth), rule: rule ?? "\(value.type.rawValue).test", value: value,
        entity: entity))
  }

  /// A point that reads `marker title rest`, the three joined.
  func item(
    _ ordinal: Int, _ marker: String, _ title: String, _ rest: String, lists: [NumberedList] = []
  ) -> NumberedList.Item {
    let whole = span(marker + title + rest)
    let behind = whole.start + marker.unicodeScalars.count
    return NumberedList.Item(
      ordinal: ordinal, marker: Span(whole.start, behind),
      title: Span(behind, behind + title.unicodeScalars.count), span: whole, lists: lists, rule: "list.test")
  }

  func list(lead: String? = nil, announced: Int? = nil, _ items: [NumberedList.Item]) -> NumberedList {
    NumberedList(
      lead: lead.map { span($0) }, announced: announced,
      span: Span(items[0].span.start, items[items.count - 1].span.end), items: items)
  }

  var extraction: Extraction {
    let sorted = mentions.enumerated().sorted { a, b in
      (a.element.span.start, -a.element.span.end, a.offset) < (
        b.element.span.start, -b.element.span.end, b.offset
      )
    }
    return Extraction(
      document: document, mentions: sorted.map(\.element), lists: lists,
      entities: entities.sorted { $0.id < $1.id })
  }
}

extension Generator {
  static let test = Generator(
    version: "0.1.0",
    packs: [
      Pack(
        name: "quantity", version: "1.0", sha256: String(repeating: "ab", count: 32),
        rules: [Rule(id: "quantity.test", summary: "amounts & “quotes” < 100")]),
      Pack(name: "temporal", version: "2.0", sha256: String(repeating: "cd", count: 32), rules: []),
    ])
}
