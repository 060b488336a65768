import DocumentModel

/// One document on its way to TEI: what is planned, and how far it is written.
///
/// The header is in `TEIHeader.swift`, registers and what stands off in `TEIStandOff.swift`, blocks in
/// `TEIBlocks.swift`, and text with what is marked in it in `TEIRuns.swift`.
final class TEIDocument {
  let extraction: Extraction
  let generator: Generator
  let ids: TEIIdentifiers
  let parts: TEIParts
  let inline: TEIInline
  let xml: XMLWriter
  var marks: TEIMarks
  /// The next of the inline nodes.
  var cursor = 0
  private let entities: [String: String]
  private var rules: [String: String] = [:]

  var document: Document { extraction.document }

  init(_ extraction: Extraction, generator: Generator, to xml: XMLWriter) {
    self.extraction = extraction
    self.generator = generator
    self.xml = xml
    let ids = TEIIdentifiers(document: extraction.document.id)
    self.ids = ids
    entities = Dictionary(
      extraction.entities.map { ($0.id, TEIIdentifiers.pointer(ids.entity($0.id))) },
      uniquingKeysWith: { first, _ in first })
    let outline = TEIOutline(extraction.document, lists: extraction.lists, prefix: ids.document)
    parts = TEIParts(extraction.document, outline: outline)
    var facts: [TEIInline.Node] = []
    for (index, list) in extraction.lists.enumerated() {
      TEIDocument.leads(of: list, id: "\(ids.document).li\(index + 1)", outline.placed, into: &facts)
    }
    for (index, mention) in extraction.mentions.enumerated() {
      facts.append(TEIInline.Node(span: mention.span, kind: .mention(index)))
    }
    for stray in outline.strays {
      for item in stray.list.items {
        facts.append(TEIInline.Node(span: item.span, kind: .point(item)))
      }
    }
    let titles = parts.titles + outline.inline.flatMap { $0.list.items.map(\.title) }
    inline = TEIInline(
      runs: parts.runs, lists: outline.inline, titles: titles, facts: TEIInline.inOrder(facts))
    let aside = inline.aside.enumerated()
    marks = TEIMarks(
      breaks: extraction.document.breaks,
      anchored: aside.map { (ids.aside($0.offset), $0.element.span) })
  }

  private static func leads(
    of list: NumberedList, id: String, _ placed: Set<String>, into facts: inout [TEIInline.Node]
  ) {
    if let lead = list.lead {
      let target = placed.contains(id) ? id : nil
      facts.append(TEIInline.Node(span: lead, kind: .lead(list: target, announced: list.announced)))
    }
    for (index, item) in list.items.enumerated() {
      for (number, inner) in item.lists.enumerated() {
        leads(of: inner, id: "\(id).\(index + 1).li\(number + 1)", placed, into: &facts)
      }
    }
  }

  /// Writes the document's `TEI` element.
  func write(isRoot: Bool) {
    let attributes: TEIAttributes = [
      .xmlns: isRoot ? TEIExporter.namespace : nil, .id: ids.document, .lang: "zh",
    ]
    xml.element(.tei, attributes) {
      writeHeader()
      writeStandOff()
      writeText()
    }
  }

  /// A place in the document's text.
  func source(_ span: Span) -> String { "char:\(span.start),\(span.end)" }

  /// The pointer to a rule in the header.
  func rule(_ id: String) -> String {
    if let pointer = rules[id] { return pointer }
    let pointer = TEIIdentifiers.pointer(ids.rule(id))
    rules[id] = pointer
    return pointer
  }

  /// The element and attributes of a mention, with its id, its rule, and the entity that it names.
  func spell(_ index: Int) -> TEIValue {
    let mention = extraction.mentions[index]
    var value = TEIValue(mention.value) { TEIIdentifiers.pointer(ids.date($0)) }
    var attributes: TEIAttributes = [.id: ids.mention(index)]
    attributes.merge(value.attributes)
    if value.element == .objectName, let pointer = mention.entity.flatMap({ entities[$0] }) {
      attributes[.key] = nil
      attributes[.ref] = pointer
    }
    attributes[.ana] = rule(mention.rule)
    value.attributes = attributes
    return value
  }
}
