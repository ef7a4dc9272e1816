import Foundation
import Testing

@testable import MujazCore

/// What is counted of an article's terms.
@Suite struct TermStatisticsTests {
  @Test("Five tiny sentences are counted as by hand")
  func fiveSentences() {
    let statistics = FiveSentences.statistics()
    #expect(statistics.count == 5)
    #expect(statistics.wordCounts == [4, 3, 4, 4, 4])
    #expect((0..<5).map { statistics.postingRange($0).count } == [4, 3, 3, 3, 2])
    // زار مدير مصنع جديد ينتج سكر غال سوق بعيد, in the order in which they come up.
    #expect(statistics.terms.map(\.frequency) == [1, 1, 4, 1, 1, 4, 1, 2, 1])
    #expect(statistics.terms.map(\.sentenceFrequency) == [1, 1, 4, 1, 1, 3, 1, 2, 1])
    #expect(
      statistics.sentenceTerms == [
        [0: 1, 1: 1, 2: 1, 3: 1], [4: 1, 2: 1, 5: 1], [5: 1, 6: 1, 7: 1], [7: 1, 8: 1, 2: 1],
        [5: 2, 2: 1],
      ])
  }

  @Test("The rarity of a term is ln(1 + n/sf)")
  func rarity() {
    let statistics = FiveSentences.statistics()
    let expected = [1, 1, 4, 1, 1, 3, 1, 2, 1].map { log(1 + 5 / Double($0)) }
    let found = statistics.terms.indices.map { statistics.rarity(Int32($0)) }
    #expect(found.isClose(to: expected, within: 1e-12))
  }

  @Test("The title's terms are those that it shares, out of all it has")
  func title() {
    let statistics = FiveSentences.statistics(title: "سعر السكر في السوق يرتفع، السكر")
    // سعر سكر سوق يرتفع
    #expect(statistics.titleTermCount == 4)
    #expect(statistics.titleTerms == [5, 7])
    #expect(FiveSentences.statistics().titleTermCount == 0)
    #expect(FiveSentences.statistics().titleTerms.isEmpty)
  }

  @Test("Function words, single letters and addresses are words but no terms")
  func noTerms() {
    let statistics = TermStatistics(["في من إلى وعلى", "أ ب 5 2.5", "https://www.example.com/ar"])
    #expect(statistics.wordCounts == [4, 5, 5])
    #expect(statistics.terms.isEmpty)
    #expect(statistics.postings.isEmpty)
  }

  @Test("Forms of one stem are one term")
  func stems() {
    let statistics = TermStatistics(["معلم المعلمون والمعلمات مُعلِّم معلمها"])
    #expect(statistics.terms.count == 1)
    #expect(statistics.terms.first?.frequency == 5)
    #expect(statistics.terms.first?.sentenceFrequency == 1)
  }

  @Test("Numbers of two digits or more are terms, in whatever digits")
  func numbers() {
    let statistics = TermStatistics(["2025 ٢٠٢٥ ۲۰۲۵"])
    #expect(statistics.terms.map(\.frequency) == [3])
  }

  @Test("No sentences have no statistics")
  func empty() {
    let statistics = TermStatistics([])
    #expect(statistics.count == 0)
    #expect(statistics.terms.isEmpty)
    #expect(statistics.postings.isEmpty)
  }

  @Test("A sentence without words has no terms and its place all the same")
  func emptySentence() {
    let statistics = TermStatistics(["زار المدير", "...", "زار المصنع"])
    #expect(statistics.wordCounts == [2, 0, 2])
    #expect(statistics.postingRange(1).isEmpty)
    #expect(statistics.postingRange(2).count == 2)
    #expect(statistics.terms.map(\.sentenceFrequency) == [2, 1, 1])
  }

  @Test("What was counted before makes no difference")
  func reuse() {
    var reused = TermStatistics()
    var words = WordTable()
    for sentences in FixtureSentences.articles + FixtureSentences.articles.reversed() {
      reused.count(sentences, title: sentences.first ?? "", &words)
      let fresh = TermStatistics(sentences, title: sentences.first ?? "")
      #expect(reused.sentenceTerms == fresh.sentenceTerms)
      #expect(reused.wordCounts == fresh.wordCounts)
      #expect(reused.terms.map(\.frequency) == fresh.terms.map(\.frequency))
      #expect(reused.titleTerms == fresh.titleTerms)
      #expect(reused.titleTermCount == fresh.titleTermCount)
    }
  }

  @Test("Articles are counted as a slow count over strings does")
  func reference() {
    let lexicon = Lexicon.standard
    for sentences in FixtureSentences.articles {
      let statistics = TermStatistics(sentences)
      var numbers: [String: Int] = [:]
      for (index, sentence) in sentences.enumerated() {
        let tokens = ReferenceTokenizer.tokens(sentence)
        #expect(statistics.wordCounts[index] == tokens.count)
        // Addresses are known by the scanner.
        let words = sentence.scannedWords
        guard words.count == tokens.count else { continue }
        var expected: [Int: Int] = [:]
        for (word, token) in zip(words, tokens) {
          guard !word.isAddress, token.folded.count > 1, !lexicon.isStopWord(word.key) else {
            continue
          }
          let stem = ReferenceStemmer.stem(token.folded)
          let number = numbers[stem] ?? numbers.count
          numbers[stem] = number
          expected[number, default: 0] += 1
        }
        #expect(statistics.sentenceTerms[index] == expected, "\(sentence.prefix(60))")
      }
      #expect(statistics.terms.count == numbers.count)
    }
  }
}
