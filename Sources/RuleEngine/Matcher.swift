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
  private let captureFinders: (CaptureFinder, CaptureFinder)
  private var occupied = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 12)
  private var early: [[Finding]] = []
  private let traits: [Trait]
  private let mentionRulesOpenWithMentions: Bool

  /// What resolution asks of a rule for each of its candidates.
  private struct Trait {
    var priority: Int16
    var group: UInt8
    var extends: Bool
  }

  /// Creates a matcher.
  package convenience init(_ rules: RuleSet) { self.init(rules, capacity: 40_000) }

  /// Creates a matcher that empties its tables of steps when they hold more states than that.
  init(_ rules: RuleSet, capacity: Int) {
    self.rules = rules
    characters = PhaseScanner(rules.characterRules, programs: rules.programs, capacity: capacity)
    symbols = PhaseScanner(rules.mentionRules, programs: rules.programs, capacity: capacity)
    let most = rules.programs.map(\.captures.count).max() ?? 0
    captureFinders = (
      CaptureFinder(rules.characterRules.automaton, most: most),
      CaptureFinder(rules.mentionRules.automaton, most: most)
    )
    mentionRulesOpenWithMentions = rules.mentionRules.opensWithMentions
    var names: [String] = []
    traits = rules.programs.map { program in
      if !names.contains(program.rule.group) { names.append(program.rule.group) }
      let group = min(7, names.firstIndex(of: program.rule.group) ?? 0)
      return Trait(
        priority: Int16(clamping: program.rule.priority), group: 1 << UInt8(group),
        extends: program.rule.extends)
    }
  }

  deinit { occupied.deallocate() }

  /// What the rules find in a document: mentions by start, the longer first, then by type, and list markers
  /// by start.
  package func findings(in document: Document, trace: Trace? = nil) -> (
    mentions: [Mention], markers: [PlacedMarker]
  ) {
    let text = rules.tables.normalizer.fold(document.text)
    let context = Context(document: document, text: text)
    var candidates: [PhaseScanner.Candidate] = []
    characters.scan(text.units, count: text.count, into: &candidates)
    let source = Layer(units: text.units, count: text.count, text: text)
    resolve(candidates, over: source, isSecond: false, context, trace)
    if hasMentionRules(for: context.mentions, in: text) {
      let layer = source.replacing(context.mentions)
      candidates.removeAll(keepingCapacity: true)
      symbols.scan(layer.units, count: layer.count, into: &candidates)
      let first = context.mentions.count
      resolve(candidates, over: layer, isSecond: true, context, trace)
      context.mentions = Matcher.replacing(context.mentions, from: first)
    }
    return (Matcher.sorted(context.mentions), context.markers.sorted { $0.span < $1.span })
  }

  /// Whether a rule over mentions may find something: most texts are done without a second pass.
  private func hasMentionRules(for mentions: [Mention], in text: FoldedText) -> Bool {
    guard !rules.mentionRules.isEmpty, !mentions.isEmpty else { return false }
    guard mentionRulesOpenWithMentions else { return true }
    return mentions.indices.contains { index in
      let end = text.range(of: mentions[index].span).upperBound
      let symbol = MentionSymbol.unit(for: mentions[index].type)
      return symbols.mayBegin(with: symbol, before: text.units[end])
        || MentionType.allCases.contains {
          symbols.mayBegin(with: symbol, before: MentionSymbol.unit(for: $0))
        }
    }
  }

  /// The mentions by start, the longer first, then by type.
  private static func sorted(_ mentions: [Mention]) -> [Mention] {
    // Spans alone are looked at first: to copy a mention is to count references of all its strings.
    var isSorted = true
    for index in mentions.indices.dropFirst() {
      let (before, span) = (mentions[index - 1].span, mentions[index].span)
      guard before.start < span.start || (before.start == span.start && before.end > span.end) else {
        isSorted = false
        break
      }
    }
    return isSorted ? mentions : mentions.sorted(by: precedes)
  }

  private static func precedes(_ a: Mention, _ b: Mention) -> Bool {
    if a.span.start != b.span.start { return a.span.start < b.span.start }
    if a.span.end != b.span.end { return a.span.end > b.span.end }
    return a.type != b.type && a.type.rawValue < b.type.rawValue
  }

  // MARK: Resolution

  /// A candidate with what decides between it and others; plain data, since there are very many.
  private struct Contender {
    var candidate: PhaseScanner.Candidate
    var start: Int32
    var end: Int32
    var priority: Int16
    var group: UInt8
    /// The index of the findings of a meaning that had to be asked first, or -1.
    var findings: Int32

    var range: Range<Int> { Int(start)..<Int(end) }

    /// Whether it is kept where the two contend.
    func beats(_ other: Contender) -> Bool {
      if priority != other.priority { return priority > other.priority }
      if end - start != other.end - other.start { return end - start > other.end - other.start }
      if start != other.start { return start < other.start }
      return candidate.program < other.candidate.program
    }
  }

  private func resolve(
    _ candidates: [PhaseScanner.Candidate], over layer: Layer, isSecond: Bool, _ context: Context,
    _ trace: Trace?
  ) {
    guard !candidates.isEmpty else { return }
    var contenders: [Contender] = []
    contenders.reserveCapacity(candidates.count)
    early.removeAll(keepingCapacity: true)
    var isSorted = true
    for candidate in candidates {
      let trait = traits[Int(candidate.program)]
      let range = layer.range(Int(candidate.start)..<Int(candidate.end))
      var contender = Contender(
        candidate: candidate, start: Int32(range.lowerBound), end: Int32(range.upperBound),
        priority: trait.priority, group: trait.group, findings: -1)
      if trait.extends {
        let program = rules.programs[Int(candidate.program)]
        let match = match(candidate, program, layer, isSecond, context)
        let findings = program.reading?(match, context) ?? []
        trace?.saw(match, findings)
        guard let first = findings.first else { continue }
        var (low, high) = (first.range.lowerBound, first.range.upperBound)
        for finding in findings {
          low = min(low, finding.range.lowerBound)
          high = max(high, finding.range.upperBound)
        }
        contender.start = Int32(low)
        contender.end = Int32(high)
        contender.findings = Int32(early.count)
        early.append(findings)
        isSorted = false
      }
      contenders.append(contender)
    }
    if !isSorted { contenders.sort { ($0.start, $0.candidate.program) < ($1.start, $1.candidate.program) } }
    if occupied.count < layer.text.count {
      occupied.deallocate()
      occupied = .allocate(capacity: 2 * layer.text.count)
    }
    occupied.baseAddress?.update(repeating: 0, count: layer.text.count)
    var first = 0
    while first < contenders.count {
      var end = contenders[first].end
      var last = first + 1
      while last < contenders.count, contenders[last].start < end {
        end = max(end, contenders[last].end)
        last += 1
      }
      if last - first > 1 { contenders[first..<last].sort { $0.beats($1) } }
      for index in first..<last {
        settle(contenders[index], over: layer, isSecond: isSecond, context, trace)
      }
      first = last
    }
  }

  /// Keeps a contender if its text is free, or else a shorter match of its rule that has a meaning.
  private func settle(
    _ contender: Contender, over layer: Layer, isSecond: Bool, _ context: Context, _ trace: Trace?
  ) {
    var current = contender
    let program = rules.programs[Int(current.candidate.program)]
    while isFree(current.range, current.group) {
      if program.rule.isTrap {
        occupy(current.range, current.group)
        trace?.kept(program.rule.id, current.range, in: current.group, over: layer.text)
        return
      }
      let findings: [Finding]
      if current.findings >= 0 {
        findings = early[Int(current.findings)]
      } else {
        let match = match(current.candidate, program, layer, isSecond, context)
        findings = program.reading?(match, context) ?? []
        trace?.saw(match, findings)
      }
      if findings.isEmpty {
        let scanner = isSecond ? symbols : characters
        guard let shorter = scanner.shorter(than: current.candidate, in: layer.units, count: layer.count)
        else { return }
        let range = layer.range(Int(shorter.start)..<Int(shorter.end))
        current.candidate = shorter
        current.end = Int32(range.upperBound)
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
      return
    }
    trace?.lost(program.rule.id, current.range, in: current.group, over: layer.text)
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
    let occupied = occupied
    for place in range where occupied[place] & group != 0 { return false }
    return true
  }

  private func occupy(_ range: Range<Int>, _ group: UInt8) {
    let occupied = occupied
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
