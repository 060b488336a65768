import DocumentModel
import TextProcessing

/// The units that a phase reads: the folded text, or that text with a symbol in place of each mention.
struct Layer {
  var units: [UInt16]
  var count: Int
  var text: FoldedText
  /// For each unit the place it stands for in the folded text, with the end behind the last; nil when the
  /// units are those of the text.
  private var places: [Int32]?
  private var mentions: [Int32: Mention] = [:]

  init(units: [UInt16], count: Int, text: FoldedText) {
    self.units = units
    self.count = count
    self.text = text
  }

  /// The stretch of the folded text behind some units.
  func range(_ range: Range<Int>) -> Range<Int> {
    guard let places else { return range }
    return Int(places[range.lowerBound])..<Int(places[range.upperBound])
  }

  /// The mentions behind some units.
  func mentions(in range: Range<Int>) -> [Mention] {
    range.compactMap { mentions[Int32($0)] }
  }

  /// The text with each mention replaced by the symbol of its type. Of mentions that overlap the earlier,
  /// longer one is replaced.
  func replacing(_ mentions: [Mention]) -> Layer {
    var layer = self
    layer.units = []
    layer.units.reserveCapacity(units.count)
    var places: [Int32] = []
    places.reserveCapacity(units.count)
    var place = 0
    let order = mentions.indices.sorted {
      (mentions[$0].span.start, -mentions[$0].span.end, $0) < (
        mentions[$1].span.start, -mentions[$1].span.end, $1
      )
    }
    for index in order {
      let range = text.range(of: mentions[index].span)
      guard range.lowerBound >= place, !range.isEmpty else { continue }
      while place < range.lowerBound {
        places.append(Int32(place))
        layer.units.append(units[place])
        place += 1
      }
      layer.mentions[Int32(layer.units.count)] = mentions[index]
      places.append(Int32(place))
      layer.units.append(MentionSymbol.unit(for: mentions[index].type))
      place = range.upperBound
    }
    while place < count {
      places.append(Int32(place))
      layer.units.append(units[place])
      place += 1
    }
    places.append(Int32(count))
    layer.count = layer.units.count
    layer.units += repeatElement(0, count: 8)
    layer.places = places
    return layer
  }
}
