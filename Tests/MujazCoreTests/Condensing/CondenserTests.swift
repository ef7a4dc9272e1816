import Testing

@testable import MujazCore

/// What goes first, and what is left.
@Suite struct CondenserTests {
  private static let text =
    "قال محمد السالم، وزير الأشغال، إن الجسر سيفتح غدا، مشيرا إلى أن الكلفة ارتفعت، فيما احتج السكان على التأخير."

  private func condensed(_ mode: Condensing, _ limit: Int, _ text: String = text) -> String {
    let range = TextRange(start: 0, end: text.utf8.count)
    let table = WordTable(text.utf8.span, [range])
    let words = table.view(text.utf8.span)
    var statistics = TermStatistics()
    statistics.count([0], of: words, stems: table.vocabulary.stemCount)
    let sentence = words.sentence(range)
    #expect(sentence.count == text.utf8.span.wordCount(range))
    let result = Condenser(mode, .standard).condense(words, sentence, limit: limit, statistics)
    let kept = result.kept.map { text[$0] }.joined()
    #expect(kept.utf8.span.wordCount(TextRange(start: 0, end: kept.utf8.count)) == result.words)
    return kept
  }

  @Test("What fits stays whole")
  func fits() {
    #expect(condensed(.full, 100) == Self.text)
    #expect(condensed(.none, 3) == Self.text)
  }

  @Test("Tags go, headings with what they say, and one of two spaces")
  func markup() {
    #expect(
      condensed(.safe, 100, "قال <a href=\"/1\">الوزير</a> إن الجسر <b>جاهز</b> أمس.")
        == "قال الوزير إن الجسر جاهز أمس.")
    #expect(
      condensed(.full, 100, "<h2>عنوان فرعي</h2>افتتح الوزير <br /> الجسر أمس.")
        == "افتتح الوزير الجسر أمس.")
    // The space between two of them in front is no part of the sentence.
    #expect(
      condensed(.full, 100, "<br /> <h2>عنوان فرعي</h2> افتتح الوزير الجسر أمس.")
        == "افتتح الوزير الجسر أمس.")
    #expect(condensed(.full, 100, "إذا كان س < ص فالجواب واضح.") == "إذا كان س < ص فالجواب واضح.")
    #expect(condensed(.none, 100, "قال <b>الوزير</b> نعم.") == "قال <b>الوزير</b> نعم.")
  }

  @Test("Bullets and another sentence's marks go, what belongs to the first word stays")
  func bullets() {
    #expect(condensed(.full, 100, "* افتتح الوزير الجسر أمس.") == "افتتح الوزير الجسر أمس.")
    #expect(
      condensed(.full, 100, "ـ أولا يعبر المركز عن ارتياحه.") == "أولا يعبر المركز عن ارتياحه.")
    #expect(condensed(.full, 100, ": توفي ثلاثة أشخاص غرقا.") == "توفي ثلاثة أشخاص غرقا.")
    #expect(
      condensed(.full, 100, "#القدس مدينة مفتوحة أمام الجميع.")
        == "#القدس مدينة مفتوحة أمام الجميع.")
    #expect(
      condensed(.full, 100, "«الوطن» صحيفة قديمة في البلاد.") == "«الوطن» صحيفة قديمة في البلاد.")
    // A brace that nothing closes, and signs.
    #expect(condensed(.full, 100, "{ افتتح الوزير الجسر أمس.") == "افتتح الوزير الجسر أمس.")
    #expect(condensed(.full, 100, "⬛ افتتح الوزير الجسر أمس.") == "افتتح الوزير الجسر أمس.")
    #expect(condensed(.full, 100, "{اقرأ} أول ما نزل منه.") == "{اقرأ} أول ما نزل منه.")
    #expect(condensed(.none, 100, "* افتتح الوزير الجسر.") == "* افتتح الوزير الجسر.")
  }

  @Test("Only as much goes as must, the tails from the end")
  func tails() {
    #expect(
      condensed(.full, 14)
        == "قال محمد السالم، وزير الأشغال، إن الجسر سيفتح غدا، مشيرا إلى أن الكلفة ارتفعت.")
    #expect(condensed(.full, 9) == "قال محمد السالم، وزير الأشغال، إن الجسر سيفتح غدا.")
  }

  @Test("The head stays whatever the limit")
  func head() {
    #expect(condensed(.full, 1) == "قال محمد السالم إن الجسر سيفتح غدا.")
  }

  @Test("safe leaves out datelines, media and brackets without a number, and nothing else")
  func safe() {
    let text =
      "بيروت (رويترز) - أعلنت الشركة (ومقرها صور) أرباح عام (2024)، بحسب صحيفة السفير، مشيرة إلى نمو المبيعات."
    #expect(condensed(.safe, 1, text) == "أعلنت الشركة أرباح عام (2024)، مشيرة إلى نمو المبيعات.")
    #expect(
      condensed(.full, 100, text)
        == "أعلنت الشركة (ومقرها صور) أرباح عام (2024)، مشيرة إلى نمو المبيعات.")
  }

  @Test("A sentence whose marks do not pair stays whole")
  func unbalanced() {
    let text = "قال الوزير: «سنفتح الجسر غدا، مشيرا إلى أن الكلفة ارتفعت، فيما احتج السكان."
    #expect(condensed(.full, 3, text) == text)
  }

  @Test("A million commas take linear time")
  func hostile() {
    let text = String(repeating: "كلمة، ", count: 200_000)
    #expect(condensed(.full, 3, text) == text)
  }
}
