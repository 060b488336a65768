import Exporters
import Foundation

/// Checks what a JSON Schema cannot say of a dataset: that spans lie in the text, that mentions are what the
/// text says there, and that references lead somewhere.
struct DatasetCheck {
  private typealias Object = [String: Any]

  private var issues: [String] = []
  private let place: String

  /// All that is wrong with a dataset, or with the lines of JSON Lines.
  static func issues(in bytes: UnsafeRawBufferPointer, file: String) -> [String] {
    let data = Data(bytes)
    if let object = try? JSONSerialization.jsonObject(with: data) as? Object, object["documents"] != nil {
      return issues(of: object, place: file)
    }
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.enumerated().flatMap { number, line -> [String] in
      if line.isEmpty, number == lines.count - 1 { return [] }
      let place = "\(file):\(number + 1)"
      guard let object = try? JSONSerialization.jsonObject(with: line) as? Object else {
        return ["\(place): this is no JSON object"]
      }
      return object["error"] == nil ? issues(of: object, place: place) : []
    }
  }

  /// What is wrong with a dataset, or with a line that holds one document.
  private static func issues(of dataset: Object, place: String) -> [String] {
    var check = DatasetCheck(place: place)
    let version = dataset["schemaVersion"] as? String
    if version != JSONExporter.schemaVersion {
      check.fail(
        "schemaVersion", "should be '\(JSONExporter.schemaVersion)'; found '\(version ?? "nothing")'")
    }
    let entities = Set((dataset["entities"] as? [Object] ?? []).compactMap { $0["id"] as? String })
    if let documents = dataset["documents"] as? [Object] {
      for (index, document) in documents.enumerated() {
        check.document(document, "documents[\(index)].", entities)
      }
    } else {
      check.document(dataset, "", entities)
    }
    return check.issues
  }

  private init(place: String) { self.place = place }

  private mutating func fail(_ path: String, _ message: String) {
    issues.append("\(place): \(path): \(message)")
  }

  private mutating func document(_ document: Object, _ path: String, _ entities: Set<String>) {
    guard let text = document["text"] as? String else { return fail(path + "text", "is missing") }
    if document["id"] == nil { fail(path + "id", "is missing") }
    let scalars = Array(text.unicodeScalars)
    for (index, paragraph) in (document["paragraphs"] as? [Object] ?? []).enumerated() {
      _ = slice(paragraph, of: scalars, path + "paragraphs[\(index)]")
    }
    for (index, mention) in (document["mentions"] as? [Object] ?? []).enumerated() {
      let path = path + "mentions[\(index)]"
      if let slice = slice(mention, of: scalars, path), slice != mention["text"] as? String {
        fail(path, "the text there is '\(slice)'; found '\(mention["text"] as? String ?? "nothing")'")
      }
      if let entity = mention["entity"] as? String, !entities.contains(entity) {
        fail(path, "the entity '\(entity)' is not among the entities")
      }
    }
    lists(document["lists"], of: scalars, path + "lists")
  }

  private mutating func lists(_ lists: Any?, of scalars: [Unicode.Scalar], _ path: String) {
    for (index, list) in (lists as? [Object] ?? []).enumerated() {
      let path = path + "[\(index)]"
      _ = slice(list, of: scalars, path)
      for (index, item) in (list["items"] as? [Object] ?? []).enumerated() {
        let path = path + ".items[\(index)]"
        let marker = item["marker"] as? String ?? ""
        if let slice = slice(item, of: scalars, path), !slice.hasPrefix(marker) {
          fail(path, "the point should begin with its marker '\(marker)'; found '\(slice.prefix(10))'")
        }
        self.lists(item["lists"], of: scalars, path + ".lists")
      }
    }
  }

  /// The text that an object's `start` and `end` mark, or nil when they mark none, which is an issue.
  private mutating func slice(_ object: Object, of scalars: [Unicode.Scalar], _ path: String) -> String? {
    guard let start = object["start"] as? Int, let end = object["end"] as? Int, start >= 0, start <= end,
      end <= scalars.count
    else {
      fail(path, "start and end should lie in the text, which has \(scalars.count) scalars")
      return nil
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    return String(view)
  }
}
