import TestSupport
import Testing

@testable import MujazCore

/// What holds for the quotations of every text.
@Suite struct QuotePropertyTests {
  @Test("Ranges lie in the text, on its characters, and in order")
  func ranges() {
    for text in FixtureTexts.all { check(text) }
  }

  @Test("So they do in texts of chance", arguments: UInt64(0)..<60)
  func randomTexts(_ seed: UInt64) {
    var generator = SeededGenerator(seed)
    check(RandomTexts.jumble(&generator, pieces: 200))
    check(RandomTexts.bytes(&generator, count: 400))
    check(RandomTexts.scalars(&generator, count: 300))
    for text in FixtureTexts.articles.prefix(4) {
      check(RandomTexts.damaged(text.text, &generator))
    }
  }

  @Test("The same article gives the same quotations, whatever was read before")
  func determinism() {
    var workspace = QuoteWorkspace()
    let finder = QuoteFinder()
    for text in FixtureTexts.articles.map(\.text) {
      var native = text
      native.makeContiguousUTF8()
      finder.find(native.utf8.span, title: "".utf8.span, &workspace)
      #expect(workspace.quotes == finder.quotes(in: Article(text: text)))
    }
  }

  private func check(_ text: String) {
    let quotes = QuoteFinder().quotes(in: Article(text: text))
    let bytes = Array(text.utf8)
    func isWhole(_ range: TextRange) -> Bool {
      range.start >= 0 && range.start < range.end && range.end <= bytes.count
        && bytes[range.start] & 0xC0 != 0x80
        && (range.end == bytes.count || bytes[range.end] & 0xC0 != 0x80)
    }
    for quote in quotes {
      for range in [
        quote.range, quote.cue, quote.medium, quote.speaker?.range, quote.speaker?.canonical,
        quote.speaker?.role, quote.complementizer, quote.cueParticle,
      ].compactMap(\.self) {
        #expect(isWhole(range), "\(range) of \(text.prefix(200))")
      }
      #expect(quote.complementizer.map { $0.end <= quote.range.start } ?? true)
      #expect(quote.cueParticle.map { $0.end <= quote.cue?.start ?? 0 } ?? true)
      if let cue = quote.cue, quote.kind == .direct {
        #expect(!quote.range.contains(cue), "\(text[quote.range])")
      }
    }
    #expect(quotes.map(\.range) == quotes.map(\.range).sorted())
  }
}
