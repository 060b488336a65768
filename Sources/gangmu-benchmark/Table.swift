import Foundation

/// What was measured, row by row.
struct Table {
  /// A measurement.
  struct Row {
    /// What was measured.
    var name: String
    /// What came out.
    var value: Double
    /// What that counts.
    var unit: String
  }

  private var rows: [Row] = []

  mutating func add(_ more: [Row]) { rows += more }

  /// The table in Markdown.
  var markdown: String {
    let lines = rows.map { "| \($0.name) | \(String(format: "%.2f", $0.value)) | \($0.unit) |\n" }
    return "| measured | value | unit |\n| --- | ---: | --- |\n" + lines.joined()
  }
}
