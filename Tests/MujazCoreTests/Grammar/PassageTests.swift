import TestSupport
import Testing

@testable import MujazCore

/// The sentences and quotation marks of an article, and the words that know of them.
@Suite struct PassageTests {
  /// An article read for its quotations.
  private struct Reading {
    var segmentation = SegmentationWorkspace()
    var words = WordTable()
    var table = PassageTable()

    init(_ text: Span<UInt8>, title: String?) {
      Segmenter().segment(text, title: (title ?? "").utf8.span, &segmentation)
      words.read(text, segmentation.segments, .standard, for: .quotes) { _ in true }
    }

    mutating func read(_ text: Span<UInt8>, through last: Int? = nil) {
      table.read(text, segmentation, &words, through: last)
    }
  }

  /// What is wrong with the words and spans of a passage; nil where nothing is.
  private func fault(_ passage: Passage) -> String? {
    let words = passage.tokens
    var begins: [Int: Int] = [:]
    for index in passage.spans.indices {
      let span = passage.spans[index]
      let held = (0..<words.count).filter {
        words.start($0) >= span.range.start && words.end($0) <= span.range.end
      }
      if Array(span.tokens) != held { return "span \(index) has \(span.tokens), not \(held)" }
      if let first = held.first { begins[first] = index }
    }
    for word in 0..<words.count {
      if words[word].span != Int32(begins[word] ?? -1) { return "span of word \(word)" }
      if begins[word] != nil, words.isPlain(word) { return "word \(word) is plain" }
    }
    for index in passage.sentences.indices {
      let sentence = passage.sentences[index]
      if sentence.tokens.isEmpty { return "sentence \(index) has no words" }
      for word in sentence.tokens {
        if passage.sentence(of: word) != index { return "sentence of word \(word)" }
        let range = TextRange(start: words.start(word), end: words.end(word))
        if !sentence.range.contains(range) { return "word \(word) is in no sentence" }
      }
    }
    return nil
  }

  private func fault(_ reading: Reading, _ text: Span<UInt8>) -> String? {
    let words = reading.words.view(text, limit: reading.table.wordCount)
    return fault(reading.table.passage(words))
  }

  private func check(_ text: String, title: String? = nil) {
    let bytes = Array(text.utf8)
    var reading = Reading(bytes.span, title: title)
    reading.read(bytes.span)
    if let fault = fault(reading, bytes.span) {
      Issue.record("\(fault) in \(text.debugDescription)")
    }
  }

  @Test("The first word of each quotation in marks knows it, and no other word does")
  func fixtures() {
    for article in FixtureTexts.articles { check(article.text, title: article.title) }
  }

  @Test("So it is in texts of chance", arguments: UInt64(0)..<20)
  func random(_ seed: UInt64) {
    var generator = SeededGenerator(seed + 9_000)
    for _ in 0..<10 {
      check(RandomTexts.words(&generator, pieces: 80))
      check(RandomTexts.jumble(&generator, pieces: 80))
      check(RandomTexts.damaged(generator.pick(FixtureTexts.articles).text, &generator))
    }
  }

  @Test("Read to a segment, a passage ends with that segment's paragraph")
  func through() {
    for article in FixtureTexts.articles {
      let bytes = Array(article.text.utf8)
      var reading = Reading(bytes.span, title: article.title)
      let segments = reading.segmentation.segments
      for last in segments.indices {
        reading.read(bytes.span, through: last)
        let end = segments.lastIndex { $0.paragraph <= segments[last].paragraph } ?? last
        #expect(reading.table.wordCount == reading.words.words(of: end).upperBound)
        let fault = fault(reading, bytes.span)
        #expect(fault == nil)
        reading.table.release(&reading.words)
      }
    }
  }

  @Test("Quotations up to a segment are those that the whole article has up to there")
  func quotesThrough() {
    var found = 0
    for article in FixtureTexts.articles {
      let bytes = Array(article.text.utf8)
      var reading = Reading(bytes.span, title: article.title)
      var workspace = QuoteWorkspace()
      let finder = QuoteFinder()
      finder.find(bytes.span, reading.segmentation, &reading.words, &workspace)
      let all = workspace.quotes
      let question =
        reading.segmentation.segments.first { $0.role == .question }?.range.start ?? .max
      for last in reading.segmentation.segments.indices {
        finder.find(
          bytes.span, reading.segmentation, &reading.words, through: last, &workspace)
        let end = reading.segmentation.segments[last].range.end
        // Neither headlines nor the answers of an interview.
        let expected = all.filter { quote in
          let segment = reading.segmentation.segments.last { $0.range.start <= quote.range.start }
          return quote.range.start < min(end, question) && segment?.role != .headline
        }
        #expect(workspace.quotes.map(\.range) == expected.map(\.range))
        #expect(workspace.quotes.map(\.cue) == expected.map(\.cue))
        #expect(workspace.quotes.map(\.kind) == expected.map(\.kind))
        found += expected.count
      }
    }
    #expect(found > 500)
  }
}
