import DocumentModel
import Foundation
import Gangmu
import Testing

@Suite("Gold")
struct GoldTests {
  struct Floor: Decodable {
    var f1: Double
    var value: Double?
  }

  /// The floor only rises: who does better raises it, so that nobody falls behind again.
  @Test func theSeedIsReadAsWellAsEver() throws {
    let floors = try JSONDecoder().decode(
      [String: Floor].self, from: Data(contentsOf: GoldFile.folder.appending(path: "floor.json")))
    let score = GoldScore(try Seeds.extractions(), against: try GoldFile.read("seed.json"))
    #expect(score.tallies.keys.sorted() == floors.keys.sorted())
    for (type, floor) in floors.sorted(by: { $0.key < $1.key }) {
      let tally = try #require(score.tallies[type])
      let errors = tally.errors.joined(separator: "\n")
      expect(tally.f1, isAt: floor.f1, "F1 of \(type)", errors)
      if let value = floor.value { expect(tally.valueAccuracy, isAt: value, "values of \(type)", errors) }
    }
  }

  private func expect(_ score: Double, isAt floor: Double, _ what: String, _ errors: String) {
    #expect(score >= floor - 0.00005, "\(what) fell below the floor\n\(errors)")
    #expect(score <= floor + 0.00005, "\(what) rose to \(score): raise it in Gold/floor.json")
  }

  @Test func theScoreCountsWhatIsWrong() throws {
    let gold = try GoldFile.read("seed.json")
    var extractions = try Seeds.extractions()
    extractions[0].mentions.removeAll { $0.type == .quantity }
    extractions[0].lists.removeFirst()
    extractions[3].document.publisher = nil
    let tallies = GoldScore(extractions, against: gold).tallies
    #expect(tallies["quantity"]?.f1 ?? 1 < 1)
    #expect(tallies["lists"]?.missed == 4)
    #expect(tallies["metadata"]?.errors.count == 1)
    #expect(tallies["temporal"]?.f1 == 1)
  }
}
