import DocumentModel

/// Writing what quantities measure beyond what `measure` has attributes for.
extension TEIDocument {
  /// Whether a quantity says how it changed, against what, from where or when.
  var hasMeasured: Bool { extraction.mentions.contains { TEIMeasured($0) != nil } }

  /// Writes a feature structure for each quantity that says so, by the names of the dataset.
  ///
  /// ```xml
  /// <fs type="measured" corresp="#d.m4">
  ///   <f name="change"><symbol value="decrease"/></f>
  ///   <f name="basis"><string>同比</string></f>
  ///   <f name="from" fVal="#d.m3"/>
  ///   <f name="period" fVal="#d.m1"/>
  /// </fs>
  /// ```
  func writeMeasured() {
    for (index, mention) in extraction.mentions.enumerated() {
      guard let measured = TEIMeasured(mention)?.measured else { continue }
      let pointer = TEIIdentifiers.pointer(ids.mention(index))
      xml.element(.fs, [.type: "measured", .corresp: pointer]) {
        if let change = measured.change {
          xml.element(.f, [.name: "change"]) { xml.element(.symbol, [.value: change.rawValue]) }
        }
        if let basis = measured.basis {
          xml.element(.f, [.name: "basis"]) { xml.element(.string, text: basis) }
        }
        if let from = measured.from { writePointer("from", from) }
        if let period = measured.period { writePointer("period", period) }
      }
    }
  }

  private func writePointer(_ name: String, _ index: Int) {
    guard extraction.mentions.indices.contains(index) else { return }
    xml.element(.f, [.name: name, .fVal: TEIIdentifiers.pointer(ids.mention(index))])
  }
}

/// What a mention measures, where it says more than of what.
private struct TEIMeasured {
  let measured: Measured

  init?(_ mention: Mention) {
    guard case .quantity(let quantity) = mention.value, let measured = quantity.measured,
      measured.change != nil || measured.basis != nil || measured.from != nil || measured.period != nil
    else { return nil }
    self.measured = measured
  }
}
