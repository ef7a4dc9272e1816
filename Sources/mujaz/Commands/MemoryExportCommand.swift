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
      try write(database, to: file)
    }
  }

  private func write(_ database: MemoryDatabase, to file: OutputFile) throws(Failure) {
    var cursor = try MemoryFile.reporting(memory.path) { () throws(MemoryError) in
      try MemoryCursor(database)
    }
    var writer = MemoryUnitWriter(format, sourceLanguage: cursor.sourceLanguage)
    var count = 0
    while let unit = try MemoryFile.reporting(
      memory.path,
      { () throws(MemoryError) in
        try cursor.next()
      })
    {
      writer.write(unit)
      count += 1
      if count % 256 == 0 { try file.write(writer.take()) }
    }
    writer.finish()
    try file.write(writer.take())
  }
}
