import MujazCore

/// The first few of whom articles quote, for a note.
struct SpeakerNames: Sendable {
  private static let most = 5
  /// Each once, as the article has it, in its order.
  private(set) var names: [String] = []

  mutating func add(_ others: SpeakerNames) {
    for name in others.names { add(name) }
  }

  mutating func add(_ quotes: [Quote], _ text: Span<UInt8>) {
    for quote in quotes where names.count < Self.most {
      if let speaker = quote.speaker { add(text.string(speaker.canonical)) }
    }
  }

  private mutating func add(_ name: String) {
    if names.count < Self.most, !names.contains(name) { names.append(name) }
  }
}
