import CLibXML2

/// Takes what a document holds, in order.
protocol XMLHandler: AnyObject {
  /// An element opens; attributes in no namespace go by their local names.
  func start(_ name: String, _ attributes: [String: String])

  /// The element that opened last and is still open closes.
  func end(_ name: String)

  /// A stretch of text, as UTF-8.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Reads XML without ever holding it whole, trusting nothing in it.
///
/// Documents with a DTD are refused, so there are no entities to expand and nothing to load; nesting is
/// bounded by libxml2. Errors come to this parser alone: the library's global handlers are left as they are.
enum SafeXMLParser {
  /// The options of every parse: no network, line numbers beyond 65,535, nothing printed.
  static let options = Int32(
    XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue)

  /// Reads a document to its end, or throws the first thing wrong with it.
  static func parse(
    _ bytes: UnsafeRawBufferPointer, file: String, handler: any XMLHandler
  ) throws(XMLIssue) {
    LibXML2.start()
    guard let context = xmlCreatePushParserCtxt(nil, nil, nil, 0, nil) else {
      throw XMLIssue(file: file, line: 0, message: "out of memory")
    }
    defer { xmlFreeParserCtxt(context) }
    let state = ParserState(handler)
    xmlCtxtUseOptions(context, options)
    context.pointee._private = Unmanaged.passUnretained(state).toOpaque()
    context.pointee.sax.pointee = callbacks
    withExtendedLifetime(state) {
      var offset = 0
      while offset < bytes.count, state.issue == nil {
        let count = min(chunk, bytes.count - offset)
        let start = bytes.baseAddress?.advanced(by: offset).assumingMemoryBound(to: CChar.self)
        xmlParseChunk(context, start, Int32(count), 0)
        offset += count
      }
      if state.issue == nil { xmlParseChunk(context, nil, 0, 1) }
      if context.pointee.wellFormed == 0 { state.fail("not well-formed", line: 0) }
    }
    if let (line, message) = state.issue { throw XMLIssue(file: file, line: line, message: message) }
  }

  private static let chunk = 1 << 16

  /// What libxml2 asks of handlers that know of namespaces.
  private static let magic: UInt32 = 0xDEED_BEAF

  private static var callbacks: xmlSAXHandler {
    var callbacks = xmlSAXHandler()
    callbacks.initialized = magic
    callbacks.startElementNs = { context, name, _, _, _, _, count, _, attributes in
      guard let state = parserState(context), let name else { return }
      state.handler.start(String(cString: name), parsedAttributes(attributes, count: Int(count)))
    }
    callbacks.endElementNs = { context, name, _, _ in
      guard let state = parserState(context), let name else { return }
      state.handler.end(String(cString: name))
    }
    callbacks.characters = { context, bytes, count in
      guard let state = parserState(context), let bytes else { return }
      state.handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    callbacks.ignorableWhitespace = callbacks.characters
    callbacks.cdataBlock = callbacks.characters
    callbacks.internalSubset = { context, _, _, _ in
      guard let context else { return }
      let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
      parserState(context)?.fail(
        "a document type declaration is not taken", line: SafeXMLParser.currentLine(parser))
      xmlStopParser(parser)
    }
    callbacks.serror = { context, error in
      guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
      parserState(context)?.fail(SafeXMLParser.message(of: error.pointee), line: Int(error.pointee.line))
    }
    return callbacks
  }

  /// libxml2's message as one line.
  static func message(of error: xmlError) -> String {
    guard let message = error.message else { return "error \(error.code)" }
    let line = String(cString: message).split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.isEmpty ? "error \(error.code)" : line
  }

  private static func currentLine(_ parser: xmlParserCtxtPtr) -> Int {
    parser.pointee.input.map { Int($0.pointee.line) } ?? 0
  }
}

/// The library as a whole.
enum LibXML2 {
  private static let started: Void = xmlInitParser()

  /// Sets the library up, once, before any thread uses it.
  static func start() { started }
}

/// What a running parser knows: whom it tells, and what went wrong first.
private final class ParserState {
  let handler: any XMLHandler
  var issue: (line: Int, message: String)?

  init(_ handler: any XMLHandler) { self.handler = handler }

  func fail(_ message: String, line: Int) {
    if issue == nil { issue = (line, message) }
  }
}

/// The state of a parser, unless it has failed.
private func parserState(_ context: UnsafeMutableRawPointer?) -> ParserState? {
  guard let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self),
    let pointer = parser.pointee._private
  else { return nil }
  let state = Unmanaged<ParserState>.fromOpaque(pointer).takeUnretainedValue()
  return state.issue == nil ? state : nil
}

/// Five pointers an attribute: its name, prefix and namespace, and the two ends of its value.
private func parsedAttributes(
  _ pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int
) -> [String: String] {
  guard let pointers, count > 0 else { return [:] }
  var attributes: [String: String] = [:]
  for index in 0..<count {
    let place = pointers + index * 5
    guard let name = place[0], let start = place[3], let end = place[4] else { continue }
    let value = UnsafeBufferPointer(start: start, count: end - start)
    let prefix = place[1].map { String(cString: $0) + ":" } ?? ""
    attributes[prefix + String(cString: name)] = String(decoding: value, as: UTF8.self)
  }
  return attributes
}
