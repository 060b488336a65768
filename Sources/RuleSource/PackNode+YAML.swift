import Yams

extension PackNode {
  /// The most parts that a pack may have; aliases could else make millions of a few lines.
  private static let most = 1 << 20

  /// Reads YAML; nil when there is nothing in it.
  package static func yaml(_ text: String) throws(PackSourceError) -> PackNode? {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text, .basic)
    } catch let error as YamlError {
      throw account(of: error)
    } catch {
      throw PackSourceError(line: 1, problem: "this is not YAML")
    }
    var count = 0
    guard let root else { return nil }
    return try node(root, &count)
  }

  private static func node(_ node: Node, _ count: inout Int) throws(PackSourceError) -> PackNode {
    count += 1
    let line = node.mark?.line ?? 1
    guard count <= most else {
      throw PackSourceError(line: line, problem: "the pack has more than \(most) parts")
    }
    switch node {
    case .sequence(let nodes):
      var parts: [PackNode] = []
      for part in nodes { parts.append(try self.node(part, &count)) }
      return PackNode(.sequence(parts), line: line)
    case .mapping(let pairs):
      var parts: [Pair] = []
      for (key, value) in pairs {
        parts.append(Pair(key: try self.node(key, &count), value: try self.node(value, &count)))
      }
      return PackNode(.mapping(parts), line: line)
    default: return PackNode(.scalar(node.scalar?.string ?? ""), line: line)
    }
  }

  /// The line that an error of the parser stands in, and what is wrong there.
  private static func account(of error: YamlError) -> PackSourceError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      PackSourceError(line: mark.line, problem: "this is not YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      PackSourceError(
        line: context.mark.line,
        problem:
          "this is not YAML: \(keys.sorted().map { "the key '\($0)'" }.joined(separator: " and ")) stands twice in one mapping"
      )
    default:
      PackSourceError(
        line: 1,
        problem: "this is not YAML: \("\(error)".split(separator: "\n").first.map(String.init) ?? "")")
    }
  }
}
