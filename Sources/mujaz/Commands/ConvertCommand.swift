import ArgumentParser
import MujazTranslation

/// `mujaz convert`.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", _superCommandName: "mujaz",
    abstract: "A package in another format, with its targets, states, notes and comments.",
    discussion: "What the format cannot say is told in one line.")

  @Argument(
    help: "The package; '-' or nothing is standard input.", completion: .file())
  var file = "-"

  @Option(help: "How the package is written.")
  var format: PackageFormat

  @Option(
    name: .customLong("to"),
    help: "The language of the targets, where the package does not say it.")
  var target: String?

  @Option(
    name: .customLong("from"),
    help: "The language of the sources, where the package does not say it; ar if not given.")
  var source: String?

  @Option(
    name: .customLong("target"),
    help: "What stands where no translation is: copy of the source, or omit (the default).")
  var fill: TargetFill = .omit

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let target { _ = try Language.named(by: "--to", target, example: "en") }
    if let source { _ = try Language.named(by: "--from", source, example: "ar") }
  }

  func run() throws {
    let result = try OutputFile.opened(output.output)
    let (package, read) = try PackageFile.read(file, isQuiet: output.quiet)
    guard let to = Language(package.targetLanguage) ?? target.flatMap({ Language($0) }) else {
      throw Failure(
        code: ExitCode.badData,
        message: "\(file): the language of the targets is not said: give it with --to")
    }
    let from = Language(package.sourceLanguage) ?? source.flatMap { Language($0) } ?? .arabic
    var failure: Failure?
    let losses: ConversionLosses
    do throws(PackageError) {
      losses = try PackageConverter(format, fill: fill).convert(
        package, of: read, from: from, to: to
      ) { bytes in
        guard failure == nil else { return }
        do throws(Failure) { try result.write(bytes) } catch { failure = error }
      }
    } catch {
      throw Failure(error, file)
    }
    if let failure { throw failure }
    try result.commit()
    if !losses.isEmpty, !output.quiet {
      warn("\(file): lost in \(format.rawValue): \(losses.description)")
    }
  }
}
