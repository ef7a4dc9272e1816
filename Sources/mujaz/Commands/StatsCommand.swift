import ArgumentParser
import MujazTranslation

/// `mujaz stats`.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Words, characters, repetitions and memory matches, as translators price them.")

  @OptionGroup var input: InputOptions

  @Option(help: "How the analysis is written.")
  var format: StatsFormat = .text

  @Option(
    help: "A package with translations to match against; may be given several times.",
    completion: .file())
  var memory: [String] = []

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if input.onError == .record {
      throw ValidationError("--on-error record can't be combined with an analysis: fail or skip")
    }
  }

  func run() throws {
    var memory = TranslationMemory()
    for file in self.memory {
      memory.add(try PackageFile.read(file, isQuiet: output.quiet).package)
    }
    try StatsRun(memory: memory, format: format, input: input, output: output).carryOut()
  }
}

/// `--format` of `mujaz stats`.
enum StatsFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
