import MujazPlatform

/// A line on standard error that says how far long work has come.
struct Progress {
  enum When: String, CaseIterable {
    case auto, always, never
  }

  private let isOn: Bool
  private let started = Self.now()
  private var shown = 0.0
  private var documents = 0
  private var bytes = 0
  private var isVisible = false

  /// Work shorter than this shows nothing.
  private static let patience = 1.0
  private static let interval = 0.2

  init(_ when: When, quiet: Bool) {
    switch when {
    case .always: isOn = !quiet
    case .never: isOn = false
    case .auto: isOn = !quiet && isatty(STDERR_FILENO) != 0
    }
  }

  mutating func add(documents: Int, bytes: Int) {
    guard isOn else { return }
    self.documents += documents
    self.bytes += bytes
    let elapsed = Self.now() - started
    guard elapsed >= Self.patience, elapsed - shown >= Self.interval else { return }
    shown = elapsed
    isVisible = true
    let rate = Double(self.bytes) / 1e6 / elapsed
    print(
      "\r\u{1B}[Kmujaz: \(self.documents) articles, \(self.bytes / 1_000_000) MB, \(Int(rate)) MB/s"
    )
  }

  /// Wipes the line.
  mutating func clear() {
    guard isVisible else { return }
    isVisible = false
    print("\r\u{1B}[K")
  }

  private func print(_ text: String) {
    try? writeAll(STDERR_FILENO, Array(text.utf8))
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
