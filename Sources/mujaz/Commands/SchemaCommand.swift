import ArgumentParser
import MujazPlatform

/// `mujaz schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", _superCommandName: "mujaz",
    abstract: "The schema of a command's output: one record of --format jsonl.",
    discussion: RecordSchema.promise)

  @Argument(help: "The command.")
  var command: SchemaChoice

  @Option(
    help:
      "The form: JSON Schema, the columns of an Apache Spark table, Apache Arrow's fields as JSON, or types of TypeScript."
  )
  var format: SchemaFormat = .jsonSchema

  func validate() throws {
    if !Arguments.operandsLeftOut.isEmpty { throw ValidationError("schema takes one command") }
  }

  func run() throws {
    let text =
      switch format {
      case .jsonSchema: JSONSchemaWriter.text(command.schema)
      case .sparkDDL: SparkSchemaWriter.text(command.schema)
      case .arrow: ArrowSchemaWriter.text(command.schema)
      case .typescript: TypeScriptWriter.text(command.schema)
      }
    try writeAll(STDOUT_FILENO, Array(text.utf8))
  }
}

/// The commands whose output has a schema.
enum SchemaChoice: String, CaseIterable, ExpressibleByArgument {
  case brief, quotes, segment, text, check, stats

  var schema: RecordSchema {
    switch self {
    case .brief: .brief
    case .quotes: .quotes
    case .segment: .segment
    case .text: .text
    case .check: .check
    case .stats: .stats
    }
  }
}
