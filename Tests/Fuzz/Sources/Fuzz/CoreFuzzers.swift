import MujazCore

extension Fuzzer {
  /// Any text is cut without loss, and every cut is in it.
  static let segment = Fuzzer(name: "segment") { input in
    let text = input.text
    let source = Verbatim(text)
    var position = 0
    for segment in Segmenter().segments(of: text) {
      let range = segment.range
      source.check(range, "a segment")
      check(range.start >= position && !range.isEmpty, "segments overlap, or one is empty")
      check(source.isWhite(position..<range.start), "text between segments")
      position = range.end
    }
    check(source.isWhite(position..<source.bytes.count), "text behind the segments")
    for decision in Segmenter().decisions(of: text) {
      source.check(TextRange(start: decision.offset, end: decision.offset), "a decision")
    }
  }

  /// Any text has quotations and briefs, of any length, cut down or not; what they show is verbatim. The first line is the
  /// title.
  static let brief = Fuzzer(name: "brief") { input in
    let text = input.text
    let line = text.unicodeScalars.firstIndex(of: "\n")
    let title = line.map { String(text.unicodeScalars[..<$0]) }
    let body = line.map { String(text.unicodeScalars[$0...].dropFirst()) } ?? text
    let article = Article(title: title, text: body)
    let source = Verbatim(body)
    let segments = Segmenter().segments(of: body, title: title)
    for quote in QuoteFinder().quotes(in: article) { source.check(quote, segments) }
    for sentence in Briefer().ranking(of: article) {
      source.check(sentence.range, "a ranked sentence")
      check(segments.indices.contains(sentence.index), "a ranked sentence of no segment")
      check(sentence.score.total.isFinite, "a score that is no number")
    }
    for condensing in Condensing.allCases {
      for budget in [.standard, try? Budget.words(9)].compactMap({ $0 }) {
        let briefer = Briefer(budget: budget, condensing: condensing)
        source.check(briefer.brief(of: article), of: article, segments)
      }
    }
    for method in RankingMethod.allCases where method != .mujaz {
      source.check(Briefer(method: method).brief(of: article), of: article, segments)
    }
  }
}

extension Verbatim {
  func check(_ quote: Quote, _ segments: [Segment]) {
    check(quote.range, "a quotation")
    check(quote.cue, "a cue")
    check(quote.medium, "a medium")
    check(quote.speaker?.range, "a speaker")
    check(quote.speaker?.canonical, "a speaker's fullest mention")
    check(quote.speaker?.role, "a role")
    Fuzz.check(segments.indices.contains(quote.segment), "a quotation of no segment")
    Fuzz.check(!quote.range.isEmpty, "an empty quotation")
  }

  func check(_ brief: Brief, of article: Article, _ segments: [Segment]) {
    var shown = ""
    var position = 0
    for sentence in brief.sentences {
      check(sentence.range, "a sentence")
      Fuzz.check(sentence.range.start >= position, "sentences out of order")
      Fuzz.check(segments.indices.contains(sentence.index), "a sentence of no segment")
      check(sentence.place, "a place in brackets")
      check(sentence.speaker, "a speaker in brackets")
      check(sentence.closer, "a closing mark in brackets")
      for inserted in [sentence.place, sentence.speaker] {
        if let inserted { shown += "[\(text(inserted))]" }
      }
      position = sentence.range.start
      Fuzz.check(!sentence.kept.isEmpty, "a sentence of which nothing is kept")
      for range in sentence.kept {
        check(range, "what is kept")
        Fuzz.check(
          range.start >= position && range.end <= sentence.range.end, "what is kept lies outside")
        shown += text(range)
        position = range.end
      }
      if let closer = sentence.closer { shown += "[\(text(closer))]" }
      position = sentence.range.end
    }
    for quote in brief.quotes { check(quote, segments) }
    for insertion in brief.insertions(in: article) { check(insertion.source, "an insertion") }
    Fuzz.check(
      brief.text(of: article).withoutSpace == shown.withoutSpace, "a brief that is not verbatim")
  }
}
