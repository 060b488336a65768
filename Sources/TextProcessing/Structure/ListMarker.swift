/// The marks that begin the points of a list and the headings of a document.
enum ListMarker {
  /// Whether a text begins with a mark of any kind.
  static func begins(_ text: ArraySlice<UInt32>) -> Bool {
    isStrong(text) || ordinalClause(text) || text.beginsWithDash
  }

  /// Whether it begins with a mark that hardly stands inside a paragraph: `一、` `（二）` `第三章` `4.`.
  static func isStrong(_ text: ArraySlice<UInt32>) -> Bool {
    guard let first = text.first else { return false }
    let start = text.startIndex
    if first == 0xFF08 || first == 0x28 {
      let close = text.prefix(6).firstIndex { $0 == 0xFF09 || $0 == 0x29 }
      return close.map { $0 > start + 1 && text[(start + 1)..<$0].allSatisfy(isNumeral) } ?? false
    }
    if first == 0x7B2C {  // 第
      let numeral = text.dropFirst().prefix { isNumeral($0) }
      guard !numeral.isEmpty, numeral.endIndex < text.endIndex else { return false }
      // 章 节 条 部 编
      return [0x7AE0, 0x8282, 0x6761, 0x90E8, 0x7F16].contains(text[numeral.endIndex])
    }
    let numeral = text.prefix { isNumeral($0) }
    guard !numeral.isEmpty, numeral.count <= 4, numeral.endIndex < text.endIndex else { return false }
    let mark = text[numeral.endIndex]
    let isHanzi = numeral.allSatisfy { CharacterClass.digit($0) == nil }
    if mark == 0x3001 {
      return numeral.endIndex + 1 < text.endIndex && !isNumeral(text[numeral.endIndex + 1])
    }
    guard !isHanzi, mark == 0x2E || mark == 0xFF0E else { return false }
    return numeral.endIndex + 1 < text.endIndex && CharacterClass.digit(text[numeral.endIndex + 1]) == nil
  }

  /// Whether it begins as a point does: `一是` `二要` `第三，` `首先，`.
  private static func ordinalClause(_ text: ArraySlice<UInt32>) -> Bool {
    let isCounted = text.first == 0x7B2C
    let rest = isCounted ? text.dropFirst() : text
    let numeral = rest.prefix { isNumeral($0) }
    guard !numeral.isEmpty, numeral.count <= 3, numeral.endIndex < text.endIndex else { return false }
    let mark = text[numeral.endIndex]
    return isCounted ? mark == 0xFF0C || mark == 0x3001 : mark == 0x662F || mark == 0x8981  // 是 要
  }

  private static func isNumeral(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x96F6,
      0x3007:
      true
    default: CharacterClass.digit(scalar) != nil
    }
  }
}
