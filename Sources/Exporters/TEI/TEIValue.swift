package import DocumentModel

/// The element and the attributes that say in TEI what a mention means.
///
/// The one place that spells values in TEI: a new case of `Value` is an error here until it is spelled.
package struct TEIValue: Hashable, Sendable {
  /// The element.
  package var element: TEIElement

  /// Its attributes.
  package var attributes: TEIAttributes

  /// Spells a value; `date` gives the pointer to a date that others are counted from.
  package init(_ value: Value, date: (String) -> String) {
    switch value {
    case .temporal(let value): self = .temporal(value, date: date)
    case .quantity(let value): self = .quantity(value)
    case .infrastructure(let value):
      self = TEIValue(element: .objectName, attributes: [.type: TEIName.word(value.kind), .key: value.name])
    }
  }

  init(element: TEIElement, attributes: TEIAttributes) {
    self.element = element
    self.attributes = attributes
  }
}
