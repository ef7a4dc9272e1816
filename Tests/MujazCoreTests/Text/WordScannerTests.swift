import TestSupport
import Testing

@testable import MujazCore

/// Where words begin and end, and which spellings are one word.
@Suite struct WordScannerTests {
  // MARK: Ranges

  static let counted: [(String, [String])] = [
    ("", []),
    (" \n\t ", []),
    ("...؟! «» ()", []),
    ("ذهب الولد إلى المدرسة.", ["ذهب", "الولد", "إلى", "المدرسة"]),
    ("«كتاب»، و(قلم)؛", ["كتاب", "و", "قلم"]),
    ("قال:نعم", ["قال", "نعم"]),
    ("بلغ 2.5 في المئة", ["بلغ", "2", "5", "في", "المئة"]),
    ("١٫٥ و۲٫۵", ["١", "٥", "و۲", "۵"]),
    ("1,180 كيلومترا", ["1", "180", "كيلومترا"]),
    ("50% و٤٠٪", ["50", "و٤٠"]),
    ("عام 1436هـ.", ["عام", "1436هـ"]),
    ("لـ12 راكبا", ["لـ12", "راكبا"]),
    ("#وسم_طويل", ["وسم", "طويل"]),
    ("example.com", ["example", "com"]),
    ("user@example.org", ["user", "example", "org"]),
    ("سرعتها ٧٥ كم/س", ["سرعتها", "٧٥", "كم", "س"]),
    ("800-4417", ["800", "4417"]),
    ("don't", ["don", "t"]),
    ("طائرة A380 جديدة", ["طائرة", "A380", "جديدة"]),
    ("شكرا🎬جزيلا", ["شكرا", "جزيلا"]),
    ("🎬", []),
    ("© 2025", ["2025"]),
    ("café naïve", ["café", "naïve"]),
    ("漢字 كلمة", ["漢字", "كلمة"]),
    ("كلمة\u{00A0}أخرى", ["كلمة", "أخرى"]),
    ("م²", ["م²"]),
    ("أ.ف.ب", ["أ", "ف", "ب"]),
  ]

  @Test("A text has the words that a reader counts", arguments: counted)
  func words(of text: String, are expected: [String]) {
    #expect(text.wordTexts == expected)
    #expect(text.scannedWordCount == expected.count)
  }

  static let marked: [(String, [String])] = [
    ("مُحَمَّد", ["مُحَمَّد"]),
    ("شكــــرا لكم", ["شكــــرا", "لكم"]),
    ("مح\u{202B}مد", ["مح\u{202B}مد"]),
    ("قال\u{200F} ثم", ["قال\u{200F}", "ثم"]),
    ("مي\u{200C}خواهم", ["مي\u{200C}خواهم"]),
    // In front of the first letter they belong to nothing.
    ("\u{200F}قال", ["قال"]),
    ("\u{064E}\u{0640}قال", ["قال"]),
    ("\u{064E}\u{064F}", []),
    ("e\u{0301}te\u{0301}", ["e\u{0301}te\u{0301}"]),
  ]

