import Glibc

/// Runs workers on threads and hands out what they make in the order of the input.
///
/// Whoever finishes the next piece in order emits it, and all that waited behind it, so nothing waits for more
/// input to come in. At most two pieces a worker are under way, which bounds the memory. With one worker all happens
/// on the caller's thread.
final class Pipeline<Processor: ArticleProcessor>: @unchecked Sendable {
  typealias MakeWorker = @Sendable () throws(Failure) -> Worker<Processor>

  private let width: Int
  private let makeWorker: MakeWorker
  private let emit: @Sendable (Piece) -> Void

  // Guarded by `lock`; `changed` is signalled whenever one of them changes.
  private var lock = pthread_mutex_t()
  private var changed = pthread_cond_t()
  private var queue: [(index: Int, piece: Piece)] = []
  private var finished: [Int: Piece] = [:]
  private var submitted = 0
  private var emitted = 0
  private var isEmitting = false
  private var isClosed = false

  private var threads: [Thread] = []
  private var ownWorker: Worker<Processor>?

  /// `emit` is called for every piece in order, never twice at a time. It ends the process where an outcome says so.
  init(
    width: Int, makeWorker: @escaping MakeWorker, emit: @escaping @Sendable (Piece) -> Void
  ) {
    self.width = width
    self.makeWorker = makeWorker
    self.emit = emit
    pthread_mutex_init(&lock, nil)
    pthread_cond_init(&changed, nil)
  }

  deinit {
    pthread_cond_destroy(&changed)
    pthread_mutex_destroy(&lock)
  }

  /// Hands in a piece; waits while too many are under way.
  func submit(_ piece: Piece) throws(Failure) {
    if width == 1 {
      try runHere(piece)
      emit(piece)
      return
    }
    pthread_mutex_lock(&lock)
    while submitted - emitted >= 2 * width { pthread_cond_wait(&changed, &lock) }
    queue.append((submitted, piece))
    submitted += 1
    pthread_cond_broadcast(&changed)
    pthread_mutex_unlock(&lock)
    if threads.count < min(width, submitted) { threads.append(try Thread { self.loop() }) }
  }

  /// Waits until everything is emitted.
  func finish() {
    guard !threads.isEmpty else { return }
    pthread_mutex_lock(&lock)
    isClosed = true
    pthread_cond_broadcast(&changed)
    while emitted < submitted { pthread_cond_wait(&changed, &lock) }
    pthread_mutex_unlock(&lock)
    for thread in threads { thread.join() }
    threads = []
  }

  private func runHere(_ piece: Piece) throws(Failure) {
    if ownWorker == nil { ownWorker = try makeWorker() }
    ownWorker?.run(piece)
  }

  /// A thread's life: take, work, emit what is next.
  private func loop() {
    var worker: Worker<Processor>
    do throws(Failure) {
      worker = try makeWorker()
    } catch {
      warn(error.message)
      exit(error.code)
    }
    while let (index, piece) = take() {
      worker.run(piece)
      deliver(index, piece)
    }
  }

  private func take() -> (index: Int, piece: Piece)? {
    pthread_mutex_lock(&lock)
    defer { pthread_mutex_unlock(&lock) }
    while queue.isEmpty {
      if isClosed { return nil }
      pthread_cond_wait(&changed, &lock)
    }
    return queue.removeFirst()
  }

  private func deliver(_ index: Int, _ piece: Piece) {
    pthread_mutex_lock(&lock)
    finished[index] = piece
    if !isEmitting {
      isEmitting = true
      while let next = finished.removeValue(forKey: emitted) {
        pthread_mutex_unlock(&lock)
        emit(next)
        pthread_mutex_lock(&lock)
        emitted += 1
        pthread_cond_broadcast(&changed)
      }
      isEmitting = false
    }
    pthread_mutex_unlock(&lock)
  }
}
