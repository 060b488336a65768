package import DocumentModel

/// The element and the attributes that say in TEI what a mention means.
///
/// The one place that spells values in TEI: a new case of `Value` is an error here until it is spelled.
package struct TEIValue: Hashable, Sendable {
  /// The element.
  package var element: TEIElement

  /// Its attributes.
  package var attributes: TEIAttributes

  /// The attributes of a `num` around all its words, for bounds that the element itself cannot have.
  package var bounds: TEIAttributes?

  /// Spells a value; `date` gives the pointer to a date that others are counted from.
  package init(_ value: Value, date: (String) -> String) {
    switch value {
    case .temporal(let value): self = .temporal(value, date: date)
    case .quantity(let value): self = .quantity(value)
    case .infrastructure(let value):
      self = TEIValue(element: .objectName, attributes: [.type: TEIName.word(value.kind), .key: value.name])
    }
  }

  init(element: TEIElement, attributes: TEIAttributes, bounds: TEIAttributes? = nil) {
    self.element = element
    self.attributes = attributes
    self.bounds = bounds
  }

  /// Writes the element with what `body` writes into it.
  func write(to xml: XMLWriter, _ body: () -> Void) {
    xml.element(element, attributes) {
      if let bounds { xml.element(.num, bounds, body) } else { body() }
    }
  }
}
