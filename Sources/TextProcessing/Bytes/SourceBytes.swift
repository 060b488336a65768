/// The bytes of a source, in one place for as long as something reads them.
///
/// They are mapped into memory or read whole by the caller; nothing here touches a file.
package final class SourceBytes: @unchecked Sendable {
  /// The bytes. They never change.
  package let buffer: UnsafeBufferPointer<UInt8>

  private let release: @Sendable () -> Void

  /// Copies bytes.
  package init(_ bytes: some Collection<UInt8>) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.initialize(from: bytes)
    nonisolated(unsafe) let owned = copy
    self.buffer = UnsafeBufferPointer(copy)
    self.release = { owned.deallocate() }
  }

  /// Takes bytes that stay in place until `release` is called, as those of a mapped file.
  package init(_ bytes: UnsafeRawBufferPointer, release: @escaping @Sendable () -> Void) {
    self.buffer = bytes.bindMemory(to: UInt8.self)
    self.release = release
  }

  deinit {
    release()
  }

  /// The number of bytes.
  package var count: Int { buffer.count }
}
