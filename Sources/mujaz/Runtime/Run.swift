import CSystem
import MujazInput
import MujazPlatform

/// How the pieces of an output become one.
enum Framing: Equatable {
  /// One after the other, each with its own line end.
  case lines
  /// Members of a JSON array.
  case array
  /// Blocks of text with an empty line between them: every one begins with that line, which the first is written without,
  /// as no worker knows whether its article is the first.
  case blocks
  /// Rows behind a head line.
  case table(head: [UInt8])
}

/// Carries out a command over all its input: reader, workers, output, progress and errors.
struct Run {
  private let input: InputOptions
  private let output: OutputOptions
  /// How the articles of the output are parted. JSON: one object for one text, an array for several articles.
  private let framing: Framing
  /// Text for people: cleaned of controls where it goes to a terminal.
  private let isForPeople: Bool
  /// What somebody at a terminal is told where nothing was written, by who is quoted though nobody asked for them.
  private let emptyNote: ((SpeakerNames) -> String)?

  init(
    _ input: InputOptions, _ output: OutputOptions, framing: Framing, isForPeople: Bool,
    emptyNote: ((SpeakerNames) -> String)? = nil
  ) {
    (self.input, self.output) = (input, output)
    (self.framing, self.isForPeople, self.emptyNote) = (framing, isForPeople, emptyNote)
  }

  func carryOut<Processor: ArticleProcessor>(
    _ makeProcessor: @escaping @Sendable (_ isSingleText: Bool) throws(Failure) -> Processor
  ) throws(Failure) {
    let file = try OutputFile.opened(output.output)
    let operands = try Operands(input)
    if !output.quiet, operands.holdStandardInput, isatty(STDIN_FILENO) != 0 {
      warn("reading the article from the keyboard; end with Ctrl-D")
    }
    let cleans = isForPeople && output.output == nil && isatty(STDOUT_FILENO) != 0
    let sink = Sink(
      file: file, progress: Progress(output.progress, quiet: output.quiet), cleans: cleans,
      tally: Tally(input.tolerance))

    let (policy, reading) = (input.onError, input.reading(isQuiet: output.quiet))
    let reader = Reader(operands: operands, kind: input.input.kind, limit: reading.limit)
    let isSingleText = reader.isSingleText
    sink.begin(framing == .array && isSingleText ? .lines : framing)
    let pipeline = Pipeline(
      width: isSingleText ? 1 : input.jobs ?? Int(csys_processor_count()), reader: reader,
      makeWorker: { () throws(Failure) in
        var processor = try makeProcessor(isSingleText)
        if !isSingleText { processor.detach() }
        return try Worker(processor, reading, policy)
      },
      emit: { sink.take($0) })
    try pipeline.run()
    try sink.end(isQuiet: output.quiet)
    if let emptyNote, sink.isEmpty, !output.quiet, isatty(STDERR_FILENO) != 0 {
      warn(emptyNote(sink.otherSpeakers))
    }
  }
}

/// Takes the outcomes in order: output, diagnostics, the end of the run. Called by one thread at a time.
private final class Sink: @unchecked Sendable {
  private let file: OutputFile
  private var progress: Progress
  private let cleans: Bool
  private var tally: Tally
  private var languages = LanguageNotes()
  private var framing = Framing.lines
  /// Whether no article has left anything.
  private(set) var isEmpty = true
  /// Who is quoted, as long as nothing was left.
  private(set) var otherSpeakers = SpeakerNames()

  init(file: OutputFile, progress: Progress, cleans: Bool, tally: Tally) {
    self.file = file
    self.progress = progress
    self.cleans = cleans
    self.tally = tally
  }

  func begin(_ framing: Framing) {
    self.framing = framing
    guard case .table(let head) = framing else { return }
    do throws(Failure) { try file.write(head) } catch { stop(error) }
  }

  func take(_ piece: Piece) {
    var outcome = piece.outcome
    if let excess = tally.add(outcome) {
      // What came behind it is as if it had not been read, however much of it a piece held.
      piece.output.bytes.removeAll(from: outcome.refusals[excess])
      outcome.diagnostics = Array(outcome.diagnostics.prefix(excess + 1))
      outcome.failure = tally.excess
    }
    otherSpeakers.add(outcome.otherSpeakers)
    do throws(Failure) {
      try write(&piece.output.bytes)
      let lines = languages.lines(of: outcome)
      if !lines.isEmpty {
        progress.clear()
        for line in lines { warn(line) }
      }
      progress.add(documents: outcome.documents, bytes: outcome.bytes)
      if let failure = outcome.failure { throw failure }
    } catch {
      stop(error)
    }
  }

  private func write(_ output: inout ByteBuffer) throws(Failure) {
    guard !output.isEmpty else { return }
    // Every record of an array begins with the comma that parts it from the one before.
    if isEmpty, framing == .array { output[0] = UInt8(ascii: "[") }
    let isSpaced = isEmpty && framing == .blocks
    isEmpty = false
    let bytes = UnsafeBufferPointer(rebasing: output.bytes[(isSpaced ? 1 : 0)...])
    if cleans {
      try file.write(Terminal.clean(Array(bytes)))
    } else {
      try file.write(bytes)
    }
  }

  func end(isQuiet: Bool) throws(Failure) {
    progress.clear()
    if framing == .array { try file.write(Array((isEmpty ? "[]\n" : "\n]\n").utf8)) }
    try file.commit()
    tally.end(isQuiet: isQuiet)
  }

  /// Ends the process from whichever thread met the failure: the reader may be waiting for input that never comes.
  ///
  /// To standard output the good records have gone already; a file that is not whole never appears.
  private func stop(_ failure: Failure) -> Never {
    progress.clear()
    file.discard()
    warn(failure.message)
    endProcess(failure.code)
  }
}
