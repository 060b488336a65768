/// Why a file cannot be read as text.
package struct ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, by the name that datasets use.
  package enum Code: String, Sendable {
    case binary
    case invalidEncoding = "invalid-encoding"
  }

  /// What is wrong.
  package var code: Code

  /// The path as it was given.
  package var path: String

  /// The offset of the byte at fault.
  package var offset: Int

  /// What was found there and what would be right.
  package var message: String

  /// Creates an error.
  package init(_ code: Code, path: String, offset: Int, message: String) {
    self.code = code
    self.path = path
    self.offset = offset
    self.message = message
  }

  /// `PATH: byte 1234: 0xC3 does not begin a UTF-8 sequence; …`.
  package var description: String { "\(path): byte \(offset): \(message)" }

  /// A byte as messages write it: `0x0A`.
  static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0x0" + digits : "0x" + digits
  }
}
