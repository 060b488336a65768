import DocumentModel

/// The dataset's objects, field by field, as `--format json` and `--format jsonl` share them.
extension JSONWriter {
  /// Writes the fields of the generator.
  mutating func fields(of generator: Generator, _ layout: Layout = .run) {
    string("name", generator.name)
    string("version", generator.version)
    array("rules", layout) { writer in
      for pack in generator.packs {
        writer.element { writer in
          writer.string("name", pack.name)
          writer.string("version", pack.version)
          writer.string("digest", "sha256:" + pack.sha256)
        }
      }
    }
  }

  /// Writes the fields of a document and of what was found in it, save the entities.
  ///
  /// - Parameter numericID: the id in the caller's spelling, where the caller gave a number.
  mutating func fields(of extraction: Extraction, numericID: String? = nil) {
    let document = extraction.document
    if let numericID { number("id", spelled: numericID) } else { string("id", document.id) }
    optional("title", document.title)
    optional("subtitle", document.subtitle)
    string("kind", document.kind.rawValue)
    if !document.authors.isEmpty { strings("authors", document.authors) }
    optional("publisher", document.publisher)
    optional("published", document.published)
    optional("signed", document.signed)
    optional("addressee", document.addressee)
    optional("referenceDate", document.referenceDate)
    object("source") { writer in
      writer.string("path", document.source.path)
      writer.string("sha256", document.source.sha256)
      writer.string("encoding", document.source.encoding)
      writer.integer("start", document.source.bytes.start)
      writer.integer("end", document.source.bytes.end)
    }
    text("text", document.text.scalars[...])
    array("paragraphs", .lines) { writer in
      for paragraph in document.paragraphs { writer.paragraph(paragraph) }
    }
    array("mentions", .lines) { writer in
      var cursor = 0
      for index in extraction.mentions.indices {
        writer.mention(extraction.mentions[index], at: index, text: document.text, cursor: &cursor)
      }
    }
    array("lists", .lines) { writer in
      for list in extraction.lists { writer.list(list, text: document.text) }
    }
  }

  /// Writes an entity as an element.
  mutating func entity(_ entity: Entity) {
    element { writer in
      writer.string("id", entity.id)
      writer.string("type", entity.type.rawValue)
      writer.string("name", entity.name)
      writer.strings("aliases", entity.aliases)
      writer.optional("kind", entity.kind)
      if !entity.countries.isEmpty { writer.strings("countries", entity.countries) }
    }
  }

  private mutating func paragraph(_ paragraph: Paragraph) {
    element { writer in
      writer.string("role", paragraph.role.rawValue)
      writer.ends(of: paragraph.span)
      if let page = paragraph.page { writer.integer("page", page) }
    }
  }

  private mutating func mention(
    _ mention: Mention, at index: Int, text: DocumentText, cursor: inout Int
  ) {
    element { writer in
      writer.mention("id", index)
      writer.string("type", mention.type.rawValue)
      writer.ends(of: mention.span)
      writer.slice("text", mention.span, of: text)
      writer.array("source") { writer in
        text.sourceMap.forEachRange(of: mention.span, cursor: &cursor) { writer.element($0.start, $0.end) }
      }
      writer.string("rule", mention.rule)
      writer.optional("entity", mention.entity)
      writer.object("value") { mention.value.describe(into: &$0) }
    }
  }

  private mutating func list(_ list: NumberedList, text: DocumentText) {
    element(.lines) { writer in
      if let lead = list.lead { writer.slice("lead", lead, of: text) }
      if let announced = list.announced { writer.integer("announced", announced) }
      writer.integer("start", list.span.start)
      writer.integer("end", list.span.end)
      writer.array("items", .lines) { writer in
        for item in list.items { writer.item(item, text: text) }
      }
    }
  }

  private mutating func item(_ item: NumberedList.Item, text: DocumentText) {
    element { writer in
      writer.integer("ordinal", item.ordinal)
      writer.slice("marker", item.marker, of: text)
      writer.slice("title", item.title, of: text)
      writer.ends(of: item.span)
      writer.array("lists", .lines) { writer in
        for list in item.lists { writer.list(list, text: text) }
      }
    }
  }

  private mutating func ends(of span: Span) {
    integer("start", span.start)
    integer("end", span.end)
  }

  private mutating func slice(_ key: StaticString, _ span: Span, of document: DocumentText) {
    text(key, document.scalars[span.start..<span.end])
  }

  private mutating func optional(_ key: StaticString, _ value: String?) {
    if let value { string(key, value) }
  }
}
