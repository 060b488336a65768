import Foundation

/// What people found in documents, by the guidelines beside the files.
struct GoldFile: Decodable {
  var documents: [Document]

  /// One document. A type without a list was not annotated; what is optional counts neither way.
  struct Document: Decodable {
    var title: String
    var subtitle: String?
    var kind: String?
    var authors: [String]?
    var publisher: String?
    var date: String?
    var signed: String?
    var addressee: String?
    /// How each paragraph begins.
    var paragraphs: [String]?
    var temporal: [Mention]?
    var quantity: [Mention]?
    var infrastructure: [Name]?
    var lists: [List]?
    var optionalTemporal: [String]?
    var optionalQuantity: [String]?
    var optionalInfrastructure: [String]?
    var optionalLists: [[String]]?
  }

  /// A time or a quantity, with as much of its value as was annotated.
  struct Mention: Decodable {
    var text: String
    var alt: [String]?
    var timex: String?
    var value: String?
    var mod: String?
    var kind: String?
    var unit: String?
    var number: Double?
    var min: Double?
    var max: Double?
  }

  /// A name, once a document.
  struct Name: Decodable {
    var name: String
    var alt: [String]?
    var countries: [String]?
  }

  /// A series; each point is its marker and its title.
  struct List: Decodable {
    var announced: Int?
    var items: [[String]]
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Gold")

  static func read(_ name: String) throws -> GoldFile {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(GoldFile.self, from: Data(contentsOf: folder.appending(path: name)))
  }
}
