import TestSupport

@testable import MujazCore

extension TermStatistics {
  /// The statistics of some sentences, which are put one behind the other to a text.
  init(_ sentences: [String], title: String = "", lexicon: Lexicon = .standard) {
    self.init()
    count(sentences, title: title, lexicon: lexicon)
  }

  /// Counts the terms of some sentences in place of those that were counted.
  mutating func count(_ sentences: [String], title: String = "", lexicon: Lexicon = .standard) {
    var words = WordTable()
    count(sentences, title: title, lexicon: lexicon, &words)
  }

  /// Counts with a table that has read other words before.
  mutating func count(
    _ sentences: [String], title: String = "", lexicon: Lexicon = .standard,
    _ words: inout WordTable
  ) {
    var text: [UInt8] = []
    var ranges: [TextRange] = []
    for sentence in sentences {
      if !text.isEmpty { text.append(0x20) }
      ranges.append(TextRange(start: text.count, end: text.count + sentence.utf8.count))
      text += sentence.utf8
    }
    let bytes = text
    let titleBytes = Array(title.utf8)
    words.read(bytes.span, ranges, lexicon: lexicon)
    count(
      Array(ranges.indices), of: words.view(bytes.span), stems: words.vocabulary.stemCount)
    countTitle(titleBytes.span, TextRange(start: 0, end: titleBytes.count), &words)
  }

  /// For each sentence how often each of its terms stands in it, by the term's number.
  var sentenceTerms: [[Int: Int]] {
    (0..<count).map { sentence in
      var terms: [Int: Int] = [:]
      for place in postingRange(sentence) {
        terms[Int(postings[place].term)] = Int(postings[place].count)
      }
      return terms
    }
  }
}

/// Five tiny sentences whose terms are known.
enum FiveSentences {
  static let sentences = [
    "زار المدير المصنع الجديد",
    "ينتج المصنع السكر",
    "السكر غال في السوق",
    "السوق بعيد عن المصنع",
    "السكر والسكر في المصنع",
  ]

  /// Only في and عن are function words here.
  static let lexicon: Lexicon = {
    var lexicon = Lexicon()
    lexicon.add(list: "في\nعن", as: .stopWord)
    return lexicon
  }()

  /// The terms of each sentence with the times they stand in it, by hand.
  static let terms: [[String: Double]] = [
    ["زار": 1, "مدير": 1, "مصنع": 1, "جديد": 1],
    ["ينتج": 1, "مصنع": 1, "سكر": 1],
    ["سكر": 1, "غال": 1, "سوق": 1],
    ["سوق": 1, "بعيد": 1, "مصنع": 1],
    ["سكر": 2, "مصنع": 1],
  ]
  static let words = [4.0, 3, 4, 4, 4]

  static func statistics(title: String = "") -> TermStatistics {
    TermStatistics(sentences, title: title, lexicon: lexicon)
  }
}

/// The sentences of the fixture articles, whole articles of them.
enum FixtureSentences {
  static let articles: [[String]] = FixtureTexts.articles.map { article in
    Segmenter().segments(of: article.text).map { article.text[$0.range] }
  }
}
