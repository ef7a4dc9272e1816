/// The first words of a sentence, folded: as many as the longest phrase of the lists has.
struct Opening {
  private(set) var keys: InlineArray<5, WordKey> = .init(repeating: .empty)
  private(set) var count = 0
  /// Whether the sentence begins with a mark that closes or continues something.
  private(set) var startsWithCloser = false

  init(_ words: Words, _ sentence: SentenceWords) {
    let range = sentence.range
    guard !range.isEmpty else { return }
    switch words.text.scalar(at: range.start, limit: range.end).value {
    case 0x060C, 0x061B, 0x2C, 0x3B, 0xBB, 0x201D, 0x29: startsWithCloser = true
    default: break
    }
    while count < keys.count, count < sentence.count {
      keys[count] = words.key(sentence.first + count)
      count += 1
    }
  }
}
