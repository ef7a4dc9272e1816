/// Numbers for words: open addressing, emptied in constant time and no larger than the article needs.
///
/// A word is known by the 64-bit hash of its key: in an article of a million distinct words two of them share one with a chance
/// of 3 in 10⁸.
struct KeyTable: Sendable {
  private struct Slot {
    var hash: UInt64
    var value: Int32
    /// The slot is filled when this is the table's generation.
    var generation: Int32
  }

  private var slots: [Slot]
  private var generation: Int32 = 1
  /// Of all slots only the first `mask + 1` are used, so that a short article after a long one stays in the caches.
  private var mask: Int
  private var count = 0

  init() {
    slots = Array(repeating: Slot(hash: 0, value: 0, generation: 0), count: 256)
    mask = 255
  }

  /// Forgets all entries; makes room for about so many.
  mutating func removeAll(expecting entries: Int) {
    count = 0
    if generation == .max {
      for index in slots.indices { slots[index].generation = 0 }
      generation = 0
    }
    generation += 1
    var size = 256
    while size < 2 * entries { size *= 2 }
    if size > slots.count {
      slots = Array(repeating: Slot(hash: 0, value: 0, generation: 0), count: size)
    }
    mask = size - 1
  }

  /// Where a word stands or belongs. Valid until the next `fill`.
  @inline(__always)
  func place(of hash: UInt64) -> Int {
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[index]
      if slot.generation != generation || slot.hash == hash { return index }
      index = (index + 1) & mask
    }
  }

  /// The value at a place, nil where the word is new.
  @inline(__always)
  func value(at place: Int) -> Int32? {
    let slot = slots[place]
    return slot.generation == generation ? slot.value : nil
  }

  /// Enters a new word at its place.
  @inline(__always)
  mutating func fill(_ place: Int, _ hash: UInt64, _ value: Int32) {
    slots[place] = Slot(hash: hash, value: value, generation: generation)
    count += 1
    if count * 2 > mask { grow() }
  }

  /// Changes the value at a filled place.
  @inline(__always)
  mutating func set(_ place: Int, _ value: Int32) { slots[place].value = value }

  @inline(never)
  private mutating func grow() {
    let old = slots[...mask].filter { $0.generation == generation }
    let size = 2 * (mask + 1)
    slots = Array(
      repeating: Slot(hash: 0, value: 0, generation: 0), count: max(size, slots.count))
    mask = size - 1
    for slot in old { slots[place(of: slot.hash)] = slot }
  }
}
