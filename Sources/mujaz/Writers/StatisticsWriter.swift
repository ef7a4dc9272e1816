import MujazTranslation

/// Writes the analysis of `mujaz stats`.
enum StatisticsWriter {
  /// A document, and what was counted in it.
  typealias Part = (name: String, statistics: SegmentStatistics)

  /// A table a document, and one of all where there are several.
  static func text(_ parts: [Part], _ total: SegmentStatistics) -> [UInt8] {
    var tables = parts.map { StatisticsTable.text($0.name, $0.statistics) }
    if tables.count != 1 { tables.append(StatisticsTable.text("total", total)) }
    return Array(tables.joined(separator: "\n").utf8)
  }

  static func json(_ parts: [Part], _ total: SegmentStatistics) -> [UInt8] {
    var output = JSONWriter()
    output.beginLine()
    output.beginArray("documents")
    for part in parts {
      output.beginObject()
      output.member("id", part.name)
      output.statistics(part.statistics)
      output.endObject()
    }
    output.endArray()
    output.beginObject("total")
    output.statistics(total)
    output.endObject()
    output.endLine()
    return output.bytes.take()
  }
}

extension JSONWriter {
  fileprivate mutating func statistics(_ statistics: SegmentStatistics) {
    amount("all", statistics.total)
    member("characters_without_spaces", statistics.charactersWithoutSpaces)
    beginObject("bands")
    for band in MatchBand.allCases { amount(band.rawValue, statistics[band]) }
    endObject()
    guard !statistics.statuses.isEmpty else { return }
    beginObject("statuses")
    for status in TargetStatus.allCases {
      amount(status.rawValue, statistics.statuses[status] ?? .init())
    }
    endObject()
  }

  private mutating func amount(_ name: String, _ amount: SegmentStatistics.Amount) {
    beginObject(named: name)
    member("segments", amount.segments)
    member("words", amount.words)
    member("characters", amount.characters)
    endObject()
  }
}
