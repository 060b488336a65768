import Synchronization
import Testing

@testable import Gangmu

@Suite("Ordered map")
struct OrderedMapTests {
  @Test(arguments: [1, 2, 7])
  func keepsTheOrder(_ jobs: Int) {
    let map = OrderedMap((0..<500).makeIterator(), jobs: jobs) {
      { number in
        // The later ones are the quicker ones.
        (0..<(500 - number) * 20).reduce(number) { $0 &+ $1 } &- (0..<(500 - number) * 20).reduce(0, &+)
      }
    }
    var results: [Int] = []
    while let result = map.next() { results.append(result) }
    #expect(results == Array(0..<500))
  }

  @Test func readsAheadNoMoreThanItMust() {
    final class Counter: Sendable { let handedOut = Mutex(0) }
    struct Numbers: IteratorProtocol {
      let counter: Counter
      func next() -> Int? {
        counter.handedOut.withLock { count in
          count += 1
          return count
        }
      }
    }
    let counter = Counter()
    let map = OrderedMap(Numbers(counter: counter), jobs: 3) { { $0 } }
    for _ in 0..<10 { _ = map.next() }
    #expect(counter.handedOut.withLock { $0 } <= 10 + 6)
  }

  @Test func isEmptyForNothing() {
    let map = OrderedMap([Int]().makeIterator(), jobs: 4) { { $0 } }
    #expect(map.next() == nil)
    #expect(map.next() == nil)
  }
}
