import ArgumentParser
import MujazCore

/// `mujaz text`.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", _superCommandName: "mujaz",
    abstract: "The clean article: headline and paragraphs, without what a page puts around them.")

  @OptionGroup var input: InputOptions

  @Option(help: "How the article is written.")
  var format: TextFormat = .text

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if input.onError == .record, !format.isJSON {
      throw ValidationError("--on-error record needs --format json or jsonl")
    }
  }

  func run() throws {
    let segmenter = Segmenter()
    let format = format
    try Run(
      input, output, framing: format == .json ? .array : format == .jsonl ? .lines : .blocks,
      isForPeople: !format.isJSON
    )
    .carryOut { isSingleText in
      TextProcessor(
        segmenter: segmenter, format: format, isArray: format == .json && !isSingleText)
    }
  }
}

extension TextCommand: ReadingCommand {
  static func reading(_ files: [String]) -> TextCommand {
    var command = TextCommand()
    (command.input, command.output) = (.reading(files), .standard)
    command.format = .text
    return command
  }
}
