package import DocumentModel

/// The entities of many documents, each once.
package struct EntityRegister: Sendable {
  private var entities: [String: Entity] = [:]

  /// Creates an empty register.
  package init() {}

  /// Takes in the entities of one more document.
  ///
  /// The name and the kind are those of the first document that has them; aliases and countries are joined.
  package mutating func add(_ more: [Entity]) {
    for entity in more {
      guard var known = entities[entity.id] else {
        entities[entity.id] = entity
        continue
      }
      known.kind = known.kind ?? entity.kind
      let isSameName = entity.name == known.name
      known.aliases = union(known.aliases, entity.aliases + (isSameName ? [] : [entity.name]))
      known.countries = union(known.countries, entity.countries)
      entities[entity.id] = known
    }
  }

  /// All of them, sorted by id.
  package var sorted: [Entity] { entities.values.sorted { $0.id < $1.id } }

  private func union(_ a: [String], _ b: [String]) -> [String] {
    b.allSatisfy(a.contains) ? a : Set(a).union(b).sorted()
  }
}
