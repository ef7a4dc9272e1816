import Glibc
import MujazCore
import MujazInput

/// Reads articles as every command does and hands them over one after the other, in order, on this thread: for commands
/// whose output depends on what came before.
struct ArticleRun {
  let input: InputOptions
  let output: OutputOptions

  /// `take` gets each article's text and title in valid UTF-8, and its name: the path, the id, or a number.
  func carryOut(
    _ take: @escaping (Span<UInt8>, Span<UInt8>, String) throws(Failure) -> Void
  ) throws(Failure) {
    let given = input.files + Arguments.operandsLeftOut
    let operands = given.isEmpty ? ["-"] : given
    if !output.quiet, operands.contains("-"), isatty(STDIN_FILENO) != 0 {
      warn("reading the article from the keyboard; end with Ctrl-D")
    }
    let receiver = ArticleReceiver(take)
    var progress = Progress(output.progress, quiet: output.quiet)
    defer { progress.clear() }
    let reading = input.reading
    var reader = Reader(operands: operands, kind: input.input.kind, limit: reading.limit)
    var worker = try Worker(HandingProcessor(receiver: receiver), reading, input.onError)
    let piece = Piece()
    while reader.next(piece) {
      worker.run(piece)
      let outcome = piece.outcome
      if !outcome.diagnostics.isEmpty {
        progress.clear()
        for line in outcome.diagnostics { warn(line) }
      }
      progress.add(documents: outcome.documents, bytes: outcome.bytes)
      if let failure = receiver.failure ?? outcome.failure { throw failure }
    }
  }
}

/// Who gets the articles, and what went wrong there.
private final class ArticleReceiver {
  private let take: (Span<UInt8>, Span<UInt8>, String) throws(Failure) -> Void
  private(set) var failure: Failure?
  private var articles = 0

  init(_ take: @escaping (Span<UInt8>, Span<UInt8>, String) throws(Failure) -> Void) {
    self.take = take
  }

  func receive(_ text: Span<UInt8>, _ title: Span<UInt8>, _ id: RecordID) {
    guard failure == nil else { return }
    articles += 1
    do throws(Failure) { try take(text, title, name(id)) } catch { failure = error }
  }

  private func name(_ id: RecordID) -> String {
    switch id {
    case .none: "article-\(articles)"
    case .string(let bytes), .token(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }
}

private struct HandingProcessor: ArticleProcessor {
  let receiver: ArticleReceiver

  mutating func process(
    _ text: Span<UInt8>, title: Span<UInt8>, identity: Identity, into output: inout JSONWriter
  ) {
    receiver.receive(text, title, identity.id)
  }

  mutating func record(_ error: InputError, identity: Identity, into output: inout JSONWriter) {}
}
