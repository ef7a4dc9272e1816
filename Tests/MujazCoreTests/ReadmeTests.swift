import Foundation
import MujazCore
import TestSupport
import Testing

/// The guide's example in Swift is this code: it compiles, runs, and stands there word for word.
@Suite struct ReadmeTests {
  @Test("The library's example runs")
  func exampleRuns() throws {
    // snippet
    let article = Article(
      title: "افتتاح جسر جديد فوق نهر العاصي",
      text: "افتتح وزير الأشغال أمس جسرا جديدا فوق نهر العاصي. وأضاف أن الجسر يخدم عشرين قرية.")
    for segment in Segmenter().segments(of: article.text, title: article.title) {
      print(segment.role, segment.range.start, segment.range.end, article.text[segment.range])
    }
    let briefer = Briefer(budget: try .words(12), method: .mujaz)
    print(briefer.brief(of: article).text(of: article))
    for sentence in briefer.ranking(of: article) {
      print(sentence.score.total, article.text[sentence.range])
    }
    for quote in QuoteFinder().quotes(in: article) {
      print(quote.speaker.map { article.text[$0.canonical] } ?? "", article.text[quote.range])
    }
    // end
    #expect(
      briefer.brief(of: article).text(of: article)
        == "افتتح وزير الأشغال أمس جسرا جديدا فوق نهر العاصي.")
  }

  @Test("The guide shows the example that runs")
  func guideShowsIt() throws {
    let source = try String(contentsOf: URL(fileURLWithPath: #filePath), encoding: .utf8)
    let body = try #require(source.components(separatedBy: "    // snippet\n").dropFirst().first)
    let snippet = try #require(body.components(separatedBy: "    // end\n").first)
      .split(separator: "\n").map { $0.dropFirst(4) }.joined(separator: "\n")
    let guide = try Fixtures.text(
      of: Fixtures.package.appendingPathComponent("Documentation/GUIDE.md"))
    #expect(guide.contains("```swift\n\(snippet)\n```"))
  }

  @Test(
    "The README shows the sample article's brief as it is",
    arguments: ["README.md", "README.ar.md"])
  func readmeShowsTheBrief(_ name: String) throws {
    let sample = Fixtures.root.appendingPathComponent("Articles/sample.txt")
    let article = Article(text: try Fixtures.text(of: sample))
    let readme = try Fixtures.text(of: Fixtures.package.appendingPathComponent(name))
    #expect(readme.contains(Briefer().brief(of: article).text(of: article)))
  }

  @Test("The sample article is one of the annotated ones")
  func sampleIsAnnotated() throws {
    let sample = Fixtures.root.appendingPathComponent("Articles/sample.txt")
    let text = try Fixtures.text(of: sample).trimmingCharacters(in: .newlines)
    #expect(try ArticleFixture.all().contains { $0.text == text })
  }
}
