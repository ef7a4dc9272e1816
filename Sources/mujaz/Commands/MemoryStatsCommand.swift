import ArgumentParser
import MujazTranslation

/// `mujaz tm stats`.
struct MemoryStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", _superCommandName: "mujaz tm",
    abstract: "What the memory holds: units, languages, where they come from."
  )

  @OptionGroup var memory: MemoryOptions

  @Option(help: "How the numbers are written.")
  var format: StatsFormat = .text

  @OptionGroup var output: OutputOptions

  func run() throws {
    let file = try OutputFile.opened(output.output)
    let database = try MemoryFile.open(memory.path, .reading)
    let statistics = try MemoryFile.reporting(memory.path) { () throws(MemoryError) in
      try MemoryStatistics(database)
    }
    let bytes =
      format == .json ? MemoryWriter.json(statistics) : MemoryWriter.text(statistics)
    try file.finish(bytes)
  }
}
