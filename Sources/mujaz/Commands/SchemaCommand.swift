import ArgumentParser
import MujazPlatform

/// `mujaz schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", _superCommandName: "mujaz",
    abstract: "The JSON Schema of a command's output: one record of --format jsonl.")

  @Argument(help: "The command.")
  var command: SchemaChoice

  func validate() throws {
    if !Arguments.operandsLeftOut.isEmpty { throw ValidationError("schema takes one command") }
  }

  func run() throws {
    try writeAll(STDOUT_FILENO, Array(command.schema.utf8))
  }
}

/// The commands whose output has a schema.
enum SchemaChoice: String, CaseIterable, ExpressibleByArgument {
  case brief, quotes, segment, text, check, stats

  var schema: String {
    switch self {
    case .brief: Schema.brief
    case .quotes: Schema.quotes
    case .segment: Schema.segment
    case .text: Schema.text
    case .check: PackageSchema.check
    case .stats: PackageSchema.stats
    }
  }
}
