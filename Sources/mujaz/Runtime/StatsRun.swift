import MujazCore
import MujazTranslation

/// Carries out `mujaz stats`: every file is a package or holds articles.
struct StatsRun {
  let memory: MemoryLookup?
  /// The memory's file, for messages.
  let memoryPath: String
  let format: StatsFormat
  /// Whether lines are counted that are no part of the article.
  let keepsAllLines: Bool
  let input: InputOptions
  let output: OutputOptions

  func carryOut() throws(Failure) {
    let file = try OutputFile.opened(output.output)
    var tally = Tally(input.tolerance)
    var counter = SegmentCounter(memory: memory)
    var parts: [StatisticsWriter.Part] = []
    let segmenter = Segmenter()
    let operands = try Operands(input)
    while let operand = try operands.next() {
      if input.input == .auto, operand != "-",
        let package = try PackageFile.readIfPackage(operand, isQuiet: output.quiet)
      {
        if operands.toSkip > 0 {
          operands.toSkip -= 1
          continue
        }
        for document in package.documents {
          let name = document.original.isEmpty ? Arguments.shown(operand) : document.original
          let statistics = try MemoryFile.reporting(memoryPath) { () throws(MemoryError) in
            try counter.count(document.units.flatMap(\.segments), isPackage: true)
          }
          parts.append((name, statistics))
        }
        continue
      }
      let one = Operands(operand, toSkip: operands.toSkip)
      defer { operands.toSkip = one.toSkip }
      try ArticleRun(input: input, output: output).carryOut(one, &tally) {
        (text, title, name) throws(Failure) in
        var workspace = SegmentationWorkspace()
        segmenter.segment(text, title: title, &workspace)
        let lines = TranslatedLines(workspace.segments, of: text, keepsAll: keepsAllLines)
        var segments = lines.kept.map {
          BilingualSegment(id: "", source: text.string(workspace.segments[$0].range))
        }
        if let range = PackageBuilder.title(title, besides: workspace.segments) {
          segments.insert(BilingualSegment(id: "", source: title.string(range)), at: 0)
        }
        let statistics = try MemoryFile.reporting(memoryPath) { () throws(MemoryError) in
          try counter.count(segments, isPackage: false)
        }
        parts.append((name, statistics))
      }
    }
    let bytes =
      switch format {
      case .json: StatisticsWriter.json(parts, counter.total)
      case .text: StatisticsWriter.text(parts, counter.total)
      }
    try file.finish(bytes)
    tally.end(isQuiet: output.quiet)
  }
}
