import Testing

@testable import MujazCore

/// The packed letters of a word: counting, cutting, comparing.
@Suite struct WordKeyTests {
  // MARK: Letters

  @Test("A key counts its letters up to its capacity")
  func count() {
    #expect(WordKey.empty.count == 0)
    #expect(WordKey.empty.isEmpty)
    for length in 1...20 {
      let key = String(repeating: "س", count: length).key
      #expect(key.count == min(length, WordKey.capacity))
      #expect(!key.isEmpty)
      #expect(key.isHashed == (length > WordKey.capacity))
    }
  }

  @Test("Letters are read by their place, 0 behind the last")
  func letters() {
    let key = "كتاب".key
    #expect(
      (0..<6).map { key[$0] } == [Letter.kaf, Letter.teh, Letter.alef, Letter.beh, 0, 0])
    #expect(key.first == Letter.kaf)
    #expect(key.last == Letter.beh)
    #expect(WordKey.empty.first == 0)
    #expect(WordKey.empty.last == 0)
    #expect("ABC9".key[0] == UInt8(ascii: "a"))
    #expect("ABC9".key[3] == UInt8(ascii: "9"))
  }

  @Test("Letter codes in a row make the key of the word")
  func codes() {
    #expect(WordKey(Letter.alef, Letter.lam) == "ال".key)
    #expect(WordKey(Letter.beh, Letter.noon) == "بن".key)
  }

  @Test("A builder goes on behind packed letters as if it had been given each")
  func builder() {
    for length in [0, 1, 7, 8, 9, 15, 16] {
      let codes = (0..<length).map { UInt8(truncatingIfNeeded: 2 + $0) }
      var low: UInt64 = 0
      var high: UInt64 = 0
      var one = WordKeyBuilder()
      for (place, code) in codes.enumerated() {
        one.append(code)
        if place < 8 { low |= UInt64(code) << (8 * place) }
        if place >= 8 { high |= UInt64(code) << (8 * (place - 8)) }
      }
      var other = WordKeyBuilder(low: low, high: high)
      #expect(other.count == length)
      #expect(other.key == one.key)
      for _ in 0..<4 {
        one.append(Letter.teh)
        other.append(Letter.teh)
        #expect(other.key == one.key)
        #expect(other.count == one.count)
      }
    }
  }

  // MARK: Parts

  @Test("Letters are dropped from either end")
  func drop() {
    let key = "والكتاب".key
    #expect(key.dropFirst(0) == key)
    #expect(key.dropFirst(1) == "الكتاب".key)
    #expect(key.dropFirst(3) == "كتاب".key)
    #expect(key.dropFirst(7) == .empty)
    #expect(key.dropFirst(16) == .empty)
    #expect(key.dropFirst(99) == .empty)
    #expect(key.dropLast(0) == key)
    #expect(key.dropLast(1) == "والكتا".key)
    #expect(key.dropLast(7) == .empty)
    #expect(key.dropLast(8) == .empty)
    let full = String(repeating: "بت", count: 8).key
    #expect(full.count == 16)
    #expect(full.dropFirst(1).dropLast(1).count == 14)
    #expect(full.dropLast(0) == full)
  }

  @Test("A prefix is the first letters")
  func prefix() {
    let key = "مدرسة".key
    #expect(key.prefix(0) == .empty)
    #expect(key.prefix(-1) == .empty)
    #expect(key.prefix(3) == "مدر".key)
    #expect(key.prefix(5) == key)
    #expect(key.prefix(9) == key)
    #expect(key.prefix(16) == key)
    #expect(key.prefix(40) == key)
  }

  @Test("Prefixes and suffixes are found where they stand and nowhere else")
  func hasParts() {
    let key = "المدرسة".key
    #expect(key.hasPrefix("ال".key))
    #expect(key.hasPrefix(.empty))
    #expect(key.hasPrefix(key))
    #expect(!key.hasPrefix("لم".key))
    #expect(!key.hasPrefix("المدرستان".key))
    #expect(key.hasSuffix("رسة".key))
    #expect(key.hasSuffix(.empty))
    #expect(key.hasSuffix(key))
    #expect(!key.hasSuffix("رس".key))
    #expect(!"سة".key.hasSuffix("رسة".key))
    let full = String(repeating: "بت", count: 8).key
    #expect(full.hasPrefix(full))
    #expect(full.hasSuffix(full))
    #expect(full.hasSuffix("ت".key))
    #expect(!full.dropLast(1).hasPrefix(full))
  }

  @Test("A word's conjunction comes off where two letters are left")
  func withoutConjunction() {
    #expect("والكتاب".key.withoutConjunction == "الكتاب".key)
    #expect("فقال".key.withoutConjunction == "قال".key)
    #expect("وقف".key.withoutConjunction == "قف".key)
    #expect("ود".key.withoutConjunction == nil)
    #expect("في".key.withoutConjunction == nil)
    #expect("كتاب".key.withoutConjunction == nil)
    #expect(WordKey.empty.withoutConjunction == nil)
  }

  // MARK: Kinds

  @Test("Numbers are digits and nothing else")
  func numbers() {
    for number in ["0", "12", "٢٠٢٥", "۱۴", "1234567890123456"] {
      #expect(number.key.isNumber, "\(number)")
    }
    for word in ["1436هـ", "A4", "كتاب", "12345678901234567"] {
      #expect(!word.key.isNumber, "\(word)")
    }
    #expect(!WordKey.empty.isNumber)
  }

  @Test("A word is Arabic by its first letter")
  func arabic() {
    for word in ["كتاب", "ءاب", "پاريس", "ڤيديو", "ڨفصة", "مb"] {
      #expect(word.key.isArabic, "\(word)")
    }
    for word in ["book", "7", "1436هـ", "é", "漢"] { #expect(!word.key.isArabic, "\(word)") }
    #expect(!WordKey.empty.isArabic)
    #expect(!String(repeating: "ب", count: 17).key.isArabic)
  }

  // MARK: Hash

  @Test("No two words of the fixtures share a hash, and none has 0")
  func hash() {
    var words: [UInt64: WordKey] = [:]
    for text in FixtureTexts.all {
      for key in text.keys {
        #expect(key.hash64 != 0)
        #expect(words[key.hash64, default: key] == key)
        words[key.hash64] = key
      }
    }
    #expect(words.count > 4_000)
  }
}
