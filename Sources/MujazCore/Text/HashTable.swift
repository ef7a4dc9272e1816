/// Values by the hashes of words: open addressing, a power of two of slots, at most half full.
///
/// A word is known by the 64-bit hash of its key, which is never 0: of a million distinct words two share one with a chance of 3 in
/// 10⁸. The table is no larger than what was entered, or expected, since it was emptied.
struct HashTable<Value: Sendable>: Sendable {
  private struct Slot {
    /// 0 in an empty slot.
    var hash: UInt64
    var value: Value
  }

  private var slots: [Slot]
  /// Of all slots only the first `mask + 1` are used, so that a short article after a long one stays in the caches.
  private var mask: Int
  /// The number of entries.
  private(set) var count = 0
  /// What is said of a hash that was not entered.
  private let none: Value

  private static var fewestSlots: Int { 64 }

  /// An empty table with room for so many entries.
  init(none: Value, room: Int = 0) {
    let size = Self.size(for: room)
    self.none = none
    slots = Self.slots(size, none)
    mask = size - 1
  }

  /// Empty slots, written slot by slot: with constants it would be bytes that are set one by one.
  @inline(never)
  private static func slots(_ count: Int, _ none: Value) -> [Slot] {
    Array(unsafeUninitializedCapacity: count) { buffer, filled in
      buffer.initialize(repeating: Slot(hash: 0, value: none))
      filled = count
    }
  }

  private static func size(for entries: Int) -> Int {
    var size = fewestSlots
    while size < 2 * entries { size *= 2 }
    return size
  }

  // MARK: Look-up

  /// The value of a hash; `none` where it was not entered.
  @inline(__always)
  subscript(hash: UInt64) -> Value { slots.span[unchecked: place(of: hash)].value }

  @inline(__always)
  func contains(_ hash: UInt64) -> Bool { slots.span[unchecked: place(of: hash)].hash != 0 }

  /// Where a hash stands or belongs. Valid until the next entry. Always below the number of slots, so they are read unchecked.
  @inline(__always)
  func place(of hash: UInt64) -> Int {
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found = slots.span[unchecked: index].hash
      if found == hash || found == 0 { return index }
      index = (index &+ 1) & mask
    }
  }

  /// The value at a place, nil where the hash is new.
  @inline(__always)
  func value(at place: Int) -> Value? {
    let slot = slots[place]
    return slot.hash == 0 ? nil : slot.value
  }

  /// Takes memory that no copy shares. Linear.
  mutating func detach() { slots.reserveCapacity(slots.count) }

  // MARK: Entering

  /// Enters a new hash at its place.
  @inline(__always)
  mutating func fill(_ place: Int, _ hash: UInt64, _ value: Value) {
    assert(hash != 0)
    slots[place] = Slot(hash: hash, value: value)
    count &+= 1
    if count &* 2 > mask { grow() }
  }

  /// Changes the value at a filled place.
  @inline(__always)
  mutating func set(_ place: Int, _ value: Value) { slots[place].value = value }

  /// Changes the value of a hash, which is entered with `none` where it is new.
  @inline(__always)
  mutating func update(_ hash: UInt64, _ change: (inout Value) -> Void) {
    let place = place(of: hash)
    if slots[place].hash == hash {
      change(&slots[place].value)
    } else {
      var value = none
      change(&value)
      fill(place, hash, value)
    }
  }

  /// Forgets all entries; makes room for about so many. Linear in the room there was.
  mutating func removeAll(expecting entries: Int) {
    if count > 0 {
      let empty = Slot(hash: 0, value: none)
      slots.withUnsafeMutableBufferPointer { $0[...mask].update(repeating: empty) }
      count = 0
    }
    let size = Self.size(for: entries)
    if size > slots.count { slots = Self.slots(size, none) }
    mask = size - 1
  }

  @inline(never)
  private mutating func grow() {
    let old = slots[...mask].filter { $0.hash != 0 }
    let size = 2 * (mask + 1)
    slots = Self.slots(max(size, slots.count), none)
    mask = size - 1
    for slot in old { slots[place(of: slot.hash)] = slot }
  }
}

/// Numbers for words.
typealias KeyTable = HashTable<Int32>

extension HashTable<Int32> {
  init() { self.init(none: 0, room: 128) }
}
