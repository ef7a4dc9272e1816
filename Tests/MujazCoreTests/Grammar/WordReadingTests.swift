import CBytes
import TestSupport
import Testing

@testable import MujazCore

/// The reading of plain words and their spellings in C, by itself.
@Suite struct WordReadingTests {
  /// A table of spellings and the words that were read with it.
  private struct Reader {
    var slots: [cbytes_slot]
    var words: [cbytes_word] = []
    /// The number of the next new word.
    var next: Int32 = 1
    var stops: [cbytes_stop] = []

    init(slots: Int = 1 << 8) { self.slots = Array(repeating: cbytes_slot(), count: slots) }

    /// Reads a part of a text, with room for so many words at a time, until nothing more is read.
    mutating func read(
      _ text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int, room: Int = 4
    ) -> (stop: cbytes_stop, position: Int) {
      var reading = cbytes_reading()
      reading.position = start
      reading.limit = limit
      reading.text = text.baseAddress
      reading.count = text.count
      reading.next = next
      var buffer = [cbytes_word](repeating: cbytes_word(), count: room)
      while true {
        reading.found = 0
        reading.capacity = room
        let stop = buffer.withUnsafeMutableBufferPointer { buffer in
          slots.withUnsafeMutableBufferPointer { slots in
            reading.slots = slots.baseAddress
            reading.mask = slots.count - 1
            reading.words = buffer.baseAddress
            return cbytes_words(&reading)
          }
        }
        stops.append(stop)
        precondition(reading.found <= room)
        words += buffer[..<reading.found]
        next = reading.next
        if stop == cbytes_table { grow() }
        if stop == cbytes_end || stop == cbytes_other { return (stop, reading.position) }
      }
    }

    private mutating func grow() {
      let old = slots
      slots = Array(repeating: cbytes_slot(), count: 2 * old.count)
      for var slot in old where slot.number != 0 {
        slots[cbytes_place(slots, slots.count - 1, &slot)] = slot
      }
    }
  }

  private func slot(_ word: String) -> cbytes_slot {
    let guarded = GuardedBytes(word.utf8)
    var slot = cbytes_slot()
    if let base = guarded.bytes.baseAddress {
      cbytes_spell(&slot, base, 0, guarded.count, guarded.count)
    }
    return slot
  }

  private func isEqual(_ one: cbytes_slot, _ other: cbytes_slot) -> Bool {
    one.spelling.0 == other.spelling.0 && one.spelling.1 == other.spelling.1
  }

  // MARK: Spellings

  @Test("A word of up to sixteen bytes is spelled by its bytes, wherever it stands in a text")
  func shortSpellings() {
    let bytes = (0..<60).map { UInt8(0x41 + $0 % 26) }
    let guarded = GuardedBytes(bytes)
    guard let base = guarded.bytes.baseAddress else { return }
    for start in 0..<60 {
      for size in 1...min(16, 60 - start) {
        var slot = cbytes_slot()
        cbytes_spell(&slot, base, start, start + size, 60)
        var expected = UInt128(0)
        for (place, byte) in bytes[start..<start + size].enumerated() {
          expected |= UInt128(byte) << UInt128(8 * place)
        }
        #expect(slot.spelling.0 == UInt64(truncatingIfNeeded: expected))
        #expect(slot.spelling.1 == UInt64(truncatingIfNeeded: expected >> 64))
      }
    }
  }

  @Test(
    "A longer word is spelled by a hash that no shorter word has and that its place does not change"
  )
  func longSpellings() {
    var generator = SeededGenerator(9)
    for size in 17...80 {
      let word = (0..<size).map { _ in UInt8(0x41 + generator.number(below: 26)) }
      var spellings: [cbytes_slot] = []
      for (before, behind) in [(0, 0), (1, 0), (15, 0), (0, 1), (16, 40), (3, 17)] {
        let text =
          [UInt8](repeating: 0x20, count: before) + word
          + [UInt8](repeating: 0xD9, count: behind)
        let guarded = GuardedBytes(text)
        guard let base = guarded.bytes.baseAddress else { continue }
        var slot = cbytes_slot()
        cbytes_spell(&slot, base, before, before + size, text.count)
        spellings.append(slot)
      }
      #expect(spellings.count == 6)
      #expect(spellings.allSatisfy { isEqual($0, spellings[0]) }, "\(size)")
      #expect(spellings[0].spelling.1 >> 56 == 0xFF)
    }
  }

