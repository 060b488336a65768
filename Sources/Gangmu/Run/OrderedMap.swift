import Foundation

/// Maps the elements of a source on several threads and hands the results out in the order of the source.
///
/// At most two elements a thread are under way, so a source of any length takes bounded memory. With one job
/// no thread is made: each element is mapped when its result is asked for.
final class OrderedMap<Source: IteratorProtocol, Output: Sendable> where Source.Element: Sendable {
  private var source: Source
  private let makeTransform: @Sendable () -> (Source.Element) -> Output
  private let jobs: Int
  private var transform: ((Source.Element) -> Output)?
  private var exchange: Exchange<Source.Element, Output>?
  private var handedIn = 0
  private var handedOut = 0

  /// Creates a map.
  ///
  /// - Parameter makeTransform: makes what maps the elements, once for each thread.
  init(_ source: Source, jobs: Int, makeTransform: @escaping @Sendable () -> (Source.Element) -> Output) {
    self.source = source
    self.jobs = jobs
    self.makeTransform = makeTransform
  }

  deinit { exchange?.close() }

  /// The next result, or nil when the source is at its end.
  func next() -> Output? {
    guard jobs > 1 else {
      let transform = self.transform ?? makeTransform()
      self.transform = transform
      return source.next().map(transform)
    }
    let exchange = self.exchange ?? start()
    while handedIn < handedOut + 2 * jobs, let element = source.next() {
      exchange.put(element)
      handedIn += 1
    }
    guard handedOut < handedIn else { return nil }
    handedOut += 1
    return exchange.take(handedOut - 1)
  }

  private func start() -> Exchange<Source.Element, Output> {
    let exchange = Exchange<Source.Element, Output>()
    self.exchange = exchange
    exchange.start(jobs, makeTransform)
    return exchange
  }
}

/// Where elements wait for a thread and results for their turn.
private final class Exchange<Element: Sendable, Output: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private var waiting: [(Int, Element)] = []
  private var finished: [Int: Output] = [:]
  private var count = 0
  private var isClosed = false

  /// Starts threads that take elements and finish them, until it is closed.
  func start(_ jobs: Int, _ makeTransform: @escaping @Sendable () -> (Element) -> Output) {
    for _ in 0..<jobs {
      let thread = Thread {
        let transform = makeTransform()
        while let (number, element) = self.work() { self.finish(number, transform(element)) }
      }
      // Rules are matched by functions that call themselves; a thread's usual half megabyte is little.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  func put(_ element: Element) {
    condition.withLock {
      waiting.append((count, element))
      count += 1
      condition.broadcast()
    }
  }

  /// Something to do, or nil when there will be nothing more.
  private func work() -> (Int, Element)? {
    condition.withLock {
      while waiting.isEmpty, !isClosed { condition.wait() }
      return isClosed ? nil : waiting.removeFirst()
    }
  }

  private func finish(_ number: Int, _ output: Output) {
    condition.withLock {
      finished[number] = output
      condition.broadcast()
    }
  }

  func take(_ number: Int) -> Output {
    condition.withLock {
      while true {
        if let output = finished.removeValue(forKey: number) { return output }
        condition.wait()
      }
    }
  }

  func close() {
    condition.withLock {
      isClosed = true
      waiting.removeAll()
      condition.broadcast()
    }
  }
}
