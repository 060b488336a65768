package import DocumentModel

/// A text with ⟦⟧ around what should be found, so that no test counts offsets by hand.
package struct MarkedText: ExpressibleByStringLiteral, Sendable, CustomStringConvertible {
  /// The text without the marks.
  package let text: String

  /// The marked stretches, by start, the longer first.
  package let spans: [Span]

  /// The text with its marks.
  package let description: String

  /// Reads a text with marks; those inside others are stretches of their own.
  package init(_ marked: String) {
    var scalars = String.UnicodeScalarView()
    var open: [Int] = []
    var spans: [Span] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": open.append(scalars.count)
      case "⟧":
        precondition(!open.isEmpty, "⟧ closes nothing in \(marked)")
        spans.append(Span(open.removeLast(), scalars.count))
      default: scalars.append(scalar)
      }
    }
    precondition(open.isEmpty, "⟦ is not closed in \(marked)")
    text = String(scalars)
    self.spans = spans.sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
    description = marked
  }

  /// Reads a text with marks.
  package init(stringLiteral value: String) { self.init(value) }

  /// A text with marks around stretches that do not overlap, to compare what was found with what should be.
  package static func marking(_ spans: [Span], in text: String) -> String {
    var marked = String.UnicodeScalarView()
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      for span in spans where span.end == offset && !span.isEmpty { marked.append("⟧") }
      for span in spans where span.start == offset { marked.append("⟦") }
      marked.append(scalar)
    }
    for span in spans where span.end == text.unicodeScalars.count { marked.append("⟧") }
    return String(marked)
  }
}
