import MujazPlatform

/// Runs workers on threads over all that a reader gives, and hands on what they make in the order of the input.
///
/// Workers take turns at reading: whoever has the lock reads the next piece and lets one other in, then works. Whoever
/// finishes the next piece in order emits it, and all that waited behind it, so nothing waits for more input to come in.
/// At most two pieces a worker are under way, which bounds the memory; their room is used again. With one worker all
/// happens on the caller's thread, which is the first worker in any case.
final class Pipeline<Processor: ArticleProcessor>: @unchecked Sendable {
  typealias MakeWorker = @Sendable () throws(Failure) -> Worker<Processor>

  private let width: Int
  private let makeWorker: MakeWorker
  private let emit: @Sendable (Piece) -> Void
  /// Piece number n of the input is in place n modulo their count. Whoever has taken a piece has it to himself until it is
  /// finished, and the one who emits has it then.
  private let pieces: [Piece]

  // Guarded by `turn`, which is held while reading.
  private var turn = pthread_mutex_t()
  private var reader: Reader
  private var taken = 0
  private var isAtEnd = false
  private var threads: [Thread] = []

  // Guarded by `order`, which is held for a few steps only. It may be taken while `turn` is held, never the other way.
  private var order = pthread_mutex_t()
  /// Signalled when a piece was emitted; only who has the turn waits for it.
  private var room = pthread_cond_t()
  private var isFinished: [Bool]
  private var emitted = 0
  private var isEmitting = false

  /// `emit` is called for every piece in order, never twice at a time. It ends the process where an outcome says so.
  init(
    width: Int, reader: Reader, makeWorker: @escaping MakeWorker,
    emit: @escaping @Sendable (Piece) -> Void
  ) {
    self.width = width
    self.reader = reader
    self.makeWorker = makeWorker
    self.emit = emit
    pieces = (0..<(width == 1 ? 1 : 2 * width)).map { _ in Piece() }
    isFinished = pieces.map { _ in false }
    pthread_mutex_init(&turn, nil)
    pthread_mutex_init(&order, nil)
    pthread_cond_init(&room, nil)
  }

  deinit {
    pthread_cond_destroy(&room)
    pthread_mutex_destroy(&order)
    pthread_mutex_destroy(&turn)
  }

  /// Works until everything is emitted.
  func run() throws(Failure) {
    try work()
    // No thread is started any more: the end was met, and whoever met it had the turn.
    for thread in threads { thread.join() }
  }

  /// A thread's life: take, work, emit what is next. The worker is made when there is something for it.
  private func work() throws(Failure) {
    guard var number = try take() else { return }
    var worker = try makeWorker()
    while true {
      worker.run(pieces[number % pieces.count])
      deliver(number)
      guard let next = try take() else { return }
      number = next
    }
  }

  /// Reads the next piece; its number, nil at the end of the input. Where there was one, there may be more for another thread.
  private func take() throws(Failure) -> Int? {
    pthread_mutex_lock(&turn)
    defer { pthread_mutex_unlock(&turn) }
    guard !isAtEnd else { return nil }
    waitForRoom()
    guard reader.next(pieces[taken % pieces.count]) else {
      isAtEnd = true
      return nil
    }
    taken += 1
    if threads.count + 1 < width { threads.append(try Thread { self.workApart() }) }
    return taken - 1
  }

  private func waitForRoom() {
    pthread_mutex_lock(&order)
    while taken - emitted == pieces.count { pthread_cond_wait(&room, &order) }
    pthread_mutex_unlock(&order)
  }

  private func workApart() {
    do throws(Failure) {
      try work()
    } catch {
      warn(error.message)
      endProcess(error.code)
    }
  }

  /// Emits a finished piece and those behind it, or leaves it to who is emitting: he looks again before he ends, with the
  /// lock held.
  private func deliver(_ number: Int) {
    pthread_mutex_lock(&order)
    defer { pthread_mutex_unlock(&order) }
    isFinished[number % pieces.count] = true
    guard !isEmitting else { return }
    isEmitting = true
    while isFinished[emitted % pieces.count] {
      let piece = pieces[emitted % pieces.count]
      pthread_mutex_unlock(&order)
      emit(piece)
      piece.output.bytes.removeAll()
      pthread_mutex_lock(&order)
      isFinished[emitted % pieces.count] = false
      emitted += 1
      pthread_cond_signal(&room)
    }
    isEmitting = false
  }
}
