// Public for RankingMethod's conformance: a public type conforms in public.
public import ArgumentParser
public import MujazCore
import MujazInput
import MujazPlatform
import MujazTranslation

/// What goes in, for every command that reads articles.
struct InputOptions: ParsableArguments {
  @Argument(
    help: "Files with articles; '-' or nothing is standard input.",
    completion: .file())
  var files: [String] = []

  @Option(
    name: .customLong("files-from"),
    help: "A list of further files, a name a line; '-' is standard input.", completion: .file())
  var filesFrom: String?

  @Flag(
    name: [.customShort("0"), .customLong("null")],
    help: "The names of --files-from end with a NUL instead of their line.")
  var null = false

  @Option(
    help:
      "Pass over so many inputs first, to go on with a run that stopped: records of JSON Lines, pages of an archive, or else files.",
    transform: WholeNumber.read)
  var skip: Int?

  @Option(help: "What the input is; auto decides by the content.")
  var input: InputChoice = .auto

  @Option(
    help:
      "The charset of the input, by any of its names (windows-1256, ISO-8859-6, …); auto decides by the bytes."
  )
  var encoding = "auto"

  @Flag(
    help:
      "Refuse what would have to be repaired: bytes that are no character, mojibake, malformed XML."
  )
  var strict = false

  @Option(name: .customLong("text-field"), help: "The member of a JSON object that holds the text.")
  var textField = "text"

  @Option(name: .customLong("title-field"), help: "The member that holds the title.")
  var titleField = "title"

  @Option(name: .customLong("id-field"), help: "The member that holds the id.")
  var idField = "id"

  @Option(
    name: .customLong("max-size"),
    help:
      "The largest record or document that is read: bytes, or a number with k, M or G behind it (of 1,024); 1 GB if not given.",
    transform: SizeLimit.init(argument:))
  var maxSize = SizeLimit.standard

  // A word, not a type of its own: each such type costs a start with options 380,000 instructions of look-ups.
  @Option(
    name: .customLong("language-check"),
    help:
      "What happens with an article that is not Arabic: note tells it on a terminal, refuse takes it for no article, off does nothing.",
    completion: .list(LanguageCheck.allCases.map(\.rawValue)))
  var languageCheck = "note"

  @Option(
    name: .customLong("on-error"),
    help:
      "What happens with input that is no article: fail ends the run with 65, skip reports it and goes on, record writes an error in its place."
  )
  var onError: ErrorPolicy = .fail

  @Option(
    name: .customLong("max-errors"),
    help: "End the run with 65 at one input more than so many that is no article.",
    transform: WholeNumber.read)
  var maxErrors: Int?

  @Flag(
    name: .customLong("fail-on-skipped"),
    help: "End with 65, after all is written, if anything was refused (--on-error skip or record).")
  var failOnSkipped = false

  @Option(
    help:
      "How many threads work; all processors if not given. The output is the same for every number.",
    transform: WholeNumber.read)
  var jobs: Int?
}

extension InputOptions {
  /// What the parser makes of operands alone.
  static func reading(_ files: [String]) -> InputOptions {
    var options = InputOptions()
    options.files = files
    (options.input, options.maxSize, options.onError, options.jobs) = (.auto, .standard, .fail, nil)
    (options.encoding, options.strict) = ("auto", false)
    (options.filesFrom, options.null, options.skip) = (nil, false, nil)
    (options.languageCheck, options.maxErrors, options.failOnSkipped) = ("note", nil, false)
    (options.textField, options.titleField, options.idField) = ("text", "title", "id")
    return options
  }
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

extension OutputOptions {
  /// What the parser makes of no option.
  static var standard: OutputOptions {
    var options = OutputOptions()
    (options.output, options.progress, options.quiet) = (nil, .auto, false)
    return options
  }
}

/// `--input`.
enum InputChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, text, html, jsonl, json, feed, warc, docx, odt, mail, subtitles

  var kind: InputKind? { InputKind(rawValue: rawValue) }
}

extension ErrorPolicy: ExpressibleByArgument {}
extension Progress.When: ExpressibleByArgument {}
extension RankingMethod: ExpressibleByArgument {}
extension QuoteKind: ExpressibleByArgument {}
extension Condensing: ExpressibleByArgument {}

extension SizeLimit {
  /// `--max-size`: a number of bytes, or of 1,024, 1,024² or 1,024³ of them.
  fileprivate init(argument: String) throws {
    let shift = ["k": 10, "m": 20, "g": 30][argument.suffix(1).lowercased()] ?? 0
    let digits = shift > 0 ? argument.dropLast() : argument[...]
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
      number > 0, number <= Int.max >> shift
    else {
      throw ValidationError("a number from 1 up is expected, with k, M or G behind it or not")
    }
    self.init(bytes: number << shift)
  }
}

extension InputOptions {
  /// How files and records are read. Notes go to a terminal only: a log of a million articles is not for them.
  func reading(isQuiet: Bool) -> Reading {
    let check = LanguageCheck(rawValue: languageCheck) ?? .note
    let isNoted = !isQuiet && isatty(STDERR_FILENO) != 0
    return Reading(
      decoder: TextDecoder(charset: Charset(named: encoding), isStrict: strict),
      fields: RecordFields(text: textField, title: titleField, id: idField), limit: maxSize,
      languageCheck: check == .note && !isNoted ? .off : check)
  }

  /// The options for articles in a language that the user has named.
  func expecting(_ language: String) throws -> InputOptions {
    guard Language(language)?.base != "ar" else { return self }
    if languageCheck == LanguageCheck.refuse.rawValue {
      throw ValidationError(
        "--language-check refuse can't be combined with '\(language)': it refuses what is not Arabic"
      )
    }
    var options = self
    options.languageCheck = LanguageCheck.off.rawValue
    return options
  }

  /// How much input that is no article is put up with.
  var tolerance: Tolerance {
    Tolerance(policy: onError, mostErrors: maxErrors, failsOnSkipped: failOnSkipped)
  }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 up, not \(jobs)") }
    if encoding != "auto", Charset(named: encoding) == nil {
      throw ValidationError("--encoding: no charset is called '\(encoding)'")
    }
    if [textField, titleField, idField].contains("") {
      throw ValidationError("--text-field, --title-field and --id-field take a name")
    }
    if let skip, skip < 0 { throw ValidationError("--skip takes a number from 0 up, not \(skip)") }
    if let maxErrors, maxErrors < 0 {
      throw ValidationError("--max-errors takes a number from 0 up, not \(maxErrors)")
    }
    if LanguageCheck(rawValue: languageCheck) == nil {
      throw ValidationError("--language-check takes note, refuse or off, not '\(languageCheck)'")
    }
    if maxErrors != nil, onError == .fail {
      throw ValidationError("--max-errors needs --on-error skip or record")
    }
    if failOnSkipped, onError == .fail {
      throw ValidationError("--fail-on-skipped needs --on-error skip or record")
    }
    if null, filesFrom == nil { throw ValidationError("--null needs --files-from") }
    if filesFrom == "-", files.contains("-") {
      throw ValidationError("standard input is either the list of --files-from or an article")
    }
  }
}
