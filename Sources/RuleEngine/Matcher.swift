package import DocumentModel
import TextProcessing

/// Finds the facts of documents. It holds tables that grow as texts are read: one for each thread.
///
/// One policy decides between candidates that overlap within a group: the higher priority, then the longer,
/// then the earlier, then the rule that stands first is kept. A rule whose meaning rejects its match gives
/// way to the next. Then the rules over mentions are read, by the same policy; what they find takes the
/// place of the mentions of its type that it covers.
package final class Matcher {
  /// The rules.
  package let rules: RuleSet

  private let characters: PhaseScanner
  private let symbols: PhaseScanner
  private var captureFinders: (CaptureFinder, CaptureFinder)
  private var occupied: [UInt8] = []
  private let groups: [UInt8]

  /// Creates a matcher.
  package init(_ rules: RuleSet) {
    self.rules = rules
    characters = PhaseScanner(rules.characterRules, programs: rules.programs)
    symbols = PhaseScanner(rules.mentionRules, programs: rules.programs)
    captureFinders = (
      CaptureFinder(rules.characterRules.automaton), CaptureFinder(rules.mentionRules.automaton)
    )
    var names: [String] = []
    groups = rules.programs.map { program in
      if !names.contains(program.rule.group) { names.append(program.rule.group) }
      return 1 << UInt8(min(7, names.firstIndex(of: program.rule.group) ?? 0))
    }
  }

  /// What the rules find in a document: mentions by start, the longer first, then by type, and list markers
  /// by start.
  package func findings(in document: Document, trace: Trace? = nil) -> (
    mentions: [Mention], markers: [PlacedMarker]
  ) {
    let text = rules.tables.normalizer.fold(document.text)
    var context = Context(document: document, text: text)
    var candidates: [PhaseScanner.Candidate] = []
    characters.scan(text.units, count: text.count, into: &candidates)
    let source = Layer(units: text.units, count: text.count, text: text)
    resolve(candidates, over: source, isSecond: false, &context, trace)
    if !rules.mentionRules.isEmpty, !context.mentions.isEmpty {
      let layer = source.replacing(context.mentions)
      candidates.removeAll(keepingCapacity: true)
      symbols.scan(layer.units, count: layer.count, into: &candidates)
      let first = context.mentions.count
      resolve(candidates, over: layer, isSecond: true, &context, trace)
      context.mentions = Matcher.replacing(context.mentions, from: first)
    }
    let mentions = context.mentions.sorted {
      ($0.span.start, -$0.span.end, $0.type.rawValue) < ($1.span.start, -$1.span.end, $1.type.rawValue)
    }
    return (mentions, context.markers.sorted { $0.span < $1.span })
  }

  // MARK: Resolution

  /// A candidate with the findings of a meaning that had to be asked first.
  private struct Contender {
    var candidate: PhaseScanner.Candidate
    var findings: [Finding]?
    var range: Range<Int>
    var priority: Int
    var group: UInt8
  }

  private func resolve(
    _ candidates: [PhaseScanner.Candidate], over layer: Layer, isSecond: Bool, _ context: inout Context,
    _ trace: Trace?
  ) {
    guard !candidates.isEmpty else { return }
    var contenders: [Contender] = []
    contenders.reserveCapacity(candidates.count)
    for candidate in candidates {
      let program = rules.programs[Int(candidate.program)]
      var contender = Contender(
        candidate: candidate, range: layer.range(Int(candidate.start)..<Int(candidate.end)),
        priority: program.rule.priority, group: groups[Int(candidate.program)])
      if program.rule.extends {
        let match = match(candidate, program, layer, isSecond, context)
        let findings = program.reading?(match, context) ?? []
        trace?.saw(match, findings)
        guard let low = findings.map(\.range.lowerBound).min(),
          let high = findings.map(\.range.upperBound).max()
        else { continue }
        contender.findings = findings
        contender.range = low..<high
      }
      contenders.append(contender)
    }
    contenders.sort {
      ($0.range.lowerBound, $0.candidate.program) < ($1.range.lowerBound, $1.candidate.program)
    }
    occupied = Array(repeating: 0, count: layer.text.count + 1)
    var first = 0
    while first < contenders.count {
      var end = contenders[first].range.upperBound
      var last = first + 1
      while last < contenders.count, contenders[last].range.lowerBound < end {
        end = max(end, contenders[last].range.upperBound)
        last += 1
      }
      settle(Array(contenders[first..<last]), over: layer, isSecond: isSecond, &context, trace)
      first = last
    }
  }

  /// Settles a run of contenders that touch each other.
  private func settle(
    _ contenders: [Contender], over layer: Layer, isSecond: Bool, _ context: inout Context,
    _ trace: Trace?
  ) {
    var cluster = contenders
    if cluster.count > 1 {
      cluster.sort { a, b in
        if a.priority != b.priority { return a.priority > b.priority }
        if a.range.count != b.range.count { return a.range.count > b.range.count }
        if a.range.lowerBound != b.range.lowerBound { return a.range.lowerBound < b.range.lowerBound }
        return a.candidate.program < b.candidate.program
      }
    }
    for contender in cluster {
      var next: Contender? = contender
      while let current = next, isFree(current.range, current.group) {
        next = nil
        let program = rules.programs[Int(current.candidate.program)]
        if program.rule.isTrap {
          occupy(current.range, current.group)
          trace?.kept(program.rule.id, current.range, in: current.group, over: layer.text)
          continue
        }
        let findings: [Finding]
        if let found = current.findings {
          findings = found
        } else {
          let match = match(current.candidate, program, layer, isSecond, context)
          findings = program.reading?(match, context) ?? []
          trace?.saw(match, findings)
        }
        if findings.isEmpty {
          let scanner = isSecond ? symbols : characters
          if let shorter = scanner.shorter(than: current.candidate, in: layer.units, count: layer.count) {
            next = current
            next?.candidate = shorter
            next?.range = layer.range(Int(shorter.start)..<Int(shorter.end))
          }
          continue
        }
        occupy(current.range, current.group)
        trace?.kept(program.rule.id, current.range, in: current.group, over: layer.text)
        for finding in findings {
          let span = layer.text.span(of: finding.range)
          switch finding.meaning {
          case .value(let value):
            context.mentions.append(Mention(span: span, rule: program.rule.id, value: value))
          case .marker(let marker):
            context.markers.append(PlacedMarker(span: span, rule: program.rule.id, marker: marker))
          }
        }
      }
      if let current = next {
        let rule = rules.programs[Int(current.candidate.program)].rule.id
        trace?.lost(rule, current.range, in: current.group, over: layer.text)
      }
    }
  }

  /// The mentions without those that a later one of their type, from an index on, covers.
  private static func replacing(_ mentions: [Mention], from index: Int) -> [Mention] {
    guard index < mentions.count else { return mentions }
    let later = mentions[index...].sorted { $0.span < $1.span }
    let kept = mentions[..<index].filter { mention in
      let place = later.partitioningIndex { $0.span.start > mention.span.start }
      // Those found by one pass do not overlap, so only the last that starts at or before it may cover it.
      return !later[..<place].suffix(2).contains { $0.type == mention.type && $0.span.contains(mention.span) }
    }
    return kept + later
  }

  private func isFree(_ range: Range<Int>, _ group: UInt8) -> Bool {
    for place in range where occupied[place] & group != 0 { return false }
    return true
  }

  private func occupy(_ range: Range<Int>, _ group: UInt8) {
    for place in range { occupied[place] |= group }
  }

  private func match(
    _ candidate: PhaseScanner.Candidate, _ program: RuleSet.Program, _ layer: Layer, _ isSecond: Bool,
    _ context: Context
  ) -> Match {
    let range = Int(candidate.start)..<Int(candidate.end)
    var captures: [Range<Int>?] = []
    if !program.captures.isEmpty {
      captures =
        isSecond
        ? captureFinders.1.captures(
          from: program.start, program: candidate.program, count: program.captures.count, in: range,
          of: layer.units)
        : captureFinders.0.captures(
          from: program.start, program: candidate.program, count: program.captures.count, in: range,
          of: layer.units)
    }
    return Match(
      rule: program.rule.id, range: layer.range(range), names: program.captures,
      captures: isSecond ? captures.map { $0.map(layer.range) } : captures,
      mentions: isSecond ? captures.map { $0.map { layer.mentions(in: $0) } ?? [] } : [],
      text: layer.text)
  }
}

extension Array {
  /// The index of the first element of which the predicate holds, in an array where it holds of all after it.
  fileprivate func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
