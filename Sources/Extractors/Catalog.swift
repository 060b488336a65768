package import RuleEngine
package import TextProcessing

/// The extractors and the rules that come with the program.
package enum Catalog {
  /// Every extractor, in order.
  package static let extractors: [Extractor] = [.temporal, .quantity, .infrastructure, .list]

  /// The packs and gazetteers that are compiled in.
  package static var files: [RuleFile] {
    EmbeddedResources.files.map {
      RuleFile(path: $0.name, content: .embedded($0.content), isBundled: true, outline: $0.outline)
    }
  }

  /// The fold for matching, with the table of variant characters.
  package static var normalizer: Normalizer {
    var variants: [(UInt16, UInt16)] = []
    if let file = EmbeddedResources.files.first(where: { $0.name == "variants.tsv" }) {
      file.content.withUTF8Buffer { bytes in
        // Rows of a variant and what it is folded to, one character each.
        var row: [UInt16] = []
        for unit in String(decoding: bytes, as: UTF8.self).utf16 {
          if unit != 0x0A {
            row.append(unit)
            continue
          }
          if row.count == 3, row[1] == 0x09 { variants.append((row[0], row[2])) }
          row.removeAll(keepingCapacity: true)
        }
      }
    }
    return Normalizer(variants: variants)
  }

  /// The rules that come with the program, with a user's files added.
  package static func rules(adding files: [RuleFile] = []) throws(RulePackErrors) -> RuleSet {
    try RuleSet(self.files + files, extractors: extractors, normalizer: normalizer)
  }
}
