import ArgumentParser
import MujazTranslation

/// `mujaz stats`.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", _superCommandName: "mujaz",
    abstract: "Words, characters, repetitions and memory matches, as translators price them.")

  @OptionGroup var input: InputOptions

  @Option(help: "How the analysis is written.")
  var format: StatsFormat = .text

  @Option(
    help: "A package with translations to match against; may be given several times.",
    completion: .file())
  var memory: [String] = []

  @Option(
    name: .customLong("tm"), help: "A translation memory to match against.", completion: .file())
  var memoryFile: String?

  @Option(
    name: .customLong("to"),
    help: "The language of the targets, where the memory has several; if not given, any.")
  var target: String?

  @Flag(
    name: .customLong("all-lines"),
    help: "Keep lines that are no part of the article: mastheads, share bars, notices.")
  var keepsAllLines = false

  @OptionGroup var output: OutputOptions

  private func language() throws -> Language? {
    try target.map { try Language.named(by: "--to", $0, example: "en or pt-BR") }
  }

  func validate() throws {
    _ = try language()
    try MemoryFile.checkName(memoryFile)
    if memoryFile != nil, !memory.isEmpty {
      throw ValidationError("--tm and --memory can't be combined: give one of them")
    }
    if input.onError == .record {
      throw ValidationError("--on-error record can't be combined with an analysis: fail or skip")
    }
  }

  func run() throws {
    let path = memoryFile ?? memory.first ?? ""
    try StatsRun(
      memory: try lookup(path), memoryPath: path, format: format, keepsAllLines: keepsAllLines,
      input: input, output: output
    ).carryOut()
  }

  /// What segments are matched against: the memory, or one that is made of the packages and gone with the run.
  private func lookup(_ path: String) throws -> MemoryLookup? {
    if let memoryFile {
      return try MemoryFile.lookup(memoryFile, from: nil, to: language())
    }
    guard !memory.isEmpty else { return nil }
    let packages = try memory.map { try PackageFile.read($0, isQuiet: output.quiet).package }
    let reader = MemoryUnitReader(source: nil, target: nil, origin: "", date: "")
    return try MemoryFile.reporting(path) { () throws(MemoryError) in
      let database = try MemoryDatabase()
      var importer = MemoryImporter(database, takesPseudo: true)
      for unit in packages.flatMap(reader.units) { try importer.add(unit) }
      try importer.finish()
      return try MemoryLookup(database, from: nil, to: nil)
    }
  }
}
