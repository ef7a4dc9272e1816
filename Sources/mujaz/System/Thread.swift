import MujazPlatform

/// A POSIX thread: Foundation's would cost the command 40 MB.
struct Thread {
  private let handle: pthread_t

  /// Runs `body` on a new thread.
  init(_ body: @escaping @Sendable () -> Void) throws(Failure) {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Body(run: body)).toOpaque()
    let code = pthread_create(&thread, nil, enter, context)
    guard code == 0 else {
      Unmanaged<Body>.fromOpaque(context).release()
      throw Failure(
        code: ExitCode.internalError, message: "cannot start a thread: \(systemError(code))")
    }
    handle = thread
  }

  /// Waits until the thread has ended.
  func join() { pthread_join(handle, nil) }
}

private final class Body: Sendable {
  let run: @Sendable () -> Void
  init(run: @escaping @Sendable () -> Void) { self.run = run }
}

private func enter(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run() }
  return nil
}
