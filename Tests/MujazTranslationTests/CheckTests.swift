import MujazCore
import Testing

@testable import MujazTranslation

/// What a translator missed, and what is no alarm.
@Suite struct CheckTests {
  private func findings(
    _ pairs: [(String, String?)], glossary: Glossary = Glossary(), language: String = "en"
  ) -> [Finding] {
    let segments = pairs.enumerated().map { index, pair in
      BilingualSegment(id: "\(index)", source: pair.0, target: pair.1)
    }
    let unit = BilingualUnit(id: "", segments: segments)
    return Checker(glossary: glossary).findings(
      in: BilingualPackage(
        sourceLanguage: "ar", targetLanguage: language,
        documents: [BilingualDocument(original: "a", units: [unit])]))
  }

  @Test("Pairs and what is found in them", arguments: Case.all("checks.tsv"))
  func pairs(_ pair: Case) {
    let rules = findings([(pair[0], pair[1])]).map {
      $0.rule.rawValue + ($0.severity == .error ? "!" : "")
    }
    #expect(rules.joined(separator: " ") == pair[2], "line \(pair.line)")
  }

  @Test("Empty, copied and unconfirmed targets")
  func statuses() {
    let found = findings([("نعم.", nil), ("نعم.", " "), ("نعم.", "نعم."), ("12 %", "12 %")])
    #expect(found.map(\.segment) == ["0", "1", "2"])
    #expect(found.allSatisfy { $0.rule == .status && $0.severity == .error })
  }

  @Test(
    "A target that holds all of its source beside a translation is a copy; one with a name in it is none"
  )
  func leftSource() {
    let source = "افتتح الوزير الجسر الجديد أمس."
    let found = findings([
      (source, "The minister opened the bridge. " + source),
      ("وزير النقل", "The minister (وزير النقل)"),
    ])
    #expect(found.filter { $0.rule == .status }.map(\.segment) == ["0"])
    #expect(found.first?.message == "the target still holds its source")
  }

