/// Gives back the text of the documents in a TEI file that ``TEIExporter`` wrote.
///
/// Blocks begin paragraphs, a milestone of the unit `paragraph` is a line feed, a `g` of the type `control`
/// a character that XML cannot hold. White space counts only where text may stand.
package enum TEITextReader {
  /// A document's id, as in its `xml:id`, and its text.
  package struct Text: Hashable, Sendable {
    /// The `xml:id` of its `TEI` element.
    package var id: String

    /// The text, its paragraphs separated by U+000A.
    package var text: String
  }

  /// Reads the documents of a file; `file` names it in what is thrown.
  package static func read(_ bytes: UnsafeRawBufferPointer, file: String) throws(XMLIssue) -> [Text] {
    let handler = TextHandler()
    try SafeXMLParser.parse(bytes, file: file, handler: handler)
    return handler.texts
  }
}

/// Follows a document's elements and collects its text.
private final class TextHandler: XMLHandler {
  private(set) var texts: [TEITextReader.Text] = []
  private var bytes: [UInt8] = []
  private var hasParagraph = false
  private var scopes: [Scope] = []

  private enum Content {
    /// Outside the text, or where only elements stand.
    case elements
    /// Text, each scalar of which counts.
    case text
    /// A point of a list of blocks, of which it is not yet known which of the two it holds.
    case undecided
  }

  private struct Scope {
    var content: Content
    var isInText: Bool
    var isInlineList = false
    /// In a list: whether the last label's paragraph goes on. In an item: whether its first p goes on in it.
    var goesOn = false
    var pending: [UInt8] = []
  }

  func start(_ name: String, _ attributes: [String: String]) {
    let outer = scopes.last ?? Scope(content: .elements, isInText: false)
    var scope = Scope(content: .elements, isInText: outer.isInText)
    switch name {
    case "TEI":
      texts.append(TEITextReader.Text(id: attributes["xml:id"] ?? "", text: ""))
      bytes = []
      hasParagraph = false
    case "text": scope.isInText = true
    case _ where !outer.isInText: break
    case "front", "body", "div", "opener", "closer": break
    case "p", "ab", "head", "byline", "dateline", "salute", "signed":
      beginBlock()
      scope.content = .text
    case "list":
      scope.isInlineList = attributes["rend"]?.split(separator: " ").contains("inline") == true
      if scope.isInlineList { decideText() } else { decideElements() }
    case "label":
      scope.content = .text
      if !outer.isInlineList {
        beginParagraph()
        setGoesOn(true)
      }
    case "item":
      scope.content = outer.isInlineList ? .text : .undecided
      scope.goesOn = outer.goesOn
      setGoesOn(false)
    case "lb", "pb", "anchor": break
    case "milestone":
      decideText()
      if attributes["unit"] == "paragraph" { bytes.append(0x0A) }
    case "g":
      decideText()
      append(control: attributes)
    default:
      decideText()
      scope.content = .text
    }
    scopes.append(scope)
  }

  func end(_ name: String) {
    if scopes.last?.content == .undecided { decideText() }
    scopes.removeLast()
    if name == "TEI", !texts.isEmpty {
      texts[texts.count - 1].text = String(decoding: bytes, as: UTF8.self)
    }
  }

  func text(_ more: UnsafeBufferPointer<UInt8>) {
    guard let scope = scopes.last, scope.isInText else { return }
    switch scope.content {
    case .elements: break
    case .text: bytes.append(contentsOf: more)
    case .undecided:
      scopes[scopes.count - 1].pending.append(contentsOf: more)
      let isBlank = more.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
      if !isBlank { decideText() }
    }
  }

  /// A block opens: the paragraph goes on where it is the first of a labelled point, or else a new one begins.
  private func beginBlock() {
    decideElements()
    if scopes.last?.goesOn == true { setGoesOn(false) } else { beginParagraph() }
  }

  private func beginParagraph() {
    if hasParagraph { bytes.append(0x0A) }
    hasParagraph = true
  }

  /// The open point holds blocks, so the white space in it is none of the text's.
  private func decideElements() {
    guard scopes.last?.content == .undecided else { return }
    scopes[scopes.count - 1].content = .elements
  }

  /// The open point holds text, and so does what was kept back.
  private func decideText() {
    guard let scope = scopes.last, scope.content == .undecided else { return }
    scopes[scopes.count - 1].content = .text
    if !scope.goesOn { beginParagraph() }
    bytes.append(contentsOf: scope.pending)
  }

  private func setGoesOn(_ goesOn: Bool) {
    if !scopes.isEmpty { scopes[scopes.count - 1].goesOn = goesOn }
  }

  private func append(control attributes: [String: String]) {
    guard attributes["type"] == "control", let code = attributes["n"], let value = UInt32(code, radix: 16),
      let scalar = Unicode.Scalar(value)
    else { return }
    bytes.append(contentsOf: Array(String(Character(scalar)).utf8))
  }
}
