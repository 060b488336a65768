/// Judges by path and content what format a text is in.
enum FormatDetector {
  /// The format; never `.auto`.
  static func format(of text: MappedText, path: String) -> InputFormat {
    let name = path.lowercased()
    if name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xml") || name.hasSuffix(".xhtml")
    {
      return .html
    }
    if name.hasSuffix(".md") || name.hasSuffix(".markdown") { return .markdown }
    let head = opening(of: text)
    if isMarkup(head) { return .html }
    return isMarkdown(text) ? .markdown : .text
  }

  /// The first two thousand bytes without blanks before them, in lower case.
  private static func opening(of text: MappedText) -> [UInt8] {
    let buffer = text.bytes.buffer
    let rest = buffer[min(text.start, buffer.count)...].drop { $0 <= 0x20 }
    return rest.prefix(2048).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }

  /// Whether a text begins as HTML or XML does.
  static func isMarkup(_ head: [UInt8]) -> Bool {
    guard head.first == 0x3C else { return false }
    return [
      "<!doctype html", "<html", "<head", "<body", "<?xml", "<rss", "<feed", "<div", "<p>", "<p ", "<article",
    ]
    .contains { head.starts(with: $0.utf8) }
      || (head.starts(with: "<!--".utf8) && contains("<html", in: head))
  }

  private static func contains(_ word: String, in bytes: [UInt8]) -> Bool {
    let word = Array(word.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: word) }
  }

  /// Whether one of the first lines is a heading as Markdown writes it.
  private static func isMarkdown(_ text: MappedText) -> Bool {
    var scanner = LineScanner(text, pageMark: .none)
    for _ in 0..<12 {
      guard let line = scanner.next() else { return false }
      let buffer = text.bytes.buffer
      var index = line.start
      while index < line.end, buffer[index] == 0x23 { index += 1 }
      if index > line.start, index - line.start <= 6, index < line.end, buffer[index] == 0x20 { return true }
    }
    return false
  }

  /// The encoding that a page of HTML or XML says it is in.
  static func label(in bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    let head = bytes.prefix(2048).drop { $0 <= 0x20 }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    guard isMarkup(head) else { return nil }
    for key in ["charset", "encoding"] {
      let key = Array(key.utf8)
      guard let place = head.indices.first(where: { head[$0...].starts(with: key) }) else { continue }
      let value = head[(place + key.count)...].drop { $0 == 0x20 || $0 == 0x3D || $0 == 0x22 || $0 == 0x27 }
      let name = value.prefix {
        $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3E && $0 != 0x3B && $0 != 0x3F
      }
      if let encoding = TextEncoding(label: String(decoding: name, as: UTF8.self)) { return encoding }
    }
    return nil
  }
}
