package import DocumentModel

/// Writes JSON (RFC 8259) straight into a buffer, field by field.
///
/// Keys are literals and are written as they stand. Commas and line breaks are the writer's own business:
/// a container is laid out over ``Layout/lines`` or on one line, and a compact writer knows no lines.
package struct JSONWriter: FieldSink {
  /// How the members of a container are laid out.
  package enum Layout: Sendable {
    /// Each member on a line of its own, indented.
    case lines
    /// All members on the line of the container.
    case run
  }

  private let buffer: OutputBuffer
  private let isCompact: Bool
  private var layout = Layout.run
  private var depth = 0
  private var isFirst = true

  /// Creates a writer behind what the buffer holds; a compact one writes no white space.
  package init(into buffer: OutputBuffer, isCompact: Bool = false, depth: Int = 0) {
    self.buffer = buffer
    self.isCompact = isCompact
    self.depth = depth
  }

  // MARK: Fields

  /// Writes a field that is a string.
  package mutating func string(_ key: StaticString, _ value: String) {
    self.key(key)
    quote(value)
  }

  /// Writes a field that is a stretch of text.
  package mutating func text(_ key: StaticString, _ scalars: ArraySlice<UInt32>) {
    self.key(key)
    quote(scalars)
  }

  /// Writes a field that is a string of one letter and a number, as ids are.
  package mutating func string(_ key: StaticString, _ letter: UInt8, _ number: Int) {
    self.key(key)
    buffer.append(UInt8(ascii: "\""))
    buffer.append(letter)
    buffer.append(decimal: number)
    buffer.append(UInt8(ascii: "\""))
  }

  /// Writes a field that is the id of a mention.
  package mutating func mention(_ key: StaticString, _ index: Int) {
    string(key, UInt8(ascii: "m"), index + 1)
  }

  /// Writes a field that is an exact decimal.
  package mutating func number(_ key: StaticString, _ value: DecimalNumber) {
    self.key(key)
    buffer.append(value)
  }

  /// Writes a field that is a whole number.
  package mutating func integer(_ key: StaticString, _ value: Int) {
    self.key(key)
    buffer.append(decimal: value)
  }

  /// Writes a field that is a number in its own spelling, which must be that of JSON.
  package mutating func number(_ key: StaticString, spelled digits: String) {
    self.key(key)
    buffer.append(digits)
  }

  /// Writes a field that is a list of strings.
  package mutating func strings(_ key: StaticString, _ values: [String]) {
    array(key) { writer in
      for value in values { writer.element(value) }
    }
  }

  /// Writes a field that has fields of its own, on one line.
  package mutating func object(_ key: StaticString, _ fields: (inout JSONWriter) -> Void) {
    object(key, .run, fields)
  }

  /// Writes a field that has fields of its own.
  package mutating func object(
    _ key: StaticString, _ layout: Layout, _ fields: (inout JSONWriter) -> Void
  ) {
    self.key(key)
    container(layout, "{", "}", fields)
  }

  /// Writes a field that is a list.
  package mutating func array(
    _ key: StaticString, _ layout: Layout = .run, _ elements: (inout JSONWriter) -> Void
  ) {
    self.key(key)
    container(layout, "[", "]", elements)
  }

  /// Writes fields that were written before into a buffer of their own, by a writer of the same layout.
  package mutating func fields(written bytes: [UInt8]) {
    separate()
    bytes.withUnsafeBytes { buffer.append($0) }
  }

  // MARK: Elements of a list

  /// Writes an element that has fields.
  package mutating func element(_ layout: Layout = .run, _ fields: (inout JSONWriter) -> Void) {
    separate()
    container(layout, "{", "}", fields)
  }

  /// Writes an element that is a pair of whole numbers.
  package mutating func element(_ first: Int, _ second: Int) {
    separate()
    buffer.append(UInt8(ascii: "["))
    buffer.append(decimal: first)
    buffer.append(UInt8(ascii: ","))
    if !isCompact { buffer.append(UInt8(ascii: " ")) }
    buffer.append(decimal: second)
    buffer.append(UInt8(ascii: "]"))
  }

  /// Writes an element that is a string.
  package mutating func element(_ value: String) {
    separate()
    quote(value)
  }

  /// Ends the line that the writer is on, whatever the layout.
  package func endLine() { buffer.append(UInt8(ascii: "\n")) }

  // MARK: Parts

  private mutating func key(_ key: StaticString) {
    if !isCompact { separate() }
    let comma = isCompact && !isFirst ? 1 : 0
    isFirst = false
    let (letters, count) = (UnsafeRawPointer(key.utf8Start), key.utf8CodeUnitCount)
    buffer.write(atMost: count + 5) { target in
      target[0] = UInt8(ascii: ",")
      target[comma] = UInt8(ascii: "\"")
      let start = UnsafeMutableRawPointer(target) + comma + 1
      // Two words that overlap: a copy of unknown length is a call.
      if count >= 4, count <= 8 {
        start.storeBytes(of: letters.loadUnaligned(as: UInt32.self), as: UInt32.self)
        start.storeBytes(
          of: letters.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self), toByteOffset: count &- 4,
          as: UInt32.self)
      } else {
        start.copyMemory(from: letters, byteCount: count)
      }
      let end = target + comma + 1 + count
      end[0] = UInt8(ascii: "\"")
      end[1] = UInt8(ascii: ":")
      if isCompact { return comma + count + 3 }
      end[2] = UInt8(ascii: " ")
      return comma + count + 4
    }
  }

  private mutating func separate() {
    let breaks = layout == .lines && !isCompact
    if !isFirst {
      buffer.append(UInt8(ascii: ","))
      if !breaks, !isCompact { buffer.append(UInt8(ascii: " ")) }
    }
    if breaks { breakLine() }
    isFirst = false
  }

  private mutating func container(
    _ inner: Layout, _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    let outer = layout
    buffer.append(UInt8(ascii: open))
    layout = inner
    isFirst = true
    depth += 1
    body(&self)
    depth -= 1
    if !isFirst, inner == .lines, !isCompact { breakLine() }
    buffer.append(UInt8(ascii: close))
    layout = outer
    isFirst = false
  }

  private func breakLine() {
    buffer.append(UInt8(ascii: "\n"))
    for _ in 0..<2 * depth { buffer.append(UInt8(ascii: " ")) }
  }

  private func quote(_ value: String) {
    buffer.append(UInt8(ascii: "\""))
    if value.utf8.withContiguousStorageIfAvailable({ buffer.append(escaping: $0) }) == nil {
      Array(value.utf8).withUnsafeBufferPointer { buffer.append(escaping: $0) }
    }
    buffer.append(UInt8(ascii: "\""))
  }

  private func quote(_ scalars: ArraySlice<UInt32>) {
    buffer.append(UInt8(ascii: "\""))
    scalars.withUnsafeBufferPointer { buffer.append(escaping: $0) }
    buffer.append(UInt8(ascii: "\""))
  }
}
