import DocumentModel
import Exporters

/// Documents that are worked on together, so that handing them between threads costs little.
struct Batch: Sendable {
  var items: [DocumentItem]
}

/// What became of a batch: the items in order, and the bytes they were put into.
///
/// The buffer goes from the thread that filled it to the one that writes it; only one holds it at a time.
struct RenderedBatch: @unchecked Sendable {
  var items: [RenderedItem]
  let buffer: OutputBuffer
}

/// What became of one item.
struct RenderedItem: Sendable {
  /// The item, its document taken out.
  var name: String

  /// What its file should hold, or its part of one, in the buffer.
  var bytes: Range<Int>

  /// What was found, or why nothing was.
  var outcome: Outcome

  enum Outcome: Sendable {
    case extracted(entities: [Entity], mentions: Int, whole: Extraction?)
    case failed(DocumentItem.Failure)
  }
}

/// Cuts items into batches.
struct Batches: IteratorProtocol {
  private var items: DocumentItems
  private let size: Int

  /// Batches of about so many bytes of text; 0 makes a batch of each item.
  init(_ items: DocumentItems, size: Int) {
    self.items = items
    self.size = size
  }

  mutating func next() -> Batch? {
    var batch = Batch(items: [])
    var total = 0
    while let item = items.next() {
      // A little for the line itself, so that many empty ones make a batch too.
      total += item.size + 64
      batch.items.append(item)
      if total >= size { break }
    }
    return batch.items.isEmpty ? nil : batch
  }
}
