/// A line of a text that is not blank, as offsets into its UTF-8.
struct Line {
  /// Where the line begins, with its indent.
  var outset: Int

  /// Where its first character stands that is no blank.
  var start: Int

  /// Behind its last character that is no blank.
  var end: Int

  /// How many blank lines stand before it.
  var blanksBefore: Int

  /// The columns of its indent.
  var indent: Int

  /// The page it begins, where it begins one.
  var startsPage: Int?

  /// The page it stands on, where the source tells pages.
  var page: Int?

  /// Whether the markup begins a document here.
  var startsDocument: Bool
}

/// How a source shows where a page begins.
enum PageMark {
  case none
  /// U+000C.
  case formFeed
  /// One space before the page's first line, as some PDF readers write it.
  case leadingSpace
}
