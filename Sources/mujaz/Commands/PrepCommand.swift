import ArgumentParser
import MujazCore
import MujazTranslation

/// `mujaz prep`.
struct PrepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prep", _superCommandName: "mujaz",
    abstract: "A translation package: every sentence with room for its translation.")

  @OptionGroup var input: InputOptions

  @Option(name: .customLong("to"), help: "The language to translate into, a BCP 47 tag: en, pt-BR.")
  var target: String

  @Option(name: .customLong("from"), help: "The language of the articles.")
  var source = "ar"

  @Option(
    help: "How the package is written; without it as xliff2, in a project as xliff1.")
  var format: PackageFormat?

  @Option(help: "What goes in: the article with the brief's sentences flagged, the brief, or both.")
  var scope: PrepScope = .article

  @Flag(
    name: .customLong("all-lines"),
    help: "Keep lines that are no part of the article: mastheads, share bars, notices.")
  var keepsAllLines = false

  @Option(
    name: .customLong("target"),
    help:
      "What stands where no translation is: copy of the source, or omit; without it copy for xliff1 and tmx, else omit."
  )
  var fill: TargetFill?

  @Option(
    name: .customLong("tm"),
    help: "A translation memory: what it knows is put in, with how well it fits.",
    completion: .file())
  var memory: String?

  @Option(
    name: .customLong("from-package"),
    help:
      "A package of an earlier version: what has not changed keeps its translation, and what has is flagged.",
    completion: .file())
  var previous: String?

  @Option(
    help:
      "Terms and names: TBX, or lines of a term, a tab and its translation or several parted by '|'.",
    completion: .file())
  var glossary: String?

  @Option(
    help: "How the hints spell Arabic names: as the news does, or letter by letter by a table.")
  var romanization: Romanization = .news

  @Flag(help: "Fill the targets with text that is no translation, to test what comes after.")
  var pseudo = false

  @Option(
    help:
      "Make an OmegaT project in this folder, with a package for every article, the glossary and the memory.",
    completion: .directory)
  var project: String?

  @OptionGroup var output: OutputOptions

  private func settings() throws -> PrepSettings {
    guard let target = Language(target) else {
      throw ValidationError("--to takes a language tag like en or pt-BR, not \(target)")
    }
    guard let source = Language(source) else {
      throw ValidationError("--from takes a language tag like ar, not \(source)")
    }
    return PrepSettings(
      source: source, target: target, format: format ?? (project == nil ? .xliff2 : .xliff1),
      scope: scope, keepsAllLines: keepsAllLines, fill: fill, isPseudo: pseudo)
  }

  func validate() throws {
    _ = try settings()
    _ = try input.expecting(source)
    try MemoryFile.checkName(memory)
    if pseudo, memory != nil {
      throw ValidationError("--pseudo and --tm can't be combined: give one of them")
    }
    if pseudo, previous != nil {
      throw ValidationError("--pseudo and --from-package can't be combined: give one of them")
    }
    if let previous, ["", "-"].contains(previous) {
      throw ValidationError("--from-package takes the name of a file")
    }
    if project != nil, output.output != nil {
      throw ValidationError("--project and --output can't be combined: give one of them")
    }
    if project != nil, let format, format != .xliff1 {
      throw ValidationError("--project takes packages as xliff1, not as \(format.rawValue)")
    }
    if input.onError == .record {
      throw ValidationError("--on-error record can't be combined with a package: fail or skip")
    }
  }

  func run() throws {
    var settings = try settings()
    settings.romanization = romanization
    settings.glossary = try PackageFile.glossary(
      glossary, from: settings.source, to: settings.target)
    let lookup = try memory.map {
      try MemoryFile.lookup($0, from: settings.source, to: settings.target)
    }
    try PrepRun(
      settings: settings, leverage: lookup.map { Leverage(memory: $0) },
      previous: try previous.map { try earlier($0, settings.target) }, previousPath: previous ?? "",
      project: project.map { PrepRun.Project(path: $0, memory: memory) },
      input: input.expecting(source), output: output
    ).carryOut()
  }

  /// The earlier version; a package into another language is none.
  private func earlier(_ path: String, _ target: Language) throws(Failure) -> PreviousVersion {
    let package = try PackageFile.read(path, isQuiet: output.quiet).package
    if let other = Language(package.targetLanguage), other.base != target.base {
      throw Failure(
        code: ExitCode.badData,
        message: "\(path): a package into \(other.tag), not into \(target.tag)")
    }
    return PreviousVersion(package)
  }
}
