import Glibc

/// The bench: generates articles, runs mujaz and its yardsticks on them, prints a table.
@main
enum Bench {
  static func main() {
    do throws(BenchError) {
      let missed = try run(Array(CommandLine.arguments.dropFirst()))
      if let missed {
        complain("missed: \(missed)")
        exit(1)
      }
    } catch {
      complain(error.message)
      exit(error.exitCode)
    }
  }

  /// Does everything; returns the bars that were missed. What it made is gone when it returns or
  /// throws, which it would not be if it called `exit`.
  private static func run(_ arguments: [String]) throws(BenchError) -> String? {
    let options = try Options(arguments)
    if options.help {
      try show(Options.manual)
      return nil
    }
    Interruption.install()
    var session = try Session(options: options, jobs: max(2, Machine.cores()))
    try session.run()
    let report = Report(of: session)
    try show(report.text)
    return report.misses
  }

  private static func show(_ text: String) throws(BenchError) {
    if let code = writeAll(Array(text.utf8), to: STDOUT_FILENO) {
      throw .system(subject: "standard output", code: code)
    }
  }

  private static func complain(_ message: String) {
    _ = writeAll(Array("bench: \(message)\n".utf8), to: STDERR_FILENO)
  }
}
