import ArgumentParser
import MujazTranslation

/// The memory of every subcommand.
struct MemoryOptions: ParsableArguments {
  @Option(name: .customLong("tm"), help: "The file of the memory.", completion: .file())
  var path: String

  func validate() throws { try MemoryFile.checkName(path) }
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