  @Test("Marks and format controls behind a letter belong to its word", arguments: marked)
  func marks(in text: String, are expected: [String]) {
    // Compared as bytes: == of strings would not see a mark in another order.
    #expect(text.wordTexts.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  @Test("A scan stays within its range")
  func range() {
    let bytes = Array("كتاب قلم دفتر".utf8)
    let count = bytes.span.wordCount(TextRange(start: 9, end: 15))
    #expect(count == 1)
    var scanner = WordScanner(from: 2, to: 6)
    let cut = scanner.next(bytes.span)
    #expect(cut?.start == 2)
    #expect(cut?.end == 6)
    #expect(cut?.key == "تا".key)
    let isEnd = scanner.next(bytes.span) == nil
    #expect(isEnd)
  }

  // MARK: Keys

  static let spellings: [(String, String)] = [
    ("مُحَمَّدٌ", "محمد"), ("مـــاء", "ماء"), ("أحمد", "احمد"), ("إلى", "الي"), ("آثار", "اثار"),
    ("ٱلكتاب", "الكتاب"), ("مدرسة", "مدرسه"), ("على", "علي"), ("کتاب", "كتاب"),
    ("ایران", "ايران"), ("رحمٰن", "رحمن"), ("١٢٣", "123"), ("۱۲۳", "123"), ("BBC", "bbc"),
    ("هٰذا", "هذا"), ("مح\u{202B}مد", "محمد"), ("محمد\u{200F}", "محمد"), ("لـ12", "ل12"),
    ("خانۀ", "خانه"), ("ﻣﺤﻤﺪ", "محمد"), ("ﻻ", "لا"), ("ﷲ", "الله"), ("ﭘﺎﺭﻳﺲ", "پاريس"),
    ("ﻛﺘﺎﺏ", "كتاب"), ("ﺃﺣﻤﺪ", "أحمد"), ("ﺁﺛﺎﺭ", "آثار"), ("ﻣﺪﺭﺳﺔ", "مدرسة"),
  ]

  @Test("Spellings of one word have one key", arguments: spellings)
  func equalKeys(of spelling: String, and word: String) {
    #expect(spelling.scannedWordCount == 1)
    #expect(spelling.key == word.key)
    #expect(!spelling.key.isEmpty)
  }

  static let seats: [(String, String)] = [
    ("ﻣﺴﺆﻭﻝ", "مسؤول"), ("ﺑﺌﺮ", "بئر"), ("ﺷﺎﻃﺊ", "شاطئ"), ("ﺳﺆﺍﻝ", "سؤال"),
  ]

  @Test("Hamza on its seat is the same letter in a presentation form", arguments: seats)
  func hamzaForms(of spelling: String, and word: String) {
    #expect(spelling.key == word.key)
  }

  static let tashkeel: [(String, String)] = [
    ("ﻣ\u{FE79}ﺤ\u{FE77}ﻤ\u{FE7D}ﺪ", "محمد"), ("كتا\u{FE71}ب", "كتاب"), ("قال\u{FE76}", "قال"),
  ]

  @Test("Tashkeel vanishes in its presentation forms too", arguments: tashkeel)
  func tashkeelForms(of spelling: String, and word: String) {
    #expect(spelling.key == word.key)
  }

  static let different: [(String, String)] = [
    ("كتاب", "كتب"), ("سؤال", "سوال"), ("بئر", "بير"), ("شيء", "شي"), ("پاريس", "باريس"),
    ("123", "124"), ("12", "012"), ("bbc", "bbcs"), ("عام", "علم"), ("café", "cafe"),
    ("ڤيينا", "فيينا"), ("ميم", "مي"), ("1436ه", "1436"),
  ]

  @Test("Different words have different keys", arguments: different)
  func differentKeys(of word: String, and other: String) {
    #expect(word.key != other.key)
  }

  @Test(
    "Words of every length are known again and told apart",
    arguments: [1, 7, 8, 9, 15, 16, 17, 18, 40, 41])
  func length(_ length: Int) {
    let letters = Array("بتثجحخدذرزسشصضطظعغفقكلمن")
    let word = String((0..<length).map { letters[$0 * 7 % letters.count] })
    #expect("قال \(word)، ثم".keys.dropFirst().first == word.key)
    #expect("\(word.prefix(1))\u{064E}\(word.dropFirst())".key == word.key)
    #expect(word.key.count == min(length, 16))
    #expect(word.key.isHashed == (length > 16))
    // Another letter at any place, a letter less, a letter more.
    var others: Set<WordKey> = [word.key]
    for place in 0..<length {
      var other = Array(word)
      other[place] = "ه"
      others.insert(String(other).key)
    }
    others.insert(String(word.dropLast()).key)
    others.insert("\(word)ه".key)
    #expect(others.count == length + 3)
  }

  @Test("The order of letters counts in long words too")
  func longOrder() {
    let word = "مستشفياتهمالجديدةالكبيرة"
    let turned = "الكبيرةمستشفياتهمالجديدة"
    #expect(word.key.isHashed)
    #expect(turned.key.isHashed)
    #expect(word.key != turned.key)
  }

  // MARK: The tables

  @Test(
    "Every scalar of the Arabic block is a letter, a digit, a mark or a break as Unicode has it")
  func arabicBlock() throws {
    for value in UInt32(0x0600)...0x06FF {
      let scalar = try #require(Unicode.Scalar(value))
      let text = "ب\(scalar)ت"
      let expected = ReferenceTokenizer.tokens(text)
      let found = text.scannedWords
      #expect(found.map(\.start) == expected.map(\.start), "U+\(String(value, radix: 16))")
      #expect(found.map(\.end) == expected.map(\.end), "U+\(String(value, radix: 16))")
      if expected.count == 1, expected[0].folded == "بت" {
        #expect(text.key == "بت".key, "U+\(String(value, radix: 16))")
      } else {
        #expect(text.key != "بت".key, "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test("Letters and digits of ASCII are parts of words, nothing else is")
  func asciiTable() throws {
    for value in UInt8(0)...127 {
      let scalar = Unicode.Scalar(value)
      let isPart = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      #expect("\(scalar)".scannedWordCount == (isPart ? 1 : 0), "byte \(value)")
    }
  }

  // MARK: Against the reference

  @Test("All fixture texts have the words of a slow tokenizer")
  func reference() {
    var keys: [String: WordKey] = [:]
    var words: [WordKey: String] = [:]
    for text in FixtureTexts.all {
      let expected = ReferenceTokenizer.tokens(text)
      let found = text.scannedWords
      #expect(found.map(\.start) == expected.map(\.start), "\(text.prefix(60))")
      #expect(found.map(\.end) == expected.map(\.end), "\(text.prefix(60))")
      guard found.count == expected.count else { continue }
      for (word, token) in zip(found, expected) {
        #expect(keys[token.folded, default: word.key] == word.key, "\(token.folded)")
        #expect(words[word.key, default: token.folded] == token.folded, "\(token.folded)")
        keys[token.folded] = word.key
        words[word.key] = token.folded
      }
    }
    #expect(keys.count > 4_000)
  }

  @Test("Broken bytes are scanned without a trap and to their end")
  func brokenBytes() {
    let alphabet: [UInt8] = [
      0xD8, 0xD9, 0xA7, 0xE2, 0x80, 0xEF, 0xBB, 0xF0, 0x9F, 0xFF, 0x20, 0x41,
    ]
    var generator = SeededGenerator(7)
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<generator.number(below: 60) { bytes.append(generator.pick(alphabet)) }
      var scanner = WordScanner(from: 0, to: bytes.count)
      var end = 0
      while let word = scanner.next(bytes.span) {
        let isInOrder = end <= word.start && word.start < word.end && word.end <= bytes.count
        #expect(isInOrder, "\(bytes)")
        end = word.end
      }
    }
  }

  // MARK: Addresses

  @Test("Words of an address are marked, those around it are not")
  func addresses() {
    let text = "راسلنا على user@example.org أو زر https://www.example.com/ar?id=5 اليوم. Thank you."
    let marked = text.scannedWords.filter(\.isAddress)
      .map { text[TextRange(start: $0.start, end: $0.end)] }
    #expect(
      marked == ["user", "example", "org", "https", "www", "example", "com", "ar", "id", "5"])
  }

  @Test(
    "What only has a full stop inside is no address",
    arguments: ["وصل.وغادر", "قال Dr.Smith إن", "في U.S. أيضا", "الإصدار v2.0 متاح", "node.js"])
  func notAddresses(in text: String) {
    #expect(text.scannedWords.filter(\.isAddress).isEmpty)
  }

  @Test("An address may begin with a digit")
  func digitFirst() {
    #expect("زر 2gether.com اليوم".scannedWords.map(\.isAddress) == [false, true, true, false])
  }

  // MARK: Looking backwards

  @Test("The word that ends at an offset is found, and none behind a mark or a space")
  func wordEndingAt() {
    let text = "قال د. مُنير"
    let bytes = Array(text.utf8)
    let all = text.scannedWords
    #expect(all.count == 3)
    for word in all {
      let found = bytes.span.word(endingAt: word.end, floor: 0)
      #expect(found?.start == word.start)
      #expect(found?.key == word.key)
    }
    for offset in [0, 7, 10, 11] {
      let isNone = bytes.span.word(endingAt: offset, floor: 0) == nil
      #expect(isNone, "at \(offset)")
    }
    let floored = bytes.span.word(endingAt: 6, floor: 2)
    #expect(floored?.start == 2)
  }

  @Test("The first word at or behind an offset is found")
  func wordFrom() {
    let bytes = Array("... قال، نعم".utf8)
    let first = bytes.span.word(from: 0, limit: bytes.count)
    #expect(first?.start == 4)
    #expect(first?.key == "قال".key)
    let second = bytes.span.word(from: 10, limit: bytes.count)
    #expect(second?.key == "نعم".key)
    let isNone = bytes.span.word(from: 10, limit: 13) == nil
    #expect(isNone)
  }
}
