import Crypto
import DocumentModel
import RuleEngine

/// Names the rule packs that were used, so that a dataset can be made again.
enum PackDigest {
  /// The packs, each with the digest of its files, and one named `gazetteers` for all word lists.
  static func packs(of rules: RuleSet, files: [RuleFile]) -> [Generator.Pack] {
    let order = rules.packs.reduce(into: [String]()) { if !$0.contains($1.name) { $0.append($1.name) } }
    var packs = order.map { name in
      let parts = rules.packs.filter { $0.name == name }
      let paths = Set(parts.map(\.file))
      return Generator.Pack(
        name: name, version: parts[0].version, sha256: digest(files.filter { paths.contains($0.path) }),
        rules: rules.rules.filter { rule in rule.id.hasPrefix(name + ".") && !rule.isDisabled }
          .map { Generator.Rule(id: $0.id, summary: $0.about) })
    }
    let lists = files.filter { $0.name.hasSuffix(".tsv") }
    packs.append(
      Generator.Pack(
        name: "gazetteers", version: packs.first?.version ?? "1", sha256: digest(lists), rules: []))
    return packs
  }

  private static func digest(_ files: [RuleFile]) -> String {
    var hash = SHA256()
    for file in files {
      switch file.content {
      case .embedded(let text): text.withUTF8Buffer { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
      case .read(var text): text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
      }
    }
    return Digest.hexadecimal(hash.finalize())
  }
}

/// Spells digests.
package enum Digest {
  /// SHA-256 of some bytes, in lower-case hexadecimal.
  package static func sha256(_ bytes: UnsafeRawBufferPointer) -> String {
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    return hexadecimal(hash.finalize())
  }

  static func hexadecimal(_ digest: SHA256.Digest) -> String {
    digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