  @Test("A person or a place that the target does not name is told, in whatever spelling")
  func names() {
    let found = findings([
      ("التقى محمد صلاح رئيس النادي في القاهرة.", "Mo Salah met the club's president in Cairo."),
      ("التقى محمد صلاح رئيس النادي في القاهرة.", "Riyad Mahrez met the club's president in Giza."),
      ("وصل الوفد إلى فرنسا أمس.", "The delegation was on French soil yesterday."),
      ("قال غوتيريش إن الوضع خطير.", "Gutierres said the situation was grave."),
      ("على أمل العودة قريبا.", "In the hope of returning soon."),
    ]).filter { $0.rule == .names }
    #expect(found.map(\.segment) == ["1", "1"])
    #expect(
      found.map(\.message) == [
        "محمد صلاح is not in the target: Mohamed Salah", "القاهرة is not in the target: Cairo",
      ])
  }

  @Test(
    "A hostile segment of thousands of numbers is passed over, and takes no time",
    .timeLimit(.minutes(1)))
  func manyNumbers() {
    let found = findings([
      (
        String(repeating: "١٢ قتيلا و", count: 30_000),
        String(repeating: "13 killed and ", count: 30_000)
      )
    ])
    #expect(!found.contains { $0.rule == .numbers })
  }

  @Test("One source, two translations")
  func consistency() {
    let found = findings([
      ("حقوق النشر محفوظة", "All rights reserved"), ("حقوق النشر محفوظة", "Copyright"),
    ])
    #expect(found.map(\.rule) == [.consistency])
    #expect(findings([("نعم", "Yes"), ("نعم", "Yes")]) == [])
  }

  @Test(
    "Names of the glossary, with و or a preposition before them, and their translations in any case"
  )
  func glossary() throws {
    let glossary = try Glossary("# names\nفيصل بن فرحان\tFaisal bin Farhan\nالرياض\tRiyadh|Riyad\n")
    func rules(_ source: String, _ target: String) -> [CheckRule] {
      findings([(source, target)], glossary: glossary).map(\.rule)
    }
    #expect(rules("وصل فيصل بن فرحان.", "Faisal Bin Farhan arrived.") == [])
    #expect(rules("وصل فيصل بن فرحان.", "Feisal ben Farhan arrived.") == [.glossary])
    #expect(rules("وفيصل بن فرحان بالرياض وللرياض.", "He is in Riad.") == [.glossary, .glossary])
    #expect(rules("وصل إلى الرياض.", "He reached Riyad.") == [])
    #expect(rules("ترأس وزير الوفد.", "A minister led the delegation.") == [])
    #expect(throws: PackageError.self) { try Glossary("سطر بلا جدولة") }
  }

  @Test("A quotation that runs on in the next sentence is closed there")
  func runningQuotation() {
    let sources = ["قال: «بدأ العمل صباح اليوم في الجسر».", "«وينتهي العمل بعد عام من الآن»."]
    let running = [
      "He said: “Work on the bridge began this morning.", "It ends in a year from now.”",
    ]
    #expect(findings([(sources[0], running[0]), (sources[1], running[1])]) == [])
    let whole = "“It ends in a year from now.”"
    #expect(
      findings([(sources[0], running[0]), (sources[1], whole)]).map(\.rule) == [.quotation])
  }

  @Test("A file that does not say what its targets are in is read as English where they are")
  func languageOfTargets() {
    let source = "أصيب خمسة في الحادث الذي وقع في وسط المدينة."
    func rules(_ target: String) -> [CheckRule] {
      findings([(source, target)], language: "").map(\.rule)
    }
    #expect(rules("Six were hurt in the accident in the centre of the city.") == [.numbers])
    #expect(rules("Bei dem Unfall in der Innenstadt wurden sechs Menschen verletzt.") == [])
  }

  @Test("Words of English are read in English targets only")
  func otherLanguages() {
    #expect(
      findings([("لم يحضر الوزير يوم الثلاثاء.", "Le ministre est venu mardi.")], language: "fr")
        == [])
  }

  @Test("A headline needs no full stop")
  func headline() {
    let segment = BilingualSegment(id: "1", source: "افتتاح الجسر.", target: "Bridge opened")
    func rules(_ role: SegmentRole) -> [CheckRule] {
      let unit = BilingualUnit(id: "", role: role, segments: [segment])
      return Checker().findings(
        in: BilingualPackage(
          sourceLanguage: "ar", targetLanguage: "en",
          documents: [BilingualDocument(original: "a", units: [unit])])
      ).map(\.rule)
    }
    #expect(rules(.headline) == [] && rules(.body) == [.punctuation])
  }

  @Test("The sum of findings is told in right singular and plural")
  func summary() {
    let found = findings([("لا.", nil), ("نعم.", "Yes"), ("انتهى.", "It is over")])
    #expect(found.summary == "1 error, 2 warnings")
    #expect(found.prefix(2).summary == "1 error, 1 warning")
    #expect([Finding]().summary == "0 errors, 0 warnings")
  }

  @Test("A finding in a DOCX file says the row of the table")
  func rows() throws {
    let package = try PackageReader.package(
      bytes: Packages.bytes([Packages.article()], .docx)
    ).package
    let found = Checker().findings(in: package)
    // Everything is missing, and what is repeated is filled from its first.
    #expect(found.first?.line == 2 && found.map(\.line) == found.map(\.line).sorted())
    #expect(Set(found.map(\.line)).count == found.count)
    #expect(PackageReader.Format.docx.hasRows && !PackageReader.Format.xliff2.hasRows)
  }

  @Test("Arabic in a target that is written in Arabic letters is no leftover")
  func arabicScript() {
    #expect(findings([("زار القاهرة أمس.", "او دیروز از قاهره دیدن کرد.")], language: "fa") == [])
  }

  @Test("Sources that were altered are errors")
  func altered() throws {
    let text = try Packages.text([Packages.article()], isPseudo: true).withFirst(
      "اجتماعهم", as: "لقائهم")
    let found = Checker().findings(in: try Packages.read(text))
    #expect(found.contains { $0.rule == .source && $0.severity == .error })
  }

  @Test("The page escapes what it shows")
  func page() {
    let page = String(
      decoding: FindingPage.html(
        findings([("هل <b>انتهى</b>؟", "It <i>is</i>.")]), file: "a<b>.xlf", languages: ("ar", "en")
      ),
      as: UTF8.self)
    #expect(page.contains("It &lt;i&gt;is&lt;/i&gt;.") && page.contains("a&lt;b&gt;.xlf"))
    #expect(!page.contains("<script"))
  }
}
