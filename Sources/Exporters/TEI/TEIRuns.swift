import DocumentModel

/// Writing text, with what is marked in it.
extension TEIDocument {
  /// Writes a run of the text into the open element.
  func writeRun(_ span: Span) {
    writeNodes(span.start, span.end)
    writeMarks(through: span.end)
  }

  /// Writes the marks up to an offset, where a block or a node begins or ends.
  func writeMarks(through offset: Int) {
    while let mark = marks.pop(through: offset) { write(mark) }
  }

  private func writeNodes(_ start: Int, _ end: Int) {
    var offset = start
    while cursor < inline.nodes.count, inline.nodes[cursor].span.start < end {
      let node = inline.nodes[cursor]
      cursor += 1
      writeText(offset, node.span.start)
      writeMarks(through: node.span.start)
      write(node)
      offset = node.span.end
    }
    writeText(offset, end)
  }

  private func write(_ node: TEIInline.Node) {
    switch node.kind {
    case .list(let id):
      writeNode(.list, [.id: id, .rend: "numbered inline"], node.span, layout: .run)
    case .label: writeNode(.label, [:], node.span)
    case .item(let id, let item): writeNode(.item, attributes(of: item, id: id), node.span)
    case .title: writeNode(.seg, [.type: "title"], node.span)
    case .lead(let list, let announced):
      let target = list.map(TEIIdentifiers.pointer)
      writeNode(.seg, [.type: "lead", .n: announced.map(String.init), .corresp: target], node.span)
    case .point(let item):
      writeNode(.seg, [.type: "point", .n: String(item.ordinal), .ana: rule(item.rule)], node.span)
    case .mention(let index):
      spell(index).write(to: xml) { writeNodes(node.span.start, node.span.end) }
    }
  }

  private func writeNode(
    _ element: TEIElement, _ attributes: TEIAttributes, _ span: Span, layout: XMLWriter.Layout? = nil
  ) {
    xml.element(element, attributes, layout: layout) { writeNodes(span.start, span.end) }
  }

  /// The attributes of a point.
  func attributes(of item: NumberedList.Item, id: String) -> TEIAttributes {
    [.id: id, .n: String(item.ordinal), .source: source(item.span), .ana: rule(item.rule)]
  }

  /// Writes plain text with the marks that stand in it.
  private func writeText(_ start: Int, _ end: Int) {
    var start = start
    while let mark = marks.pop(within: end) {
      if mark.offset > start {
        writeScalars(start, mark.offset)
        start = mark.offset
      }
      write(mark)
    }
    if start < end { writeScalars(start, end) }
  }

  /// Writes scalars; what XML has no place for becomes a `g`, and a line feed a milestone.
  private func writeScalars(_ start: Int, _ end: Int) {
    let scalars = document.text.scalars
    var plain = start
    for index in start..<end {
      let scalar = scalars[index]
      if scalar != 0x0A, XMLCharacter.isLegal(scalar) { continue }
      xml.text(scalars[plain..<index])
      plain = index + 1
      if scalar == 0x0A {
        xml.element(.milestone, [.unit: "paragraph", .rend: role(at: index + 1)])
      } else if let known = Unicode.Scalar(scalar) {
        xml.element(.g, [.type: "control", .n: String(known.value, radix: 16, uppercase: true)])
      } else {
        xml.text("\u{FFFD}")
      }
    }
    xml.text(scalars[plain..<end])
  }

  /// The role of the paragraph that begins at an offset, where it is not plain body.
  private func role(at offset: Int) -> String? {
    let paragraphs = document.paragraphs
    let index = paragraphs.partitioningIndex { $0.span.start >= offset }
    guard index < paragraphs.count, paragraphs[index].role != .body else { return nil }
    return paragraphs[index].role.rawValue
  }

  private func write(_ mark: TEIMarks.Mark) {
    switch mark.kind {
    case .start(let id), .end(let id): xml.element(.anchor, [.id: id])
    case .lineBreak: xml.element(.lb, [.breaks: breaks(mark)])
    case .pageBreak(let page): xml.element(.pb, [.n: page.map(String.init), .breaks: breaks(mark)])
    }
  }

  /// Whether words end at a break: not where Hanzi meet, but where a space was put in, and between paragraphs.
  private func breaks(_ mark: TEIMarks.Mark) -> String? {
    let scalars = document.text.scalars
    guard mark.offset > 0, mark.offset <= scalars.count else { return nil }
    switch scalars[mark.offset - 1] {
    case 0x0A: return nil
    case 0x20: return "yes"
    default: return "no"
    }
  }
}
