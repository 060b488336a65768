import DocumentModel

/// Gives each name the id of what it names, and gathers what is named.
///
/// An id is made of the type and the name, with the spaces of hard line ends taken out and dashes made one,
/// so that documents extracted apart still join.
struct EntityLinker {
  private var entities: [String: Entity] = [:]

  /// Links the mentions of one document; the entities are sorted by id.
  static func link(_ mentions: inout [Mention], in text: DocumentText) -> [Entity] {
    var linker = EntityLinker()
    for index in mentions.indices {
      guard case .infrastructure(let work) = mentions[index].value else { continue }
      mentions[index].entity = linker.add(work, asWritten: text[mentions[index].span])
    }
    return linker.entities.values.sorted { $0.id < $1.id }
  }

  /// The id of a work, which is entered with the form that the text uses.
  private mutating func add(_ work: Infrastructure, asWritten form: String) -> String {
    let id = MentionType.infrastructure.rawValue + ":" + work.name
    let aliases = form == work.name ? [] : [form]
    guard let known = entities[id] else {
      entities[id] = Entity(
        id: id, type: .infrastructure, name: work.name, aliases: aliases, kind: work.kind,
        countries: work.countries)
      return id
    }
    if let alias = aliases.first, !known.aliases.contains(alias) {
      entities[id]?.aliases = (known.aliases + aliases).sorted()
    }
    return id
  }
}
