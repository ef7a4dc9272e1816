import Foundation
import MujazCore
import Testing

@testable import MujazTranslation

/// The table of an XLSX file, from us and from spreadsheets.
@Suite struct XLSXTests {
  private static let article = Article(
    text: "قال الوزير نعم. وأضاف أن العمل بدأ.\n\n=SUM(A1) نص _x0041_ هنا.\n\nانتهى الاجتماع أمس.")

  /// A file of one sheet in the markup of its rows, as a spreadsheet writes it.
  private func workbook(_ rows: String, strings: [String] = [], sheet: String = "ar to en") throws
    -> [UInt8]
  {
    let archive = ZipArchive()
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    archive.entry("xl/workbook.xml", Array(WorkbookParts.workbook(sheet: sheet).utf8))
    let shared =
      "<Relationship Id=\"rId9\" Type=\"http://x/sharedStrings\" Target=\"/xl/texts.xml\"/>"
    archive.entry(
      "xl/_rels/workbook.xml.rels",
      Array(
        WorkbookParts.workbookRelationships.replacingOccurrences(
          of: "</Relationships>", with: shared + "</Relationships>"
        ).utf8))
    archive.entry(
      "xl/texts.xml",
      Array(("<sst \(main)>" + strings.map { "<si>\($0)</si>" }.joined() + "</sst>").utf8))
    archive.entry(
      "xl/worksheets/sheet1.xml",
      Array("<worksheet \(main)><sheetData>\(rows)</sheetData></worksheet>".utf8))
    return try archive.finish()
  }

  /// The markup of a row of inline strings.
  private func row(_ number: Int, _ cells: [String]) -> String {
    let cells = cells.enumerated().map { index, text in
      "<c r=\"\(["A", "B", "C", "D", "E", "F", "G", "H"][index])\(number)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    return "<row r=\"\(number)\">\(cells.joined())</row>"
  }

  private func entry(_ name: String, _ archive: [UInt8]) throws -> String {
    let entry = try #require(ZipEntry(name, of: archive))
    return String(decoding: try entry.feed.rest(), as: UTF8.self)
  }

  @Test(
    "The sheet is one to work in: directions, a head that stays, a choice of states, text alone")
  func sheet() throws {
    let bytes = try Packages.bytes([Self.article], .xlsx)
    let sheet = try entry("xl/worksheets/sheet1.xml", bytes)
    #expect(sheet.contains("<sheetView rightToLeft=\"1\""))
    #expect(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\""))
    #expect(sheet.contains("sqref=\"D2:D5\"><formula1>\"missing,copied,fuzzy,"))
    #expect(!sheet.contains("<f>") && !sheet.contains("<v>"))
    #expect(sheet.contains(">=SUM(A1) نص _x005F_x0041_ هنا.</t>"))
    // The source from right to left, an English target from left to right.
    #expect(sheet.contains("<c r=\"B2\" s=\"3\" t=\"inlineStr\">"))
    #expect(sheet.contains("<c r=\"C2\" s=\"2\"/>"))
    let workbook = try entry("xl/workbook.xml", bytes)
    #expect(workbook.contains("name=\"ar to en\""))
    #expect(workbook.contains(">'ar to en'!$1:$1</definedName>"))
    let persian = try Packages.bytes([Self.article], .xlsx, target: "fa")
    #expect(try entry("xl/worksheets/sheet1.xml", persian).contains("<c r=\"C2\" s=\"3\"/>"))
  }

  @Test("A package comes back with both of its languages and its states")
  func states() throws {
    let bytes = try Packages.bytes([Self.article], .xlsx, isPseudo: true)
    let package = try Packages.read(bytes)
    #expect(package.sourceLanguage == "ar" && package.targetLanguage == "en")
    #expect(PackageVerifier.problems(in: package).isEmpty)
    let rows = [
      row(1, ["id", "source", "target", "Status"]), row(2, ["", "نعم", "yes", "Fuzzy"]),
      row(3, ["", "لا", "no", "translated"]), row(4, ["", "ربما", "", "translated"]),
    ]
    let read = try Packages.read(workbook(rows.joined()))
    #expect(read.documents[0].units.map(\.segments[0].status) == [.fuzzy, .translated, .missing])
  }

  @Test("Controls, codes and marks of formulas are in a cell what they are outside of it")
  func texts() {
    for text in [
      "نعم\u{1B}لا", "_x0041_", "__x001B__", "a_b", "\r", "_x00", "=1+1", "-", "😀_x0009_", "",
    ] {
      #expect(SpreadsheetText.unescaped(SpreadsheetText.escaped(text)) == text, "\(text)")
    }
    #expect(SpreadsheetText.escaped("a\u{1B}") == "a_x001B_")
    #expect(SpreadsheetText.unescaped("_xD83D__xDE00_") == "😀")
    #expect(SpreadsheetText.unescaped("_xZZZZ_") == "_xZZZZ_")
  }

  @Test("Shared strings, runs of other fonts, readings, numbers, formulas, missing cells")
  func cells() throws {
    let strings = [
      "<t>id</t>", "<t>source</t>", "<t xml:space=\"preserve\">target</t>",
      "<r><rPr><b/></rPr><t>نعم </t></r><r><t>ولا</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh>",
    ]
    let rows = """
      <row r="1"><c r="A1" t="inlineStr"><is><t>For Sami</t></is></c></row>
      <row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3" t="s"><v>2</v></c><c r="E3" t="s"><v>1</v></c></row>
      <row r="4"><c r="B4" t="inlineStr"><is><r><t>o</t></r><r><t>ne</t></r></is></c><c r="C4"><v>2026</v></c><c r="E4" t="s"><v>3</v></c></row>
      <row r="6"><c r="C6" t="str"><f>B4</f><v>a _x0041_</v></c><c r="E6" t="inlineStr"><is><t>ب</t></is></c></row>
      <row r="7"><c r="E7" t="inlineStr"><is><t>ت</t></is></c></row>
      """
    let package = try Packages.read(workbook(rows, strings: strings))
    let segments = package.documents[0].units.flatMap(\.segments)
    #expect(segments.map(\.id) == ["one", "", ""])
    #expect(segments.map(\.source) == ["نعم ولا", "ب", "ت"])
    #expect(segments.map(\.target) == ["2026", "a A", nil])
    #expect(segments.map(\.line) == [4, 6, 7])
  }

  @Test("Rows without numbers, and rows in another order")
  func order() throws {
    let package = try Packages.read(
      workbook(
        row(1, ["id", "source", "target"]) + row(9, ["c", "ت"]) + row(4, ["a", "ا"])
          + "<row><c t=\"inlineStr\"><is><t>b</t></is></c><c t=\"inlineStr\"><is><t>ب</t></is></c></row>"
      ))
    #expect(package.documents[0].units.flatMap(\.segments).map(\.id) == ["a", "b", "c"])
  }

  @Test("A segment that no cell can hold is refused by its id")
  func tooLong() throws {
    let fits = String(repeating: "ن", count: SpreadsheetText.mostCharacters)
    #expect(SpreadsheetText.fits(fits) && !SpreadsheetText.fits(fits + "ن"))
    let error = #expect(throws: PackageError.self) {
      try Packages.bytes([Article(text: fits + "ن")], .xlsx)
    }
    #expect(try #require(error).message.contains("does not fit a spreadsheet"))
  }

