import DocumentModel

/// Writing the registers of what is named, and the facts that do not nest in the text.
extension TEIDocument {
  func writeStandOff() {
    guard !extraction.entities.isEmpty || !inline.aside.isEmpty || hasMeasured else { return }
    xml.element(.standOff) {
      // A new type of entity gets its register here: listPerson, listOrg, listPlace, listEvent, listBibl.
      for type in MentionType.allCases {
        let entities = extraction.entities.filter { $0.type == type }
        if !entities.isEmpty { writeObjects(entities, type) }
      }
      writeMeasured()
      if !inline.aside.isEmpty { writeAside() }
    }
  }

  private func writeObjects(_ entities: [Entity], _ type: MentionType) {
    xml.element(.listObject, [.type: type.rawValue]) {
      for entity in entities {
        let kind = entity.kind.map(TEIName.word)
        xml.element(.object, [.id: ids.entity(entity.id), .type: kind]) {
          xml.element(.objectIdentifier) {
            for country in entity.countries { xml.element(.country, [.key: country]) }
            xml.element(.objectName, text: entity.name)
            for alias in entity.aliases { xml.element(.objectName, [.type: "alias"], text: alias) }
          }
        }
      }
    }
  }

  /// What crosses something in the text: its place between two anchors, and its value around its own words.
  private func writeAside() {
    xml.element(.spanGrp, [.type: "crossing"], layout: .lines) {
      for (index, node) in inline.aside.enumerated() {
        let id = ids.aside(index)
        var attributes: TEIAttributes = [
          .id: id, .from: TEIIdentifiers.pointer(id + ".s"), .to: TEIIdentifiers.pointer(id + ".e"),
          .source: source(node.span),
        ]
        attributes.merge(fact(of: node))
        xml.element(.span, attributes) {
          if case .mention(let mention) = node.kind {
            spell(mention).write(to: xml) { xml.text(document.text[node.span]) }
          } else {
            xml.text(document.text[node.span])
          }
        }
      }
    }
  }

  private func fact(of node: TEIInline.Node) -> TEIAttributes {
    switch node.kind {
    case .mention(let index): [.type: extraction.mentions[index].type.rawValue]
    case .title: [.type: "title"]
    case .lead(let list, let announced):
      [.type: "lead", .n: announced.map(String.init), .corresp: list.map(TEIIdentifiers.pointer)]
    case .point(let item): [.type: "point", .n: String(item.ordinal), .ana: rule(item.rule)]
    case .list, .label, .item: [:]
    }
  }
}
