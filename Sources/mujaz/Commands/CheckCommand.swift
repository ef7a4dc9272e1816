import ArgumentParser
import MujazPlatform
import MujazTranslation

/// `mujaz check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: "mujaz",
    abstract: "What a translator missed: numbers, names, marks, leftovers.",
    discussion: "Ends with 65 where there are errors, with 0 where there are warnings at most.")

  @Argument(
    help: "The package; '-' or nothing is standard input.", completion: .file())
  var file = "-"

  @Option(help: "How the findings are written.")
  var format: CheckFormat = .text

  @Option(
    help:
      "Terms and names: TBX, or lines of a term, a tab and its translation or several parted by '|'.",
    completion: .file())
  var glossary: String?

  @Flag(help: "Warnings count as errors.")
  var strict = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    let result = try OutputFile.opened(output.output)
    let (package, packageFormat) = try PackageFile.read(file, isQuiet: output.quiet)
    let checker = Checker(
      glossary: try PackageFile.glossary(
        glossary, from: Language(package.sourceLanguage), to: Language(package.targetLanguage)))
    let findings = checker.findings(in: package)
    let bytes =
      switch format {
      case .text: FindingWriter.text(findings, file: file, format: packageFormat)
      case .json: FindingWriter.json(findings, file: file)
      case .html:
        FindingPage.html(
          findings, file: Arguments.shown(file),
          languages: (package.sourceLanguage, package.targetLanguage), format: packageFormat)
      }
    try result.finish(bytes)
    if findings.contains(where: { $0.severity == .error || strict && $0.severity == .warning }) {
      // The findings say what is wrong; the code says that something is.
      MujazPlatform.exit(ExitCode.badData)
    }
  }
}
