import MujazCore
import MujazInput
import MujazPlatform

/// Reads articles as every command does and hands them over one after the other, in order, on this thread: for commands
/// whose output depends on what came before.
struct ArticleRun {
  let input: InputOptions
  let output: OutputOptions

  /// `take` gets each article's text and title in valid UTF-8, and its name: the path, the id, or a number.
  func carryOut(
    _ operands: Operands, _ tally: inout Tally,
    _ take: @escaping (Span<UInt8>, Span<UInt8>, String) throws(Failure) -> Void
  ) throws(Failure) {
    if !output.quiet, operands.holdStandardInput, isatty(STDIN_FILENO) != 0 {
      warn("reading the article from the keyboard; end with Ctrl-D")
    }
    var progress = Progress(output.progress, quiet: output.quiet)
    defer { progress.clear() }
    let reading = input.reading(isQuiet: output.quiet)
    var pieces = Reader(operands: operands, kind: input.input.kind, limit: reading.limit)
    var articles = try ArticleReader(reading, for: ArticleHand(input.onError, take))
    var languages = LanguageNotes()
    let piece = Piece()
    while pieces.next(piece) {
      articles.taker.outcome = Outcome(bytes: piece.size)
      articles.read(piece)
      let outcome = articles.taker.outcome
      let lines = languages.lines(of: outcome)
      if !lines.isEmpty {
        progress.clear()
        for line in lines { warn(line) }
      }
      progress.add(documents: outcome.documents, bytes: outcome.bytes)
      if let failure = articles.taker.failure ?? outcome.failure { throw failure }
      if tally.add(outcome) != nil { throw tally.excess }
    }
  }
}

/// Hands articles on by their names.
private struct ArticleHand: ArticleTaker {
  private let policy: ErrorPolicy
  private let take: (Span<UInt8>, Span<UInt8>, String) throws(Failure) -> Void
  /// What went wrong where the articles went.
  private(set) var failure: Failure?
  private var articles = 0
  /// What became of the piece at hand.
  var outcome = Outcome()

  init(
    _ policy: ErrorPolicy,
    _ take: @escaping (Span<UInt8>, Span<UInt8>, String) throws(Failure) -> Void
  ) {
    self.policy = policy
    self.take = take
  }

  var isDone: Bool { outcome.failure != nil }

  mutating func take(
    _ text: Span<UInt8>, title: Span<UInt8>, _ identity: Identity
  ) -> String? {
    outcome.documents += 1
    guard failure == nil else { return nil }
    articles += 1
    do throws(Failure) { try take(text, title, name(identity.id)) } catch { failure = error }
    return nil
  }

  mutating func tell(_ line: String) { outcome.diagnostics.append(line) }

  /// The commands that take articles so write no records: what is not refused is passed over with a word.
  mutating func refuse(_ error: InputError, _ failure: Failure, _ identity: Identity) {
    switch policy {
    case .fail: outcome.failure = failure
    case .skip, .record:
      outcome.passOver(failure)
      outcome.refusals.append(0)
    }
  }

  mutating func lose(_ failure: Failure) {
    if policy != .fail { outcome.lose(failure) }
  }

  mutating func meet(_ foreign: ForeignArticle) { outcome.foreign = outcome.foreign ?? foreign }

  private func name(_ id: RecordID) -> String {
    switch id {
    case .none: "article-\(articles)"
    case .string(let bytes), .token(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }
}
