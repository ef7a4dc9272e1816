import ArgumentParser
import MujazTranslation

/// `mujaz tm compact`.
struct MemoryCompactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact", _superCommandName: "mujaz tm",
    abstract: "Checks the memory, makes one index of many and gives back room.")

  @OptionGroup var memory: MemoryOptions

  func run() throws {
    let database = try MemoryFile.open(memory.path, .reading)
    try MemoryFile.reporting(memory.path) { () throws(MemoryError) in try database.compact() }
  }
}
