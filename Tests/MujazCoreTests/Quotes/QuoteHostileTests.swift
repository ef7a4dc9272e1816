import MujazCore
import Testing

/// Texts made to cost time: ten times the text may not take much more than ten times as long.
@Suite(.serialized) struct QuoteHostileTests {
  static let shapes: [(name: String, unit: String)] = [
    ("opening marks", "« "), ("closing marks", "» "), ("straight marks", "\""),
    ("straight marks around words", "\"كلمة\" "), ("verbs", "قال "),
    ("verbs and complements", "قال إن "),
    ("speakers", "قال سالم العلي إن الجسر آمن. "), ("participles", "مضيفا أن "),
    ("sources", "بحسب الوزارة، "), ("colons", "قال: "), ("one word", "العلي "),
    ("paragraphs", "وأضاف أن العمل مستمر.\n\n"), ("names", "وقال العلي إن خالدا وصل. "),
    ("unclosed", "قال: «كلمة و"), ("titles", "رئيس "),
  ]

  @Test("Ten times the text takes about ten times as long", arguments: shapes.map(\.name))
  func linear(_ name: String) throws {
    let unit = try #require(Self.shapes.first { $0.name == name }).unit
    #expect(isLinear { String(repeating: unit, count: $0) })
  }

  @Test("Ever new names and roles")
  func distinctNames() {
    #expect(
      isLinear { count in
        (0..<count / 10).map { number in
          "قال الوزير سالم\(number) العلي\(number) إن الجسر آمن. وأكد العلي\(number / 2) أنه جديد."
        }.joined(separator: "\n")
      })
  }

  private func isLinear(_ text: (Int) -> String) -> Bool {
    let short = seconds(text(4_000))
    let long = seconds(text(40_000))
    return long <= 25 * short + 0.2
  }

  private func seconds(_ text: String) -> Double {
    ThreadClock.seconds { _ = QuoteFinder().quotes(in: Article(text: text)) }
  }
}
