import MujazCore
import MujazInput

/// Turns pieces of input into outcomes, one after the other.
struct Worker<Processor: ArticleProcessor>: ~Copyable {
  private var reader: ArticleReader<ArticleWriter<Processor>>

  init(_ processor: Processor, _ reading: Reading, _ policy: ErrorPolicy) throws(Failure) {
    var reading = reading
    reading.fields.includesFacts = Processor.showsFacts
    reader = try ArticleReader(reading, for: ArticleWriter(processor, policy))
  }

  /// Does a piece's work. Its input is dropped; its output, which is empty, is exchanged for what was written.
  mutating func run(_ piece: Piece) {
    reader.taker.outcome = Outcome(bytes: piece.size)
    if case .lines = piece.work {
      reader.taker.output.bytes.reserve(piece.size + piece.size / 4)
    }
    reader.read(piece)
    swap(&reader.taker.output, &piece.output)
    piece.outcome = reader.taker.outcome
  }
}

/// Has a command write what it says of each article.
private struct ArticleWriter<Processor: ArticleProcessor>: ArticleTaker, ~Copyable {
  private var processor: Processor
  private let policy: ErrorPolicy
  /// What is written for the piece at hand, and what else became of it.
  var output = JSONWriter()
  var outcome = Outcome()

  init(_ processor: Processor, _ policy: ErrorPolicy) {
    self.processor = processor
    self.policy = policy
  }

  var isDone: Bool { outcome.failure != nil }

  mutating func take(
    _ text: Span<UInt8>, title: Span<UInt8>, _ identity: Identity
  ) throws(InputError) -> String? {
    try processor.process(text, title: title, identity: identity, into: &output)
    outcome.documents += 1
    outcome.otherSpeakers.add(processor.otherSpeakers)
    return processor.note
  }

  mutating func tell(_ line: String) { outcome.diagnostics.append(line) }

  /// What the policy says of input that is no article.
  mutating func refuse(_ error: InputError, _ failure: Failure, _ identity: Identity) {
    switch policy {
    case .fail: outcome.failure = failure
    case .skip: outcome.passOver(failure)
    case .record: processor.record(error, identity: identity, into: &output)
    }
    if policy != .fail { outcome.refusals.append(output.bytes.count) }
  }

  mutating func lose(_ failure: Failure) {
    if policy != .fail { outcome.lose(failure) }
  }

  mutating func meet(_ foreign: ForeignArticle) { outcome.foreign = outcome.foreign ?? foreign }
}
