import Foundation
import MujazCore
import TestSupport
import Testing

@testable import MujazTranslation

/// Out and back: nothing gets lost.
@Suite struct RoundTripTests {
  @Test("What goes out comes back, in every format", arguments: Packages.formats)
  func wholePackage(_ format: PackageFormat) throws {
    let article = try Packages.article()
    let reference = try Packages.read(Packages.bytes([article], isPseudo: true))
    let package = try Packages.read(Packages.bytes([article], format, isPseudo: true))
    #expect(package.targetLanguage == "en")
    let wanted = reference.documents[0].units.flatMap(\.segments)
    let found = package.documents.flatMap { $0.units.flatMap(\.segments) }
    #expect(found.map(\.id) == wanted.map(\.id))
    #expect(found.map(\.source) == wanted.map(\.source))
    for (found, wanted) in zip(found, wanted) where wanted.isTranslatable {
      #expect(found.target == wanted.target)
    }
    #expect(package.documents[0].units.map(\.role) == reference.documents[0].units.map(\.role))
  }

  @Test("The merged text has the article's lines, in every format", arguments: Packages.formats)
  func structure(_ format: PackageFormat) throws {
    for text in try ArticleFixture.all().map(\.text) + [Packages.article().text] {
      let bytes = try Packages.bytes([Article(text: text)], format, allLines: true)
      let merged = try Packages.merge(bytes, allowsMissing: true)
      // Sources stand for what is missing: the article comes back but for its white space.
      #expect(ContentHash(merged) == ContentHash(text))
      let paragraphs = merged.components(separatedBy: "\n").filter { !$0.isEmpty }
      #expect(paragraphs.count == Set(Segmenter().segments(of: text).map(\.paragraph)).count)
    }
  }

  @Test("Several articles and their briefs stay apart", arguments: Packages.formats)
  func several(_ format: PackageFormat) throws {
    let articles = try ArticleFixture.all().prefix(3).map { Article(text: $0.text) }
    let package = try Packages.read(
      Packages.bytes(Array(articles), format, scope: .both, isPseudo: true))
    #expect(package.documents.count == 6)
    #expect(PackageVerifier.problems(in: package) == [])
  }

  @Test("A package that nobody has worked on is not finished", arguments: Packages.formats)
  func untouched(_ format: PackageFormat) throws {
    for fill in TargetFill.allCases {
      let bytes = try Packages.bytes([Packages.article()], format, fill: fill)
      let error = try #require(Packages.error(bytes))
      #expect(error.message.contains("segments are not translated"))
      #expect(error.message.contains(fill == .copy ? "copied: s" : "missing: s"))
    }
  }

  @Test("What is missing is named, each by its id")
  func missing() throws {
    let text = try Packages.text([Packages.article()], isPseudo: true)
    let package = try Packages.read(text)
    let id = package.documents[0].units[3].segments[1].id
    let start = try #require(text.range(of: "segment id=\"\(id)\""))
    let target = try #require(text.range(of: "<target>", range: start.upperBound..<text.endIndex))
    let end = try #require(text.range(of: "</target>", range: target.upperBound..<text.endIndex))
    let open = text.replacingCharacters(in: target.lowerBound..<end.upperBound, with: "")
    let error = try #require(Packages.error(open))
    let total = package.documents[0].units.flatMap(\.segments).count
    #expect(error.message == "1 of \(total) segments are not translated: missing: \(id)")
    #expect(try Packages.merge(open, allowsMissing: true).contains("لا وقت نضيعه"))
  }

