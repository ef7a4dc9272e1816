import MujazCore
import MujazTranslation

/// Carries out `mujaz prep`: articles come in as for every command, and go out as one package, written as it is made.
struct PrepRun {
  let settings: PrepSettings
  let leverage: Leverage?
  let previous: PreviousVersion?
  /// The earlier version's file, for messages.
  let previousPath: String
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
    var builder = PackageBuilder(settings, leverage: leverage, previous: previous)
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
    if builder.leftOutLines > 0, !output.quiet {
      warn("left out as no part of an article: \(builder.leftOutLines) (--all-lines keeps them)")
    }
    if previous != nil, !output.quiet { tell(builder.changes, builder.unusedDocuments) }
  }

  /// So many segments are shown that are gone.
  private static let mostShown = 20

  /// What has become of the earlier version.
  private func tell(_ changes: VersionChanges, _ unused: Int) {
    let file = Arguments.shown(previousPath)
    warn(
      "\(file): \(changes.carried) carried, \(changes.changed) changed, \(changes.new) new, "
        + "\(changes.gone.count) gone")
    for segment in changes.gone.prefix(Self.mostShown) {
      let source = segment.source.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      warn("\(file):\(segment.line): gone: \(source)")
    }
    let rest = changes.gone.count - Self.mostShown
    if rest > 0 { warn("\(file): and \(rest) more are gone") }
    if unused > 0 { warn("\(file): articles of it that are not among these: \(unused)") }
  }
}
