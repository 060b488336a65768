/// How a file is laid out, judged by its beginning.
struct TextProfile {
  /// Whether a blank line follows nearly every line, so that it says nothing.
  var isSpaced = false

  /// How pages begin.
  var pageMark = PageMark.none

  /// The width at which lines are broken, where they are.
  var wrap: WrapWidth?

  /// Looks at the beginning of a text.
  init(_ text: MappedText) {
    var scanner = LineScanner(text, pageMark: .none)
    var lines: [Line] = []
    while lines.count < 2000, let line = scanner.next(), line.start < text.start + (1 << 19) {
      lines.append(line)
    }
    guard let first = lines.first else { return }
    let spaced = lines.dropFirst().count { $0.blanksBefore > 0 }
    isSpaced = lines.count > 4 && spaced * 5 >= lines.dropFirst().count * 4
    let buffer = text.bytes.buffer
    if LineScanner.find(0x0C, in: buffer, from: text.start, to: buffer.count) != nil {
      pageMark = .formFeed
    } else if TextProfile.pagesBeginWithSpace(lines, first: first, buffer: buffer, isSpaced: isSpaced) {
      pageMark = .leadingSpace
    }
    if !text.linesAreParagraphs {
      wrap = WrapWidth(lines, in: buffer, ignoringSpaces: pageMark == .leadingSpace)
    }
  }

  /// Whether single spaces before lines mark pages: they are rare, the first line has one, no line is
  /// indented, and in a spaced file no blank line stands before them.
  private static func pagesBeginWithSpace(
    _ lines: [Line], first: Line, buffer: UnsafeBufferPointer<UInt8>, isSpaced: Bool
  ) -> Bool {
    guard lines.count > 3, first.indent == 1, buffer[first.outset] == 0x20 else { return false }
    let marked = lines.filter { $0.indent == 1 && buffer[$0.outset] == 0x20 }
    let indented = lines.count { $0.indent > 0 }
    guard indented == marked.count, marked.count * 8 <= lines.count + 8 else { return false }
    return !isSpaced || marked.dropFirst().allSatisfy { $0.blanksBefore == 0 }
  }
}
