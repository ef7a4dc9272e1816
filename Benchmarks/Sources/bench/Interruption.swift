import Glibc
import Synchronization

/// Turns SIGINT, SIGTERM and SIGHUP into an error at the next safe point, so that the temporary
/// folder with its 100 MB goes away when the user gives up.
enum Interruption {
  private static let signalSeen = Atomic<CInt>(0)

  /// Catches the three signals, and ignores SIGPIPE: a program that stops reading its input shows
  /// as a failed write, not as the death of the bench.
  static func install() {
    signalSeen.store(0, ordering: .relaxed)  // initialised here, never inside the handler
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { Interruption.signalSeen.store($0, ordering: .relaxed) }
    }
    signal(SIGPIPE, SIG_IGN)
  }

  /// Throws if a signal has come in since the start.
  static func check() throws(BenchError) {
    let number = signalSeen.load(ordering: .relaxed)
    if number != 0 { throw .interrupted(signal: number) }
  }
}
