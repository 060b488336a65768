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

  private let characters: Finder
  private let symbols: Finder
  /// Made for the first text that is short enough, and of one paragraph.
  private lazy var alone = Finder(rules.phases.alone.phase, of: rules, capacity: capacity)
  private let capacity: Int
  /// The programs of the rules, which keep them.
  private let programs: [Unmanaged<RuleSet.Program>]
  private var occupied = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 12)
  // Kept from text to text for the room that they have.
  private var candidates: [PhaseScanner.Candidate] = []
  private var contenders: [Contender] = []
  private var early: [[Finding]] = []
  private let traits: [Trait]
  private let mentionRulesOpenWithMentions: Bool

  /// What finds the matches of a phase, and what their captures cover. A class, since it is asked for with each match.
  private final class Finder {
    let scanner: PhaseScanner
    let captures: CaptureFinder
    let starts: [UInt32]

    init(_ phase: RulePhase, of rules: RuleSet, capacity: Int) {
      scanner = PhaseScanner(phase, programs: rules.programs, capacity: capacity)
      captures = CaptureFinder(phase.automaton, most: rules.programs.map(\.captures.count).max() ?? 0)
      starts = phase.programStarts
    }
  }

  /// What resolution asks of a rule for each of its candidates.
  private struct Trait {
    var priority: Int16
    var group: UInt8
    var extends: Bool
    var isTrap: Bool
    var isAlone: Bool
    var hasCaptures: Bool
  }

  /// Creates a matcher.
  package convenience init(_ rules: RuleSet) { self.init(rules, capacity: 40_000) }

  /// Creates a matcher that empties its tables of steps when they hold more states than that.
  init(_ rules: RuleSet, capacity: Int) {
    self.rules = rules
    self.capacity = capacity
    characters = Finder(rules.phases.characters, of: rules, capacity: capacity)
    symbols = Finder(rules.phases.mentions, of: rules, capacity: capacity)
    programs = rules.programs.map { .passUnretained($0) }
    mentionRulesOpenWithMentions = rules.phases.mentions.opensWithMentions
    var names: [String] = []
    traits = rules.programs.map { program in
      if !names.contains(program.rule.group) { names.append(program.rule.group) }
      let group = min(7, names.firstIndex(of: program.rule.group) ?? 0)
      return Trait(
        priority: Int16(clamping: program.rule.priority), group: 1 << UInt8(group),
        extends: program.rule.extends, isTrap: program.rule.isTrap, isAlone: program.rule.isAlone,
        hasCaptures: !program.captures.isEmpty)
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
    scan(Layer(text), isSecond: false, context, trace)
    context.mentions.order()
    if mayHoldMentionRules(context.mentions, in: text) {
      let first = context.mentions.count
      scan(Layer(text, replacing: context.mentions), isSecond: true, context, trace)
      context.mentions.removeCovered(byThoseFrom: first)
    }
    context.mentions.orderByType()
    return (context.mentions, context.markers.sorted { $0.span < $1.span })
  }

  /// Finds the candidates of a phase and decides between them.
  private func scan(_ layer: Layer, isSecond: Bool, _ context: Context, _ trace: Trace?) {
    var candidates: [PhaseScanner.Candidate] = []
    swap(&candidates, &self.candidates)
    candidates.removeAll(keepingCapacity: true)
    if isSecond {
      symbols.scanner.scan(layer.units, count: layer.count, into: &candidates)
    } else {
      if layer.count <= 2 * RuleSet.longestMatch, context.document.paragraphs.count <= 1 {
        alone.scanner.scan(layer.units, count: layer.count, into: &candidates)
      }
      characters.scanner.scan(layer.units, count: layer.count, into: &candidates)
    }
    resolve(candidates, over: layer, isSecond: isSecond, context, trace)
    swap(&candidates, &self.candidates)
  }

  /// Whether a rule over mentions may find something among mentions in the order of the text: most texts are
  /// done without a second pass.
  private func mayHoldMentionRules(_ mentions: [Mention], in text: FoldedText) -> Bool {
    guard !rules.phases.mentions.isEmpty, !mentions.isEmpty else { return false }
    guard mentionRulesOpenWithMentions else { return true }
    return mentions.indices.contains { index in
      let end = text.range(of: mentions[index].span).upperBound
      let symbol = MentionSymbol.unit(for: mentions[index].type)
      let mayGoOn = symbols.scanner.mayBegin(with: symbol, before: text.units[end])
      if mayGoOn, symbols.scanner.begins(with: [symbol, text.units[end], text.units[end + 1]]) {
        return true
      }
      var next = index + 1
      while next < mentions.count, case let start = text.range(of: mentions[next].span).lowerBound,
        start <= end + 1
      {
        let other = MentionSymbol.unit(for: mentions[next].type)
        if start == end, symbols.scanner.mayBegin(with: symbol, before: other) { return true }
        if start == end + 1, mayGoOn, symbols.scanner.begins(with: [symbol, text.units[end], other]) {
          return true
        }
        next += 1
      }
      return false
    }
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
    swap(&contenders, &self.contenders)
    contenders.removeAll(keepingCapacity: true)
    early.removeAll(keepingCapacity: true)
    var isSorted = true
    for candidate in candidates {
      let trait = traits[Int(candidate.program)]
      let range = layer.range(Int(candidate.start)..<Int(candidate.end))
      var contender = Contender(
        candidate: candidate, start: Int32(range.lowerBound), end: Int32(range.upperBound),
        priority: trait.priority, group: trait.group, findings: -1)
      if trait.extends {
        let findings = read(candidate, layer, isSecond, context, trace)
        guard let first = findings.first?.range else { continue }
        var (low, high) = (first.lowerBound, first.upperBound)
        for index in findings.indices.dropFirst() {
          low = min(low, findings[index].range.lowerBound)
          high = max(high, findings[index].range.upperBound)
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
      if last - first > 1 { Matcher.sort(&contenders, first..<last) }
      for index in first..<last {
        settle(contenders[index], over: layer, isSecond: isSecond, context, trace)
      }
      first = last
    }
    swap(&contenders, &self.contenders)
  }

  /// Puts contenders in the order in which they are kept; there are mostly two or three.
  private static func sort(_ contenders: inout [Contender], _ range: Range<Int>) {
    guard range.count <= 16 else { return contenders[range].sort { $0.beats($1) } }
    contenders.withUnsafeMutableBufferPointer { contenders in
      for index in range.dropFirst() {
        let contender = contenders[index]
        var place = index
        while place > range.lowerBound, contender.beats(contenders[place - 1]) {
          contenders[place] = contenders[place - 1]
          place -= 1
        }
        contenders[place] = contender
      }
    }
  }

  /// Keeps a contender if its text is free, or else a shorter match of its rule that has a meaning.
  private func settle(
    _ contender: Contender, over layer: Layer, isSecond: Bool, _ context: Context, _ trace: Trace?
  ) {
    var current = contender
    let number = Int(current.candidate.program)
    while isFree(current.range, current.group) {
      if traits[number].isTrap {
        occupy(current.range, current.group)
        trace?.kept(rules.programs[number].rule.id, current.range, in: current.group, over: layer.text)
        return
      }
      var findings: [Finding] = []
      if current.findings >= 0 {
        swap(&findings, &early[Int(current.findings)])
      } else {
        findings = read(current.candidate, layer, isSecond, context, trace)
      }
      if findings.isEmpty {
        let scanner = finder(of: number, isSecond).scanner
        guard let shorter = scanner.shorter(than: current.candidate, in: layer.units, count: layer.count)
        else { return }
        let range = layer.range(Int(shorter.start)..<Int(shorter.end))
        current.candidate = shorter
        current.end = Int32(range.upperBound)
        continue
      }
      occupy(current.range, current.group)
      trace?.kept(rules.programs[number].rule.id, current.range, in: current.group, over: layer.text)
      if findings.count > 1 {
        for finding in findings.dropLast() { accept(finding, of: number, over: layer, context) }
      }
      accept(findings.removeLast(), of: number, over: layer, context)
      return
    }
    trace?.lost(rules.programs[number].rule.id, current.range, in: current.group, over: layer.text)
  }

  /// Takes in what a match states.
  private func accept(_ finding: consuming Finding, of number: Int, over layer: Layer, _ context: Context) {
    let span = layer.text.span(of: finding.range)
    let rule = rules.programs[number].rule.id
    let meaning = (consume finding).meaning
    switch consume meaning {
    case .value(let value): context.mentions.append(Mention(span: span, rule: rule, value: value))
    case .marker(let marker):
      context.markers.append(PlacedMarker(span: span, rule: rule, marker: marker))
    }
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

  private func finder(of program: Int, _ isSecond: Bool) -> Finder {
    isSecond ? symbols : traits[program].isAlone ? alone : characters
  }

  /// What a candidate means.
  private func read(
    _ candidate: PhaseScanner.Candidate, _ layer: Layer, _ isSecond: Bool, _ context: Context, _ trace: Trace?
  ) -> [Finding] {
    let number = Int(candidate.program)
    let program = programs[number]
    let range = Int(candidate.start)..<Int(candidate.end)
    let finder = finder(of: number, isSecond)
    let slots = finder.captures.found
    if traits[number].hasCaptures {
      let captures = program._withUnsafeGuaranteedRef { $0.captureNames.count }
      finder.captures.find(from: finder.starts[number], captures: captures, in: range, of: layer.units)
    }
    let match = Match(program, layer.range(range), slots: slots, layer: layer)
    let findings = program._withUnsafeGuaranteedRef { $0.reading?(match, context) } ?? []
    trace?.saw(match, findings)
    return findings
  }
}
