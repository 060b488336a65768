/// The words that a speech or a letter turns to its audience with.
enum Salutation {
  /// Whether a whole line is one: `女士们，先生们，朋友们：`, `各位同事！`, `澳门科技大学的师生们：`.
  static func isLine(_ line: ArraySlice<UInt32>) -> Bool {
    let line = line.trimmed
    guard let last = line.last, line.count <= 260, line.count > 2 else { return false }
    let words = line.dropLast()
    switch last {
    case 0xFF1A, 0x3A:  // ：
      return isAddress(words)
    case 0xFF01, 0x21:  // ！
      return words.count <= 60 && isAddress(words) && DocumentVocabulary.salutations.prefix(of: words) > 0
    case 0xFF0C, 0x2C:  // ，
      return isAddress(words) && DocumentVocabulary.salutations.prefix(of: words) > 0
    default:
      return false
    }
  }

  /// How long the salutation is that begins a longer text, with its colon; nil when none does.
  static func leading(_ text: ArraySlice<UInt32>) -> Int? {
    guard let colon = text.prefix(400).firstIndex(where: { $0 == 0xFF1A || $0 == 0x3A }) else { return nil }
    let length = colon + 1 - text.startIndex
    guard length < text.count, DocumentVocabulary.salutations.prefix(of: text) > 0,
      isAddress(text.prefix(length - 1))
    else { return nil }
    return length
  }

  /// Whether every clause addresses somebody.
  private static func isAddress(_ words: ArraySlice<UInt32>) -> Bool {
    let clauses = words.parts { $0 == 0xFF0C || $0 == 0x2C || $0 == 0x3001 || $0 == 0x3B || $0 == 0xFF1B }
    guard !clauses.isEmpty else { return false }
    return clauses.allSatisfy { clause in
      let clause = clause.trimmed
      guard !clause.isEmpty, clause.count <= 60, !clause.contains(where: isNoAddress) else { return false }
      return DocumentVocabulary.addressees.suffix(of: clause) > 0
        || (DocumentVocabulary.salutations.prefix(of: clause) > 0 && clause.count <= 24)
    }
  }

  private static func isNoAddress(_ scalar: UInt32) -> Bool {
    scalar == 0x3002 || scalar == 0xFF1A || scalar == 0xFF01 || scalar == 0xFF1F
  }
}
