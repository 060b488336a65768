import Testing

@testable import RuleEngine

@Suite("Capture names")
struct CaptureNameTests {
  @Test func aLiteralNamesWhatAStringDoes() {
    #expect(CaptureName("x") == "x")
    #expect(CaptureName("to") == "to" && CaptureName("to") != "tt")
    #expect(CaptureName("year") == "year" && CaptureName("unit") == "unit")
    #expect(CaptureName("number") == "number" && CaptureName("minutes") == "minutes")
    #expect(CaptureName("qualifier") == "qualifier" && CaptureName("denominator") == "denominator")
    #expect(CaptureName("one-that-is-longer-than-two-words") == "one-that-is-longer-than-two-words")
  }

  /// Names of each length that differ in one letter only.
  @Test(arguments: 1...24)
  func oneLetterMakesAnother(_ length: Int) {
    let letters = Array(repeating: Character("a"), count: length)
    var names: Set<CaptureName> = [CaptureName(String(letters)), CaptureName(String(letters + ["a"]))]
    for place in letters.indices {
      var other = letters
      other[place] = "b"
      names.insert(CaptureName(String(other)))
    }
    #expect(names.count == length + 2)
  }
}
