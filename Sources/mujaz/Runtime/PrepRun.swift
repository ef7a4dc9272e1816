import MujazCore
import MujazTranslation

/// Carries out `mujaz prep`: articles come in as for every command, and go out as one package, written as it is made, or as a
/// package for every article.
struct PrepRun {
  let settings: PrepSettings
  let leverage: Leverage?
  let previous: PreviousVersion?
  /// The earlier version's file, for messages.
  let previousPath: String
  let project: Project?
  let input: InputOptions
  let output: OutputOptions

  /// A project that is made: its folder, and the memory that is put into it.
  struct Project {
    var path: String
    var memory: String?
  }

  func carryOut() throws(Failure) {
    var tally = Tally(input.tolerance)
    if let project {
      let folder = try ProjectFolder(making: project.path, settings)
      try write(into: folder.packages, &tally)
      try folder.finish(memory: project.memory)
    } else if let folder = try PackageFolder(output.output, settings.format) {
      try write(into: folder, &tally)
    } else {
      try OutputFile.write(to: output.output) { (file) throws(Failure) in
        try write(to: file, &tally)
      }
    }
    tally.end(isQuiet: output.quiet)
  }

  private func write(to file: OutputFile, _ tally: inout Tally) throws(Failure) {
    var package = PackageStream(
      PackageBuilder(settings, leverage: leverage, previous: previous), into: file)
    var isEmpty = true
    try ArticleRun(input: input, output: output).carryOut(try Operands(input), &tally) {
      (text, title, name) throws(Failure) in
      try package.add(text, title: title, name: name)
      isEmpty = false
    }
    if isEmpty { throw Self.nothing }
    try package.finish()
    tellLeftOut(package.builder.leftOutLines)
    tell(package.builder.changes, package.builder.previous)
  }

  /// Every package appears when it is whole; those of the articles before stay where a later one fails.
  private func write(into folder: PackageFolder, _ tally: inout Tally) throws(Failure) {
    var folder = folder
    var previous = previous
    var changes = VersionChanges()
    var leftOutLines = 0
    var isEmpty = true
    try ArticleRun(input: input, output: output).carryOut(try Operands(input), &tally) {
      (text, title, name) throws(Failure) in
      let file = try folder.file(for: name)
      var package = PackageStream(
        PackageBuilder(settings, leverage: leverage, previous: previous), into: file)
      try package.add(text, title: title, name: name)
      try package.finish()
      try file.commit()
      previous = package.builder.previous
      changes.add(package.builder.changes)
      leftOutLines += package.builder.leftOutLines
      isEmpty = false
    }
    if isEmpty { throw Self.nothing }
    tellLeftOut(leftOutLines)
    tell(changes, previous)
  }

  private func tellLeftOut(_ lines: Int) {
    guard lines > 0, !output.quiet else { return }
    warn("left out as no part of an article: \(lines) (--all-lines keeps them)")
  }

  private static let nothing = Failure(
    code: ExitCode.badData, message: "no article: there is nothing to translate")

  /// So many segments are shown that are gone.
  private static let mostShown = 20

  /// What has become of the earlier version, where there is one.
  private func tell(_ changes: VersionChanges, _ previous: PreviousVersion?) {
    guard let previous, !output.quiet else { return }
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
    let unused = previous.unusedDocuments
    if unused > 0 { warn("\(file): articles of it that are not among these: \(unused)") }
  }
}
