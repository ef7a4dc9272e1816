import ArgumentParser

/// `mujaz tm`.
struct MemoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tm", _superCommandName: "mujaz",
    abstract: "A translation memory: what was translated once is found again.",
    subcommands: [
      MemoryImportCommand.self, MemoryExportCommand.self, MemorySearchCommand.self,
      MemoryLookupCommand.self, MemoryStatsCommand.self, MemoryCompactCommand.self,
    ])
}
