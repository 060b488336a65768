import DocumentModel
import Foundation

/// Scores extractions against gold.
///
/// Times and quantities count mention by mention, points of lists by marker and title, names once a
/// document. Text is compared without white space and quotation marks.
struct GoldScore {
  /// What was right and wrong of one type.
  struct Tally {
    var right = 0
    var spurious = 0
    var missed = 0
    var values = 0
    var rightValues = 0
    var errors: [String] = []

    /// The harmonic mean of precision and recall.
    var f1: Double {
      right + spurious + missed == 0 ? 1 : 2 * Double(right) / Double(2 * right + spurious + missed)
    }

    /// The share of right values among the mentions that were found.
    var valueAccuracy: Double { values == 0 ? 1 : Double(rightValues) / Double(values) }
  }

  private(set) var tallies: [String: Tally] = [:]

  /// Scores the extractions of one file.
  init(_ extractions: [Extraction], against gold: GoldFile) {
    for (index, document) in gold.documents.enumerated() {
      let found =
        extractions.first { Self.bare($0.document.title) == Self.bare(document.title) }
        ?? (index < extractions.count ? extractions[index] : nil)
      guard let found else { continue }
      scoreMetadata(of: found.document, document)
      scoreParagraphs(of: found.document, document)
      scoreMentions(.temporal, of: found, document.temporal, optional: document.optionalTemporal)
      scoreMentions(.quantity, of: found, document.quantity, optional: document.optionalQuantity)
      scoreLists(of: found, document)
      scoreNames(of: found, document)
    }
  }

  /// A text without white space and quotation marks, in compatibility form, its dashes and dots made one.
  static func bare(_ text: String?) -> String {
    var bare = String.UnicodeScalarView()
    for scalar in (text ?? "").precomposedStringWithCompatibilityMapping.unicodeScalars {
      if scalar.properties.isWhitespace || "“”‘’\"'《》「」『』".unicodeScalars.contains(scalar) { continue }
      bare.append("－—–-·•".unicodeScalars.contains(scalar) ? "-" : scalar)
    }
    return String(bare)
  }

  private mutating func miss(_ type: String, _ message: String) {
    tallies[type, default: Tally()].missed += 1
    tallies[type, default: Tally()].errors.append(message)
  }

  private mutating func reject(_ type: String, _ message: String) {
    tallies[type, default: Tally()].spurious += 1
    tallies[type, default: Tally()].errors.append(message)
  }

  private mutating func judge(_ type: String, _ isRight: Bool, _ message: @autoclosure () -> String) {
    tallies[type, default: Tally()].values += 1
    if isRight {
      tallies[type, default: Tally()].rightValues += 1
    } else {
      tallies[type, default: Tally()].errors.append(message())
    }
  }

  // MARK: Documents

  private mutating func scoreMetadata(of document: Document, _ gold: GoldFile.Document) {
    let fields: [(String, String?, String?)] = [
      ("title", gold.title, document.title), ("subtitle", gold.subtitle, document.subtitle),
      ("kind", gold.kind, document.kind.rawValue), ("publisher", gold.publisher, document.publisher),
      ("date", gold.date, document.published), ("signed", gold.signed, document.signed),
      ("addressee", gold.addressee, document.addressee),
      ("authors", gold.authors?.joined(separator: ","), document.authors.joined(separator: ",")),
    ]
    for (name, wanted, found) in fields {
      guard let wanted, !wanted.isEmpty else { continue }
      if Self.bare(wanted) == Self.bare(found) {
        tallies["metadata", default: Tally()].right += 1
      } else {
        miss("metadata", "\(gold.title): \(name): expected \(wanted), got \(found ?? "nothing")")
      }
    }
  }

  private mutating func scoreParagraphs(of document: Document, _ gold: GoldFile.Document) {
    guard let wanted = gold.paragraphs else { return }
    let texts = document.paragraphs.map { Self.bare(document.text[$0.span]) }
    var next = 0
    for start in wanted {
      guard let hit = texts[next...].firstIndex(where: { $0.hasPrefix(Self.bare(start)) }) else {
        miss("paragraphs", "\(gold.title): no paragraph starts with \(start)")
        continue
      }
      for extra in texts[next..<hit] { reject("paragraphs", "\(gold.title): extra \(extra.prefix(14))") }
      tallies["paragraphs", default: Tally()].right += 1
      next = hit + 1
    }
    for extra in texts[next...] { reject("paragraphs", "\(gold.title): extra \(extra.prefix(14))") }
  }

  // MARK: Facts

