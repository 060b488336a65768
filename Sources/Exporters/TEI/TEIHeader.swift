import DocumentModel

/// Writing the header: what the text is, where it is from, and how the facts were found.
extension TEIDocument {
  func writeHeader() {
    xml.element(.teiHeader) {
      writeFileDescription()
      writeEncodingDescription()
      writeProfile()
    }
  }

  // MARK: The file

  private func writeFileDescription() {
    xml.element(.fileDesc) {
      xml.element(.titleStmt) {
        xml.element(.title, [.type: "main"], text: document.title ?? document.id)
        if let subtitle = document.subtitle { xml.element(.title, [.type: "sub"], text: subtitle) }
        for author in document.authors {
          xml.element(.author) { xml.element(.persName, text: author) }
        }
        xml.element(.respStmt, [.id: ids.document + ".tool"]) {
          xml.element(
            .resp, [.lang: "en"], text: "rule-based extraction and TEI encoding, not reviewed by a person")
          xml.element(.name, [.ref: TEIIdentifiers.pointer(ids.application)], text: generator.name)
        }
      }
      xml.element(.extent) {
        let count = String(document.text.count)
        xml.element(.measure, [.unit: "character", .quantity: count], text: count + "字")
      }
      xml.element(.publicationStmt) {
        xml.element(
          .p, [.lang: "en"], text: "Derived dataset; the rights in the text stay with its publisher.")
      }
      xml.element(.sourceDesc) { writeSource() }
    }
  }

  private func writeSource() {
    let source = document.source
    xml.element(.bibl, [.id: ids.document + ".src"]) {
      if let title = document.title { xml.element(.title, [.type: "main"], text: title) }
      if let publisher = document.publisher {
        xml.element(.publisher) { xml.element(.orgName, text: publisher) }
      }
      if let published = document.published {
        xml.element(
          .date, [.type: "published", .when: W3CDate.attribute(published)], text: published)
      }
      xml.element(.idno, [.type: "document"], text: document.id)
      xml.element(.idno, [.type: "filename"], text: source.path)
      xml.element(.idno, [.type: "sha256"], text: source.sha256)
      let (start, end) = (String(source.bytes.start), String(source.bytes.end))
      xml.element(.biblScope, [.unit: "byte", .from: start, .to: end], text: "\(start)–\(end)")
    }
  }

  // MARK: How it was encoded

  private func writeEncodingDescription() {
    xml.element(.encodingDesc) {
      xml.element(.appInfo) {
        xml.element(
          .application,
          [
            .id: ids.application, .ident: TEIName.whole(generator.name),
            .version: TEIName.version(generator.version),
          ]
        ) {
          xml.element(.label, [.lang: "en"], text: "\(generator.name) \(generator.version)")
          for pack in generator.packs {
            xml.element(
              .p, [.lang: "en"], text: "rule pack \(pack.name) \(pack.version), sha256:\(pack.sha256)")
          }
        }
      }
      writeEditorialDeclaration()
      writeClasses()
      xml.element(.listPrefixDef) {
        xml.element(
          .prefixDef,
          [
            .ident: "char", .matchPattern: "([0-9]+),([0-9]+)",
            .replacementPattern: "\(ids.document).txt#char=$1,$2",
          ]
        ) {
          xml.element(
            .p, [.lang: "en"],
            text: """
              Unicode code points of this document's text as in RFC 5147, the first included, the second not. \
              The text is that of the blocks, joined by U+000A.
              """)
        }
      }
    }
  }