  @Test("Words that differ in one byte anywhere, or in length, are spelled in different ways")
  func distinct() {
    var seen: Set<UInt128> = []
    var count = 0
    for size in 1...70 {
      let word = [UInt8](repeating: UInt8(ascii: "a"), count: size)
      var words = [word]
      for place in 0..<size {
        var other = word
        other[place] = UInt8(ascii: "b")
        words.append(other)
      }
      for word in words {
        let slot = slot(String(decoding: word, as: UTF8.self))
        seen.insert(UInt128(slot.spelling.1) << 64 | UInt128(slot.spelling.0))
        count += 1
      }
    }
    #expect(seen.count == count)
  }

  @Test("A spelling has its own place, also where many begin alike")
  func places() {
    var slots = [cbytes_slot](repeating: cbytes_slot(), count: 1 << 11)
    let words = (0..<1_000).map { "كلمة\($0)" }
    for (number, word) in words.enumerated() {
      var slot = slot(word)
      let place = cbytes_place(slots, slots.count - 1, &slot)
      #expect(slots[place].number == 0)
      slots[place] = cbytes_slot(spelling: slot.spelling, number: Int32(number + 1))
    }
    for (number, word) in words.enumerated() {
      var slot = slot(word)
      #expect(slots[cbytes_place(slots, slots.count - 1, &slot)].number == Int32(number + 1))
    }
  }

  // MARK: Words

  private func letters(_ count: Int, from first: Int = 0) -> String {
    let letters = Array("بتثجحخدذرزسشصضطظعغفقكلمنهو")
    return String((0..<count).map { letters[(first + $0) % letters.count] })
  }

  @Test("Two words with the same first sixteen bytes have two numbers")
  func sameBeginning() {
    let head = letters(8)
    let words = [head, head + "ا", head + "ب", head + letters(8), head + letters(9), head + "ا"]
    let text = GuardedBytes(words.joined(separator: " ").utf8)
    var reader = Reader()
    let end = reader.read(text.bytes, from: 0, to: text.count)
    #expect(end.stop == cbytes_end)
    #expect(reader.words.map(\.number) == [1, 2, 3, 4, 5, 2])
  }

  @Test("Words of every size are read whole, at every distance from the end", arguments: 1...40)
  func sizes(_ count: Int) {
    let word = letters(count)
    let other = letters(count, from: 1)
    for behind in 0...40 {
      let string = "\(word) \(other) \(word)" + String(repeating: " ", count: behind)
      let text = GuardedBytes(string.utf8)
      var reader = Reader()
      let end = reader.read(text.bytes, from: 0, to: text.count)
      #expect(end.stop == cbytes_end)
      #expect(reader.words.map(\.number) == [1, 2, 1])
      let size = 2 * count
      #expect(reader.words.map { Int($0.start) } == [0, size + 1, 2 * size + 2])
      #expect(reader.words.map { Int($0.end) } == [size, 2 * size + 1, 3 * size + 2])
    }
  }

  @Test("What follows the limit is no part of a word, and what follows the text is not read")
  func limits() {
    let string = "قال المتحدث إن المستشفيات والجامعات، ستفتح أبوابها «غدا» في المدينة"
    let bytes = Array(string.utf8)
    let whole = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
    for count in whole {
      let text = GuardedBytes(bytes[..<count])
      for limit in whole where limit <= count {
        for start in whole where start <= limit {
          var reader = Reader()
          let end = reader.read(text.bytes, from: start, to: limit, room: 3)
          #expect(end.stop == cbytes_end)
          let expected = ScannedTable(
            text.bytes.span, [Segment(TextRange(start: start, end: limit))]
          ) { _ in true }.entries
          #expect(reader.words.map { Int($0.start) } == expected.map(\.start))
          #expect(reader.words.map { Int($0.end) } == expected.map(\.end))
        }
      }
    }
  }

  @Test("No byte behind a text of any kind is read")
  func random() {
    var generator = SeededGenerator(77)
    var found = 0
    for _ in 0..<3_000 {
      let kind = generator.number(below: 3)
      let bytes: [UInt8] =
        switch kind {
        case 0: Array(RandomTexts.words(&generator, pieces: 20).utf8)
        case 1: Array(RandomTexts.bytes(&generator, count: 80).utf8)
        // No UTF-8 at all.
        default:
          (0..<generator.number(below: 80)).map { _ in
            generator.pick([0x20, 0xD8, 0xD9, 0xDA, 0xDB, 0xA7, 0x84, 0xC2, 0xAB, 0xE2, 0x80, 0x94])
          }
        }
      let text = GuardedBytes(bytes)
      var reader = Reader()
      var position = 0
      // What is not read is passed over by one byte.
      while position < text.count {
        let end = reader.read(text.bytes, from: position, to: text.count)
        #expect(end.position >= position && end.position <= text.count)
        if end.stop == cbytes_end { break }
        position = end.position + 1
      }
      #expect(reader.words.allSatisfy { $0.start < $0.end && $0.end <= UInt32(text.count) })
      #expect(reader.words.allSatisfy { $0.number > 0 && $0.span == -1 && !$0.is_address })
      found += reader.words.count
    }
    #expect(found > 6_000)
  }

