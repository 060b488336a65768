/// An exact decimal: `significand` × 10^`exponent`.
///
/// Figures in text are decimal, so `1.1万` is 11000 and `0.1` is one tenth, never the nearest binary
/// fraction. Equal amounts are equal values: trailing zeros of the significand are taken out.
public struct DecimalNumber: Hashable, Sendable {
  /// The digits, as a whole number without trailing zeros; 0 for zero.
  public let significand: Int128

  /// The power of ten.
  public let exponent: Int

  /// Creates significand × 10^exponent.
  public init(_ significand: Int128, exponent: Int = 0) {
    guard significand != 0 else {
      self.significand = 0
      self.exponent = 0
      return
    }
    var wide = significand
    var exponent = exponent
    while Int64(exactly: wide) == nil, wide % 10 == 0 {
      wide /= 10
      exponent += 1
    }
    if var narrow = Int64(exactly: wide) {
      while narrow & 1 == 0, narrow % 10 == 0 {
        narrow /= 10
        exponent += 1
      }
      wide = Int128(narrow)
    }
    self.significand = wide
    self.exponent = exponent
  }

  /// The product, or nil when its digits do not fit.
  public func multiplied(by other: DecimalNumber) -> DecimalNumber? {
    if other.significand == 1 { return DecimalNumber(significand, exponent: exponent + other.exponent) }
    let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
    return overflow ? nil : DecimalNumber(product, exponent: exponent + other.exponent)
  }

  /// The number with the other sign.
  public var negated: DecimalNumber { DecimalNumber(0 &- significand, exponent: exponent) }

  /// The sum, or nil when its digits do not fit.
  public func adding(_ other: DecimalNumber) -> DecimalNumber? {
    if significand == 0 { return other }
    if other.significand == 0 { return self }
    let exponent = min(self.exponent, other.exponent)
    guard let a = scaled(to: exponent), let b = other.scaled(to: exponent) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : DecimalNumber(sum, exponent: exponent)
  }

  /// The quotient rounded half up to so many places, or nil when it is divided by zero or does not fit.
  public func divided(by other: DecimalNumber, places: Int) -> DecimalNumber? {
    guard other.significand != 0 else { return nil }
    let shift = self.exponent - other.exponent + places
    guard let power = DecimalNumber.power(of: abs(shift)) else { return nil }
    let (numerator, overflow) =
      shift >= 0 ? significand.multipliedReportingOverflow(by: power) : (significand, false)
    let (denominator, overflowBelow) =
      shift < 0 ? other.significand.multipliedReportingOverflow(by: power) : (other.significand, false)
    guard !overflow, !overflowBelow, !(numerator == .min && denominator == -1) else { return nil }
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    let roundsUp = remainder.magnitude >= denominator.magnitude - remainder.magnitude
    let away: Int128 = (numerator < 0) != (denominator < 0) ? -1 : 1
    return DecimalNumber(roundsUp ? quotient + away : quotient, exponent: -places)
  }

  /// The value as a whole number, if it is one and fits.
  public var integer: Int? { scaled(to: 0).flatMap { Int(exactly: $0) } }

  private func scaled(to exponent: Int) -> Int128? {
    guard exponent <= self.exponent, let power = DecimalNumber.power(of: self.exponent - exponent) else {
      return nil
    }
    let (value, overflow) = significand.multipliedReportingOverflow(by: power)
    return overflow ? nil : value
  }

  private static func power(of exponent: Int) -> Int128? {
    guard exponent <= 38 else { return nil }
    return (0..<exponent).reduce(into: Int128(1)) { power, _ in power *= 10 }
  }
}

extension DecimalNumber: ExpressibleByIntegerLiteral {
  /// Creates a whole number.
  public init(integerLiteral value: Int) {
    self.init(Int128(value))
  }
}

extension DecimalNumber: Comparable {
  /// Orders by value.
  public static func < (a: DecimalNumber, b: DecimalNumber) -> Bool {
    let signs = (a.significand.signum(), b.significand.signum())
    guard signs.0 == signs.1, signs.0 != 0 else { return signs.0 < signs.1 }
    let exponent = min(a.exponent, b.exponent)
    guard let x = a.scaled(to: exponent), let y = b.scaled(to: exponent) else {
      // What does not fit at the lower exponent is farther from zero than all that does.
      return (a.exponent < b.exponent) == (signs.0 > 0)
    }
    return x < y
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// Plain digits, as in JSON: `26000000000`, `-0.25`.
  public var description: String {
    let digits = String(significand.magnitude)
    let sign = significand < 0 ? "-" : ""
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
    let whole = digits.count + exponent
    if whole > 0 {
      return sign + digits.prefix(whole) + "." + digits.suffix(-exponent)
    }
    return sign + "0." + String(repeating: "0", count: -whole) + digits
  }
}
