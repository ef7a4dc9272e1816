import ArgumentParser
import MujazTranslation

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

/// The memory of every subcommand.
struct MemoryOptions: ParsableArguments {
  @Option(name: .customLong("tm"), help: "The file of the memory.", completion: .file())
  var path: String
}

/// Languages, where a memory or a file has several.
struct LanguageOptions: ParsableArguments {
  @Option(
    name: .customLong("from"), help: "The language of the sources; if not given, what the data say."
  )
  var source: String?

  @Option(
    name: .customLong("to"), help: "The language of the targets; if not given, what the data say.")
  var target: String?

  func languages() throws -> (source: Language?, target: Language?) {
    (
      try source.map { try Language.named(by: "--from", $0, example: "ar") },
      try target.map { try Language.named(by: "--to", $0, example: "en or pt-BR") }
    )
  }

  func validate() throws { _ = try languages() }
}

/// `mujaz tm import`.
struct MemoryImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", _superCommandName: "mujaz tm",
    abstract: "Translations become part of the memory, which is made where there is none.",
    discussion: """
      TMX, a translated package (XLIFF, PO, DOCX, TSV of 'mujaz prep') or tab-separated values. What is there already is not added \
      twice; import as often as you like.
      """)

  @OptionGroup var memory: MemoryOptions

  @Argument(help: "Files; '-' or nothing is standard input.", completion: .file())
  var files: [String] = []

  @OptionGroup var languages: LanguageOptions

  @Flag(help: "Don't say how many units were added.")
  var quiet = false

  func run() throws {
    let languages = try self.languages.languages()
    let database = try MemoryFile.open(memory.path, .writing)
    var importer = MemoryImporter(database)
    let date = MemoryFile.now
    for file in files.isEmpty ? ["-"] : files {
      let reader = MemoryUnitReader(
        source: languages.source, target: languages.target,
        origin: file == "-" ? "" : Arguments.shown(file), date: date)
      var failure: MemoryError?
      do throws(Failure) {
        try PackageFile.units(file, reader, isQuiet: quiet) { (unit) throws(PackageError) in
          do throws(MemoryError) {
            try importer.add(unit)
          } catch {
            failure = error
            throw PackageError(error.message)
          }
        }
      } catch {
        throw failure.map { Failure($0, memory.path) } ?? error
      }
    }
    try MemoryFile.reporting(memory.path) { () throws(MemoryError) in try importer.finish() }
    if !quiet {
      try OutputFile.write(
        Array("\(importer.added) units added, \(importer.merged) known already\n".utf8), to: nil)
    }
  }
}

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
    var writer = MemoryUnitWriter(
      format, sourceLanguage: cursor.sourceLanguage, version: Mujaz.configuration.version)
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

/// `mujaz tm search`.
struct MemorySearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", _superCommandName: "mujaz tm",
    abstract: "A concordance: units that use some words, in whatever form; the newest first.")

  @OptionGroup var memory: MemoryOptions

  @Argument(help: "The words; a unit has all of them.")
  var words: [String]

  @Option(name: .customLong("in"), help: "The side that is searched.")
  var side: MemoryConcordance.Side = .both

  @Option(help: "At most so many units.")
  var limit = 20

  @Option(help: "How the units are written; jsonl is one object a line.")
  var format: MemoryListFormat = .text

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1 up, not \(limit)") }
    if words.isEmpty { throw ValidationError("there is no word to search for") }
  }

  func run() throws {
    let database = try MemoryFile.open(memory.path, .reading)
    var writer = MemoryWriter(format)
    var count = 0
    try MemoryFile.reporting(memory.path) { () throws(MemoryError) in
      try MemoryConcordance(database).search(words.joined(separator: " "), in: side) { unit in
        writer.write(unit)
        count += 1
        return count < limit
      }
    }
    try writer.finish(to: output.output)
  }
}

/// `mujaz tm lookup`.
struct MemoryLookupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup", _superCommandName: "mujaz tm",
    abstract:
      "The best matches of sentences, with what differs; a sentence a line of standard input.")

  @OptionGroup var memory: MemoryOptions

  @Argument(help: "A sentence; without it every line of standard input is one.")
  var text: String?

  @OptionGroup var languages: LanguageOptions

  @Option(name: .customLong("min"), help: "Matches below this percentage are left out: 50 to 101.")
  var least = 50

  @Option(help: "At most so many matches a sentence.")
  var limit = 5

  @Option(help: "How the matches are written; jsonl is one object a sentence.")
  var format: MemoryListFormat = .text

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1 up, not \(limit)") }
    if !(50...101).contains(least) {
      throw ValidationError("--min takes a number from 50 to 101, not \(least)")
    }
  }

  func run() throws {
    let languages = try self.languages.languages()
    let lookup = try MemoryFile.lookup(
      memory.path, from: languages.source, to: languages.target)
    var writer = MemoryWriter(format)
    try OutputFile.write(to: output.output) { (file) throws(Failure) in
      if let text { return try write(text, lookup, &writer, to: file) }
      try PackageFile.lines("-", isQuiet: output.quiet) { (line) throws(Failure) in
        try write(line, lookup, &writer, to: file)
      }
    }
  }

  private func write(
    _ sentence: String, _ lookup: MemoryLookup, _ writer: inout MemoryWriter, to file: OutputFile
  ) throws(Failure) {
    let matches = try MemoryFile.reporting(memory.path) { () throws(MemoryError) in
      try lookup.matches(of: sentence, atLeast: least, most: limit)
    }
    writer.write(sentence, matches.filter { $0.percent >= least })
    try file.write(writer.take())
  }
}

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
    let database = try MemoryFile.open(memory.path, .reading)
    let statistics = try MemoryFile.reporting(memory.path) { () throws(MemoryError) in
      try MemoryStatistics(database)
    }
    let bytes =
      format == .json ? MemoryWriter.json(statistics) : MemoryWriter.text(statistics)
    try OutputFile.write(bytes, to: output.output)
  }
}

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