  // MARK: Why it stops

  @Test("Reading stops where more must be known, and not before")
  func others() {
    for rest in [
      "a", "5", "٥", "٩", "\u{064B}", "\u{0640}", "é", "\u{200F}", "ﻣ", "漢", "\u{0600}", "\u{06D4}",
      "🎬",
    ] {
      let before = "قال المدير "
      for text in [before + rest, before + rest + " وأضاف أن العمل بدأ في المدينة الجديدة أمس"] {
        let guarded = GuardedBytes(text.utf8)
        var reader = Reader()
        let end = reader.read(guarded.bytes, from: 0, to: guarded.count)
        #expect(end.stop == cbytes_other, "\(rest)")
        #expect(reader.words.count == 2, "\(rest)")
        #expect(end.position <= before.utf8.count, "\(rest)")
      }
    }
  }

  @Test("A word that goes on with something else is not read at all")
  func mixed() {
    for rest in ["a", "5", "٨", "é", "\u{200C}م", "ﻣ", "漢"] {
      let text = "قال المدير" + rest + " إن العمل بدأ في المدينة الجديدة أمس"
      let guarded = GuardedBytes(text.utf8)
      var reader = Reader()
      let end = reader.read(guarded.bytes, from: 0, to: guarded.count)
      #expect(end.stop == cbytes_other, "\(rest)")
      #expect(reader.words.count == 1, "\(rest)")
      #expect(end.position <= "قال ".utf8.count, "\(rest)")
    }
  }

  @Test("Marks of one to three bytes part words, alone and together")
  func marks() {
    for mark in [
      ".", "،", "؛", "؟", "«", "»", "\u{A0}", "“", "”", "…", "–", "\n", " (", ") ", ": «", "»، ",
    ] {
      let text = GuardedBytes("قال\(mark)المدير\(mark)".utf8)
      var reader = Reader()
      let end = reader.read(text.bytes, from: 0, to: text.count)
      #expect(end.stop == cbytes_end, "\(mark)")
      #expect(reader.words.count == 2, "\(mark)")
      #expect(reader.words.allSatisfy { $0.gap == UInt16(cbytes_gap_unknown) }, "\(mark)")
    }
  }

  @Test("No more room and the end are told apart; no word is lost between them")
  func room() {
    let text = GuardedBytes("من قال قال من قال قال من".utf8)
    for room in 1...8 {
      var reader = Reader()
      _ = reader.read(text.bytes, from: 0, to: text.count, room: room)
      #expect(reader.words.map(\.number) == [1, 2, 2, 1, 2, 2, 1])
      #expect(reader.next == 3)
      #expect(reader.stops.last == cbytes_end)
      #expect(reader.stops.dropLast().allSatisfy { $0 == cbytes_full })
      #expect(reader.stops.count == 7 / room + 1)
      // One space before a word is all that it is told.
      #expect(reader.words.dropFirst().allSatisfy { $0.gap == 0 })
      #expect(reader.words[0].gap == UInt16(cbytes_gap_unknown))
    }
  }

  @Test("A table that is half full is given back to grow, and its words keep their numbers")
  func table() {
    let words = (0..<200).map { letters(1 + $0 % 20, from: $0 / 20 + $0 % 7) }
    var numbers: [String: Int32] = [:]
    let expected = (words + words).map { word in
      let number = numbers[word] ?? Int32(numbers.count + 1)
      numbers[word] = number
      return number
    }
    let text = GuardedBytes((words + words).joined(separator: " ").utf8)
    var reader = Reader(slots: 4)
    let end = reader.read(text.bytes, from: 0, to: text.count, room: 64)
    #expect(end.stop == cbytes_end)
    #expect(reader.words.map(\.number) == expected)
    #expect(Int(reader.next) == numbers.count + 1)
    #expect(reader.slots.filter { $0.number != 0 }.count == numbers.count)
    #expect(reader.slots.count > 2 * numbers.count)
    #expect(reader.stops.filter { $0 == cbytes_table }.count >= 5)
  }
}
