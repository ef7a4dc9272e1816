import MujazCore

/// What a shipped table says of a word: made once, asked for every word of an article in all its readings.
///
/// Open addressing by the words' own hash. A dictionary's hash withstands keys that somebody has chosen to collide, at many times the
/// price; these keys are ours.
struct WordIndex<Value: Sendable>: Sendable {
  /// A power of two of them, no more than half filled; an empty word is a free slot.
  private var slots: [(word: WordKey, value: Int32)]
  private var values: [Value] = []
  private let mask: Int

  init(_ entries: [WordKey: Value]) {
    var size = 4
    while size < 2 * entries.count { size *= 2 }
    mask = size - 1
    slots = Array(repeating: (.empty, 0), count: size)
    for (word, value) in entries where !word.isEmpty {
      slots[slot(word)] = (word, Int32(values.count))
      values.append(value)
    }
  }

  /// What there is for a word.
  @inline(__always)
  subscript(word: WordKey) -> Value? {
    let entry = slots[slot(word)]
    return entry.word.isEmpty ? nil : values[Int(entry.value)]
  }

  /// The slot that a word stands in, or the free one where it would.
  @inline(__always)
  private func slot(_ word: WordKey) -> Int {
    var slot = Int(truncatingIfNeeded: word.hash64) & mask
    while !slots[slot].word.isEmpty, slots[slot].word != word { slot = (slot + 1) & mask }
    return slot
  }
}
