import Exporters
import TextProcessing

/// What `gangmu validate` does: holds results to what is promised of them.
package final class Validation {
  private lazy var schema = TEIValidator()

  /// Creates a validation.
  package init() {}

  /// Checks files and the results in folders: TEI against the schema, datasets against what they promise.
  ///
  /// - Parameters:
  ///   - paths: files and folders; `-` is standard input.
  ///   - report: is told of each thing that is wrong, with its file and place.
  /// - Returns: how many files were checked, and how many of them are right.
  package func check(_ paths: [String], report: (String) -> Void) -> (files: Int, right: Int) {
    var count = (files: 0, right: 0)
    for file in InputWalker.files(at: paths, .results) {
      count.files += 1
      let issues = issues(of: file)
      for issue in issues { report(issue) }
      if issues.isEmpty { count.right += 1 }
    }
    return count
  }

  private func issues(of file: InputFile) -> [String] {
    if let problem = file.problem { return ["\(file.path): \(problem)"] }
    let bytes: SourceBytes
    do { bytes = try FileBytes.read(file.path) } catch { return [error.description] }
    let raw = UnsafeRawBufferPointer(bytes.buffer)
    switch raw.first(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) {
    case UInt8(ascii: "<"): return schema.issues(in: raw, file: file.path).map(\.description)
    case UInt8(ascii: "{"): return DatasetCheck.issues(in: raw, file: file.path)
    default:
      return ["\(file.path): neither TEI nor a dataset; the first should begin with '<', the other with '{'"]
    }
  }
}
