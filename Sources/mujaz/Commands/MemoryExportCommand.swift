import ArgumentParser
import MujazTranslation

/// `mujaz tm export`.
struct MemoryExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", _superCommandName: "mujaz tm",
    abstract: "All units of the memory, in the order they came in.")

  @OptionGroup var memory: MemoryOptions

  @Option(help: "How the units are written.")
  var format: MemoryFormat = .tmx

  @OptionGroup var output: OutputOptions

  func run() throws {
    let database = try MemoryFile.open(memory.path, .reading)
    try OutputFile.write(to: output.output) { (file) throws(Failure) in
      try MemoryFile.export(database, memory.path, format, to: file)
    }
  }
}
