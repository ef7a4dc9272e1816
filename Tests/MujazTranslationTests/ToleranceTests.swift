import Foundation
import MujazCore
import TestSupport
import Testing

@testable import MujazTranslation

/// What tools do to a file that is well-formed and whole is put up with.
@Suite struct ToleranceTests {
  private static let article = Article(
    text: "قال الوزير نعم. وأضاف أن العمل بدأ على www.example.org اليوم.\n\nانتهى الاجتماع أمس.")

  private func xliff2() throws -> String { try Packages.text([Self.article], isPseudo: true) }
  private func xliff1() throws -> String {
    try Packages.text([Self.article], .xliff1, isPseudo: true)
  }
  private func merged() throws -> String { try Packages.merge(xliff2()) }

  @Test("Byte order marks, CR LF, UTF-16, a missing declaration", arguments: Packages.formats)
  func encodings(_ format: PackageFormat) throws {
    guard !Packages.archives.contains(format) else { return }
    let text = try Packages.text([Self.article], format, isPseudo: true)
    let wanted = try Packages.merge(text)
    #expect(try Packages.merge("\u{FEFF}" + text) == wanted)
    #expect(try Packages.merge(text.with("\n", as: "\r\n")) == wanted)
    let wide = text.replacingOccurrences(of: "encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
    for bigEndian in [false, true] {
      let bytes = ("\u{FEFF}" + wide).utf16.flatMap { unit -> [UInt8] in
        let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
        return bigEndian ? bytes.reversed() : bytes
      }
      #expect(try Packages.merge(bytes) == wanted)
    }
    if text.hasPrefix("<?xml") {
      let start = try #require(text.firstIndex(of: "\n"))
      #expect(try Packages.merge(String(text[start...].dropFirst())) == wanted)
    }
  }

  @Test("Other prefixes, CDATA, foreign elements and attributes, comments")
  func markup() throws {
    let text = try xliff2()
    var prefixed = text
    for name in [
      "xliff", "file", "unit", "notes", "note", "segment", "ignorable", "source", "target",
      "originalData", "data", "ph",
    ] {
      prefixed = prefixed.replacingOccurrences(of: "<\(name)>", with: "<x:\(name)>")
        .replacingOccurrences(of: "<\(name) ", with: "<x:\(name) ")
        .replacingOccurrences(of: "</\(name)>", with: "</x:\(name)>")
    }
    prefixed = try prefixed.with(
      "xmlns=\"urn:oasis:names:tc:xliff:document", as: "xmlns:x=\"urn:oasis:names:tc:xliff:document"
    )
    #expect(try Packages.merge(prefixed) == merged())

    #expect(
      try Packages.merge(text.withFirst("قال الوزير نعم.", as: "<![CDATA[قال الوزير]]> نعم."))
        == merged())
    let foreign = try text.withFirst(
      "<segment ", as: "<t:meta xmlns:t=\"urn:tool\"><t:target>no</t:target></t:meta><segment "
    )
    .withFirst("<target>", as: "<!-- seen --><target><t:x xmlns:t=\"urn:tool\">no</t:x>")
    .withFirst("state=\"translated\"", as: "xmlns:q=\"urn:q\" q:who=\"me\" state=\"translated\"")
    #expect(try Packages.merge(foreign) == merged())
  }

  @Test("Notes where they do not belong, candidate targets, groups")
  func places() throws {
    let text = try xliff2()
    let notes = try text.withFirst(
      "</target></segment>", as: "</target><notes><note>hm</note></notes></segment>")
    #expect(try Packages.merge(notes) == merged())
    let match =
      "<m:matches xmlns:m=\"urn:oasis:names:tc:xliff:matches:2.0\"><m:match ref=\"#a\"><source>x</source><target>no</target></m:match></m:matches>"
    #expect(try Packages.merge(text.withFirst("<notes>", as: match + "<notes>")) == merged())
    let grouped = try text.withFirst("<unit ", as: "<group id=\"g\"><unit ").with(
      "</file>", as: "</group></file>")
    #expect(try Packages.merge(grouped) == merged())
  }

