import MujazCore
import Testing

@testable import MujazTranslation

/// What the translator is told.
@Suite struct NoteTests {
  /// The words of a text.
  private func words(_ text: Span<UInt8>) -> [Word] {
    var words: [Word] = []
    var scanner = WordScanner(from: 0, to: text.count)
    while let word = scanner.next(text) { words.append(word) }
    return words
  }

  @Test("Names in Latin letters", arguments: Case.all("latin-names.tsv"))
  func transliteration(_ name: Case) {
    #expect(Transliterator().latin(name[0]) == name[1], "line \(name.line)")
  }

  @Test("Names that are found in sentences", arguments: Case.all("found-names.tsv"))
  func names(_ sentence: Case) {
    let text = Array(sentence[0].utf8)
    let finder = NameFinder(lexicon: .standard, transliterator: Transliterator())
    let names = finder.names(text.span, words(text.span)).map {
      "\($0.name) = \($0.latin)\($0.isSure ? "" : "?")"
    }
    #expect(names == sentence.list(1), "line \(sentence.line)")
  }

  @Test("Dates that are found in sentences", arguments: Case.all("dates.tsv"))
  func dates(_ sentence: Case) {
    let text = Array(sentence[0].utf8)
    let dates = DateFinder.dates(text.span, words(text.span)).map { "\($0.text) = \($0.english)" }
    #expect(dates == sentence.list(1), "line \(sentence.line)")
  }

  @Test("Numbers that read differently in English", arguments: Case.all("numbers.tsv"))
  func numbers(_ sentence: Case) {
    let text = Array(sentence[0].utf8)
    let notes = NumberNotes.notes(text.span, TextRange(start: 0, end: text.count))
    #expect(notes == sentence.list(1), "line \(sentence.line)")
  }

  @Test("What stays as it is", arguments: Case.all("placeholders.tsv"))
  func placeholders(_ segment: Case) {
    let text = Array(segment[0].utf8)
    let places = PlaceholderFinder.placeholders(
      in: text.span, TextRange(start: 0, end: text.count))
    #expect(
      places.map { "\($0.kind.rawValue) \(segment[0][$0.range])" } == segment.list(1),
      "line \(segment.line)")
  }

  @Test("Speakers, key sentences, contexts and repeats are told")
  func categories() throws {
    let package = try Packages.text([Packages.article()], allLines: true)
    for part in [
      "category=\"context\" appliesTo=\"source\" priority=\"2\">headline<",
      "فهد بن عبيد الراجحاني = Fahd bin Obaid al-Rajhani? (hint)", "speaker of the quotation: ",
      "key sentence, in the brief; rank 1 of ",
      "12 محرم 1447 = 12 Muharram 1447 AH (about 7 July 2025)",
      "٣٫٦ مليارات: 3.6 billion", "stands 2 times in the article", "byline: author",
    ] {
      #expect(package.contains(part), "\(part)")
    }
  }

  @Test(
    "Speakers are spelt where they have names, and not where they are offices",
    arguments: [
      (
        "قال سالم البطارسة إن العمل بدأ أمس.",
        "speaker of the quotation: سالم البطارسة = Salem al-Batarsa? (hint)"
      ),
      (
        "قال روبن برانت إن العمل بدأ أمس.", "speaker of the quotation: روبن برانت<"
      ),
      (
        "قال مالك المزرعة القريبة إن العمل بدأ أمس.",
        "speaker of the quotation: مالك المزرعة القريبة<"
      ),
      (
        "قال الأمين العام للأمم المتحدة أنطونيو غوتيريش إن العمل بدأ أمس.",
        "speaker of the quotation: أنطونيو غوتيريش = Antonio Guterres (hint)"
      ),
      (
        "قالت منظمة الصحة العالمية إن العمل بدأ أمس.",
        "speaker of the quotation: منظمة الصحة العالمية = World Health Organization (hint)"
      ),
      (
        "قال المدير العام للسجلات إن العمل بدأ أمس.",
        "speaker of the quotation: المدير العام للسجلات<"
      ),
    ])
  func speakers(_ text: String, _ note: String) throws {
    let package = try Packages.text([Article(text: text)])
    #expect(package.contains(note), "\(package)")
  }

  @Test(
    "Names by a scholarly table",
    arguments: [
      (Romanization.ijmes, "محمد بن سلمان", "Muḥammad bin Salmān"),
      (.ijmes, "عبد الرحمن الزهراني", "ʿAbd al-Raḥmān al-Zahrānī"),
      (.ijmes, "عبد الله", "ʿAbd Allāh"),
      (.ijmes, "فاطمة", "Fāṭima"),
      (.alaLC, "فاطمة", "Fāṭimah"),
      (.ijmes, "عائشة", "ʿĀʾisha"),
      (.ijmes, "الشريف", "al-Sharīf"),
      (.ijmes, "أنجيلا ميركل", "Angela Merkel"),
    ])
  func romanization(_ romanization: Romanization, _ name: String, _ latin: String) {
    let finder = NameFinder(
      lexicon: .standard, transliterator: Transliterator(), romanization: romanization)
    #expect(finder.whole(name, isPerson: true)?.latin == latin)
  }
}
