import ArgumentParser
import MujazTranslation

/// `mujaz tm lookup`.
struct MemoryLookupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup", _superCommandName: "mujaz tm",
    abstract:
      "The best matches of sentences, with what differs; a sentence a line of standard input.")

  @OptionGroup var memory: MemoryOptions

  @Argument(help: "A sentence; without it every line of standard input is one.")
  var text: String?

  @OptionGroup var languages: LanguageOptions

  @Option(
    name: .customLong("min"),
    help: "Matches below this percentage are left out: 50 to 101; 50 if not given.",
    transform: WholeNumber.read)
  var least = 50

  @Option(
    help: "At most so many matches a sentence; 5 if not given.", transform: WholeNumber.read)
  var limit = 5

  @Option(help: "How the matches are written; jsonl is one object a sentence.")
  var format: MemoryListFormat = .text

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1 up, not \(limit)") }
    if !(50...101).contains(least) {
      throw ValidationError("--min takes a number from 50 to 101, not \(least)")
    }
  }

  func run() throws {
    let languages = try self.languages.languages()
    let lookup = try MemoryFile.lookup(
      memory.path, from: languages.source, to: languages.target)
    var writer = MemoryWriter(format)
    try OutputFile.write(to: output.output) { (file) throws(Failure) in
      if let text { return try write(text, lookup, &writer, to: file) }
      try PackageFile.lines("-", isQuiet: output.quiet) { (line) throws(Failure) in
        try write(line, lookup, &writer, to: file)
      }
    }
  }

  private func write(
    _ sentence: String, _ lookup: MemoryLookup, _ writer: inout MemoryWriter, to file: OutputFile
  ) throws(Failure) {
    let matches = try MemoryFile.reporting(memory.path) { () throws(MemoryError) in
      try lookup.matches(of: sentence, atLeast: least, most: limit)
    }
    writer.write(sentence, matches.filter { $0.percent >= least })
    try file.write(writer.take())
  }
}
