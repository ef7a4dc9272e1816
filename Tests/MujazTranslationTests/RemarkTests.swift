import Foundation
import MujazCore
import TestSupport
import Testing

@testable import MujazTranslation

/// What a translator says beside her translation: that a segment is left out, and what she asks.
@Suite struct RemarkTests {
  private static let article = Article(
    text: """
      افتتح الوزير جسر السلام أمس.
      بقلم: سامر الحلبي

      قال الوزير نعم. وأضاف أن العمل بدأ. وغادر المكان قبل المساء.

      انتهى الاجتماع أمس.
      """)

  /// A translated package in which one segment is omitted and another one has comments.
  private func package(omitting omitted: Set<Int> = [3]) throws -> BilingualPackage {
    var package = try Packages.read(Packages.bytes([Self.article], isPseudo: true))
    package.documents[0].translate { number, segment in
      guard omitted.contains(number - 1) else { return }
      segment.isOmitted = true
      segment.target = nil
    }
    package.documents[0].units[2].segments[2].comments = ["أي وزير؟", "Which minister?"]
    return package
  }

  private func written(_ package: BilingualPackage, _ format: PackageFormat) throws -> [UInt8] {
    try Packages.written(package, format)
  }

  @Test(
    "Omitted segments, comments and notes come back, in every format", arguments: Packages.formats)
  func everyFormat(_ format: PackageFormat) throws {
    let wanted = try package()
    let found = try Packages.read(written(wanted, format))
    let segments = { (package: BilingualPackage) in package.documents[0].units.flatMap(\.segments) }
    #expect(segments(found).map(\.status) == segments(wanted).map(\.status))
    #expect(segments(found).map(\.status).count { $0 == .omitted } == 1)
    #expect(segments(found).map(\.comments) == segments(wanted).map(\.comments))
    #expect(segments(found).count { !$0.comments.isEmpty } == 1)
    for (found, wanted) in zip(found.documents[0].units, wanted.documents[0].units) {
      for index in wanted.segments.indices {
        #expect(found.notes(of: index).map(\.text) == wanted.notes(of: index).map(\.text))
        #expect(found.notes(of: index).map(\.category) == wanted.notes(of: index).map(\.category))
      }
    }
  }

  @Test("An omitted segment that has a target is omitted all the same", arguments: Packages.formats)
  func withTarget(_ format: PackageFormat) throws {
    var package = try package()
    package.documents[0].units[2].segments[1].target = "He added."
    let found = try Packages.read(written(package, format)).documents[0].units[2].segments[1]
    #expect(found.status == .omitted && found.target == "He added." && found.comments.isEmpty)
  }