  @Test("What is no table, or not whole, is refused, each with its row")
  func refused() throws {
    let head = row(1, ["id", "source", "target"])
    func error(_ rows: String, strings: [String] = []) throws -> PackageError? {
      Packages.error(try workbook(rows, strings: strings))
    }
    #expect(try error(row(1, ["id", "text"]))?.message.hasPrefix("no sheet has a row") == true)
    let missing = try error(head + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>7</v></c></row>")
    #expect(missing?.line == 2 && missing?.message == "a cell names a string that is not there")
    let value = try error(head + "<row r=\"2\"><c r=\"A2\" t=\"e\"><v>#NAME?</v></c></row>")
    #expect(value?.message == "a cell is an error of the spreadsheet: #NAME?")
    let lonely = try error(head + row(5, ["", "", "done"]))
    #expect(lonely?.line == 5)
    let far = try error(head + "<row r=\"2\"><c r=\"ZZZZZZZZ2\"><v>1</v></c></row>")
    #expect(far?.message == "a cell beyond the last column of a sheet")
    for number in ["0", "-1", "1048577", "9223372036854775807"] {
      let beyond = try error(head + "<row r=\"\(number)\"><c><v>1</v></c></row><row/>")
      #expect(beyond?.message == "a row beyond the last row of a sheet")
    }
    let doctype = ZipArchive()
    doctype.entry("xl/workbook.xml", Array("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>".utf8))
    #expect(try #require(Packages.error(doctype.finish())).message.contains("DOCTYPE"))
    let empty = ZipArchive()
    empty.entry("xl/workbook.xml", Array("<a/>".utf8))
    #expect(try #require(Packages.error(empty.finish())).message.contains("a part is missing"))
  }

  @Test(
    "One long string in a hundred thousand cells is not held that often", .timeLimit(.minutes(1)))
  func amplified() throws {
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 1_000)
    let rows = String(repeating: "<row>\(cells)</row>", count: 100)
    let long = "<t>" + String(repeating: "ن", count: 32_000) + "</t>"
    let error = try #require(
      Packages.error(workbook(row(1, ["id", "source", "target"]) + rows, strings: [long])))
    #expect(error.message == "the cells come to more than 512 MB")
  }

  @Test("All entries together unpack to no more than a package may")
  func unpacked() throws {
    let archive = ZipArchive()
    archive.entry("a", [UInt8](repeating: 0x20, count: 100_000))
    let bytes = try archive.finish()
    let entry = try #require(ZipEntry("a", of: bytes, limit: 90_000))
    _ = try entry.feed.rest()
    #expect(entry.hasFailed && entry.count < 200_000)
    let whole = try #require(ZipEntry("a", of: bytes))
    #expect(try whole.feed.rest().count == 100_000 && !whole.hasFailed)
  }
}
