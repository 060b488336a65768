import Foundation

/// Measures time.
enum Clock {
  /// The seconds of processor time that `body` takes: the least of several runs.
  static func processorTime(runs: Int = 5, _ body: () throws -> Void) rethrows -> Double {
    try least(of: runs, CLOCK_PROCESS_CPUTIME_ID, body)
  }

  /// The seconds that pass while `body` runs: the least of several runs.
  static func time(runs: Int = 10, _ body: () throws -> Void) rethrows -> Double {
    try least(of: runs, CLOCK_MONOTONIC, body)
  }

  private static func least(of runs: Int, _ clock: clockid_t, _ body: () throws -> Void) rethrows -> Double {
    var least = Double.infinity
    for _ in 0..<runs {
      let start = now(clock)
      try body()
      least = min(least, now(clock) - start)
    }
    return least
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
