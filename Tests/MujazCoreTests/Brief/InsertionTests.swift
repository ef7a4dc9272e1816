import Testing

@testable import MujazCore

/// What stands in square brackets beside the speakers: places of datelines, and marks that close a quotation.
@Suite struct InsertionTests {
  private func brief(_ text: String, _ condensing: Condensing = .full, words: Int = 80) throws
    -> (text: String, insertions: [String])
  {
    let article = Article(text: text)
    let brief = Briefer(budget: try .words(words), condensing: condensing).brief(of: article)
    return (
      brief.text(of: article), brief.insertions(in: article).map { article.text[$0.source] }
    )
  }

  // MARK: Places

  private static let opening =
    "افتتحت شركة الألبان صباح أمس معرضها السنوي الأول بمشاركة عشرين مصنعا من القطاع الخاص."

  static let datelines: [(String, String)] = [
    ("الظهران - ", "الظهران"), ("الظهران 12 أكتوبر - ", "الظهران"), ("الرياض - واس: ", "الرياض"),
  ]

  @Test("The place of a dateline is told where the brief names none", arguments: datelines)
  func place(_ dateline: String, _ place: String) throws {
    let brief = try brief(dateline + Self.opening)
    #expect(brief.text == "[\(place)] \(Self.opening)")
    #expect(brief.insertions == [place])
    #expect(try self.brief(dateline + Self.opening, .none).insertions.isEmpty)
  }

  @Test(
    "It is not where the brief names a place, be it behind a letter, or the desk of an agency may be meant",
    arguments: [
      "الظهران - افتتحت شركة الألبان صباح أمس معرضها السنوي الأول، وتستضيف جدة المعرض المقبل.",
      "الظهران - افتتحت شركة الألبان صباح أمس معرضها السنوي الأول الذي ينتقل لاحقا إلى فرعها بالرياض.",
      "الظهران (رويترز) - \(opening)", "الظهران - سالم الحداد: \(opening)",
    ])
  func noPlace(_ text: String) throws {
    let brief = try brief(text)
    #expect(brief.text.hasPrefix("افتتحت"))
    #expect(brief.insertions.isEmpty)
  }

  @Test("A place has its room or stays out")
  func room() throws {
    let words = Self.opening.utf8.span.wordCount(
      TextRange(start: 0, end: Self.opening.utf8.count))
    #expect(try brief("الظهران - " + Self.opening, words: words).insertions.isEmpty)
    #expect(try brief("الظهران - " + Self.opening, words: words + 1).insertions == ["الظهران"])
  }

  // MARK: Closing marks

  private static let quoting =
    "قالت المتحدثة باسم المجلس سلمى الحداد في بيان: «ندين بشدة الاستيلاء على السفينة في المياه الدولية."
  private static let behind = "يتكون الطاقم من بحارة عشرين دولة»."

  @Test("A quotation that goes on in a sentence left out is closed by its mark in brackets")
  func closer() throws {
    let brief = try brief("\(Self.quoting) \(Self.behind)", words: 16)
    #expect(brief.text == "\(Self.quoting)[»]")
    #expect(brief.insertions == ["»"])
  }

  @Test("It is not where the next sentence closes it, and in no whole sentence")
  func noCloser() throws {
    let text = "\(Self.quoting) \(Self.behind)"
    #expect(try brief(text, words: 60).insertions.isEmpty)
    #expect(try brief(text, .none, words: 16).insertions.isEmpty)
    // A mark behind a name was forgotten.
    let name = Self.quoting.replacing("في بيان: «ندين", with: "في صحيفة «المدار إننا ندين")
    #expect(try brief("\(name) \(Self.behind)", words: 18).insertions.isEmpty)
    // Nothing closes it anywhere.
    #expect(
      try brief(Self.quoting + " ويتكون الطاقم من بحارة عشرين دولة.", words: 16).insertions.isEmpty)
  }
}
