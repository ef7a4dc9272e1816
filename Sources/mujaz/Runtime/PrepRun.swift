import MujazCore
import MujazTranslation

/// Carries out `mujaz prep`: articles come in as for every command, and go out as one package, written as it is made.
struct PrepRun {
  let settings: PrepSettings
  let leverage: Leverage?
  let input: InputOptions
  let output: OutputOptions

  func carryOut() throws(Failure) {
    var tally = Tally(input.tolerance)
    try OutputFile.write(to: output.output) { (file) throws(Failure) in
      try write(to: file, &tally)
    }
    tally.end(isQuiet: output.quiet)
  }

  private func write(to file: OutputFile, _ tally: inout Tally) throws(Failure) {
    var builder = PackageBuilder(settings, leverage: leverage)
    var failure: Failure?
    func emit(_ bytes: [UInt8]) {
      guard failure == nil else { return }
      do throws(Failure) { try file.write(bytes) } catch { failure = error }
    }
    var isEmpty = true
    try ArticleRun(input: input, output: output).carryOut(try Operands(input), &tally) {
      (text, title, name) throws(Failure) in
      do throws(PackageError) {
        try builder.add(text, title: title, original: name, emit: emit)
        isEmpty = false
      } catch {
        throw Failure(error, name)
      }
      if let failure { throw failure }
    }
    if isEmpty {
      throw Failure(code: ExitCode.badData, message: "no article: there is nothing to translate")
    }
    do throws(PackageError) {
      try builder.finish(emit: emit)
    } catch {
      throw Failure(code: ExitCode.internalError, message: error.message)
    }
    if let failure { throw failure }
  }
}
