import Foundation
import MujazCore
import Testing

@testable import MujazTranslation

/// A package that a spreadsheet has saved as CSV.
@Suite struct CSVTests {
  private static let article = Article(
    text: "قال \"نعم\" أمس؛ ثم غادر، وعاد.\n=1+1 نص هنا.\n\nانتهى الاجتماع أمس.")

  /// The rows of the table with targets in them.
  private func rows() throws -> [[String]] {
    let text = try Packages.text([Self.article], .tsv)
    var rows = text.components(separatedBy: "\n").dropLast().map {
      $0.components(separatedBy: "\t")
    }
    rows[1][2] = "\"T1\", he said; yes"
    rows[2][2] = "T2\nin two lines"
    rows[3][2] = "T3"
    rows[3][4] = "Who?\nWhen? | Where?"
    return rows
  }

  /// As a spreadsheet saves it: cells that need it in quotation marks, those inside doubled.
  private func saved(_ rows: [[String]], by separator: String, end: String = "\r\n") -> String {
    rows.map { row in
      row.map { cell in
        cell.contains { "\"\n\(separator)".contains($0) }
          ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
      }.joined(separator: separator)
    }.joined(separator: end) + end
  }

  private static let merged = "\"T1\", he said; yes\nT2 in two lines\n\nT3\n"

  @Test(
    "Commas, semicolons and tabs, CR LF, byte order marks and UTF-16", arguments: [",", ";", "\t"])
  func separators(_ separator: String) throws {
    for end in ["\r\n", "\n"] {
      let text = saved(try rows(), by: separator, end: end)
      #expect(try Packages.merge(text) == Self.merged)
      #expect(try Packages.merge("\u{FEFF}" + text) == Self.merged)
      for isBigEndian in [false, true] {
        let bytes = ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
          let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
          return isBigEndian ? bytes.reversed() : bytes
        }
        #expect(try Packages.merge(bytes) == Self.merged)
        var rest = bytes[...]
        let isPackage = PackageReader.isPackage { buffer in
          let count = min(buffer.count, rest.count)
          buffer.copyBytes(from: rest.prefix(count))
          rest = rest.dropFirst(count)
          return count
        }
        #expect(isPackage)
      }
    }
  }

  @Test("Comments in lines, empty rows, names of columns in quotation marks")
  func details() throws {
    var rows = try rows()
    rows.insert([String](repeating: "", count: rows[0].count), at: 2)
    let text = saved(rows, by: ",").replacingOccurrences(of: "id,source", with: "\"ID\",\"Source\"")
    let segments = try Packages.read(text).documents[0].units.flatMap(\.segments)
    #expect(segments.map(\.comments) == [[], [], ["Who?", "When?", "Where?"]])
    #expect(segments[1].source == "=1+1 نص هنا.")
  }

  @Test("A memory takes it in as a package")
  func memory() throws {
    let units = try Memories.read(saved(rows(), by: ";"), from: "ar", to: "en")
    #expect(units.count == 3 && units[2].target == "T3" && units[0].targetLanguage == "en")
  }

  @Test("A table of something else is no package")
  func others() {
    for head in [
      "id,source,name", "source,target", "a;b", "id|source|target", "", "id source target",
    ] {
      #expect(TSVReader.Separator(head: Substring(head)) == nil, "\(head)")
    }
    #expect(TSVReader.Separator(head: "target;ID; Source ;x") == .semicolon)
  }
}
