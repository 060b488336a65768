import Foundation
import RuleSource

/// Writes a folder's files as Swift source: `embed-resources OUTPUT FILE…`.
///
/// Each file becomes a `StaticString`, which the compiler takes in milliseconds where a byte literal of
/// the same size takes minutes, and which costs nothing at start: it is read in place. Beside a rule pack
/// stands its outline.
@main
enum EmbedResources {
  static func main() throws {
    let output = CommandLine.arguments[1]
    let files = CommandLine.arguments.dropFirst(2).sorted()
    var source = "enum EmbeddedResources {\n"
    source += "  static let files: [(name: String, content: StaticString, outline: StaticString?)] = [\n"
    for file in files {
      let content = try String(contentsOfFile: file, encoding: .utf8)
      let name = URL(fileURLWithPath: file).lastPathComponent
      let outline = name.hasSuffix(".yaml") ? try PackNode.yaml(content)?.outline : nil
      source += "    (\"\(name)\", \(literal(content)), \(outline.map(literal) ?? "nil")),\n"
    }
    source += "  ]\n}\n"
    try source.write(toFile: output, atomically: true, encoding: .utf8)
  }

  private static func literal(_ text: String) -> String {
    let fence = String(repeating: "#", count: longestFence(in: text) + 1)
    return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
  }

  /// The most `#` that stand in a row anywhere in the text.
  private static func longestFence(in text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "#") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
