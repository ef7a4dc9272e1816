import ArgumentParser
import MujazTranslation

/// `mujaz tm search`.
struct MemorySearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", _superCommandName: "mujaz tm",
    abstract: "A concordance: units that use some words, in whatever form; the newest first.")

  @OptionGroup var memory: MemoryOptions

  @Argument(help: "The words; a unit has all of them.")
  var words: [String]

  @Option(name: .customLong("in"), help: "The side that is searched.")
  var side: MemoryConcordance.Side = .both

  @Option(help: "At most so many units; 20 if not given.", transform: WholeNumber.read)
  var limit = 20

  @Option(help: "How the units are written; jsonl is one object a line.")
  var format: MemoryListFormat = .text

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1 up, not \(limit)") }
    if words.isEmpty { throw ValidationError("there is no word to search for") }
  }

  func run() throws {
    let file = try OutputFile.opened(output.output)
    let database = try MemoryFile.open(memory.path, .reading)
    var writer = MemoryWriter(format)
    var count = 0
    try MemoryFile.reporting(memory.path) { () throws(MemoryError) in
      try MemoryConcordance(database).search(words.joined(separator: " "), in: side) { unit in
        writer.write(unit)
        count += 1
        return count < limit
      }
    }
    try file.finish(writer.take())
  }
}
