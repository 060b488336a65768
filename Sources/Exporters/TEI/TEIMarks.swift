import DocumentModel

/// What stands between two scalars of the text: breaks of the source, and anchors of what stands off.
struct TEIMarks {
  /// One mark.
  struct Mark {
    var offset: Int
    var kind: Kind
  }

  /// What it is; an end belongs to the scalar before it, all else to the one behind.
  enum Kind {
    case end(String)
    case lineBreak
    case pageBreak(Int?)
    case start(String)

    fileprivate var rank: Int {
      switch self {
      case .end: 0
      case .lineBreak, .pageBreak: 1
      case .start: 2
      }
    }

    /// Whether it belongs to the scalar before it.
    var isEnd: Bool { rank == 0 }
  }

  private let marks: [Mark]
  private var next = 0

  init(breaks: [Break], anchored: [(id: String, span: Span)]) {
    var marks = breaks.map {
      Mark(offset: $0.offset, kind: $0.kind == .line ? .lineBreak : .pageBreak($0.page))
    }
    for (id, span) in anchored {
      marks.append(Mark(offset: span.start, kind: .start(id + ".s")))
      marks.append(
        Mark(offset: span.end, kind: span.isEmpty ? .start(id + ".e") : .end(id + ".e")))
    }
    let ordered = marks.enumerated().sorted { a, b in
      (a.element.offset, a.element.kind.rank, a.offset) < (b.element.offset, b.element.kind.rank, b.offset)
    }
    self.marks = ordered.map(\.element)
  }

  /// Takes the next mark that stands at or before an offset.
  mutating func pop(through offset: Int) -> Mark? {
    pop { $0.offset <= offset }
  }

  /// Takes the next mark that stands before an offset, or ends there.
  mutating func pop(within offset: Int) -> Mark? {
    pop { $0.offset < offset || ($0.offset == offset && $0.kind.isEnd) }
  }

  private mutating func pop(_ isDue: (Mark) -> Bool) -> Mark? {
    guard next < marks.count, isDue(marks[next]) else { return nil }
    next += 1
    return marks[next - 1]
  }
}
