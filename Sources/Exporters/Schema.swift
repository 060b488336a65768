/// The schemas that the exporters' output keeps to, as they are embedded in the program.
package enum Schema {
  /// JSON Schema 2020-12 of the dataset, and of a line and an error line of JSON Lines.
  package static var dataset: StaticString { resource("gangmu-dataset.schema.json") }

  /// RELAX NG of the TEI.
  package static var tei: StaticString { resource("gangmu-tei.rng") }

  /// The embedded file of that name; one that is missing is a mistake in the build.
  static func resource(_ name: String) -> StaticString {
    guard let file = EmbeddedResources.files.first(where: { $0.name == name }) else {
      preconditionFailure("resource \(name) is not embedded")
    }
    return file.content
  }
}
