import Testing

@testable import MujazCore

/// What is remembered of a word is what would be found out.
@Suite struct StemMemoTests {
  /// The hash of a word's stem, found out without a memo.
  private func stem(_ word: WordKey, _ lexicon: Lexicon) -> UInt64 {
    word.count > 1 && !lexicon.isStopWord(word) ? LightStemmer.stem(word).hash64 : 0
  }

  @Test("Every word of the fixtures has its own stem, however often it is asked for")
  func fixtures() {
    let lexicon = Lexicon.standard
    var memo = StemMemo()
    for _ in 0..<2 {
      for text in FixtureTexts.all {
        for key in text.keys {
          let found = memo.stem(of: key, lexicon)
          #expect(found == stem(key, lexicon))
        }
      }
    }
  }

  @Test("More words than the memo holds change no stem")
  func manyWords() {
    let lexicon = Lexicon.standard
    let letters = Array("بتثجحخدرزسشصضطعغفقكلمن")
    var words: [WordKey] = []
    for first in letters {
      for second in letters {
        for third in letters { words.append("ال\(first)\(second)\(third)ون".key) }
      }
    }
    #expect(Set(words).count == 22 * 22 * 22)
    var memo = StemMemo()
    for _ in 0..<2 {
      let found = words.map { memo.stem(of: $0, lexicon) }
      #expect(found == words.map { stem($0, lexicon) })
    }
  }

  @Test("Function words and single letters have no stem")
  func noTerms() {
    var memo = StemMemo()
    for word in ["في", "وفي", "من", "أ", "5"] {
      let found = memo.stem(of: word.key, .standard)
      #expect(found == 0, "\(word)")
    }
    let known = memo.stem(of: "المعلمون".key, .standard)
    #expect(known == "معلم".key.hash64)
  }
}
