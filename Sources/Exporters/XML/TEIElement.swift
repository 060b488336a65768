/// The elements that we write, by their names in TEI P5.
package enum TEIElement: String, CaseIterable, Sendable {
  case tei = "TEI", teiCorpus, teiHeader, include = "xi:include"
  // The header.
  case fileDesc, titleStmt, title, author, respStmt, resp, name, extent, publicationStmt, sourceDesc, bibl
  case publisher, idno, biblScope, encodingDesc, appInfo, application, editorialDecl, normalization
  case segmentation, interpretation, classDecl, taxonomy, category, catDesc, listPrefixDef, prefixDef
  case profileDesc, creation, langUsage, language, textClass, catRef, correspDesc, correspAction
  // Registers and what stands off from the text.
  case standOff, listObject, object, objectIdentifier, country, spanGrp, span, fs, f, symbol, string
  // The text and its blocks.
  case text, front, body, div, head, byline, dateline, opener, salute, closer, signed, p, ab, list, label,
    item
  // Within blocks.
  case seg, persName, orgName, objectName, date, time, measure, num, lb, pb, milestone, anchor, g

  /// Whether text may stand in it; where none may, children stand on lines of their own.
  package var holdsText: Bool {
    switch self {
    case .tei, .teiCorpus, .teiHeader, .include, .fileDesc, .titleStmt, .respStmt, .extent, .publicationStmt,
      .sourceDesc, .bibl, .encodingDesc, .appInfo, .application, .editorialDecl, .normalization,
      .segmentation, .interpretation, .classDecl, .taxonomy, .category, .listPrefixDef, .prefixDef,
      .profileDesc, .creation, .langUsage, .textClass, .catRef, .correspDesc, .correspAction, .standOff,
      .listObject, .object, .objectIdentifier, .country, .spanGrp, .fs, .f, .symbol, .text, .front, .body,
      .div, .opener,
      .closer, .list, .lb, .pb, .milestone, .anchor, .g:
      false
    default: true
    }
  }
}

/// The attributes that we write, by their names in TEI P5.
package enum TEIAttribute: String, CaseIterable, Sendable {
  case xmlns, xmlnsInclude = "xmlns:xi", id = "xml:id", lang = "xml:lang", href
  case n, rend, type, subtype, ref, key, ana, cert, source, corresp, target, scheme, when, from, to
  case notBefore, notAfter, dur, durISO = "dur-iso", whenCustom = "when-custom"
  case notBeforeCustom = "notBefore-custom", notAfterCustom = "notAfter-custom"
  case fromCustom = "from-custom", toCustom = "to-custom", datingPoint
  case quantity, commodity, value, min, max, atLeast, atMost, unit, name, fVal, method, resp, ident, version
  case matchPattern, replacementPattern, breaks = "break"
}