  @Test("An omitted address is omitted, and XLIFF 2 has no target that deletes it")
  func placeholders() throws {
    var package = try Packages.read(
      Packages.bytes([Article(text: "راسلنا على info@example.com قبل المساء.")]))
    package.documents[0].units[0].segments[0].isOmitted = true
    let bytes = try written(package, .xliff2)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text.contains("state=\"initial\" subState=\"mujaz:omitted\"") && !text.contains("<target"))
    #expect(try Packages.read(bytes).documents[0].units[0].segments[0].status == .omitted)
    #expect(!String(decoding: try written(package, .tmx), as: UTF8.self).contains("<tu "))
  }

  @Test("A suggestion stays one from format to format", arguments: Packages.formats)
  func fuzzy(_ format: PackageFormat) throws {
    var package = try package()
    package.documents[0].units[3].segments[0].isFuzzy = true
    let found = try Packages.read(written(package, format))
    #expect(found.documents[0].units[3].segments[0].status == .fuzzy)
  }

  @Test(
    "What is left out is missed by nobody: its neighbours stand as they would without it",
    arguments: [
      ([3], "T1.\nT2.\n\nT3. T5.\n\nT6.\n"), ([2], "T1.\nT2.\n\nT4. T5.\n\nT6.\n"),
      ([4], "T1.\nT2.\n\nT3. T4.\n\nT6.\n"), ([1], "T1.\n\nT3. T4. T5.\n\nT6.\n"),
      ([0], "T2.\n\nT3. T4. T5.\n\nT6.\n"), ([5], "T1.\nT2.\n\nT3. T4. T5.\n"),
      ([2, 3, 4], "T1.\nT2.\n\nT6.\n"), ([0, 1, 2, 3, 4], "T6.\n"),
    ])
  func merged(_ omitted: [Int], _ text: String) throws {
    let merged = try Merger().merge(package(omitting: Set(omitted)))
    #expect(merged.text == text)
    let markdown = String(decoding: try merged.bytes(.markdown), as: UTF8.self)
    #expect(markdown.components(separatedBy: "\n\n").allSatisfy { !$0.isEmpty })
    #expect(!String(decoding: try merged.bytes(.html), as: UTF8.self).contains("></p>"))
    let table = try Packages.read(merged.bytes(.tsv))
    #expect(
      table.documents[0].units.flatMap(\.segments).count { $0.status == .omitted } == omitted.count)
  }

  @Test("A package of which all is omitted is no translation")
  func everything() throws {
    let package = try package(omitting: [0, 1, 2, 3, 4, 5])
    #expect(throws: PackageError.self) { try Merger().merge(package) }
  }

  @Test("check tells what is omitted and lists the comments, and neither is an error")
  func findings() throws {
    var package = try package()
    for unit in package.documents[0].units.indices {
      for index in package.documents[0].units[unit].segments.indices {
        let segment = package.documents[0].units[unit].segments[index]
        if !segment.isOmitted {
          package.documents[0].units[unit].segments[index].target =
            "A sentence with words in it."
        }
      }
    }
    let findings = Checker().findings(in: package).filter {
      $0.rule != .consistency && $0.rule != .names
    }
    #expect(
      findings.map(\.rule).sorted { $0.rawValue < $1.rawValue } == [.comment, .comment, .status])
    #expect(findings.count(of: .error) == 0 && findings.count(of: .note) == 1)
    #expect(findings.contains { $0.message == "أي وزير؟" })
    var counter = SegmentCounter()
    let segments = package.documents[0].units.flatMap(\.segments)
    #expect(try counter.count(segments, isPackage: true).statuses[.omitted]?.segments == 1)
  }

  @Test("A table of before, without a status and comments, is read")
  func oldTable() throws {
    let text = """
      id\tsource\ttarget\tnotes\tplace\tlanguage\tdocument
      x\tقال الوزير نعم.\tYes.\theadline\tsegment 1 of 1, paragraph 1, headline\ten\ta.txt
      """
    let package = try Packages.read(text)
    let unit = package.documents[0].units[0]
    #expect(unit.segments[0].status == .translated && unit.segments[0].comments.isEmpty)
    #expect(unit.notes == [Note(.context, segment: 0, "headline")])
  }

  @Test(
    "What is written into a table: a status in any letters, a comment, and a word among the notes")
  func table() throws {
    let table = """
      id\tsource\ttarget\tStatus\tComment\tNotes
      1\tقال الوزير نعم.\tYes.\t OMITTED \t\theadline
      2\tانتهى العمل.\tDone.\ttranslated\tOne | Two\tالرياض = Riyadh (hint) | is it the new one?
      3\tبدأ العمل.\tBegun.\tfuzzy\tomitted\t
      """
    let segments = try Packages.read(table).documents[0].units.flatMap(\.segments)
    #expect(segments.map(\.status) == [.omitted, .translated, .omitted])
    #expect(segments[1].comments == ["One", "Two", "is it the new one?"])
    #expect(segments[2].isFuzzy)
  }

  @Test("XLIFF 2: notes of a tool in the unit, in the segment, and in marks")
  func xliff2() throws {
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="ar" trgLang="en"><file id="f">
      <unit id="1"><notes><note id="a">Of the unit</note><note id="b">By reference</note><note id="c">Sentence 2: Named</note>
      <note id="d" category="speaker" appliesTo="source" priority="2">Sentence 2: speaker of the quotation: س</note></notes>
      <segment><source>نعم.</source><target>Yes.</target></segment><ignorable><source> </source></ignorable>
      <segment><source>لا.</source><target><mrk id="m" type="comment" ref="#n=b">No.</mrk></target>
      <notes><note>Inside</note></notes></segment>
      <segment><source>قد.</source><target><mrk id="k" type="comment" value="In the mark">Maybe.</mrk></target></segment>
      <segment state="final" subState="mujaz:omitted"><source>كلا.</source><target/></segment>
      <segment state="final" subState="mujaz:omitted"><source>أجل.</source><target>Back again.</target></segment>
      </unit></file></xliff>
      """
    let unit = try Packages.read(text).documents[0].units[0]
    #expect(
      unit.segments.map(\.comments) == [
        ["Of the unit"], ["Inside", "By reference", "Named"], ["In the mark"], [], [],
      ])
    #expect(unit.notes == [Note(.speaker, segment: 1, "speaker of the quotation: س")])
    #expect(unit.segments.map(\.status).suffix(2) == [.omitted, .translated])
  }

  @Test("PO: comments of an obsolete entry and of the header are nobody's; a comment may omit")
  func po() throws {
    let text = """
      # Translations for a newspaper
      msgid ""
      msgstr "Language: en\\n"

      # gone
      #~ msgid "قديم"
      #~ msgstr "Old"

      # Is this the minister?
      #  second line
      #| msgid "نعم"
      msgctxt "1"
      msgid "نعم."
      msgstr "Yes."

      # Omitted
      msgctxt "2"
      msgid "لا."
      msgstr ""
      """
    let segments = try Packages.read(text).documents[0].units.flatMap(\.segments)
    #expect(segments.map(\.comments) == [["Is this the minister?", "second line"], []])
    #expect(segments.map(\.status) == [.translated, .omitted])
  }
}
