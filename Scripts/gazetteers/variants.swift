// Writes variants.tsv: ICU's traditional to simplified characters, one to one. Run with `swift variants.swift`
// with jieba's word list named: JIEBA=/path/to/jieba/dict.txt swift variants.swift > variants.tsv
import Foundation

let dictionary = try String(contentsOfFile: ProcessInfo.processInfo.environment["JIEBA"]!, encoding: .utf8)
// A character that simplified text uses itself is not folded: 著 乾 藉 瞭 俱 跤 阪. jieba has a few traditional
// spellings too, so that a low frequency does not count, nor one of these.
let traditionalAllTheSame: Set<Character> = ["於", "後", "徵", "麽"]
var inUse: [Character: Int] = [:]
for line in dictionary.split(separator: "\n") {
  let fields = line.split(separator: " ")
  // zg holds fragments of broken text beside common characters, nr names in both scripts.
  guard fields.count == 3, !fields[2].hasPrefix("zg"), let frequency = Int(fields[1]) else { continue }
  for character in fields[0] { inUse[character, default: 0] += frequency }
}

print(
  "# Traditional and variant characters with the simplified one, for matching only. Source: ICU transform Hant-Hans "
    + "(Foundation of Swift 6.3, Unicode-3.0), less what jieba 0.42.1 (PyPI, MIT) uses in simplified words, 2026-11-22.")
print("# columns: character\tsimplified")
let simplify = StringTransform("Hant-Hans")
for value in Array(UInt32(0x3400)...0x4dbf) + Array(0x4e00...0x9fff) {
  let character = Character(UnicodeScalar(value)!)
  guard let simple = String(character).applyingTransform(simplify, reverse: false)?.unicodeScalars,
    simple.count == 1, let scalar = simple.first, scalar.value != value, scalar.value < 0x10000
  else { continue }
  guard inUse[character, default: 0] < 100 || traditionalAllTheSame.contains(character) else { continue }
  print("\(character)\t\(Character(scalar))")
}
