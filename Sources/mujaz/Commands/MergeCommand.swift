import ArgumentParser
import MujazTranslation

/// `mujaz merge`.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "The finished translation of a package that came back.")

  @Argument(
    help: "The package; '-' or nothing is standard input.", completion: .file())
  var file = "-"

  @Option(help: "How the translation is written.")
  var format: MergeFormat = .text

  @Flag(
    name: .customLong("allow-missing"),
    help: "Merge a package that is not finished: the source stands for what is missing.")
  var allowsMissing = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    let package = try PackageFile.read(file, isQuiet: output.quiet).package
    let merged: MergedPackage
    do throws(PackageError) {
      merged = try Merger(allowsMissing: allowsMissing).merge(package)
    } catch {
      throw Failure(error, file)
    }
    let result: OutputFile
    if let path = output.output {
      result = try OutputFile(path: path)
    } else {
      result = OutputFile()
    }
    try result.write(merged.text())
    try result.commit()
  }
}
