import CLibXML2

/// Checks files against the schema of the TEI that we write, `gangmu-tei.rng`.
///
/// The schema is compiled once; every check has its own context and gathers its own errors.
package final class TEIValidator {
  private let schema: xmlRelaxNGPtr

  /// Compiles the embedded schema; one that does not compile is a mistake in the build.
  package init() {
    LibXML2.start()
    do { schema = try TEIValidator.compile(Schema.tei, file: "gangmu-tei.rng") } catch {
      preconditionFailure("\(error)")
    }
  }

  deinit { xmlRelaxNGFree(schema) }

  /// All that is wrong with a document, or nothing; one that is not well-formed has the one issue of that.
  package func issues(in bytes: UnsafeRawBufferPointer, file: String) -> [XMLIssue] {
    // Reading it once without keeping anything sorts out what must not reach the parser that builds a tree.
    do { try SafeXMLParser.parse(bytes, file: file, handler: Bystander()) } catch { return [error] }
    guard bytes.count <= Int(Int32.max),
      let document = xmlReadMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, nil,
        SafeXMLParser.options)
    else { return [XMLIssue(file: file, line: 0, message: "too large to check")] }
    defer { xmlFreeDoc(document) }
    let context = xmlRelaxNGNewValidCtxt(schema)
    defer { xmlRelaxNGFreeValidCtxt(context) }
    let found = IssueList(file: file)
    xmlRelaxNGSetValidStructuredErrors(context, gather, Unmanaged.passUnretained(found).toOpaque())
    let status = withExtendedLifetime(found) { xmlRelaxNGValidateDoc(context, document) }
    if status != 0, found.issues.isEmpty {
      return [XMLIssue(file: file, line: 0, message: "not valid")]
    }
    return found.issues
  }

  private static func compile(_ source: StaticString, file: String) throws(XMLIssue) -> xmlRelaxNGPtr {
    let bytes = UnsafeRawBufferPointer(start: source.utf8Start, count: source.utf8CodeUnitCount)
    let context = xmlRelaxNGNewMemParserCtxt(
      bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
    defer { xmlRelaxNGFreeParserCtxt(context) }
    let found = IssueList(file: file)
    xmlRelaxNGSetParserStructuredErrors(context, gather, Unmanaged.passUnretained(found).toOpaque())
    guard let schema = withExtendedLifetime(found, { xmlRelaxNGParse(context) }) else {
      throw found.issues.first ?? XMLIssue(file: file, line: 0, message: "no schema")
    }
    return schema
  }
}

/// Hears what a document holds, and keeps nothing.
private final class Bystander: XMLHandler {
  func start(_ name: String, _ attributes: [String: String]) {}
  func end(_ name: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The issues that one context has come upon.
private final class IssueList {
  let file: String
  var issues: [XMLIssue] = []

  init(file: String) { self.file = file }
}

/// libxml2's way to tell one context's errors.
private let gather: xmlStructuredErrorFunc = { list, error in
  guard let list, let error else { return }
  let found = Unmanaged<IssueList>.fromOpaque(list).takeUnretainedValue()
  found.issues.append(
    XMLIssue(
      file: found.file, line: Int(error.pointee.line), message: SafeXMLParser.message(of: error.pointee)))
}
