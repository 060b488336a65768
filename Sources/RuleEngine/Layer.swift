import DocumentModel
import TextProcessing

/// The units that a phase reads: the folded text, or that text with a symbol in place of each mention.
final class Layer {
  let units: [UInt16]
  let count: Int
  let text: FoldedText
  /// For each unit the place it stands for in the folded text, with the end behind the last; empty when the
  /// units are those of the text.
  private let places: [Int32]
  /// For each unit the index of the mention that it stands for, or -1.
  private let indices: [Int32]
  private let mentions: [Mention]

  /// Creates the layer of a text.
  init(_ text: FoldedText) {
    units = text.units
    count = text.count
    self.text = text
    places = []
    indices = []
    mentions = []
  }

  /// Creates the layer of a text in which each mention is replaced by the symbol of its type. Of mentions that
  /// overlap the earlier, longer one is replaced; they are given by start, the longer first.
  init(_ text: FoldedText, replacing mentions: [Mention]) {
    self.text = text
    self.mentions = mentions
    var units: [UInt16] = []
    units.reserveCapacity(text.units.count)
    var places: [Int32] = []
    places.reserveCapacity(text.units.count)
    var indices: [Int32] = []
    indices.reserveCapacity(text.units.count)
    var place = 0
    let copy = { (end: Int) in
      while place < end {
        places.append(Int32(place))
        units.append(text.units[place])
        indices.append(-1)
        place += 1
      }
    }
    for index in mentions.indices {
      let range = text.range(of: mentions[index].span)
      guard range.lowerBound >= place, !range.isEmpty else { continue }
      copy(range.lowerBound)
      places.append(Int32(place))
      units.append(MentionSymbol.unit(for: mentions[index].type))
      indices.append(Int32(index))
      place = range.upperBound
    }
    copy(text.count)
    places.append(Int32(text.count))
    count = units.count
    units += repeatElement(0, count: 8)
    self.units = units
    self.places = places
    self.indices = indices
  }

  /// The stretch of the folded text behind some units.
  func range(_ range: Range<Int>) -> Range<Int> {
    guard !places.isEmpty else { return range }
    return Int(places[range.lowerBound])..<Int(places[range.upperBound])
  }

  /// The mentions behind some units.
  func mentions(in range: Range<Int>) -> [Mention] {
    guard !indices.isEmpty else { return [] }
    return indices[range].filter { $0 >= 0 }.map { mentions[Int($0)] }
  }
}
