/// The attributes of one element, in the order they were set, each at most once.
package struct TEIAttributes: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  private(set) var pairs: [Pair] = []

  /// An attribute and its value.
  package struct Pair: Hashable, Sendable {
    /// Which attribute.
    package var name: TEIAttribute

    /// Its value, as it reads when parsed.
    package var value: String
  }

  /// Creates the attributes whose values are given; a nil value is none, and the last of two counts.
  package init(dictionaryLiteral elements: (TEIAttribute, String?)...) {
    for (name, value) in elements { self[name] = value }
  }

  /// The value of an attribute; setting nil takes it out.
  package subscript(_ name: TEIAttribute) -> String? {
    get { pairs.first { $0.name == name }?.value }
    set {
      let index = pairs.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): pairs[index].value = value
      case (let index?, nil): pairs.remove(at: index)
      case (nil, let value?): pairs.append(Pair(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Sets all attributes of another set.
  package mutating func merge(_ other: TEIAttributes) {
    for pair in other.pairs { self[pair.name] = pair.value }
  }
}
