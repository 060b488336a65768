import DocumentModel
import Extractors
import Foundation
import RuleEngine
import TextProcessing

struct Dump: FieldSink {
  var out = ""
  mutating func string(_ key: StaticString, _ value: String) { out += " \(key)=\(value)" }
  mutating func number(_ key: StaticString, _ value: DecimalNumber) { out += " \(key)=\(value)" }
  mutating func strings(_ key: StaticString, _ values: [String]) { out += " \(key)=\(values)" }
  mutating func object(_ key: StaticString, _ fields: (inout Self) -> Void) {
    out += " \(key){"; fields(&self); out += "}"
  }
}
let t0 = Date()
do {
  let rules = try Catalog.rules()
  FileHandle.standardError.write("load \(Date().timeIntervalSince(t0)*1000) ms\n".data(using: .utf8)!)
  let matcher = Matcher(rules)
  for path in CommandLine.arguments.dropFirst() {
    let s: String
    if path.hasPrefix("=") {
      s = String(path.dropFirst())
    } else {
      s = try String(contentsOfFile: path, encoding: .utf8)
    }
    let text = DocumentText(s)
    var d = Document(
      id: "d", source: Source(path: path, sha256: "", encoding: "utf-8", bytes: ByteRange(0, s.utf8.count)),
      text: text, paragraphs: [])
    let m = s.firstMatch(of: /(20\d\d)[-年](\d+)[-月](\d+)/)
    d.referenceDate =
      m.map { "\($0.1)-" + ($0.2.count == 1 ? "0" : "") + $0.2 + "-" + ($0.3.count == 1 ? "0" : "") + $0.3 }
      ?? "2023-05-19"
    let t1 = Date()
    let ms = matcher.findings(in: d).mentions
    FileHandle.standardError.write(
      "extract \(Date().timeIntervalSince(t1)*1000) ms, \(ms.count) mentions, \(s.utf8.count) bytes\n".data(
        using: .utf8)!)
    for x in ms {
      var dump = Dump(); x.value.describe(into: &dump)
      let a = max(0, x.span.start - 8), b = min(text.count, x.span.end + 8)
      print(
        "\(x.type)\t\(text[Span(a, x.span.start)])⟦\(text[x.span])⟧\(text[Span(x.span.end, b)])\t\(x.rule)\t\(dump.out)"
          .replacingOccurrences(of: "\n", with: "↵"))
    }
  }
} catch { print("\(error)") }
