/// Numbers words in the order of their first appearance: open addressing, emptied in constant time.
struct KeyTable: Sendable {
  private struct Slot {
    var key: WordKey
    var value: Int32
    /// The slot is filled when this is the table's generation.
    var generation: Int32
  }

  private var slots: [Slot]
  private var generation: Int32 = 1
  private(set) var count = 0

  init() {
    slots = Array(repeating: Slot(key: .empty, value: 0, generation: 0), count: 1024)
  }

  /// Forgets all entries and keeps the room.
  mutating func removeAll() {
    count = 0
    if generation == .max {
      for index in slots.indices { slots[index].generation = 0 }
      generation = 0
    }
    generation += 1
  }

  /// The value of a key; `make` gives the value of a new one. Constant time, amortised.
  @inline(__always)
  mutating func value(of key: WordKey, make: () -> Int32) -> Int32 {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: key.hash64) & mask
    while slots[index].generation == generation {
      if slots[index].key == key { return slots[index].value }
      index = (index + 1) & mask
    }
    let value = make()
    slots[index] = Slot(key: key, value: value, generation: generation)
    count += 1
    if count * 2 > slots.count { grow() }
    return value
  }

  /// The value of a key that is there.
  func find(_ key: WordKey) -> Int32? {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: key.hash64) & mask
    while slots[index].generation == generation {
      if slots[index].key == key { return slots[index].value }
      index = (index + 1) & mask
    }
    return nil
  }

  @inline(never)
  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(key: .empty, value: 0, generation: 0), count: old.count * 2)
    let mask = slots.count - 1
    for slot in old where slot.generation == generation {
      var index = Int(truncatingIfNeeded: slot.key.hash64) & mask
      while slots[index].generation == generation { index = (index + 1) & mask }
      slots[index] = slot
    }
  }
}
