import Testing

@testable import MujazCore

/// Texts of one shape repeated without end: every one takes time in proportion to its length.
@Suite struct HostileShapeTests {
  /// A shape, and how often it stands in the shorter of two texts.
  struct Shape: Sendable, CustomStringConvertible {
    var unit: String
    var count: Int
    var description: String { unit.debugDescription }
  }

  /// One character and no more; the longer text has 200,000.
  static let characters: [Shape] = [
    "\"", "«", "»", ".", "(", ")", "\n", " ", "…", "؟", "م", "a", "\u{064B}",
  ]
  .map { Shape(unit: $0, count: 50_000) }

  /// Marks and letters by turns.
  static let pairs: [Shape] = [
    "a.", "a. ", "م.", "م. ", "1.", "1. ", "١. ", "a;.", "a@", "www.", "http://a.b ", "«. ", ".. «",
    "\". ", "(. ", "«؟ ",
    ".\n", "\".\n", ". .\n", ".🎬", ".&nbsp;", "في\n", "م،\n", "- م\n", "1. م\n", "«م.» ", "(م.) ",
    "قال: ", "د. ", "أ.ب.", "ق.م. ",
    "500 م. ", "إلخ. ", "فيسبوك ", "هذا. ", "م؟ سأل ", ".\u{200F} ", "ﷺ ", "كلمة طويلة في\n",
  ].map { Shape(unit: $0, count: 2_000) }

  private func seconds(_ unit: String, _ count: Int, _ work: (String) -> Void) -> Double {
    let text = String(repeating: unit, count: count)
    return ThreadClock.seconds { work(text) }
  }

  /// Whether four times the text takes about four times as long: ten is allowed for, and a tenth of a second for
  /// what the clock does not see.
  private func isLinear(_ short: Double, _ long: Double) -> Bool { long <= 10 * short + 0.1 }

  @Test("Hundreds of thousands of one character are cut in seconds", arguments: characters)
  func character(_ shape: Shape) {
    let short = seconds(shape.unit, shape.count) { _ = Segmenter().segments(of: $0) }
    let long = seconds(shape.unit, 4 * shape.count) { _ = Segmenter().segments(of: $0) }
    #expect(isLinear(short, long), "\(short) s and \(long) s")
    #expect(long < 10)
  }

  @Test("Marks and letters by turns are cut and ranked in linear time", arguments: pairs)
  func pair(_ shape: Shape) {
    let briefer = Briefer()
    let short = seconds(shape.unit, shape.count) { _ = briefer.ranking(of: Article(text: $0)) }
    let long = seconds(shape.unit, 4 * shape.count) { _ = briefer.ranking(of: Article(text: $0)) }
    #expect(isLinear(short, long), "\(short) s and \(long) s")
    #expect(long < 10)
  }

  @Test(
    "A sentence of tags without end is cut down in linear time",
    arguments: [
      "<h1>", "<a ", "<b>", "<", "</h1>", "<h2>م</h2>", "* ", "من جهته، ", "في بيان ", "م/ ",
      "{",
    ])
  func tags(_ unit: String) {
    let briefer = Briefer(condensing: .full)
    func work(_ text: String) {
      let article = text + "قال الوزير سالم العلي " + text + " إن الجسر جاهز."
      _ = briefer.brief(of: Article(text: article))
    }
    let (short, long) = (seconds(unit, 5_000, work), seconds(unit, 20_000, work))
    #expect(isLinear(short, long), "\(short) s and \(long) s")
    #expect(long < 10)
  }

  @Test("A hostile title is read in linear time")
  func title() {
    let text = "وصل الوفد إلى المدينة أمس. وغادرها اليوم."
    func work(_ title: String) { _ = Segmenter().segments(of: text, title: title) }
    _ = seconds("كلمة ", 100, work)
    #expect(isLinear(seconds("كلمة ", 10_000, work), seconds("كلمة ", 40_000, work)))
    #expect(isLinear(seconds(".", 20_000, work), seconds(".", 80_000, work)))
  }

  @Test(
    "Whoever is named on every line is found in linear time",
    arguments: [
      "قال الوزير سالم العلي إن الجسر مغلق.\n", "وقال سموه إن الأمير خالد الفيصل سعيد.\n",
    ])
  func people(_ line: String) {
    func work(_ text: String) { _ = QuoteFinder().people(in: Article(text: text)) }
    _ = seconds(line, 10, work)
    let short = seconds(line, 1_500, work)
    let long = seconds(line, 6_000, work)
    #expect(isLinear(short, long), "\(short) s and \(long) s")
  }

  @Test(
    "What opens a quotation again and again is looked through in linear time",
    arguments: [
      "قال المدير ( كلام لا ينتهي ", "قال المدير ( كلام لا ينتهي. ",
      "قال \"كلام \"داخل كلام\" آخر\" وقال \"شيء ",
      "قال شكيب بن سالم إن الأمر صعب. وأكد بنسالم ذلك. ", "وقال ابن كيران إن الأمر صعب، ",
      "قال رئيس اللجنة العامة حول وضع السكان في الأراضي محمد سالم إن الأمر صعب. ",
    ])
  func quotations(_ unit: String) {
    func work(_ text: String) { _ = QuoteFinder().quotes(in: Article(text: text)) }
    _ = seconds(unit, 10, work)
    #expect(isLinear(seconds(unit, 500, work), seconds(unit, 2_000, work)))
  }

  @Test("A thousand different names take no longer by the name than a few hundred")
  func names() {
    func seconds(_ count: Int) -> Double {
      // سالم البببور, سالم الببتور: no two are the same, and digits are no names.
      let letters = Array("بتجحخدرزسشصطعفقكلمنه")
      let lines = (0..<count).map { number in
        let name = [number / 400, number / 20 % 20, number % 20].map { String(letters[$0]) }
        return "قال الوزير سالم ال\(name.joined())ور إن الجسر مغلق.\n"
      }
      let text = lines.joined()
      return ThreadClock.seconds { _ = QuoteFinder().people(in: Article(text: text)) }
    }
    _ = seconds(10)
    #expect(isLinear(seconds(400), seconds(1_600)))
  }

  @Test("Questions and answers without end are linear, too")
  func interview() {
    func seconds(_ count: Int) -> Double {
      let lines = (0..<count).map {
        "* متى يفتح الجسر رقم \($0)؟\n- قال سالم العلي إنه يفتح بعد \($0) أيام.\n"
      }
      let text = lines.joined()
      var found = 0
      let time = ThreadClock.seconds { found = QuoteFinder().quotes(in: Article(text: text)).count }
      #expect(found >= count)
      return time
    }
    _ = seconds(10)
    #expect(isLinear(seconds(250), seconds(1_000)))
  }

  @Test("Nothing of a hostile shape is lost", arguments: characters + pairs)
  func whole(_ shape: Shape) {
    let text = String(repeating: shape.unit, count: 300)
    let kept = Segmenter().segments(of: text).map { text[$0.range] }.joined()
    #expect(visible(kept) == visible(text))
  }

  /// The scalars that are no white space.
  private func visible(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }
  }
}
