import TestSupport
import Testing

@testable import MujazCore

/// light10: which words meet in one stem and which do not.
@Suite struct LightStemmerTests {
  /// Words and their stems by light10, computed by hand.
  static let stems: [(String, String)] = [
    // Conjunction and article.
    ("الوزير", "وزير"), ("والوزير", "وزير"), ("بالكتاب", "كتاب"), ("كالكتاب", "كتاب"),
    ("فالكتاب", "كتاب"), ("للكتاب", "كتاب"), ("وللكتاب", "كتاب"), ("لليمن", "يمن"),
    ("كالمدن", "مدن"), ("وقال", "قال"), ("والوفد", "وفد"),
    // و comes off though it belongs to the word, but not where two letters would be left.
    ("وزير", "زير"), ("واحد", "احد"), ("ولد", "ولد"), ("وقت", "وقت"), ("وقتها", "قت"),
    // Two letters stay behind an article.
    ("الآن", "ان"), ("البال", "بال"), ("الله", "له"), ("لله", "لل"), ("إلى", "ال"),
    // Endings, each once, in the published order.
    ("معلمون", "معلم"), ("المعلمين", "معلم"), ("معلمات", "معلم"), ("والمعلمون", "معلم"),
    ("كتابها", "كتاب"), ("كتابه", "كتاب"), ("كتابي", "كتاب"), ("مكتبة", "مكتب"),
    ("والمكتبات", "مكتب"), ("المدرسة", "مدرس"), ("والمدرستان", "مدرست"), ("سيارتها", "سيارت"),
    ("السيارات", "سيار"), ("اقتصادية", "اقتصاد"), ("الاقتصادي", "اقتصاد"),
    ("والاقتصاديون", "اقتصاد"), ("المصرية", "مصر"), ("مصري", "مصر"), ("والمصريين", "مصر"),
    ("وأخبارها", "اخبار"), ("مكانها", "مك"), ("مكانه", "مكان"), ("بيانات", "بيان"),
    ("بيانها", "بي"), ("هوية", "هو"), ("الفنانون", "فنان"), ("للمستشفيات", "مستشف"),
    // Two letters stay before an ending.
    ("هي", "هي"), ("فن", "فن"), ("دين", "دين"), ("يمن", "يمن"), ("كان", "كان"), ("على", "عل"),
    // Patterns are left alone.
    ("كتب", "كتب"), ("كتاب", "كتاب"), ("مدارس", "مدارس"),
  ]

  @Test("A word has the stem of light10", arguments: stems)
  func stem(of word: String, is expected: String) {
    #expect(LightStemmer.stem(word.key) == expected.key)
  }

  @Test(
    "Words that are not Arabic are their own stems",
    arguments: ["book", "books", "2025", "1436هـ", "café", "漢字"])
  func foreign(_ word: String) {
    #expect(LightStemmer.stem(word.key) == word.key)
  }

  @Test("A word of more letters than a key holds is its own stem")
  func long() {
    let word = "والمستشفياتهمالجديدات".key
    #expect(word.isHashed)
    #expect(LightStemmer.stem(word) == word)
  }

  @Test("A stem is a part of its word, of two letters at least")
  func shape() {
    for text in FixtureTexts.all {
      for key in text.keys where key.isArabic && key.count >= 2 {
        let stem = LightStemmer.stem(key)
        #expect(stem.count >= 2)
        #expect((0...key.count - stem.count).contains { key.dropFirst($0).hasPrefix(stem) })
      }
    }
  }

  @Test("All words of the fixtures have the stems of a slow light10")
  func reference() {
    var seen: Set<String> = []
    for text in FixtureTexts.all {
      for token in ReferenceTokenizer.tokens(text) where seen.insert(token.folded).inserted {
        let key = token.folded.key
        guard !key.isHashed else { continue }
        let expected = ReferenceStemmer.stem(token.folded).key
        #expect(LightStemmer.stem(key) == expected, "\(token.folded)")
      }
    }
    #expect(seen.count > 4_000)
  }

  /// Folded letters, those of articles and endings more often than others.
  private static let letters = Array("واللبكفهانتييهواالنتبدرسمعقطحجءؤئ")

  @Test("Every word of up to four letters of articles and endings has the stem of a slow light10")
  func shortWords() {
    let letters = Array("والبكفهنتي")
    var words = [""]
    var count = 0
    for _ in 1...4 {
      words = words.flatMap { word in letters.map { word + String($0) } }
      for word in words {
        let stem = LightStemmer.stem(word.key)
        let expected = ReferenceStemmer.stem(word).key
        if stem != expected { Issue.record("\(word)") }
        count += 1
      }
    }
    #expect(count == 11_110)
  }

  @Test(
    "Words of one to sixteen letters have the stems of a slow light10, in one machine word and in two",
    arguments: 1...16)
  func randomWords(_ count: Int) {
    var generator = SeededGenerator(UInt64(count))
    for _ in 0..<2_000 {
      let word = String((0..<count).map { _ in generator.pick(Self.letters) })
      let key = word.key
      #expect(key.count == count)
      let expected = ReferenceStemmer.stem(word).key
      #expect(LightStemmer.stem(key) == expected, "\(word)")
    }
  }

  @Test(
    "The beginning and the end of a word come off alike whatever stands between", arguments: 0...10)
  func middles(_ count: Int) {
    let middle = String(repeating: "ق", count: count)
    for head in ["", "و", "ال", "وال", "بال", "كال", "فال", "لل", "ول", "ولل"] {
      for tail in ["", "ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي", "اتها", "يون"] {
        let word = head + middle + tail
        guard !word.isEmpty, word.count <= 16 else { continue }
        #expect(LightStemmer.stem(word.key) == ReferenceStemmer.stem(word).key, "\(word)")
      }
    }
  }
}
