/// Names files after documents.
struct FileName {
  private var taken: Set<String> = []

  /// An id as one part of a path: whatever a path or a terminal would take amiss becomes `_`.
  static func plain(_ id: String) -> String {
    var name = ""
    for scalar in id.unicodeScalars {
      let isPlain =
        scalar != "/" && scalar != "\\" && scalar != ":" && !scalar.properties.isWhitespace
        && scalar.value >= 0x20 && scalar.value != 0x7F
      name.unicodeScalars.append(isPlain ? scalar : "_")
    }
    if name.hasPrefix(".") { name = "_" + name.dropFirst() }
    // Most file systems take 255 bytes, and a suffix and a number must find room.
    while name.utf8.count > 200 { name.removeLast() }
    return name.isEmpty ? "_" : name
  }

  /// The name itself, or with a number where another document has it: `a`, `a-2`, `a-3`.
  ///
  /// Names that differ only in case are kept apart too, for file systems that do not tell them apart.
  mutating func unique(_ name: String) -> String {
    var unique = name
    var number = 1
    while !taken.insert(unique.lowercased()).inserted {
      number += 1
      unique = "\(name)-\(number)"
    }
    return unique
  }
}
