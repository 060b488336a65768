import CLibXML2

/// What can go wrong while XML is written.
package enum XMLWriterError: Error, Equatable {
  /// libxml2 could not write, for want of memory.
  case failed
}

/// Writes XML with libxml2's text writer, so that what comes out is well-formed whatever goes in.
///
/// libxml2's writer checks nothing: here elements and attributes are of closed sets, scopes are closures and
/// so always balanced, an attribute stands once, and only characters of XML 1.0 get through; how many did
/// not is in ``removed``. Elements that hold no text have their children on lines of their own, and white
/// space never gets in where text is.
package final class XMLWriter {
  /// Where the children of an element stand.
  package enum Layout: Sendable {
    /// Each on a line of its own.
    case lines
    /// Behind each other, without any white space.
    case run
  }

  /// How many characters were left out because XML 1.0 has no place for them.
  package private(set) var removed = 0

  private let writer: xmlTextWriterPtr?
  private var hasFailed = false
  private var open: [Scope] = []
  private let scratch = OutputBuffer(capacity: 1 << 12)

  private struct Scope {
    var element: TEIElement
    var layout: Layout
    var hasChildren = false
  }

  /// Creates a writer behind what the buffer holds, and writes the XML declaration.
  package init(into buffer: OutputBuffer) {
    LibXML2.start()
    let target = Unmanaged.passRetained(buffer).toOpaque()
    let output = xmlOutputBufferCreateIO(
      { context, bytes, count in
        guard let context, let bytes, count > 0 else { return 0 }
        let buffer = Unmanaged<OutputBuffer>.fromOpaque(context).takeUnretainedValue()
        buffer.append(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
        return count
      },
      { context in
        if let context { Unmanaged<OutputBuffer>.fromOpaque(context).release() }
        return 0
      }, target, nil)
    writer = output.flatMap { xmlNewTextWriter($0) }
    check(writer.map { xmlTextWriterStartDocument($0, "1.0", "UTF-8", nil) } ?? -1)
  }

  deinit { xmlFreeTextWriter(writer) }

  /// Writes an element, its attributes, and what `body` writes into it.
  package func element(
    _ element: TEIElement, _ attributes: TEIAttributes = [:], layout: Layout? = nil, _ body: () -> Void = {}
  ) {
    breakLine()
    if !open.isEmpty { open[open.count - 1].hasChildren = true }
    check(xmlTextWriterStartElement(writer, element.rawValue))
    for pair in attributes.pairs { attribute(pair) }
    open.append(Scope(element: element, layout: layout ?? (element.holdsText ? .run : .lines)))
    body()
    if open[open.count - 1].hasChildren { breakLine(closing: true) }
    open.removeLast()
    check(xmlTextWriterEndElement(writer))
  }

  /// Writes an element that holds nothing but text.
  package func element(_ element: TEIElement, _ attributes: TEIAttributes = [:], text: String) {
    self.element(element, attributes) { self.text(text) }
  }

  /// Writes text; the open element must be one that holds text.
  package func text(_ string: String) {
    let scalars = string.unicodeScalars.map(\.value)
    text(scalars[...])
  }

  /// Writes text from scalar values; the open element must be one that holds text.
  package func text(_ scalars: ArraySlice<UInt32>) {
    guard !scalars.isEmpty else { return }
    guard scalars.count <= XMLWriter.longestRun else {
      text(scalars.prefix(XMLWriter.longestRun))
      return text(scalars.dropFirst(XMLWriter.longestRun))
    }
    precondition(open.last?.element.holdsText == true, "text in an element that holds none")
    scratch.removeAll()
    scalars.withUnsafeBufferPointer { scalars in
      scratch.write(atMost: scalars.count * XMLCharacter.longestReference) { target in
        var end = target
        for scalar in scalars {
          if XMLCharacter.isLegal(scalar) { XMLCharacter.write(scalar, to: &end) } else { removed += 1 }
        }
        return end - target
      }
    }
    scratch.withBytes { bytes in
      guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
      check(
        xmlTextWriterWriteRawLen(writer, base.assumingMemoryBound(to: UInt8.self), Int32(bytes.count)))
    }
  }

  /// How many scalars are handed over at once, far below what libxml2 can count.
  private static let longestRun = 1 << 20

  /// Hands everything written so far to the buffer.
  package func flush() { check(xmlTextWriterFlush(writer)) }

  /// Ends the document; throws if anything could not be written.
  package func finish() throws(XMLWriterError) {
    precondition(open.isEmpty, "an element is still open")
    check(xmlTextWriterEndDocument(writer))
    flush()
    if hasFailed { throw .failed }
  }

  private func attribute(_ pair: TEIAttributes.Pair) {
    guard !XMLCharacter.isPlain(pair.value) else {
      check(xmlTextWriterWriteAttribute(writer, pair.name.rawValue, pair.value))
      return
    }
    var legal = String.UnicodeScalarView()
    for scalar in pair.value.unicodeScalars {
      if XMLCharacter.isLegal(scalar.value) { legal.append(scalar) } else { removed += 1 }
    }
    check(xmlTextWriterWriteAttribute(writer, pair.name.rawValue, String(legal)))
  }

  private func breakLine(closing: Bool = false) {
    guard let scope = open.last, scope.layout == .lines else { return }
    let depth = open.count - (closing ? 1 : 0)
    let length = Int32(1 + 2 * min(depth, XMLWriter.deepest))
    check(xmlTextWriterWriteRawLen(writer, XMLWriter.lineBreak.utf8Start, length))
  }

  /// A line feed and the spaces of the deepest indentation.
  private static let lineBreak: StaticString = "\n                                        "
  private static let deepest = 20

  private func check(_ status: Int32) {
    if status < 0 { hasFailed = true }
  }
}
