/// Words of folded units, each with a value, found by the place in a text that they begin at.
package struct WordMap<Value: Sendable>: Sendable {
  /// For each first unit the bucket of its words, plus one; 0 where no word begins so.
  private var bucketOf = [UInt16](repeating: 0, count: 0x10000)
  private var buckets: [[(form: [UInt16], value: Value)]] = []

  /// Creates an empty map.
  package init() {}

  /// Enters a word, in place of the same word entered before.
  package mutating func insert(_ form: [UInt16], _ value: Value) {
    guard let first = form.first else { return }
    if bucketOf[Int(first)] == 0 {
      buckets.append([])
      bucketOf[Int(first)] = UInt16(buckets.count)
    }
    let bucket = Int(bucketOf[Int(first)]) - 1
    buckets[bucket].removeAll { $0.form == form }
    let place = buckets[bucket].firstIndex { $0.form.count < form.count } ?? buckets[bucket].endIndex
    buckets[bucket].insert((form, value), at: place)
  }

  /// The longest word that begins at the first of some units, and its length.
  package func longest(at units: ArraySlice<UInt16>) -> (value: Value, length: Int)? {
    guard let first = units.first, bucketOf[Int(first)] > 0 else { return nil }
    for (form, value) in buckets[Int(bucketOf[Int(first)]) - 1] where form.count <= units.count {
      if units.starts(with: form) { return (value, form.count) }
    }
    return nil
  }
}
