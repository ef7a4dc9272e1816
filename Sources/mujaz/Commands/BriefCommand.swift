import ArgumentParser
import MujazCore

/// `mujaz brief`.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief", _superCommandName: "mujaz",
    abstract: "One paragraph of an article's key sentences, verbatim and in order.",
    discussion: """
      Of a text without words, of lines that are no sentences, of a table or a line-up, and of a claim that only the headline \
      denies there is no brief: it is empty, and why stands in no_brief (JSON) or is told on standard error (text, Markdown). \
      That is no error of the input: the run goes on, and ends with 0.
      """)

  @OptionGroup var input: InputOptions

  @Option(help: "How the brief is written.")
  var format: BriefFormat = .text

  @Option(help: "At most so many sentences.", transform: WholeNumber.read)
  var sentences: Int?

  @Option(
    help: "At most so many words: runs of letters, digits and marks.", transform: WholeNumber.read)
  var words: Int?

  @Option(help: "At most this share of the article's words, above 0 and at most 1.")
  var ratio: Double?

  @Option(
    help:
      "How many attributed quotations the brief brings in, inside its budget: 1 if not given, 0 with the methods for comparison.",
    transform: WholeNumber.read)
  var quotes: Int?

  @Option(help: "How sentences are scored.")
  var method: RankingMethod = .mujaz

  @Option(help: "How far sentences are cut down.")
  var condense: Condensing = .full

  @Flag(help: "Show as … where something was left out; text and Markdown.")
  var marks = false

  @Flag(
    help:
      "Put the headline, or else the article's name, on a line above the brief; text and Markdown.")
  var headline = false

  @Flag(
    help: "Show for every sentence the parts of its score, what it adds, and why it is in or out.")
  var explain = false

  @OptionGroup var segmentation: SegmentationOptions

  @OptionGroup var output: OutputOptions

  /// The budget that the options state; without any, three sentences and about eighty words.
  private func budget() throws -> Budget {
    if [sentences != nil, words != nil, ratio != nil].count(where: { $0 }) > 1 {
      throw ValidationError("--sentences, --words and --ratio can't be combined: give one of them")
    }
    do throws(BudgetError) {
      if let sentences { return try .sentences(sentences) }
      if let words { return try .words(words) }
      if let ratio { return try .ratio(ratio) }
      return .standard
    } catch {
      switch error {
      case .notPositive:
        throw ValidationError("--sentences and --words take a number from 1 up")
      case .notAShare:
        throw ValidationError("--ratio takes a number above 0 and at most 1")
      }
    }
  }

  func validate() throws {
    _ = try budget()
    if let quotes, quotes < 0 {
      throw ValidationError("--quotes takes a number from 0 up, not \(quotes)")
    }
    if marks, format.isJSON {
      throw ValidationError("--marks needs --format text or markdown: JSON has the kept ranges")
    }
    if headline, format.isJSON {
      throw ValidationError("--headline needs --format text or markdown: JSON has the headline")
    }
    if input.onError == .record, !format.isJSON {
      throw ValidationError("--on-error record needs --format json or jsonl")
    }
  }

  func run() throws {
    let marks = marks
    let briefer = Briefer(
      budget: try budget(), method: method, condensing: condense,
      segmenter: try segmentation.segmenter(), quotes: quotes)
    let (format, explain, headline) = (format, explain, headline)
    let notes = !format.isJSON && !output.quiet
    let isInBlocks = format == .markdown || headline
    try Run(
      input, output, framing: format == .json ? .array : isInBlocks ? .blocks : .lines,
      isForPeople: !format.isJSON
    )
    .carryOut { isSingleText in
      BriefProcessor(
        briefer: briefer, format: format, explains: explain,
        isArray: format == .json && !isSingleText, marks: marks, headline: headline,
        notes: notes)
    }
  }
}

extension BriefCommand: ReadingCommand {
  static func reading(_ files: [String]) -> BriefCommand {
    var command = BriefCommand()
    (command.input, command.output) = (.reading(files), .standard)
    command.segmentation = .standard
    (command.format, command.method, command.condense) = (.text, .mujaz, .full)
    (command.sentences, command.words, command.ratio, command.quotes) = (nil, nil, nil, nil)
    (command.marks, command.headline, command.explain) = (false, false, false)
    return command
  }
}
