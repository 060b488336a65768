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
    let room = text.count + 8
    var length = 0
    var places: [Int32] = []
    var indices: [Int32] = []
    units = [UInt16](unsafeUninitializedCapacity: room) { units, unitCount in
      places = [Int32](unsafeUninitializedCapacity: room) { places, placeCount in
        indices = [Int32](unsafeUninitializedCapacity: room) { indices, indexCount in
          let cut = Layer.replace(mentions, in: text, units, places, indices)
          length = cut
          (unitCount, placeCount, indexCount) = (cut + 8, cut + 1, cut)
        }
      }
    }
    count = length
    self.places = places
    self.indices = indices
  }

  /// Fills the units of a layer, with padding behind them, and what they stand for; returns how many they are.
  private static func replace(
    _ mentions: [Mention], in text: FoldedText, _ units: UnsafeMutableBufferPointer<UInt16>,
    _ places: UnsafeMutableBufferPointer<Int32>, _ indices: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    var length = 0
    var place = 0
    text.units.withUnsafeBufferPointer { source in
      let copy = { (end: Int) in
        for offset in 0..<(end &- place) {
          units[length &+ offset] = source[place &+ offset]
          places[length &+ offset] = Int32(truncatingIfNeeded: place &+ offset)
          indices[length &+ offset] = -1
        }
        length &+= end &- place
        place = end
      }
      for index in mentions.indices {
        let range = text.range(of: mentions[index].span)
        guard range.lowerBound >= place, !range.isEmpty else { continue }
        copy(range.lowerBound)
        units[length] = MentionSymbol.unit(for: mentions[index].type)
        places[length] = Int32(place)
        indices[length] = Int32(index)
        length += 1
        place = range.upperBound
      }
      copy(text.count)
    }
    places[length] = Int32(text.count)
    for offset in 0..<8 { units[length + offset] = 0 }
    return length
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