  @Test(
    "A repeat without a target is filled from the first translation, in every format",
    arguments: Packages.formats, TargetFill.allCases)
  func repeats(_ format: PackageFormat, _ fill: TargetFill) throws {
    let text =
      "قال الوزير نعم اليوم.\n\nانتهى العمل أمس.\n\nقال الوزير نعم اليوم.\n\nقال الوزير نعم اليوم."
    var package = try Packages.read(Packages.bytes([Article(text: text)], format, fill: fill))
    func segment(_ unit: Int, _ target: String) {
      package.documents[0].units[unit].segments[0].target = target
    }
    segment(1, "Work ended.")
    #expect(throws: PackageError.self) { try Merger().merge(package) }
    segment(2, "The minister said yes.")
    let merged = try Merger().merge(package)
    #expect(merged.filledRepeats == 2)
    let yes = "The minister said yes."
    #expect(merged.text == "\(yes)\n\nWork ended.\n\n\(yes)\n\n\(yes)\n")
    #expect(Checker().findings(in: package) == [])
    // Two translations: which of them is meant is hers to say.
    segment(3, "He agreed.")
    #expect(throws: PackageError.self) { try Merger().merge(package) }
    #expect(Checker().findings(in: package).count { $0.rule == .status } == 1)
    // Nothing is filled over what she has left out or not confirmed.
    segment(3, yes)
    package.documents[0].units[3].segments[0].isFuzzy = true
    package.documents[0].units[0].segments[0].isOmitted = true
    let rest = try Merger(allowsMissing: true).merge(package)
    #expect(rest.filledRepeats == 0 && rest.documents[0].paragraphs[0].text.isEmpty)
  }

  @Test("A protected part that was lost stands at the end of its sentence")
  func restored() throws {
    let text = try Packages.text(
      [Article(text: "راسلنا على info@example.com اليوم قبل المساء.")], isPseudo: true)
    let target = try #require(text.range(of: "<target>"))
    let code = try #require(
      text.range(
        of: "<ph [^>]*/>", options: .regularExpression, range: target.upperBound..<text.endIndex))
    let merged = try Merger().merge(Packages.read(text.replacingCharacters(in: code, with: "")))
    let segment = merged.documents[0].paragraphs[0].segments[0]
    #expect(segment.restored == ["info@example.com"])
    #expect(segment.target.hasSuffix(" info@example.com"))
  }

  @Test("A target in a language without spaces is joined without them")
  func joining() throws {
    let text = try Packages.text([Article(text: "قال الوزير نعم. وأضاف أن العمل بدأ.")])
      .with("trgLang=\"en\"", as: "trgLang=\"zh\"")
      .withFirst("</source></segment>", as: "</source><target>部长说是。</target></segment>")
      .withFirst("</source></segment>", as: "</source><target>工作开始了。</target></segment>")
    #expect(try Packages.merge(text) == "部长说是。工作开始了。\n")
  }

  @Test("The translation as Markdown, HTML, TSV and DOCX")
  func formats() throws {
    let article = Article(text: "عنوان الخبر\n\nقال الوزير <نعم> & *بدأ* العمل أمس في المدينة.")
    let merged = try Merger(allowsMissing: true).merge(Packages.read(Packages.bytes([article])))
    let text = { (format: MergeFormat) in String(decoding: try merged.bytes(format), as: UTF8.self)
    }
    #expect(try text(.markdown).contains("\\<نعم\\> \\& \\*بدأ\\* العمل"))
    #expect(try text(.html).contains("<html lang=\"en\" dir=\"ltr\">"))
    #expect(try text(.html).contains("&lt;نعم&gt; &amp; *بدأ*"))
    #expect(try text(.tsv).contains("\tmissing\tarticle 1.txt\t\n"))
    #expect(try merged.bytes(.docx).starts(with: [0x50, 0x4B]))
  }

  @Test(
    "In a paragraph from left to right, Arabic takes its digits with it and ends where English begins"
  )
  func directions() {
    func runs(_ text: String) -> [String] {
      text.isolatedRuns.map { run in
        let text = run.text.filter { $0 != "\u{200E}" && $0 != "\u{200F}" }
        return run.isRightToLeft ? "<\(text)>" : text
      }
    }
    #expect(
      runs("12 محرم 1447 = 12 Muharram 1447 AH") == ["<12 محرم 1447>", " = 12 Muharram 1447 AH"])
    #expect(
      runs("speaker: فهد بن عبيد = Fahd (hint), وزير الطاقة")
        == ["speaker: ", "<فهد بن عبيد>", " = Fahd (hint), ", "<وزير الطاقة>"])
    #expect(runs("٣٫٦ مليارات: 3.6 billion") == ["<٣٫٦ مليارات>", ": 3.6 billion"])
    #expect(runs("segment 1 of 2") == ["segment 1 of 2"] && runs("") == [])
    let marked = "محرم = Muharram".isolatedRuns.map(\.text)
    #expect(marked == ["\u{200F}محرم", "\u{200E} = Muharram"])
  }
}
