package import DocumentModel
package import TextProcessing

/// A stretch of text that a rule's pattern fits, with its captures.
///
/// It looks at what the matcher holds of the match that it reads just now, so it is good only for as long as
/// the reading that it is handed to runs.
package struct Match {
  // Not counted, and what is read often behind pointers: the matcher keeps them while the reading runs.
  private let program: Unmanaged<RuleSet.Program>
  private let layer: Unmanaged<Layer>
  private let captureNames: UnsafeBufferPointer<CaptureName>
  private let slots: UnsafePointer<Int32>

  /// The stretch, in the folded text.
  package let range: Range<Int>

  /// Creates a match with the places that a ``CaptureFinder`` found.
  init(
    _ program: Unmanaged<RuleSet.Program>, _ range: Range<Int>, slots: UnsafePointer<Int32>, layer: Layer
  ) {
    self.program = program
    self.layer = .passUnretained(layer)
    self.range = range
    captureNames = program._withUnsafeGuaranteedRef { $0.captureNames }
    self.slots = slots
  }

  /// The folded text.
  package var text: FoldedText { layer._withUnsafeGuaranteedRef { $0.text } }

  /// The id of the rule.
  package var rule: String { program._withUnsafeGuaranteedRef { $0.rule.id } }

  /// The names of the captures.
  package var names: [String] { program._withUnsafeGuaranteedRef { $0.captures } }

  /// What a capture covers, or nil when it took no part.
  package func range(_ name: CaptureName) -> Range<Int>? {
    covered(name).map { range in layer._withUnsafeGuaranteedRef { $0.range(range) } }
  }

  /// The folded units of a capture, or nil when it took no part.
  package subscript(name: CaptureName) -> ArraySlice<UInt16>? {
    range(name).map { range in layer._withUnsafeGuaranteedRef { $0.text.units[range] } }
  }

  /// Whether a capture took part.
  package func has(_ name: CaptureName) -> Bool { covered(name) != nil }

  /// A unit of the folded text.
  package func unit(at place: Int) -> UInt16 { layer._withUnsafeGuaranteedRef { $0.text.units[place] } }

  /// The folded text of a capture.
  package func string(_ name: CaptureName) -> String? {
    self[name].map { String(folded: $0) }
  }

  /// The mentions that a capture of a rule over mentions covers.
  package func mentions(in name: CaptureName) -> [Mention] {
    covered(name).map { range in layer._withUnsafeGuaranteedRef { $0.mentions(in: range) } } ?? []
  }

  /// What a capture covers of the units that the rule reads.
  private func covered(_ name: CaptureName) -> Range<Int>? {
    for index in captureNames.indices where captureNames[index] == name {
      return CaptureFinder.range(index, in: slots)
    }
    return nil
  }
}

/// The name of a capture, so that looking for one compares two words and no strings.
package struct CaptureName: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The first letters and the last, up to eight of each, which overlap where there are less than 16.
  private let first: UInt64
  private let last: UInt64
  private let count: Int

  /// The letters between them, mixed.
  private let middle: UInt64

  /// Creates the name that a string spells.
  package init(_ name: String) {
    var name = name
    self = name.withUTF8 { CaptureName($0) }
  }

  /// Creates the name that a literal spells.
  package init(stringLiteral name: StaticString) {
    self.init(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  private init(_ letters: UnsafeBufferPointer<UInt8>) {
    count = letters.count
    let bytes = UnsafeRawBufferPointer(letters)
    let step = count >= 8 ? 8 : count >= 4 ? 4 : 1
    var middle: UInt64 = 0
    switch step {
    case 8:
      first = bytes.loadUnaligned(as: UInt64.self)
      last = bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      for place in 8..<max(8, count - 8) { middle = middle &* 31 &+ UInt64(bytes[place]) }
    case 4:
      first = UInt64(bytes.loadUnaligned(as: UInt32.self))
      last = UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    default:
      first = count > 0 ? UInt64(bytes[0]) : 0
      last = count > 0 ? UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count - 1]) : 0
    }
    self.middle = middle
  }
}
