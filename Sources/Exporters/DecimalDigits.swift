internal import DocumentModel

extension DecimalNumber {
  /// Its digits as JSON and XML Schema take them: plain, but with an exponent where zeros would fill a line.
  var plain: String {
    (-40...40).contains(exponent) ? description : "\(significand)e\(exponent)"
  }
}

extension OutputBuffer {
  /// Appends the plain digits of an exact decimal; those of ordinary size without making a string.
  func append(_ number: DecimalNumber) {
    guard let significand = Int(exactly: number.significand), (-18...40).contains(number.exponent) else {
      return append(number.plain)
    }
    guard number.exponent < 0 else {
      append(decimal: significand)
      for _ in 0..<number.exponent { append(UInt8(ascii: "0")) }
      return
    }
    let power = (number.exponent..<0).reduce(1) { power, _ in power * 10 }
    let (whole, part) = significand.magnitude.quotientAndRemainder(dividingBy: UInt(power))
    if significand < 0 { append(UInt8(ascii: "-")) }
    append(decimal: Int(whole))
    append(UInt8(ascii: "."))
    var place = UInt(power) / 10
    while place > 0, part < place {
      append(UInt8(ascii: "0"))
      place /= 10
    }
    if part > 0 { append(decimal: Int(part)) }
  }
}
