// Writes variants.tsv: ICU's traditional to simplified characters, one to one. Run with `swift variants.swift`
// beside jieba's word list: JIEBA=/path/to/jieba/dict.txt swift variants.swift > FILE; then sort.py FILE.
import Foundation

let dictionary = try String(contentsOfFile: ProcessInfo.processInfo.environment["JIEBA"]!, encoding: .utf8)
// A character that simplified text uses itself is not folded: 著 乾 藉 瞭 (their words have frequencies there).
var inUse: [Character: Int] = [:]
for line in dictionary.split(separator: "\n") {
  let fields = line.split(separator: " ")
  // zg holds fragments of broken text beside common characters, nr names in both scripts.
  guard fields.count == 3, !fields[2].hasPrefix("zg"), let frequency = Int(fields[1]) else { continue }
  for character in fields[0] { inUse[character, default: 0] += frequency }
}

let simplify = StringTransform("Hant-Hans")
var rows: [String] = []
var left: [String] = []
for value in Array(0x3400...0x4dbf) + Array(0x4e00...0x9fff) {
  let character = String(UnicodeScalar(UInt32(value))!)
  guard let simple = character.applyingTransform(simplify, reverse: false), simple != character,
    simple.unicodeScalars.count == 1
  else { continue }
  let frequency = inUse[Character(character), default: 0]
  if frequency > 0 { left.append("\(character)\(simple)\(frequency)") }
  rows.append("\(character)\t\(simple)\t\(frequency)")
}
FileHandle.standardError.write(Data((left.joined(separator: " ") + "\n").utf8))
for row in rows { print(row) }
