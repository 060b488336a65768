/// Words of folded units, each with a value, found by the place in a text that they begin at.
///
/// It stands beside those who use it, since a type that other modules fill in is slow.
struct WordMap<Value: Sendable>: Sendable {
  /// For each first unit the bucket of its words, plus one; 0 where no word begins so.
  private var bucketOf = [UInt16](repeating: 0, count: 0x10000)
  private var buckets: [[(form: [UInt16], value: Value)]] = []

  /// Creates an empty map.
  init() {}

  /// Enters a word, in place of the same word entered before.
  mutating func insert(_ form: [UInt16], _ value: Value) {
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
  func longest(at units: ArraySlice<UInt16>) -> (value: Value, length: Int)? {
    guard let first = units.first, bucketOf[Int(first)] > 0 else { return nil }
    let bucket = Int(bucketOf[Int(first)]) - 1
    let found = units.withUnsafeBufferPointer { units in
      buckets[bucket].indices.first { index in
        buckets[bucket][index].form.withUnsafeBufferPointer { form in
          form.count <= units.count && form.indices.allSatisfy { form[$0] == units[$0] }
        }
      }
    }
    return found.map { (buckets[bucket][$0].value, buckets[bucket][$0].form.count) }
  }
}
