import MujazCore

/// Words that a speaker must have: in the name, the role, or as the sentence names him.
struct SpeakerFilter: Sendable {
  private let wanted: FoldedWords

  init(_ name: String) { wanted = FoldedWords(name) }

  var isUsable: Bool { !wanted.isEmpty }

  func matches(_ speaker: Speaker?, _ text: Span<UInt8>) -> Bool {
    guard let speaker else { return false }
    var words = FoldedWords(text, speaker.canonical)
    if let range = speaker.range { words.formUnion(FoldedWords(text, range)) }
    if let role = speaker.role { words.formUnion(FoldedWords(text, role)) }
    return wanted.isSubset(of: words)
  }
}
