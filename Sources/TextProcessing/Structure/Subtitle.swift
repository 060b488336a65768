/// The second line of a title: `在博鳌亚洲论坛2013年年会上的主旨演讲`.
enum Subtitle {
  /// Whether a line says at which occasion the text was given.
  static func isSubtitle(_ line: ArraySlice<UInt32>) -> Bool {
    guard let first = line.first, first == 0x5728, line.count <= 100 else { return false }  // 在
    return DocumentVocabulary.speechTitles.suffix(of: line.withoutTitleTail) > 0
      || DocumentVocabulary.reportTitles.suffix(of: line.withoutTitleTail) > 0
  }
}

extension ArraySlice<UInt32> {
  /// The title without `（全文）` and the like.
  var withoutTitleTail: ArraySlice<UInt32> {
    dropLast(DocumentVocabulary.titleTails.suffix(of: self)).trimmed
  }

  /// The line without the dashes that begin it.
  var withoutDashes: ArraySlice<UInt32> {
    drop { $0 == 0x2014 || $0 == 0x2015 || $0 == 0x2500 || $0 == 0x2D || $0 == 0x2E3A }.trimmed
  }
}
