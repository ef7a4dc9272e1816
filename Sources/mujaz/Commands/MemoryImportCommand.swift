import ArgumentParser
import MujazTranslation

/// `mujaz tm import`.
struct MemoryImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", _superCommandName: "mujaz tm",
    abstract: "Translations become part of the memory, which is made where there is none.",
    discussion: """
      TMX, a translated package (XLIFF, PO, DOCX, XLSX, TSV, CSV of 'mujaz prep') or tab-separated values. What is there already is not added \
      twice; import as often as you like. What 'mujaz prep --pseudo' has made up, and nobody has touched, is left out.
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
      let leftOut =
        importer.leftOut > 0 ? ", \(importer.leftOut) pseudo-translations left out" : ""
      try OutputFile.write(
        Array("\(importer.added) units added, \(importer.merged) known already\(leftOut)\n".utf8),
        to: nil)
    }
  }
}
