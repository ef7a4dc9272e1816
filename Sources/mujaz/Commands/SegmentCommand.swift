import ArgumentParser
import MujazCore

/// `mujaz segment`.
struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment", _superCommandName: "mujaz",
    abstract: "The sentences and lines of an article, each with its place and its role.")

  @OptionGroup var input: InputOptions

  @Option(help: "How the segments are written.")
  var format: SegmentFormat = .text

  @Flag(help: "Name for every place that might end a segment the rule that kept or refused it.")
  var explain = false

  @Flag(
    help:
      "Leave what a spreadsheet would take for a formula as it is, for scripts; without it TSV has an apostrophe before it."
  )
  var raw = false

  @OptionGroup var segmentation: SegmentationOptions

  @OptionGroup var srx: SRXOptions

  @OptionGroup var output: OutputOptions

  /// The input, where rules are taken that are for another language.
  private func expectedInput() throws -> InputOptions {
    srx.srx == nil ? input : try input.expecting(srx.srxLanguage)
  }

  func validate() throws {
    if input.onError == .record, !format.isJSON {
      throw ValidationError("--on-error record needs --format json or jsonl")
    }
    _ = try expectedInput()
    if srx.srx != nil, segmentation.abbreviations != nil {
      throw ValidationError("--srx and --abbreviations can't be combined: give one of them")
    }
    if raw, format != .tsv { throw ValidationError("--raw needs --format tsv") }
    if explain, format == .tsv {
      throw ValidationError("--explain can't be combined with --format tsv")
    }
  }

  func run() throws {
    let segmenter = try segmentation.segmenter()
    let rules = try srx.rules()
    let (format, explain, raw) = (format, explain, raw)
    try Run(
      expectedInput(), output,
      framing: format == .json ? .array : format == .text ? .blocks : .lines,
      isForPeople: format == .text
    )
    .carryOut { (isSingleText) throws(Failure) in
      try SegmentProcessor(
        segmenter: segmenter, rules: rules, format: format, explains: explain,
        isArray: format == .json && !isSingleText, isSafe: !raw)
    }
  }
}

extension SegmentCommand: ReadingCommand {
  static func reading(_ files: [String]) -> SegmentCommand {
    var command = SegmentCommand()
    (command.input, command.output) = (.reading(files), .standard)
    (command.segmentation, command.srx) = (.standard, .standard)
    (command.format, command.explain, command.raw) = (.text, false, false)
    return command
  }
}
