import Dispatch

/// Work that is done on another thread while one goes on.
package final class Background<Value: Sendable>: @unchecked Sendable {
  private let group = DispatchGroup()
  private var result: Value?

  /// Starts the work.
  package init(_ work: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async(group: group) { self.result = work() }
  }

  /// What came of it; waits until it is done.
  package var value: Value {
    group.wait()
    guard let result else { preconditionFailure("the work is done and has its result") }
    return result
  }
}
