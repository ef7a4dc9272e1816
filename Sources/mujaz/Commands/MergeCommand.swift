import ArgumentParser
import MujazTranslation

/// `mujaz merge`.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", _superCommandName: "mujaz",
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

  @Option(
    help: "Write the translator's comments to this file: a table of id, source, target, comment.",
    completion: .file())
  var comments: String?

  @Option(
    name: .customLong("tm"),
    help: "A translation memory that takes in what is translated; made where there is none.",
    completion: .file())
  var memory: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    try MemoryFile.checkName(memory)
    if let comments, ["", "-", output.output].contains(comments) {
      throw ValidationError("--comments takes the name of a file of its own")
    }
  }

  func run() throws {
    let result = try OutputFile.opened(output.output)
    let table = try comments.map { try OutputFile(path: $0) }
    let package = try PackageFile.read(file, isQuiet: output.quiet).package
    let merged: MergedPackage
    let bytes: [UInt8]
    do throws(PackageError) {
      merged = try Merger(allowsMissing: allowsMissing).merge(package)
      bytes = try merged.bytes(format)
    } catch {
      throw Failure(error, file)
    }
    try result.finish(bytes)
    try table?.finish(merged.comments())
    let leftOut = try memory.map { try MemoryFile.add(package, to: $0) } ?? 0
    if output.quiet { return }
    tellOfRestored(merged)
    tellOfOmitted(merged)
    let filled = merged.filledRepeats
    if filled > 0 { warn("\(file): \(filled) \(filled == 1 ? "repeat" : "repeats") filled") }
    if leftOut > 0 {
      warn("\(file): pseudo-translations are not put into the memory: \(leftOut) of them")
    }
  }

  private func tellOfOmitted(_ merged: MergedPackage) {
    let omitted = merged.documents.lazy.flatMap(\.paragraphs).flatMap(\.segments).count {
      $0.status == .omitted
    }
    if omitted > 0 { warn("\(file): omitted by the translator: \(omitted)") }
  }

  /// Nothing is lost in silence: what was put back is told.
  private func tellOfRestored(_ merged: MergedPackage) {
    for segment in merged.documents.lazy.flatMap(\.paragraphs).flatMap(\.segments)
    where !segment.restored.isEmpty {
      warn(
        "\(file):\(segment.line): the target of \(segment.id) had lost "
          + segment.restored.joined(separator: ", ") + ", which was put at its end")
    }
  }
}
