import Glibc
import MujazCore
import MujazInput
import MujazTranslation

/// Carries out `mujaz prep`: articles come in as for every command, and go out as one package.
///
/// One article after the other, because ids and counts depend on those before; it is written as it is made.
struct PrepRun {
  let settings: PrepSettings
  let input: InputOptions
  let output: OutputOptions

  func carryOut() throws(Failure) {
    let operands = input.files.isEmpty ? ["-"] : input.files
    if !output.quiet, operands.contains("-"), isatty(STDIN_FILENO) != 0 {
      warn("reading the article from the keyboard; end with Ctrl-D")
    }
    let file: OutputFile
    if let path = output.output { file = try OutputFile(path: path) } else { file = OutputFile() }
    let package = PackageInTheMaking(settings, file)
    var progress = Progress(output.progress, quiet: output.quiet)
    do throws(Failure) {
      var worker: Worker<PrepProcessor>?
      try Reader(operands: operands, kind: input.input.kind).read(
        start: { (_: Bool) throws(Failure) in
          worker = try Worker(PrepProcessor(package: package), input.onError)
        },
        submit: { (work: Work) throws(Failure) in
          guard let outcome = worker?.run(work) else { return }
          if !outcome.diagnostics.isEmpty {
            progress.clear()
            for line in outcome.diagnostics { warn(line) }
          }
          progress.add(documents: outcome.documents, bytes: outcome.bytes)
          if let failure = package.failure ?? outcome.failure { throw failure }
        })
      try package.finish()
      progress.clear()
      try file.commit()
    } catch {
      progress.clear()
      file.discard()
      throw error
    }
  }
}

/// The package that articles are put into, and what went wrong with it.
private final class PackageInTheMaking {
  private var builder: PackageBuilder
  private let file: OutputFile
  private(set) var failure: Failure?
  private var articles = 0

  init(_ settings: PrepSettings, _ file: OutputFile) {
    builder = PackageBuilder(settings)
    self.file = file
  }

  func add(_ text: Span<UInt8>, title: Span<UInt8>, identity: Identity) {
    guard failure == nil else { return }
    articles += 1
    let original = name(identity.id)
    do throws(PackageError) {
      try builder.add(text, title: title, original: original) { write($0) }
    } catch {
      failure = failure ?? Failure(error, original)
    }
  }

  func finish() throws(Failure) {
    if articles == 0 {
      throw Failure(code: ExitCode.badData, message: "no article: there is nothing to translate")
    }
    do throws(PackageError) {
      try builder.finish { write($0) }
    } catch {
      throw Failure(code: ExitCode.internalError, message: error.message)
    }
    if let failure { throw failure }
  }

  private func write(_ bytes: [UInt8]) {
    guard failure == nil else { return }
    do throws(Failure) { try file.write(bytes) } catch { failure = error }
  }

  /// What a record or file is called in the package.
  private func name(_ id: RecordID) -> String {
    switch id {
    case .none: "article-\(articles)"
    case .string(let bytes), .token(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }
}

/// Puts every article into the package.
private struct PrepProcessor: ArticleProcessor {
  let package: PackageInTheMaking

  mutating func process(
    _ text: Span<UInt8>, title: Span<UInt8>, identity: Identity, into output: inout JSONWriter
  ) {
    package.add(text, title: title, identity: identity)
  }

  mutating func record(_ error: InputError, identity: Identity, into output: inout JSONWriter) {}
}
