/// The outline: a pack's parts in the order they are written, a line each, which is read many times faster than YAML.
/// The packs that come with the program are put into it when it is built.
///
/// A line is the part's line in its file, a sign, and after `=` a scalar's text with `\n` and `\\` escaped, after `-`
/// how many elements of a sequence follow, after `:` how many pairs of a mapping.
extension PackNode {
  /// The part and all that is in it as an outline.
  package var outline: String {
    switch content {
    case .scalar(let text): "\(line)=\(PackNode.escaped(text))\n"
    case .sequence(let nodes): "\(line)-\(nodes.count)\n" + nodes.map(\.outline).joined()
    case .mapping(let pairs):
      "\(line):\(pairs.count)\n" + pairs.map { $0.key.outline + $0.value.outline }.joined()
    }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\\" || scalar == "\n" { escaped.append("\\") }
      escaped.append(scalar == "\n" ? "n" : scalar)
    }
    return String(escaped)
  }

  /// Reads an outline; nil when it is none.
  package init?(outline bytes: UnsafeBufferPointer<UInt8>) {
    var reader = OutlineReader(bytes: bytes)
    guard let node = reader.node() else { return nil }
    self = node
  }
}

/// Reads the lines of an outline one after the other.
private struct OutlineReader {
  let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func node() -> PackNode? {
    guard let line = number(), place < bytes.count else { return nil }
    let sign = bytes[place]
    place += 1
    switch sign {
    case UInt8(ascii: "="): return PackNode(.scalar(text()), line: line)
    case UInt8(ascii: "-"):
      guard let count = count() else { return nil }
      var nodes: [PackNode] = []
      nodes.reserveCapacity(count)
      for _ in 0..<count {
        guard let node = node() else { return nil }
        nodes.append(node)
      }
      return PackNode(.sequence(nodes), line: line)
    case UInt8(ascii: ":"):
      guard let count = count() else { return nil }
      var pairs: [PackNode.Pair] = []
      pairs.reserveCapacity(count)
      for _ in 0..<count {
        guard let key = node(), let value = node() else { return nil }
        pairs.append(PackNode.Pair(key: key, value: value))
      }
      return PackNode(.mapping(pairs), line: line)
    default: return nil
    }
  }

  private mutating func number() -> Int? {
    let start = place
    var number = 0
    while place < bytes.count, place - start < 9, (0x30...0x39).contains(bytes[place]) {
      number = number * 10 + Int(bytes[place] & 0x0F)
      place += 1
    }
    return place > start ? number : nil
  }

  /// A count, of which each takes up a byte at least.
  private mutating func count() -> Int? {
    guard let number = number(), number <= bytes.count - place, place < bytes.count else { return nil }
    place += 1
    return number
  }

  private mutating func text() -> String {
    let start = place
    var isPlain = true
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
      if bytes[place] == UInt8(ascii: "\\") { isPlain = false }
      place += 1
    }
    let raw = start..<place
    if place < bytes.count { place += 1 }
    if isPlain { return String(decoding: bytes[raw], as: UTF8.self) }
    var plain: [UInt8] = []
    var index = raw.lowerBound
    while index < raw.upperBound {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < raw.upperBound {
        index += 1
        plain.append(bytes[index] == UInt8(ascii: "n") ? UInt8(ascii: "\n") : bytes[index])
      } else {
        plain.append(bytes[index])
      }
      index += 1
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
