/// Reads the line that names the speaker: `中华人民共和国主席　习近平`, `国务院总理　李　强`, `习　近　平`.
enum PersonName {
  /// The name in a byline, without office and blanks, or nil when the line is none.
  static func inByline(_ line: ArraySlice<UInt32>) -> String? {
    let line = line.trimmed
    guard line.count >= 2, line.count <= 40,
      line.allSatisfy({ isNamePart($0) || CharacterClass.isBlank($0) })
    else { return nil }
    guard line.contains(where: CharacterClass.isBlank) else { return whole(line) }
    let parts = line.parts(at: CharacterClass.isBlank)
    guard let last = parts.last else { return nil }
    // Single Hanzi that blanks part are one name.
    let singles = parts.reversed().prefix { $0.count == 1 }.count
    if singles >= 2, singles <= 4 {
      let name = Array(parts.suffix(singles).joined())
      let office = parts.dropLast(singles)
      guard isName(name[...]), office.isEmpty || endsWithOffice(office) else { return nil }
      return name[...].text
    }
    guard isName(last) || last.contains(0xB7), endsWithOffice(parts.dropLast()) else { return nil }
    return last.text
  }

  /// The name in a byline without blanks.
  private static func whole(_ line: ArraySlice<UInt32>) -> String? {
    if isName(line), line.count <= 3 || compoundSurname(line) { return line.text }
    return nameBehindOffice(line)
  }

  /// The name that a title begins with, with what stands behind it: `习近平：…`, `习近平在…`, `国家主席习近平致…`.
  static func atStart(of title: ArraySlice<UInt32>) -> (name: String, rest: ArraySlice<UInt32>)? {
    let title = title.trimmed
    // Offices may stand in a row: 中共中央总书记、国家主席.
    var start = title.startIndex
    while true {
      let text = title[start...]
      if let length = leadingName(text) { return (text.prefix(length).text, text.dropFirst(length)) }
      guard let office = DocumentVocabulary.offices.first(in: text.prefix(16)) else { return nil }
      start = office.upperBound
      if start < title.endIndex, title[start] == 0x3001 { start += 1 }
    }
  }

  /// The length of a name that begins a text, when what follows shows its end.
  private static func leadingName(_ text: ArraySlice<UInt32>) -> Int? {
    let surname = DocumentVocabulary.surnames.prefix(of: text)
    guard surname > 0 else { return nil }
    for given in [2, 1] {
      let length = surname + given
      guard text.count > length, text.prefix(length).allSatisfy(CharacterClass.isHanzi) else { continue }
      let next = text[text.startIndex + length]
      if nameFollowers.contains(next) { return length }
    }
    return nil
  }

  /// ： 在 给 致 向 就 同 对 于 为 发 关
  private static let nameFollowers: Set<UInt32> = [
    0xFF1A, 0x3A, 0x5728, 0x7ED9, 0x81F4, 0x5411, 0x5C31, 0x540C, 0x5BF9, 0x4E8E, 0x4E3A, 0x53D1, 0x5173,
  ]

  /// Whether a text is a name of two to four Hanzi.
  static func isName(_ text: ArraySlice<UInt32>) -> Bool {
    let surname = DocumentVocabulary.surnames.prefix(of: text)
    return surname > 0 && (1...2).contains(text.count - surname) && text.allSatisfy(CharacterClass.isHanzi)
  }

  private static func compoundSurname(_ text: ArraySlice<UInt32>) -> Bool {
    DocumentVocabulary.surnames.prefix(of: text) == 2
  }

  private static func isNamePart(_ scalar: UInt32) -> Bool {
    CharacterClass.isHanzi(scalar) || scalar == 0x3001 || scalar == 0xB7 || scalar == 0x2022 || scalar == 0x2D
  }

  private static func endsWithOffice(_ parts: ArraySlice<ArraySlice<UInt32>>) -> Bool {
    guard let last = parts.last else { return false }
    return DocumentVocabulary.offices.suffix(of: last) > 0
  }

  private static func nameBehindOffice(_ line: ArraySlice<UInt32>) -> String? {
    for length in [3, 2, 4] where line.count > length + 1 {
      let name = line.suffix(length)
      guard isName(name), length < 4 || compoundSurname(name) else { continue }
      if DocumentVocabulary.offices.suffix(of: line.dropLast(length)) > 0 { return name.text }
    }
    return nil
  }
}
