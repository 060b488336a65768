import DocumentModel
import Exporters
import Foundation
import Gangmu

/// What must hold of every extraction, whatever the text.
enum ExtractionFault {
  /// The first thing that does not hold, or nil.
  static func find(in extraction: Extraction, bytes: [UInt8]? = nil) throws -> String? {
    try mentions(in: extraction, bytes: bytes) ?? lists(extraction.lists, in: extraction.document.text.span)
      ?? json(of: extraction) ?? tei(of: extraction)
  }

  private static func mentions(in extraction: Extraction, bytes: [UInt8]?) -> String? {
    let document = extraction.document
    var last: [MentionType: Span] = [:]
    var before: Span?
    for mention in extraction.mentions {
      let span = mention.span
      guard !span.isEmpty, document.text.span.contains(span) else { return "\(mention) is out of bounds" }
      if let before, (before.start, -before.end) > (span.start, -span.end) {
        return "\(mention) is out of order"
      }
      if let last = last[mention.type], last.overlaps(span) { return "\(mention) overlaps \(last)" }
      if let fault = measured(mention, in: extraction) { return "\(mention): \(fault)" }
      if let bytes, let fault = source(of: span, in: document.text, bytes) { return "\(mention): \(fault)" }
      last[mention.type] = span
      before = span
    }
    let ids = Set(extraction.entities.map(\.id))
    let named = Set(extraction.mentions.compactMap(\.entity))
    return named == ids ? nil : "entities \(ids) and mentions \(named) differ"
  }

  /// Whether a quantity refers to a time and to another quantity, and is of something.
  private static func measured(_ mention: Mention, in extraction: Extraction) -> String? {
    guard case .quantity(let quantity) = mention.value, let measured = quantity.measured else { return nil }
    let mentions = extraction.mentions
    if let period = measured.period {
      guard mentions.indices.contains(period), mentions[period].type == .temporal else {
        return "no such period"
      }
    }
    if let from = measured.from {
      guard mentions.indices.contains(from), mentions[from].type == .quantity, mentions[from] != mention
      else { return "it starts from no other quantity" }
    }
    return measured.isEmpty || measured.of?.isEmpty == true || measured.basis?.isEmpty == true
      ? "it measures nothing" : nil
  }

  /// Whether the bytes behind a span say what the text says, save what the reader put in.
  private static func source(of span: Span, in text: DocumentText, _ bytes: [UInt8]) -> String? {
    let ranges = text.sourceMap.ranges(of: span)
    guard ranges.allSatisfy({ 0 <= $0.start && $0.start < $0.end && $0.end <= bytes.count }) else {
      return "the source is out of bounds"
    }
    let found = String(decoding: ranges.flatMap { bytes[$0.start..<$0.end] }, as: UTF8.self)
    let kept = (span.start..<span.end).filter { !text.sourceMap.ranges(of: Span($0, $0 + 1)).isEmpty }
    let wanted = String(scalars: kept.map { text.scalars[$0] })
    return Array(found.utf8) == Array(wanted.utf8) ? nil : "the source says \(found)"
  }

  private static func lists(_ lists: [NumberedList], in outer: Span) -> String? {
    var end = outer.start
    for list in lists {
      guard outer.contains(list.span), !list.items.isEmpty, list.span.start >= end else {
        return "the list at \(list.span) does not nest in \(outer)"
      }
      if let lead = list.lead, lead.end > list.span.start { return "the lead \(lead) is behind its list" }
      end = list.span.start
      for item in list.items {
        guard item.span.start >= end, list.span.contains(item.span), item.span.contains(item.marker),
          item.span.contains(item.title), item.marker.start == item.span.start,
          item.marker.end <= item.title.start,
          item.ordinal > 0
        else { return "the item at \(item.span) does not nest in \(list.span)" }
        if let fault = Self.lists(item.lists, in: item.span) { return fault }
        end = item.span.end
      }
      end = list.span.end
    }
    return nil
  }

  private static func json(of extraction: Extraction) throws -> String? {
    // Foundation takes U+FEFF behind an escape for a byte order mark and drops it.
    let json = rendered(extraction).unicodeScalars.map { $0 == "\u{FEFF}" ? "\\ufeff" : String($0) }.joined()
    let parsed = try JSONSerialization.jsonObject(with: Data(json.utf8))
    guard let object = parsed as? [String: Any], let text = object["text"] as? String,
      let mentions = object["mentions"] as? [[String: Any]]
    else { return "the JSON lacks text or mentions" }
    let scalars = Array(text.unicodeScalars)
    guard scalars.count == extraction.document.text.count else { return "the JSON has another text" }
    guard mentions.count == extraction.mentions.count else { return "the JSON has other mentions" }
    for mention in mentions {
      guard let start = mention["start"] as? Int, let end = mention["end"] as? Int,
        let slice = mention["text"] as? String, Array(slice.unicodeScalars) == Array(scalars[start..<end])
      else { return "the JSON mention \(mention) is not its slice" }
    }
    return nil
  }

  private static func tei(of extraction: Extraction) throws -> String? {
    let buffer = OutputBuffer()
    try TEIExporter(generator: Seeds.pipeline.generator).write(extraction, into: buffer)
    let texts = try Array(buffer.bytes).withUnsafeBytes { try TEITextReader.read($0, file: "a.xml") }
    let wanted = Array(extraction.document.text.string.utf8)
    return texts.map { Array($0.text.utf8) } == [wanted] ? nil : "TEI gives another text"
  }

  /// An extraction as it stands in a dataset.
  static func rendered(_ extraction: Extraction) -> String {
    let buffer = OutputBuffer()
    JSONExporter.render(extraction, into: buffer)
    return buffer.string
  }
}
