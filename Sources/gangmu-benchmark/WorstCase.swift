import DocumentModel
import Foundation
import Gangmu

/// What texts cost that are made to be costly, against ordinary text of the same size.
struct WorstCase {
  /// The size of each text, in bytes.
  static let size = 300_000

  /// What they are made of: what numbers, dates, lists and titles begin with or go on with.
  static let units = [
    "一", "1", "（", "年", "、", "《", "第", "路", "中国", "十百千万亿", "一、", "1年", "2023年1", "5日", "当年", "中吉乌铁路、",
  ]

  private let pipeline: Pipeline

  init(_ pipeline: Pipeline) { self.pipeline = pipeline }

  func rows(against seed: Sample) throws -> [Table.Row] {
    let ordinary = Sample(Array(seed.repeated(toBytes: Self.size).bytes.prefix(Self.size)).validPrefix)
    let usual = try seconds(for: ordinary) / ordinary.megabytes
    let ratios = try Self.units.map { unit in
      let sample = Sample(of: unit, bytes: Self.size)
      let ratio = try seconds(for: sample) / sample.megabytes / usual
      return Table.Row(name: "300 KB of \(unit)", value: ratio, unit: "times the cost of ordinary text")
    }
    let worst = ratios.map(\.value).max() ?? 0
    return ratios + [
      Table.Row(name: "the worst of them", value: worst, unit: "times the cost of ordinary text")
    ]
  }

  private func seconds(for sample: Sample) throws -> Double {
    let worker = Worker(pipeline)
    return try Clock.processorTime(runs: 3) {
      for document in try sample.documents() { _ = worker.extract(document) }
    }
  }
}

extension [UInt8] {
  /// The bytes without a character that was cut at the end.
  fileprivate var validPrefix: [UInt8] {
    var end = count
    while end > 0, self[end - 1] & 0xC0 == 0x80 { end -= 1 }
    return Array(prefix(Swift.max(0, end - 1)))
  }
}
