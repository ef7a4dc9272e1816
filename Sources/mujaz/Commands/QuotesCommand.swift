import ArgumentParser
import MujazCore
import MujazPlatform

/// `mujaz quotes`.
struct QuotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quotes", _superCommandName: "mujaz",
    abstract: "The quotations of an article, each with its speaker, its verb and its place.")

  @OptionGroup var input: InputOptions

  @Option(help: "How the quotations are written.")
  var format: QuotesFormat = .text

  @Option(help: "Only quotations of this kind; may be given more than once.")
  var kind: [QuoteKind] = []

  @Option(
    help: "Only quotations of this speaker: words of the name or the role, in any spelling.")
  var speaker: String?

  @Option(
    help: "So many words of the article before and after every quotation; 0 if not given.",
    transform: WholeNumber.read)
  var context = 0

  @Flag(help: "Begin CSV with a byte order mark, by which spreadsheets know that it is UTF-8.")
  var bom = false

  @Flag(help: "Show for every verb of saying its subject, its clause, and why it has no quotation.")
  var explain = false

  @OptionGroup var segmentation: SegmentationOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if input.onError == .record, !format.isJSON {
      throw ValidationError("--on-error record needs --format json or jsonl")
    }
    if context < 0 { throw ValidationError("--context takes a number from 0 up, not \(context)") }
    if bom, format != .csv { throw ValidationError("--bom needs --format csv") }
    if explain, format.isTable || format == .markdown {
      throw ValidationError("--explain needs --format text, json or jsonl")
    }
    if explain, format == .text, !kind.isEmpty || speaker != nil || context > 0 {
      throw ValidationError(
        "--explain tells of every verb as text: --kind, --speaker and --context need JSON beside it"
      )
    }
    if let speaker, !SpeakerFilter(speaker).isUsable {
      throw ValidationError("--speaker takes at least one word")
    }
  }

  func run() throws {
    let filter = QuoteFilter(
      kinds: kind, speaker: speaker.map(SpeakerFilter.init),
      tellsOthers: speaker != nil && !output.quiet && isatty(STDERR_FILENO) != 0)
    let finder = QuoteFinder(lexicon: try segmentation.segmenter().lexicon)
    let (format, context, explain) = (format, context, explain)
    let framing: Framing =
      switch format {
      case .json: .array
      case .jsonl: .lines
      case .csv, .tsv:
        .table(
          head: (bom ? [0xEF, 0xBB, 0xBF] : [])
            + QuotesProcessor.head(format, hasContext: context > 0))
      case .text, .markdown: .blocks
      }
    try Run(
      input, output, framing: framing, isForPeople: !format.isJSON && !format.isTable,
      emptyNote: emptyNote
    )
    .carryOut { isSingleText in
      QuotesProcessor(
        finder: finder, format: format, filter: filter, context: context, explains: explain,
        isArray: format == .json && !isSingleText)
    }
  }

  private func emptyNote(_ others: SpeakerNames) -> String {
    guard let speaker, kind.isEmpty else {
      return kind.isEmpty
        ? "no quotations were found" : "no quotations of that kind or speaker were found"
    }
    let names = others.names.isEmpty ? "" : "; speakers: " + others.names.joined(separator: ", ")
    return "no quotations of \(Arguments.shown(speaker))\(names)"
  }
}

extension QuotesCommand: ReadingCommand {
  static func reading(_ files: [String]) -> QuotesCommand {
    var command = QuotesCommand()
    (command.input, command.output) = (.reading(files), .standard)
    command.segmentation = .standard
    (command.format, command.kind, command.speaker, command.context) = (.text, [], nil, 0)
    (command.bom, command.explain) = (false, false)
    return command
  }
}
