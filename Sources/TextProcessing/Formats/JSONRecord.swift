/// One line of JSON Lines: what the reader knows of its keys, the rest checked and passed over.
struct JSONRecord {
  private(set) var id: JSONLinesReader.Identifier?
  private(set) var text: JSONString?
  private(set) var date: JSONString?
  private(set) var title: JSONString?

  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var index: Int
  private var seen: Set<String> = []

  /// Prepares to read the bytes of a line.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    self.bytes = bytes
    self.index = line.lowerBound
    self.end = line.upperBound
  }

  /// Reads the line. What was read before a fault stays, so that the error can name the id.
  mutating func read() throws(JSONLinesReader.Fault) {
    skipBlanks()
    guard index < end else { throw .empty(index) }
    guard bytes[index] == 0x7B else {
      throw .syntax(index, "a line should be an object: {\"id\": …, \"text\": …}")
    }
    index += 1
    skipBlanks()
    if index < end, bytes[index] == 0x7D {
      index += 1
    } else {
      try members()
    }
    skipBlanks()
    guard index == end else {
      throw .syntax(index, "something stands behind the object; a line should hold one")
    }
  }

  private mutating func members() throws(JSONLinesReader.Fault) {
    while true {
      skipBlanks()
      guard index < end, bytes[index] == 0x22 else {
        throw .syntax(index, "a key in quotation marks should stand here")
      }
      let place = index
      let key = try string().string(in: bytes)
      skipBlanks()
      guard index < end, bytes[index] == 0x3A else {
        throw .syntax(index, "a colon should stand behind a key")
      }
      index += 1
      skipBlanks()
      guard index < end else { throw .syntax(index, "the line ends where a value should stand") }
      try value(of: key, at: place)
      skipBlanks()
      guard index < end else { throw .syntax(index, "the line ends inside an object; } should close it") }
      index += 1
      if bytes[index - 1] == 0x7D { return }
      guard bytes[index - 1] == 0x2C else {
        throw .syntax(index - 1, "a comma or } should stand behind a value")
      }
    }
  }

  private mutating func value(of key: String, at place: Int) throws(JSONLinesReader.Fault) {
    switch key {
    case "id", "text", "date", "title":
      guard seen.insert(key).inserted else { throw .duplicate(place, key) }
    default:
      return try skipValue()
    }
    let isString = bytes[index] == 0x22
    let isNull = bytes[index] == 0x6E
    let start = index
    if key == "id", !isString, !isNull {
      try skipValue()
      guard bytes[start] == 0x2D || (0x30...0x39).contains(bytes[start]) else { throw .type(start, key) }
      id = .number(String(decoding: bytes[start..<index], as: UTF8.self))
      return
    }
    guard isString else {
      try skipValue()
      if isNull, key != "text" { return }
      throw .type(start, key)
    }
    let string = try string()
    switch key {
    case "id": id = .string(string.string(in: bytes))
    case "text": text = string
    case "date": date = string
    default: title = string
    }
  }

  private mutating func string() throws(JSONLinesReader.Fault) -> JSONString {
    try JSONString(bytes, &index, end: end)
  }

  private mutating func skipBlanks() {
    while index < end,
      bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0D || bytes[index] == 0x0A
    {
      index += 1
    }
  }

  // MARK: Values that do not matter

  /// Checks and passes over a value, however deep, without recursion.
  private mutating func skipValue() throws(JSONLinesReader.Fault) {
    var closers: [UInt8] = []
    repeat {
      skipBlanks()
      guard index < end else { throw .syntax(index, "the line ends inside a value") }
      switch bytes[index] {
      case 0x7B, 0x5B:
        let closer = bytes[index] + 2
        index += 1
        skipBlanks()
        if index < end, bytes[index] == closer {
          index += 1
        } else {
          closers.append(closer)
          if closer == 0x7D { try skipKey() }
          continue
        }
      case 0x22: _ = try string()
      default: try skipLiteral()
      }
      try close(&closers)
    } while !closers.isEmpty
  }

  /// Goes on behind a value: to the next one, or out of what ends.
  private mutating func close(_ closers: inout [UInt8]) throws(JSONLinesReader.Fault) {
    while let closer = closers.last {
      skipBlanks()
      guard index < end else { throw .syntax(index, "the line ends inside a value") }
      if bytes[index] == closer {
        index += 1
        closers.removeLast()
        continue
      }
      guard bytes[index] == 0x2C else {
        throw .syntax(index, "a comma or a bracket should stand behind a value")
      }
      index += 1
      if closer == 0x7D { try skipKey() }
      return
    }
  }

  private mutating func skipKey() throws(JSONLinesReader.Fault) {
    skipBlanks()
    guard index < end, bytes[index] == 0x22 else {
      throw .syntax(index, "a key in quotation marks should stand here")
    }
    _ = try string()
    skipBlanks()
    guard index < end, bytes[index] == 0x3A else { throw .syntax(index, "a colon should stand behind a key") }
    index += 1
  }

  private mutating func skipLiteral() throws(JSONLinesReader.Fault) {
    let start = index
    while index < end, isLiteralPart(bytes[index]) { index += 1 }
    let literal = bytes[start..<index]
    let isWord = ["true", "false", "null"].contains { literal.elementsEqual($0.utf8) }
    guard isWord || isNumber(literal) else { throw .syntax(start, "no JSON value begins here") }
  }

  private func isLiteralPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
    default: false
    }
  }

  private func isNumber(_ literal: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = literal
    func digits() -> Int {
      let run = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(run)
      return run
    }
    if rest.first == 0x2D { rest = rest.dropFirst() }
    let leadsWithZero = rest.first == 0x30
    let whole = digits()
    guard whole > 0, !(leadsWithZero && whole > 1) else { return false }
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == 0x65 || rest.first == 0x45 {
      rest = rest.dropFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
