/// Makes values that TEI's datatypes take out of any string.
enum TEIName {
  /// A part of an `xml:id` (NCName) for a string; different strings have different ones.
  ///
  /// What a name may not hold, and the underscore itself, becomes its code between underscores.
  static func part(_ string: String) -> String {
    if string.utf8.allSatisfy({ $0 != 0x5F && $0 < 0x80 && isNameScalar(UInt32($0)) }) { return string }
    var name = String.UnicodeScalarView()
    for scalar in string.unicodeScalars {
      if isNameScalar(scalar.value), scalar != "_" {
        name.append(scalar)
      } else {
        name.append(contentsOf: "_\(String(scalar.value, radix: 16))_".unicodeScalars)
      }
    }
    return String(name)
  }

  /// A whole `xml:id` for a string: as ``part(_:)``, and led by an underscore where it could not begin so.
  static func whole(_ string: String) -> String {
    let name = part(string)
    guard let first = name.unicodeScalars.first, isNameStart(first.value) else { return "_" + name }
    return name
  }

  /// A `teidata.word` for a string: letters, marks left out, digits, punctuation and symbols.
  static func word(_ string: String) -> String {
    let isPlain = { (scalar: Unicode.Scalar) in (0x21...0x7E).contains(scalar.value) || isWordScalar(scalar) }
    if !string.isEmpty, string.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return string }
    let kept = String(String.UnicodeScalarView(string.unicodeScalars.filter(isPlain)))
    return kept.isEmpty ? "_" : kept
  }

  /// The `teidata.versionNumber` that a version begins with: `1.2.3` of `1.2.3-beta`.
  static func version(_ string: String) -> String {
    var parts: [Substring] = []
    for part in string.split(separator: ".", omittingEmptySubsequences: false).prefix(4) {
      let digits = part.prefix { $0.isASCII && $0.isNumber }
      if digits.isEmpty { break }
      parts.append(digits)
      if digits.count < part.count { break }
    }
    return parts.isEmpty ? "0" : parts.joined(separator: ".")
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation,
      .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation,
      .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      // Younger characters are unknown to the validators' older tables.
      scalar.properties.age.map { $0.major <= 6 } ?? false
    default: false
    }
  }

  /// The letters that names have always had, in XML's first edition too: what libxml2 and Java agree on.
  private static func isNameStart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0x4E00...0x9FA5: true
    default: false
    }
  }

  private static func isNameScalar(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x2D, 0x2E: true
    default: isNameStart(scalar)
    }
  }
}
