import TextProcessing

/// Reads tab-separated word lists.
///
/// A row is a word and its columns, parted by tabs. Lines that begin with `#` and empty lines say nothing
/// to the program; the first names the source.
enum Gazetteer {
  /// Adds the rows of a file to a lexicon.
  static func read(
    _ content: String, file: String, into lexicon: inout Lexicon, normalizer: Normalizer
  ) -> [RulePackError] {
    var errors: [RulePackError] = []
    var columns: Int?
    let lines = content.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      var fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      let form = fields.removeFirst()
      let folded = normalizer.fold(form)
      if folded.isEmpty || form.hasPrefix(" ") || form.hasSuffix(" ") {
        errors.append(
          RulePackError(
            file: file, line: number + 1,
            message: "the first column must be a word, without spaces around it; found '\(form)'"))
        continue
      }
      if let columns, fields.count != columns {
        errors.append(
          RulePackError(
            file: file, line: number + 1,
            message: "'\(form)' has \(fields.count + 1) columns where the rows above have \(columns + 1)"))
        continue
      }
      columns = fields.count
      lexicon.add(
        Lexicon.Entry(form: form, columns: fields, file: file, line: number + 1), folded: folded)
    }
    return errors
  }
}
