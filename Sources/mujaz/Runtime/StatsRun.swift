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
    let file = try OutputFile.opened(output.output)
    var counter = SegmentCounter(memory: memory)
    var parts: [StatisticsWriter.Part] = []
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
    let bytes =
      switch format {
      case .json: StatisticsWriter.json(parts, counter.total)
      case .text: StatisticsWriter.text(parts, counter.total)
      }
    try file.finish(bytes)
  }
}
