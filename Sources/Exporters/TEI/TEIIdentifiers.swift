/// The `xml:id`s of one document; all begin with the document's own, so that documents can be joined.
struct TEIIdentifiers {
  /// The document's.
  let document: String

  init(document id: String) { document = TEIName.whole(id) }

  /// The application in the header.
  var application: String { document + ".app" }

  /// The taxonomy of document kinds.
  var genres: String { document + ".genre" }

  /// The taxonomy of rules.
  var rules: String { document + ".rule" }

  func genre(_ name: String) -> String { "\(genres).\(TEIName.part(name))" }

  func rule(_ id: String) -> String { "\(rules).\(TEIName.part(id))" }

  func mention(_ index: Int) -> String { "\(document).m\(index + 1)" }

  /// What stands beside the text; its anchors have this id with `.s` and `.e`.
  func aside(_ index: Int) -> String { "\(document).x\(index + 1)" }

  func paragraph(_ index: Int) -> String { "\(document).p\(index + 1)" }

  /// An entity's, with a full stop for the colon in its id: `….e.infrastructure.中吉乌铁路`.
  func entity(_ id: String) -> String {
    let parts = id.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return document + ".e." + parts.map { TEIName.part(String($0)) }.joined(separator: ".")
  }

  /// A date that others are counted from.
  func date(_ date: String) -> String { "\(document).date.\(TEIName.part(date))" }

  /// A pointer to an id in the same file.
  static func pointer(_ id: String) -> String { "#" + id }
}
