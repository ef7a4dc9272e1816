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
      AlignCommand.self, MemoryCommand.self, SchemaCommand.self,
    ])
}

/// Runs the command line and turns whatever happens into one line and an exit code.
@main enum Main {
  static func main() {
    let arguments = Arguments.parsed
    if arguments.isEmpty {
      try? writeAll(STDERR_FILENO, Array((Mujaz.helpMessage() + "\n").utf8))
      exit(ExitCode.usage)
    }
    do {
      var command = try Mujaz.command(of: arguments)
      try command.run()
    } catch let failure as Failure {
      warn(failure.message)
      exit(failure.code)
    } catch {
      end(error)
    }
  }

  /// Help, versions and completions go to standard output; a wrong command line is one line on standard error.
  private static func end(_ error: any Error) -> Never {
    let code = Mujaz.exitCode(for: error)
    if code.isSuccess {
      do throws(Failure) {
        try writeAll(STDOUT_FILENO, Array((Mujaz.fullMessage(for: error) + "\n").utf8))
        exit(0)
      } catch {
        warn("standard output: \(error.message)")
        exit(error.code)
      }
    }
    let lines = Mujaz.message(for: error).split(whereSeparator: \.isNewline)
    warn(lines.joined(separator: " "))
    exit(code.rawValue)
  }
}
