import TextProcessing

/// Reads tab-separated word lists.
///
/// A row is a word and its columns, parted by tabs. Lines that begin with `#` and empty lines say nothing
/// to the program; the first names the source.
enum Gazetteer {
  /// Adds the rows of files of one name to a lexicon, those of later files in the place of earlier ones. All have as
  /// many columns as the first.
  static func read(_ files: [RuleFile], into lexicon: inout Lexicon, normalizer: Normalizer)
    -> [RulePackError]
  {
    var columns: Int?
    return files.flatMap {
      read($0.text, file: $0.path, columns: &columns, into: &lexicon, normalizer: normalizer)
    }
  }

  private static func read(
    _ content: String, file: String, columns: inout Int?, into lexicon: inout Lexicon, normalizer: Normalizer
  ) -> [RulePackError] {
    var errors: [RulePackError] = []
    var isFirst = true
    var number = 0
    var content = content
    content.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        let line = start..<(end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end)
        number += 1
        start = end + 1
        guard !line.isEmpty, bytes[line.lowerBound] != UInt8(ascii: "#") else { continue }
        var fields = fields(of: bytes, in: line)
        let form = fields.removeFirst()
        let folded = normalizer.fold(form)
        if folded.isEmpty || form.utf8.first == UInt8(ascii: " ") || form.utf8.last == UInt8(ascii: " ") {
          errors.append(
            RulePackError(
              file: file, line: number,
              message: "the first column must be a word, without spaces around it; found '\(form)'"))
          continue
        }
        if let columns, fields.count != columns {
          let others = isFirst ? "those of '\(lexicon.name).tsv'" : "the rows above"
          errors.append(
            RulePackError(
              file: file, line: number,
              message:
                "'\(form)' has \(count(fields.count + 1)) where \(others) have \(columns + 1); part them with tabs"
            ))
          continue
        }
        columns = fields.count
        isFirst = false
        lexicon.add(Lexicon.Entry(form: form, columns: fields, file: file, line: number), folded: folded)
      }
    }
    return errors
  }

  private static func count(_ columns: Int) -> String { columns == 1 ? "1 column" : "\(columns) columns" }

  /// What tabs part in a line.
  private static func fields(of bytes: UnsafeBufferPointer<UInt8>, in line: Range<Int>) -> [String] {
    var fields: [String] = []
    var start = line.lowerBound
    for place in line where bytes[place] == UInt8(ascii: "\t") {
      fields.append(String(decoding: bytes[start..<place], as: UTF8.self))
      start = place + 1
    }
    fields.append(String(decoding: bytes[start..<line.upperBound], as: UTF8.self))
    return fields
  }
}