  private mutating func scoreMentions(
    _ type: MentionType, of extraction: Extraction, _ gold: [GoldFile.Mention]?, optional: [String]?
  ) {
    guard var left = gold else { return }
    let name = type.rawValue
    let optional = Set((optional ?? []).map(Self.bare))
    for mention in extraction.mentions where mention.type == type {
      let text = Self.bare(extraction.document.text[mention.span])
      let hits = left.indices.filter { index in
        ([left[index].text] + (left[index].alt ?? [])).contains { Self.bare($0) == text }
      }
      guard let hit = hits.first(where: { isRight(mention.value, left[$0]) == true }) ?? hits.first else {
        if !optional.contains(text) { reject(name, "spurious \(text)") }
        continue
      }
      tallies[name, default: Tally()].right += 1
      if let isRight = isRight(mention.value, left[hit]) {
        judge(name, isRight, "\(text) means \(mention.value.summary), not \(left[hit])")
      }
      left.remove(at: hit)
    }
    for mention in left where !optional.contains(Self.bare(mention.text)) {
      miss(name, "missed \(mention.text)")
    }
  }

  /// Whether a value is as annotated; nil where none is.
  private func isRight(_ value: Value, _ gold: GoldFile.Mention) -> Bool? {
    switch value {
    case .temporal(let time):
      guard let wanted = gold.value else { return nil }
      return time.value == wanted && (gold.mod == nil || time.modifier?.rawValue == gold.mod)
    case .quantity(let quantity):
      let (number, low, high): (DecimalNumber?, DecimalNumber?, DecimalNumber?) =
        switch quantity.amount {
        case .exactly(let number): (number, nil, nil)
        case .between(let low, let high): (nil, low, high)
        }
      let tolerance = gold.kind == "fraction" ? 1e-3 : 1e-9
      let isNear = { (found: DecimalNumber?, wanted: Double?) in
        guard let wanted else { return true }
        guard let found = found.flatMap({ Double($0.description) }) else { return false }
        return abs(found - wanted) <= tolerance * max(1, abs(wanted))
      }
      return isNear(number, gold.number) && isNear(low, gold.min) && isNear(high, gold.max)
        && (gold.unit == nil || quantity.unit == gold.unit)
        && (gold.kind == nil || quantity.kind.rawValue == gold.kind)
        && (gold.mod == nil || quantity.modifier?.rawValue == gold.mod)
    case .infrastructure: return nil
    }
  }

  private mutating func scoreLists(of extraction: Extraction, _ gold: GoldFile.Document) {
    guard let lists = gold.lists else { return }
    let text = extraction.document.text
    func points(_ lists: [NumberedList]) -> [[String]] {
      lists.flatMap(\.items).flatMap { item in
        [[Self.bare(text[item.marker]), Self.bare(text[item.title])]] + points(item.lists)
      }
    }
    let optional = Set((gold.optionalLists ?? []).map { $0.map(Self.bare) })
    var left = lists.flatMap(\.items).map { $0.prefix(2).map(Self.bare) }
    for point in points(extraction.lists) {
      if let hit = left.firstIndex(of: point) {
        left.remove(at: hit)
        tallies["lists", default: Tally()].right += 1
      } else if !optional.contains(point) {
        reject("lists", "spurious item \(point)")
      }
    }
    for point in left { miss("lists", "missed item \(point)") }
    for (wanted, found) in zip(lists, extraction.lists) {
      guard let announced = wanted.announced else { continue }
      judge(
        "lists", found.announced == announced,
        "announced \(announced), got \(String(describing: found.announced))")
    }
  }

  private mutating func scoreNames(of extraction: Extraction, _ gold: GoldFile.Document) {
    guard let wanted = gold.infrastructure else { return }
    let optional = Set((gold.optionalInfrastructure ?? []).map(Self.bare))
    var names: [String: Set<String>] = [:]
    for mention in extraction.mentions where mention.type == .infrastructure {
      guard let id = mention.entity else { continue }
      names[id, default: []].insert(Self.bare(extraction.document.text[mention.span]))
    }
    for entity in extraction.entities where names[entity.id] != nil {
      names[entity.id]?.formUnion(([entity.name] + entity.aliases).map(Self.bare))
    }
    var used: Set<String> = []
    for name in wanted {
      let forms = Set(([name.name] + (name.alt ?? [])).map(Self.bare))
      let hits = names.filter { !$0.value.isDisjoint(with: forms) }.keys
      if hits.isEmpty {
        if forms.isDisjoint(with: optional) { miss("infrastructure", "missed \(name.name)") }
        continue
      }
      used.formUnion(hits)
      tallies["infrastructure", default: Tally()].right += 1
      guard let countries = name.countries, !countries.isEmpty else { continue }
      let found = extraction.entities.filter { hits.contains($0.id) }.map(\.countries)
      judge(
        "infrastructure", found.contains(countries.sorted()), "\(name.name) spells \(countries), got \(found)"
      )
    }
    for (id, forms) in names.sorted(by: { $0.key < $1.key }) where !used.contains(id) {
      if forms.isDisjoint(with: optional) { reject("infrastructure", "spurious \(id)") }
    }
  }
}
