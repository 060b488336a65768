import DocumentModel
import Foundation
import Gangmu
import RuleEngine
import TextProcessing

struct Dump: FieldSink {
  var out = ""
  mutating func string(_ key: StaticString, _ value: String) { out += " \(key)=\(value)" }
  mutating func number(_ key: StaticString, _ value: DecimalNumber) { out += " \(key)=\(value)" }
  mutating func strings(_ key: StaticString, _ values: [String]) { out += " \(key)=\(values)" }
  mutating func object(_ key: StaticString, _ fields: (inout Self) -> Void) { out += " \(key){"; fields(&self); out += "}" }
}
let t0 = Date()
var quiet = false
func dumpLists(_ lists: [NumberedList], _ text: DocumentText, _ indent: String) {
  for l in lists {
    print("\(indent)LIST announced=\(l.announced.map(String.init) ?? "-") lead=\(l.lead.map { text[$0] } ?? "-")")
    for i in l.items { print("\(indent)  \(i.ordinal) [\(text[i.marker])] {\(text[i.title])} ..\(text[Span(max(i.span.start, i.span.end-6), i.span.end)])"); dumpLists(i.lists, text, indent + "    ") }
  }
}
do {
  let pipeline = try Pipeline()
  FileHandle.standardError.write("load \(Date().timeIntervalSince(t0)*1000) ms\n".data(using: .utf8)!)
  let worker = Worker(pipeline)
  for path in CommandLine.arguments.dropFirst() {
    if path == "-q" { quiet = true; continue }
    if path.hasPrefix("=") {
      let e = pipeline.extract(String(path.dropFirst()), date: "2023-05-19")
      for x in e.mentions { var dump = Dump(); x.value.describe(into: &dump); print("\(x.type)\t⟦\(e.document.text[x.span])⟧\t\(x.rule)\t\(dump.out)") }
      dumpLists(e.lists, e.document.text, "")
      continue
    }
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let t1 = Date()
    var n = 0, d = 0
    for document in try DocumentReader(bytes: SourceBytes(bytes), path: path, sha256: "0123456789abcdef") {
      let e = worker.extract(document)
      n += e.mentions.count; d += 1
      if quiet { continue }
      let text = document.text
      print("DOC \(document.kind) title=\(document.title ?? "-") pub=\(document.publisher ?? "-") date=\(document.published ?? "-") ref=\(document.referenceDate ?? "-")")
      for x in e.mentions {
        var dump = Dump(); x.value.describe(into: &dump)
        let a = max(0, x.span.start - 10), b = min(text.count, x.span.end + 10)
        print("\(x.type)\t\(text[Span(a, x.span.start)])⟦\(text[x.span])⟧\(text[Span(x.span.end, b)])\t\(x.rule)\t\(dump.out)".replacingOccurrences(of: "\n", with: "↵"))
      }
      dumpLists(e.lists, text, "")
    }
    FileHandle.standardError.write("extract \(Date().timeIntervalSince(t1)*1000) ms, \(d) docs, \(n) mentions, \(bytes.count) bytes\n".data(using: .utf8)!)
  }
} catch { print("\(error)") }
