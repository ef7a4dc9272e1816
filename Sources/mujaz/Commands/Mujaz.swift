import ArgumentParser
import MujazCore
import MujazPlatform

/// The command and its subcommands.
struct Mujaz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mujaz",
    abstract: "Briefs, quotations, segments and translation packages from Arabic articles.",
    version: MujazVersion.current,
    subcommands: [
      BriefCommand.self, QuotesCommand.self, SegmentCommand.self, TextCommand.self, SRXCommand.self,
      PrepCommand.self, MergeCommand.self, CheckCommand.self, StatsCommand.self,
      ConvertCommand.self,
      AlignCommand.self, MemoryCommand.self, SchemaCommand.self,
    ])
}

/// Runs the command line and turns whatever happens into one line and an exit code.
@main enum Main {
  static func main() {
    let arguments = Arguments.parsed
    if arguments.isEmpty {
      try? writeAll(STDERR_FILENO, Array(Answer.bareHelp.utf8))
      exit(ExitCode.usage)
    }
    do {
      var command = try Mujaz.command(of: arguments)
      try command.run()
    } catch let failure as Failure {
      warn(failure.message)
      exit(failure.code)
    } catch {
      Answer(arguments: arguments).end(error)
    }
  }
}
