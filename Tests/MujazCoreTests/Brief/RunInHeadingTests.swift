import Testing

@testable import MujazCore

/// Headings that ran into the sentence behind them.
@Suite struct RunInHeadingTests {
  private static let heading = "احتفالات الساحة عام 2021"
  private static let sentence =
    "يعود مقطع الفيديو إلى احتفالات أقيمت في الساحة الرئيسية للعاصمة قبل أربعة أعوام."
  private static let lead = "المقطع المتداول قديم ولا يصور الاحتفالات التي شهدتها المدينة أمس."

  /// What is left of the first of some sentences.
  private func rest(of sentences: [String]) -> String? {
    var text = ""
    var ranked: [RankedSentence] = []
    for sentence in sentences {
      if !text.isEmpty { text += " " }
      let start = text.utf8.count
      text += sentence
      ranked.append(
        RankedSentence(
          index: ranked.count, range: TextRange(start: start, end: text.utf8.count),
          startsInQuotation: false, leavesQuotation: false))
    }
    let table = WordTable(text.utf8.span, ranked.map(\.range))
    let words = table.view(text.utf8.span)
    let rest = RunInHeading.without(words, ranked, 0)
    if let rest {
      #expect(rest.count == text.utf8.span.wordCount(rest.range))
    }
    return rest.map { text[$0.range] }
  }

  @Test("A heading goes where its sentence stands without it, too, and so do two of them")
  func heading() {
    let headed = "\(Self.heading) \(Self.sentence)"
    #expect(rest(of: [headed, Self.sentence]) == Self.sentence)
    #expect(rest(of: ["صور من الأرشيف \(headed)", Self.lead, Self.sentence]) == Self.sentence)
    #expect(rest(of: ["صور من الأرشيف \(headed)", headed, Self.sentence]) == Self.sentence)
    // Not far behind.
    let between = Array(repeating: Self.lead, count: 8)
    #expect(rest(of: [headed] + between + [Self.sentence]) == nil)
  }

  @Test(
    "A sentence whose end is another's stays whole where its beginning could not end there",
    arguments: ["وأكد الناشر أن", "وكتب في صفحته عن", "وفي الساحة الكبرى قال"])
  func clause(_ opening: String) {
    #expect(rest(of: ["\(opening) \(Self.sentence)", Self.sentence]) == nil)
  }

  @Test(
    "What is said once keeps its beginning, and so does what ends in a short sentence or a word's letters"
  )
  func once() {
    #expect(rest(of: ["\(Self.heading) \(Self.sentence)", Self.lead]) == nil)
    #expect(rest(of: [Self.sentence, Self.sentence]) == nil)
    #expect(rest(of: ["\(Self.heading) وانتهى الأمر.", "وانتهى الأمر."]) == nil)
    #expect(rest(of: ["\(Self.heading) س\(Self.sentence)", Self.sentence]) == nil)
  }

  @Test("What stands in front of a sentence and is longer than a heading stays")
  func long() {
    let long = Array(repeating: "كلمة", count: 21).joined(separator: " ")
    #expect(rest(of: ["\(long) \(Self.sentence)", Self.sentence]) == nil)
  }

  @Test("The lead of a brief loses its heading, and none in whole sentences")
  func brief() throws {
    let article = Article(text: "\(Self.heading) \(Self.sentence) \(Self.lead) \(Self.sentence)")
    let budget = try Budget.sentences(1)
    let condensed = Briefer(budget: budget, condensing: .full).brief(of: article)
    #expect(condensed.text(of: article) == Self.sentence)
    let whole = Briefer(budget: budget).brief(of: article)
    #expect(!whole.text(of: article).isEmpty)
    #expect(whole.sentences.allSatisfy { $0.kept == [$0.range] })
  }
}
