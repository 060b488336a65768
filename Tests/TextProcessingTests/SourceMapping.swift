import DocumentModel

@testable import TextProcessing

/// The property that every text keeps: what stands in the source stands there as the text says.
enum SourceMapping {
  /// The first place where a document's text does not stand in the source as its map says, or nil.
  static func fault(in document: Document, bytes: [UInt8], isMarkup: Bool = false) -> String? {
    let runs = document.text.sourceMap.runs
    for (index, run) in runs.enumerated() where run.width > 0 {
      let end = index + 1 < runs.count ? runs[index + 1].text : document.text.count
      for offset in run.text..<end {
        let place = run.source + (offset - run.text) * run.width
        guard place >= 0, place + run.width <= bytes.count else { return "\(offset): out of bounds" }
        let found = scalar(Array(bytes[place..<place + run.width]), encoding: document.source.encoding)
        let wanted = document.text.scalars[offset]
        if let found, found == wanted { continue }
        if isMarkup, bytes[place] == 0x26 || bytes[place] == 0x5C { continue }
        return "\(offset): U+\(String(wanted, radix: 16)) is not at byte \(place)"
      }
    }
    return shapeFault(in: document)
  }

  /// Whether paragraphs and line feeds are the whole text, and breaks and ranges lie within.
  private static func shapeFault(in document: Document) -> String? {
    var end = -1
    for paragraph in document.paragraphs {
      guard paragraph.span.start == end + 1, !paragraph.span.isEmpty else { return "paragraph at \(end)" }
      if end >= 0, document.text.scalars[end] != 0x0A { return "no line feed at \(end)" }
      end = paragraph.span.end
    }
    guard max(end, 0) == document.text.count else { return "text behind the last paragraph" }
    let isOrdered = zip(document.breaks, document.breaks.dropFirst()).allSatisfy { $0.offset <= $1.offset }
    return isOrdered && document.breaks.allSatisfy { (0...document.text.count).contains($0.offset) }
      ? nil : "breaks out of order"
  }

  private static func scalar(_ bytes: [UInt8], encoding: String) -> UInt32? {
    switch encoding {
    case "utf-8": String(validating: bytes, as: UTF8.self)?.unicodeScalars.first?.value
    case "gb18030":
      bytes.count == 1
        ? UInt32(bytes[0]) : bytes.withUnsafeBufferPointer { GB18030Reader.scalar(in: $0, at: 0)?.scalar }
    default:
      String(
        decoding: stride(from: 0, to: bytes.count, by: 2).map { index in
          let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
          return encoding == "utf-16be" ? a << 8 | b : b << 8 | a
        }, as: UTF16.self
      ).unicodeScalars.first?.value
    }
  }
}
