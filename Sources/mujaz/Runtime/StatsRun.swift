import MujazCore
import MujazTranslation

/// Carries out `mujaz stats`: every file is a package or holds articles.
struct StatsRun {
  let memory: MemoryLookup?
  /// The memory's file, for messages.
  let memoryPath: String
  let format: StatsFormat
  let input: InputOptions
  let output: OutputOptions

  func carryOut() throws(Failure) {
    var counter = SegmentCounter(memory: memory)
    var parts: [(name: String, statistics: SegmentStatistics)] = []
    let segmenter = Segmenter()
    for operand in input.files.isEmpty ? ["-"] : input.files {
      if input.input == .auto, operand != "-",
        let package = try PackageFile.readIfPackage(operand, isQuiet: output.quiet)
      {
        for document in package.documents {
          let name = document.original.isEmpty ? Arguments.shown(operand) : document.original
          let statistics = try MemoryFile.reporting(memoryPath) { () throws(MemoryError) in
            try counter.count(document.units.flatMap(\.segments), isPackage: true)
          }
          parts.append((name, statistics))
        }
        continue
      }
      var one = input
      one.files = [operand]
      try ArticleRun(input: one, output: output).carryOut {
        (text, title, name) throws(Failure) in
        var workspace = SegmentationWorkspace()
        segmenter.segment(text, title: title, &workspace)
        let segments = workspace.segments.map {
          BilingualSegment(id: "", source: text.string($0.range))
        }
        let statistics = try MemoryFile.reporting(memoryPath) { () throws(MemoryError) in
          try counter.count(segments, isPackage: false)
        }
        parts.append((name, statistics))
      }
    }
    try OutputFile.write(
      format == .json ? json(parts, counter.total) : text(parts, counter.total), to: output.output)
  }

  private func text(
    _ parts: [(name: String, statistics: SegmentStatistics)], _ total: SegmentStatistics
  ) -> [UInt8] {
    var tables = parts.map { StatisticsTable.text($0.name, $0.statistics) }
    if tables.count != 1 { tables.append(StatisticsTable.text("total", total)) }
    return Array(tables.joined(separator: "\n").utf8)
  }

  private func json(
    _ parts: [(name: String, statistics: SegmentStatistics)], _ total: SegmentStatistics
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.raw("{\"documents\":[")
    for (index, part) in parts.enumerated() {
      writer.raw(index == 0 ? "{\"id\":" : ",{\"id\":")
      writer.string(part.name)
      writer.raw(",")
      writer.statistics(part.statistics)
      writer.raw("}")
    }
    writer.raw("],\"total\":{")
    writer.statistics(total)
    writer.raw("}}\n")
    return writer.bytes.take()
  }
}

extension JSONWriter {
  fileprivate mutating func statistics(_ statistics: SegmentStatistics) {
    amount("all", statistics.total)
    raw(",\"characters_without_spaces\":")
    integer(statistics.charactersWithoutSpaces)
    raw(",\"bands\":{")
    for (index, band) in MatchBand.allCases.enumerated() {
      if index > 0 { raw(",") }
      amount(band.rawValue, statistics[band])
    }
    raw("}")
    guard !statistics.statuses.isEmpty else { return }
    raw(",\"statuses\":{")
    for (index, status) in TargetStatus.allCases.enumerated() {
      if index > 0 { raw(",") }
      amount(status.rawValue, statistics.statuses[status] ?? .init())
    }
    raw("}")
  }

  private mutating func amount(_ name: String, _ amount: SegmentStatistics.Amount) {
    string(name)
    raw(":{\"segments\":")
    integer(amount.segments)
    raw(",\"words\":")
    integer(amount.words)
    raw(",\"characters\":")
    integer(amount.characters)
    raw("}")
  }
}
