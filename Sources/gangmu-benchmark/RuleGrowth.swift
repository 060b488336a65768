import DocumentModel
import Foundation
import Gangmu
import RuleEngine

/// What ten times the rules cost.
///
/// The rules that are added look as the bundled ones do, number and unit, word and date, set phrase, but with
/// words that are drawn from the characters of real text: they start to match as often, and seldom get far.
struct RuleGrowth {
  private let pipeline: Pipeline
  private let characters: [Character]

  init(_ pipeline: Pipeline, words sample: Sample) {
    self.pipeline = pipeline
    let text = String(decoding: sample.bytes, as: UTF8.self)
    characters = Array(Set(text.filter { ("\u{4E00}"..."\u{9FFF}").contains($0) })).sorted()
  }

  func rows(for sample: Sample) throws -> [Table.Row] {
    let documents = try sample.documents()
    let count = pipeline.generator.packs.reduce(0) { $0 + $1.rules.count }
    let pack = RuleFile(path: "synthetic.yaml", content: .read(pack(of: 9 * count)), isBundled: false)
    let start = Clock.processorTime(runs: 3) { _ = try? Pipeline() }
    var larger = pipeline
    let largerStart = try Clock.processorTime(runs: 1) { larger = try Pipeline(adding: [pack]) }
    let usual = seconds(for: documents, by: pipeline)
    let grown = seconds(for: documents, by: larger)
    return [
      Table.Row(name: "compiling \(count) rules", value: start * 1000, unit: "ms"),
      Table.Row(name: "compiling \(10 * count) rules", value: largerStart * 1000, unit: "ms"),
      Table.Row(
        name: "extracting with \(10 * count) rules", value: grown / usual,
        unit: "times the cost with \(count)"),
    ]
  }

  private func seconds(for documents: [Document], by pipeline: Pipeline) -> Double {
    let worker = Worker(pipeline)
    return Clock.processorTime(runs: 3) { for document in documents { _ = worker.extract(document) } }
  }

  /// A pack of so many rules.
  private func pack(of count: Int) -> String {
    var random = Generator(state: 1)
    let rules = (0..<count).map { number -> String in
      let words = (0..<4).map { _ in word(&random) }
      let any = words.joined(separator: "|")
      let (pattern, meaning) =
        switch number % 5 {
        case 0: ("(?<number>@number)(\(any))", "number")
        case 1: ("(\(any))(?<number>@arabic)[个项次]", "number")
        case 2: ("@year4年?(\(any))", "nothing")
        case 3: ("(\(words[0])|\(words[1]))[的和与、]{0,2}(\(words[2])|\(words[3]))", "nothing")
        default: ("第[一二三四五六七八九十]{1,3}[届次](\(any))", "nothing")
        }
      return """
          - {id: synthetic.r\(number), about: Synthetic, means: \(meaning), pattern: '\(pattern)', examples: [\(words[0])]}

        """
    }
    return "pack: synthetic\nabout: Synthetic rules\ntype: quantity\ngroup: figures\nrules:\n"
      + rules.joined()
  }

  private func word(_ random: inout Generator) -> String {
    String(
      (0..<Int.random(in: 2...4, using: &random)).map { _ in characters.randomElement(using: &random) ?? "一" }
    )
  }

  /// A generator of the same numbers every time.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
