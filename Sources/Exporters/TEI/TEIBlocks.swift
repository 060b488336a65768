import DocumentModel

/// Writing the text in its blocks.
extension TEIDocument {
  func writeText() {
    xml.element(.text) {
      if !parts.front.isEmpty {
        xml.element(.front) {
          for index in parts.front { writeOpening(index) }
        }
      }
      xml.element(.body) {
        xml.element(.div, [.type: document.kind.rawValue]) { writeBody() }
      }
    }
  }

  private func writeBody() {
    var index = parts.opening.lowerBound
    while index < parts.opening.upperBound {
      let isSalutation = document.paragraphs[index].role == .salutation
      guard isSalutation else {
        writeOpening(index)
        index += 1
        continue
      }
      writeMarks(through: document.paragraphs[index].span.start)
      xml.element(.opener) {
        while index < parts.opening.upperBound, document.paragraphs[index].role == .salutation {
          write(index, .salute)
          index += 1
        }
      }
    }
    writeFlow()
    writeClosing()
    writeMarks(through: .max)
  }

  /// Writes a paragraph of the front, or one that opens the body.
  private func writeOpening(_ index: Int) {
    switch document.paragraphs[index].role {
    case .title: write(index, .head, [.type: "main"])
    case .subtitle: write(index, .head, [.type: "sub"])
    case .byline: write(index, .byline)
    default: write(index, .dateline, [.rend: document.paragraphs[index].role.rawValue])
    }
  }

  /// Writes the body's blocks; each heading outside lists opens a section.
  private func writeFlow() {
    var rest = parts.flow[...]
    while let block = rest.first, headingIndex(block) == nil {
      write(block)
      rest.removeFirst()
    }
    while let first = rest.first, case .text(let heading) = first {
      writeMarks(through: heading.span.start)
      xml.element(.div, [.type: "section"]) {
        while let block = rest.first, let index = headingIndex(block) {
          write(index, .head)
          rest.removeFirst()
        }
        while let block = rest.first, headingIndex(block) == nil {
          write(block)
          rest.removeFirst()
        }
      }
    }
  }

  /// The paragraph of a block that is a heading without a list in it.
  private func headingIndex(_ block: TEIOutline.Block) -> Int? {
    guard case .text(let text) = block, text.paragraphs.count == 1 else { return nil }
    let index = text.paragraphs.lowerBound
    return document.paragraphs[index].role == .heading && !parts.touched.contains(index) ? index : nil
  }

  private func writeClosing() {
    var rest = parts.closing
    while let index = rest.first {
      guard document.paragraphs[index].role != .byline else {
        write(index, .byline)
        rest.removeFirst()
        continue
      }
      writeMarks(through: document.paragraphs[index].span.start)
      xml.element(.closer) {
        while let index = rest.first, document.paragraphs[index].role != .byline {
          let role = document.paragraphs[index].role
          if role == .signature {
            write(index, .signed)
          } else {
            write(index, .dateline, [.rend: role.rawValue])
          }
          rest.removeFirst()
        }
      }
    }
  }

  /// Writes one paragraph as an element.
  private func write(_ index: Int, _ element: TEIElement, _ attributes: TEIAttributes = [:]) {
    let span = document.paragraphs[index].span
    writeMarks(through: span.start)
    var attributes = attributes
    attributes[.source] = source(span)
    xml.element(element, attributes) { writeRun(span) }
  }

  private func write(_ block: TEIOutline.Block) {
    switch block {
    case .text(let text):
      writeMarks(through: text.span.start)
      let paragraph = text.paragraphs.lowerBound
      let role = document.paragraphs[paragraph].role
      let attributes: TEIAttributes = [
        .id: ids.paragraph(paragraph), .type: role == .body ? nil : role.rawValue, .source: source(text.span),
      ]
      xml.element(role == .body ? .p : .ab, attributes) { writeRun(text.span) }
    case .list(let list, let id, let items):
      writeMarks(through: list.start)
      xml.element(.list, [.id: id, .rend: "numbered"]) {
        for item in items { write(item) }
      }
    }
  }

  private func write(_ item: TEIOutline.Item) {
    writeMarks(through: item.label.start)
    xml.element(.label) { writeRun(item.label) }
    let attributes = attributes(of: item.item, id: item.id)
    if item.content.count == 1, case .text(let text) = item.content[0] {
      xml.element(.item, attributes) { writeRun(text.span) }
    } else {
      xml.element(.item, attributes, layout: .lines) {
        for block in item.content { write(block) }
      }
    }
  }
}