  private func writeEditorialDeclaration() {
    xml.element(.editorialDecl, [.lang: "en"]) {
      declare(
        .normalization, [.method: "markup"],
        """
        The text is kept character for character. Each p, ab, head, byline, dateline, salute, signed and label \
        of a list that is not inline begins a paragraph; so does a milestone of the unit paragraph. The text \
        behind a label, and of the first p of its item, goes on in the label's paragraph. A g of the type \
        control stands for the character of that code, which XML cannot hold. Normal forms stand in attributes \
        only.
        """)
      declare(
        .segmentation, [:],
        """
        Each line break of the source within a paragraph is an lb, each page break a pb; break="no" where the \
        text runs on, break="yes" behind a space that stands for the break.
        """)
      declare(
        .interpretation, [.resp: TEIIdentifiers.pointer(ids.document + ".tool")],
        """
        Dates, figures, names and points are marked by rules; ana names the rule. A value that was counted from \
        another date has datingPoint and cert. A fact that crosses another, or a block, stands in the spanGrp, \
        between its anchors.
        """)
    }
  }

  private func declare(_ element: TEIElement, _ attributes: TEIAttributes, _ text: String) {
    xml.element(element, attributes) { xml.element(.p, text: text) }
  }

  private func writeClasses() {
    let kind = document.kind.rawValue
    xml.element(.classDecl) {
      xml.element(.taxonomy, [.id: ids.genres, .lang: "en"]) {
        xml.element(.category, [.id: ids.genre(kind)]) { xml.element(.catDesc, text: kind) }
      }
      let used = usedRules
      guard !used.isEmpty else { return }
      xml.element(.taxonomy, [.id: ids.rules, .lang: "en"]) {
        for (id, summary) in used {
          xml.element(.category, [.id: ids.rule(id), .n: id]) { xml.element(.catDesc, text: summary) }
        }
      }
    }
  }

  /// The rules that found something here, sorted by id, and what they find.
  private var usedRules: [(id: String, summary: String)] {
    var used = Set(extraction.mentions.map(\.rule))
    func visit(_ lists: [NumberedList]) {
      for item in lists.flatMap(\.items) {
        used.insert(item.rule)
        visit(item.lists)
      }
    }
    visit(extraction.lists)
    let summaries = Dictionary(
      generator.packs.flatMap(\.rules).map { ($0.id, $0.summary) }, uniquingKeysWith: { first, _ in first })
    return used.sorted().map { ($0, summaries[$0] ?? $0) }
  }

  // MARK: The text

  private func writeProfile() {
    xml.element(.profileDesc) {
      writeDates()
      xml.element(.langUsage) { xml.element(.language, [.ident: "zh"], text: "中文") }
      let genre = TEIIdentifiers.pointer(ids.genre(document.kind.rawValue))
      xml.element(.textClass) {
        xml.element(.catRef, [.scheme: TEIIdentifiers.pointer(ids.genres), .target: genre])
      }
      if document.kind == .letter { writeCorrespondence() }
    }
  }

  /// The dates that others are counted from, each with an id, and the day it was signed.
  private func writeDates() {
    var anchors = Set<String>()
    for case .temporal(let value) in extraction.mentions.map(\.value) {
      if let anchor = value.anchor { anchors.insert(anchor.date) }
    }
    if let reference = document.referenceDate { anchors.insert(reference) }
    guard !anchors.isEmpty || document.signed != nil else { return }
    xml.element(.creation) {
      if let signed = document.signed {
        xml.element(.date, [.type: "signed", .when: W3CDate.attribute(signed)], text: signed)
      }
      for date in anchors.sorted() {
        let type = date == document.referenceDate ? "reference" : "anchor"
        xml.element(
          .date, [.id: ids.date(date), .type: type, .when: W3CDate.attribute(date)], text: date)
      }
    }
  }

  private func writeCorrespondence() {
    let isSent = !document.authors.isEmpty || document.signed != nil
    guard isSent || document.addressee != nil else { return }
    xml.element(.correspDesc) {
      if isSent {
        xml.element(.correspAction, [.type: "sent"]) {
          for author in document.authors { xml.element(.persName, text: author) }
          if let signed = document.signed {
            xml.element(.date, [.when: W3CDate.attribute(signed)], text: signed)
          }
        }
      }
      if let addressee = document.addressee {
        xml.element(.correspAction, [.type: "received"]) { xml.element(.name, text: addressee) }
      }
    }
  }
}
