import DocumentModel

/// Words in brackets within a clause: 中欧班列（西安）开行50列. They are stepped over, so that the clause goes on.
extension MeasureBoundary {
  /// The longest aside, in characters.
  private static let longest = 15

  /// Whether a clause ends at a place: a dash between two names joins them, one that is doubled does not.
  @inline(__always)
  static func isClauseEnd(at place: Int, in text: DocumentText) -> Bool {
    let scalar = text.scalars[place]
    guard scalar == dash else { return isClauseEnd(scalar) }
    return (place > 0 && text.scalars[place - 1] == dash)
      || (place + 1 < text.count && text.scalars[place + 1] == dash)
  }

  /// —
  private static let dash: UInt32 = 0x2014

  /// Where the bracket opens that closes right before a place.
  static func aside(endingAt end: Int, from low: Int, _ text: DocumentText) -> Range<Int>? {
    guard isClosing(text.scalars[end - 1]) else { return nil }
    var place = end - 2
    while place > low, end - place < longest + 2 {
      let scalar = text.scalars[place]
      if isOpening(scalar) { return isAside(place..<end, text) ? place..<end : nil }
      if isClauseEnd(scalar) { return nil }
      place -= 1
    }
    return nil
  }

  /// Where the bracket closes that opens at a place.
  static func aside(startingAt start: Int, _ text: DocumentText) -> Range<Int>? {
    guard isOpening(text.scalars[start]) else { return nil }
    var place = start + 1
    while place < text.count, place - start < longest + 1 {
      let scalar = text.scalars[place]
      if isClosing(scalar) { return isAside(start..<(place + 1), text) ? start..<(place + 1) : nil }
      if isClauseEnd(scalar) { return nil }
      place += 1
    }
    return nil
  }

  /// Whether words stand in the brackets, and the clause on both sides of them.
  private static func isAside(_ range: Range<Int>, _ text: DocumentText) -> Bool {
    range.count > 2 && range.lowerBound > 0 && range.upperBound < text.count
      && !isClauseEnd(text.scalars[range.lowerBound - 1]) && !isClauseEnd(text.scalars[range.upperBound])
  }

  static func isOpening(_ scalar: UInt32) -> Bool { scalar == 0xFF08 || scalar == 0x28 }

  static func isClosing(_ scalar: UInt32) -> Bool { scalar == 0xFF09 || scalar == 0x29 }

  /// A name without the Latin letters in brackets at its end: 国内生产总值（GDP）.
  static func withoutLetters(_ name: Span, _ text: DocumentText) -> Span {
    guard name.count > 4, isClosing(text.scalars[name.end - 1]) else { return name }
    var place = name.end - 2
    while place > name.start, text.scalars[place] < 0x80, !isOpening(text.scalars[place]) { place -= 1 }
    guard place > name.start, isOpening(text.scalars[place]) else { return name }
    return Span(name.start, place)
  }
}
