import TestSupport
import Testing

@testable import MujazCore

/// Values by hashes, entered, changed and forgotten.
@Suite struct HashTableTests {
  private typealias Table = HashTable<Int32>

  private func enter(_ hash: UInt64, _ value: Int32, _ table: inout Table) {
    table.fill(table.place(of: hash), hash, value)
  }

  private func value(_ hash: UInt64, _ table: Table) -> Int32? {
    let value = table.value(at: table.place(of: hash))
    #expect(table.contains(hash) == (value != nil))
    #expect(table[hash] == value ?? 0)
    return value
  }

  @Test("A word has no value before it is entered, and its own behind")
  func entries() {
    var table = Table()
    #expect(value(7, table) == nil)
    enter(7, 3, &table)
    enter(8, 0, &table)
    #expect(value(7, table) == 3)
    #expect(value(8, table) == 0)
    #expect(value(9, table) == nil)
  }

  @Test("A hash that is new is changed from what is said of unknown ones")
  func update() {
    var table = HashTable<Set<Int>>(none: [])
    for number in 0..<1_000 {
      table.update(UInt64(number % 100 + 1)) { $0.insert(number / 100) }
    }
    #expect(table.count == 100)
    #expect((1...100).allSatisfy { table[UInt64($0)] == Set(0..<10) })
    #expect(table[101] == [] && !table.contains(101))
  }

  @Test("Hashes that fall on one place are kept apart")
  func collisions() {
    var table = Table()
    // All begin their search in the last slots of the table.
    let hashes = (0..<90).map { UInt64(255) &+ UInt64($0) << 20 }
    for (index, hash) in hashes.enumerated() { enter(hash, Int32(index), &table) }
    #expect(hashes.map { value($0, table) } == (0..<90).map { Int32($0) })
    #expect(value(255 + 90 << 20, table) == nil)
  }

  @Test("A table grows beyond what was expected and loses nothing")
  func growth() {
    var table = Table()
    var generator = SeededGenerator(3)
    let hashes = (0..<20_000).map { _ in generator.next() }
    for (index, hash) in hashes.enumerated() { enter(hash, Int32(index), &table) }
    #expect(hashes.indices.allSatisfy { value(hashes[$0], table) == Int32($0) })
    #expect((0..<1_000).allSatisfy { _ in value(generator.next(), table) == nil })
  }

  @Test("An emptied table knows nothing of what it held", arguments: [0, 1, 100, 10_000])
  func emptied(_ expected: Int) {
    var table = Table()
    for hash in UInt64(1)...3_000 { enter(hash, 1, &table) }
    table.removeAll(expecting: expected)
    #expect((UInt64(1)...3_000).allSatisfy { value($0, table) == nil })
    for hash in UInt64(2_000)...5_000 { enter(hash, 2, &table) }
    #expect((UInt64(1)...5_000).allSatisfy { value($0, table) == ($0 < 2_000 ? nil : 2) })
  }

  @Test("Long and short articles take turns")
  func turns() {
    var table = Table()
    for round in Int32(0)..<40 {
      let count = round % 2 == 0 ? 700 : 5
      table.removeAll(expecting: round % 3 == 0 ? count : 0)
      for number in 0..<count {
        let hash = UInt64(number + 1) &* 0x9E37_79B9
        #expect(value(hash, table) == nil)
        enter(hash, round, &table)
      }
      #expect((0..<count).allSatisfy { value(UInt64($0 + 1) &* 0x9E37_79B9, table) == round })
      #expect(value(UInt64(count + 1) &* 0x9E37_79B9, table) == nil)
    }
  }
}
