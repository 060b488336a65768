package import DocumentModel

/// The private-use units that stand for whole mentions in the text that rules over mentions read.
package enum MentionSymbol {
  private static let first: UInt16 = 0xE100
  private static let types = MentionType.allCases

  /// The units of all types.
  static let all = first...(first + UInt16(MentionType.allCases.count - 1))

  /// The unit that stands for a mention of a type.
  package static func unit(for type: MentionType) -> UInt16 {
    first + UInt16(types.firstIndex(of: type) ?? 0)
  }
}