  @Test("Split, joined and reordered segments")
  func resegmented() throws {
    let article = Article(text: "قال الوزير نعم اليوم. وأضاف أن العمل بدأ.")
    let text = try Packages.text([article])
    let ids = try Packages.read(text).documents[0].units[0].segments.map(\.id)
    let unit = try #require(
      text.range(of: "<segment [\\s\\S]*</segment>", options: .regularExpression))
    func merge(_ segments: String) throws -> String {
      try Packages.merge(text.replacingCharacters(in: unit, with: segments))
    }
    #expect(
      try merge(
        """
        <segment id="\(ids[0])"><source>قال الوزير </source><target>The minister</target></segment>
        <segment id="new"><source>نعم اليوم.</source><target>said yes today.</target></segment>
        <ignorable><source> </source></ignorable>
        <segment id="\(ids[1])"><source>وأضاف أن العمل بدأ.</source><target>Work began, he added.</target></segment>
        """) == "The minister said yes today. Work began, he added.\n")
    #expect(
      try merge(
        """
        <segment id="\(ids[0])"><source>قال الوزير نعم اليوم. وأضاف أن العمل بدأ.</source><target>Yes, he said; work began.</target></segment>
        """) == "Yes, he said; work began.\n")
    #expect(
      try merge(
        """
        <segment id="\(ids[0])"><source>قال الوزير نعم اليوم.</source><target order="3">Second.</target></segment>
        <ignorable><source> </source><target order="2"> </target></ignorable>
        <segment id="\(ids[1])"><source>وأضاف أن العمل بدأ.</source><target order="1">First.</target></segment>
        """) == "First. Second.\n")
  }

  @Test("Inline codes: text is taken through them, ours stand for what they protect")
  func codes() throws {
    let text = try xliff2()
    let spanned = try text.withFirst(
      "<target>", as: "<target><pc id=\"z\"><mrk id=\"y\" type=\"term\">"
    )
    .withFirst("</target>", as: "</mrk></pc><sc id=\"w\"/><cp hex=\"0009\"/></target>")
    #expect(try Packages.merge(spanned) == merged())
    #expect(try merged().contains("www.example.org"))
    // A code behind a text that has what it stands for already.
    let twice = try Packages.text([Article(text: "راسلنا على info@example.org الآن.")])
      .withFirst(
        "</source></segment>",
        as:
          "</source><target>Write to info@example.org now.<ph id=\"c1\" dataRef=\"d1\"/></target></segment>"
      )
    #expect(try Packages.merge(twice) == "Write to info@example.org now.\n")
  }

  @Test(
    "XLIFF 1.2: alternatives, segmented sources, inline elements, needs-translation on what is translated"
  )
  func xliff1Details() throws {
    let text = try xliff1()
    let merged = try Packages.merge(text)
    #expect(merged == (try self.merged()))
    let more = try text.withFirst(
      "</target>",
      as:
        "</target><alt-trans match-quality=\"80%\"><source>x</source><target>no</target></alt-trans>"
    )
    .withFirst(
      "</source>", as: "</source><seg-source><mrk mtype=\"seg\" mid=\"1\">no</mrk></seg-source>"
    )
    .with("state=\"translated\"", as: "state=\"needs-translation\"")
    #expect(try Packages.merge(more) == merged)
    let inline = try text.withFirst(
      "state=\"translated\">", as: "state=\"translated\"><g id=\"9\"><bpt id=\"8\">{b}</bpt>"
    )
    .withFirst("</target>", as: "</g></target>")
    #expect(try Packages.merge(inline) == merged)
    // A tool that drops attributes it does not know: the groups still are the paragraphs.
    let bare = text.replacingOccurrences(
      of: " extradata=\"[^\"]*\"", with: "", options: .regularExpression)
    #expect(try Packages.merge(bare) == merged)
    // A tool that turns <ph> into <x/>.
    let target = try #require(text.range(of: "<target [\\s\\S]*", options: .regularExpression))
    let emptied = text.replacingOccurrences(
      of: "<ph ([^>]*)>www.example.org</ph>([^<]*</target>)", with: "<x id=\"1\"/>$2",
      options: .regularExpression, range: target)
    #expect(emptied != text)
    #expect(try Packages.merge(emptied) == merged)
  }

  @Test("Reordered rows and columns, and what a spreadsheet does to a table")
  func spreadsheets() throws {
    let article = Article(text: "قال \"نعم\" أمس.\nوأضاف: \"لا، شكرا\".\n=1+1 نص هنا.")
    let text = try Packages.text([article], .tsv)
    var rows = text.components(separatedBy: "\n").dropLast().map {
      $0.components(separatedBy: "\t")
    }
    #expect(rows[3][1] == "'=1+1 نص هنا.")
    for index in 1...3 { rows[index][2] = "\"T\(index)\", he said" }
    let wanted = "\"T1\", he said\n\"T2\", he said\n\"T3\", he said\n"
    let plain = rows.map { $0.joined(separator: "\t") }
    #expect(try Packages.merge(plain.joined(separator: "\n")) == wanted)
    let moved = [plain[0], plain[3], plain[1], plain[2]]
    #expect(try Packages.merge(moved.joined(separator: "\r\n")) == wanted)
    let swapped = rows.map { ([$0[2], $0[0], $0[1]] + $0[3...]).joined(separator: "\t") }
    #expect(try Packages.merge(swapped.joined(separator: "\n")) == wanted)
    let quoted = rows.map { row in
      row.map {
        $0.contains("\"") ? "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : $0
      }
      .joined(separator: "\t")
    }
    #expect(try Packages.merge(quoted.joined(separator: "\n")) == wanted)
  }

  @Test("PO: long strings over several lines, fuzzy entries, other comments")
  func po() throws {
    let text = try Packages.text([Article(text: "قال الوزير نعم.")], .po)
    let commented = try text.withFirst("#. segment", as: "# translator\n#. segment")
    #expect(commented.hasSuffix("msgstr \"\"\n"))
    let long =
      String(commented.dropLast(10)) + "msgstr \"\"\n\"The minister \"\n\"said \\\"yes\\\".\"\n"
    #expect(try Packages.merge(long) == "The minister said \"yes\".\n")
    let fuzzy = try long.withFirst("msgctxt", as: "#, fuzzy\nmsgctxt")
    #expect(try #require(Packages.error(fuzzy)).message.contains("fuzzy: s"))
    #expect(try Packages.merge(fuzzy, allowsMissing: true) == "The minister said \"yes\".\n")
  }

  @Test("XLIFF that mujaz did not write is merged as it is")
  func foreignFiles() throws {
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="ar" trgLang="fr">
      <file id="f"><unit id="1"><segment><source>نعم</source><target>Oui</target></segment></unit></file></xliff>
      """
    #expect(try Packages.merge(text) == "Oui\n\n".replacingOccurrences(of: "\n\n", with: "\n"))
  }
}
