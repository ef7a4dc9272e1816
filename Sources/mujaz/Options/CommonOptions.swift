// Public for RankingMethod's conformance: a public type conforms in public.
public import ArgumentParser
public import MujazCore
import MujazInput

/// What goes in, for every command that reads articles.
struct InputOptions: ParsableArguments {
  @Argument(
    help: "Files with articles; '-' or nothing is standard input.",
    completion: .file())
  var files: [String] = []

  @Option(help: "What the input is; auto decides by the content.")
  var input: InputChoice = .auto

  @Option(
    name: .customLong("on-error"),
    help:
      "What happens with input that is no article: fail ends the run with 65, skip reports it and goes on, record writes an error in its place."
  )
  var onError: ErrorPolicy = .fail

  @Option(
    help:
      "How many threads work; all processors if not given. The output is the same for every number."
  )
  var jobs: Int?
}

/// What comes out, for every command.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: "Write to this file, which appears only when it is whole.", completion: .file())
  var output: String?

  @Option(help: "Show on standard error how far long work has come; auto does on a terminal.")
  var progress: Progress.When = .auto

  @Flag(help: "No notes on standard error; errors are still told.")
  var quiet = false
}

/// `--input`.
enum InputChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, text, jsonl

  var kind: InputKind? {
    switch self {
    case .auto: nil
    case .text: .text
    case .jsonl: .jsonLines
    }
  }
}

extension ErrorPolicy: ExpressibleByArgument {}
extension Progress.When: ExpressibleByArgument {}
extension RankingMethod: ExpressibleByArgument {}
extension QuoteKind: ExpressibleByArgument {}
extension Condensing: ExpressibleByArgument {}

extension Run {
  init(
    _ input: InputOptions, _ output: OutputOptions, isJSON: Bool, isForPeople: Bool,
    framing: Framing = .lines
  ) {
    self.init(
      operands: input.files, inputKind: input.input.kind, policy: input.onError, jobs: input.jobs,
      output: output.output, progress: output.progress, isQuiet: output.quiet, isJSON: isJSON,
      isForPeople: isForPeople, framing: framing)
  }
}

extension InputOptions {
  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 up, not \(jobs)") }
  }
}
