import Foundation
import MujazCore
import TestSupport
import Testing

@testable import MujazTranslation

/// The tables as files: documented, whole, every entry of use.
@Suite struct TranslationDataTests {
  static let files = [
    ("names.tsv", 3), ("people.tsv", 3), ("places.tsv", 3), ("bodies.tsv", 3), ("vowels.tsv", 2),
    ("months.tsv", 5), ("magnitudes.tsv", 3), ("number-words.tsv", 3), ("check-words.tsv", 4),
    ("countries.tsv", 4),
  ]
  private static let nameFiles = ["names.tsv", "people.tsv", "places.tsv", "bodies.tsv"]

  private func lines(_ name: String) throws -> [String] {
    let file = Fixtures.package.appendingPathComponent("Sources/CResources/Translation/\(name)")
    return try Fixtures.text(of: file).components(separatedBy: "\n").dropLast()
  }

  @Test("A table says what belongs in it, where it is from and its licence", arguments: files)
  func header(_ file: (name: String, columns: Int)) throws {
    let head = try lines(file.name).prefix { $0.hasPrefix("#") }
    for part in ["# Belongs here: ", "# Source: ", "# Licence: "] {
      #expect(head.contains { $0.hasPrefix(part) })
    }
  }

  @Test("Every line has its columns, none twice in whatever spelling", arguments: files)
  func entries(_ file: (name: String, columns: Int)) throws {
    var seen: Set<String> = []
    for (number, line) in try lines(file.name).enumerated() where !line.hasPrefix("#") {
      let cells = line.components(separatedBy: "\t")
      #expect(cells.count == file.columns, "\(file.name):\(number + 1)")
      #expect(
        cells.allSatisfy { !$0.isEmpty && $0 == $0.trimmingCharacters(in: .whitespaces) },
        "\(file.name):\(number + 1)")
      let key = cells[0].wordKeys.map { String($0.bits) }.joined(separator: " ")
      #expect(seen.insert(key).inserted, "\(file.name):\(number + 1): \(cells[0])")
      #expect(cells[0].precomposedStringWithCanonicalMapping.utf8.elementsEqual(cells[0].utf8))
    }
  }

  @Test("Every line of the table of sounds has letters and classes, and no letters stand twice")
  func skeletons() throws {
    let head = try lines("skeletons.tsv").prefix { $0.hasPrefix("#") }
    for part in ["# Belongs here: ", "# Source: ", "Licence: "] {
      #expect(head.contains { $0.contains(part) })
    }
    var seen: Set<String> = []
    for (number, line) in try lines("skeletons.tsv").enumerated() where !line.hasPrefix("#") {
      let cells = line.components(separatedBy: "\t")
      let isWhole = cells.count == 2 && !cells[0].isEmpty && !cells[1].isEmpty
      #expect(
        isWhole && cells[1].allSatisfy("bdfghklmnrstz".contains), "skeletons.tsv:\(number + 1)")
      #expect(seen.insert(cells[0]).inserted, "skeletons.tsv:\(number + 1): \(cells[0])")
    }
  }

  @Test("Every name is found and read as the table says", arguments: nameFiles)
  func names(_ file: String) throws {
    for line in try lines(file) where !line.hasPrefix("#") {
      let cells = line.components(separatedBy: "\t")
      let kind = try #require(NameTable.Kind(rawValue: cells[2]), "\(line)")
      let entry = NameTable.standard.longest(cells[0].wordKeys[...])
      guard entry?.name == cells[0], entry?.kind == kind,
        entry?.spellings == cells[1].components(separatedBy: "|")
      else {
        Issue.record("\(file): \(cells[0])")
        continue
      }
    }
  }

  @Test("No word of the check stands twice with one meaning, and every one is found")
  func checkWords() throws {
    var seen: Set<String> = []
    for (number, line) in try lines("check-words.tsv").enumerated() where !line.hasPrefix("#") {
      let cells = line.components(separatedBy: "\t")
      let kind = try #require(CheckWord.Kind(rawValue: cells[1]), "line \(number + 1)")
      #expect(["told", "may"].contains(cells[3]), "line \(number + 1)")
      for word in cells[0].components(separatedBy: "|") {
        // -less and less are two.
        let key = word.wordKeys.map { String($0.bits) }.joined(separator: " ")
        let place = "line \(number + 1): \(word)"
        #expect(
          seen.insert(cells[1] + (word.contains("-") || key.isEmpty ? word : key)).inserted,
          "\(place)")
        if word.contains("-") { continue }
        #expect(SaidWords(word).all.first?.meaning.kind == kind || kind == .twice, "\(place)")
      }
    }
  }

  @Test("No name is in two tables")
  func tables() throws {
    var seen: [[WordKey]: String] = [:]
    for file in Self.nameFiles {
      for line in try lines(file) where !line.hasPrefix("#") {
        let name = line.prefix { $0 != "\t" }
        if let other = seen.updateValue(file, forKey: String(name).wordKeys), other != file {
          Issue.record("\(name): \(other), \(file)")
        }
      }
    }
  }

  @Test("A name with vowels is the name of the table, and says nothing but its vowels more")
  func vowels() throws {
    for line in try lines("vowels.tsv") where !line.hasPrefix("#") {
      let cells = line.components(separatedBy: "\t")
      let entry = NameTable.standard.longest(cells[0].wordKeys[...], where: \.isArabicPart)
      let words = cells[1].components(separatedBy: " ")
      let romanized = words.map { Romanizer(.ijmes)?.latin($0) ?? "" }.joined(separator: " ")
      guard entry != nil, !romanized.isEmpty, romanized.allSatisfy({ Self.latin.contains($0) })
      else {
        Issue.record("\(line): \(romanized)")
        continue
      }
    }
  }

  private static let latin = Set(
    " -ʾʿabcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZāīūĀĪŪḥḍṣṭẓḤḌṢṬẒ")

  @Test("Every country is found by its names and adjectives, in Arabic and English")
  func countries() throws {
    for line in try lines("countries.tsv") where !line.hasPrefix("#") {
      let cells = line.components(separatedBy: "\t").map { cell in
        cell.components(separatedBy: "|").map { $0.replacingOccurrences(of: "?", with: "") }
      }
      for word in cells.joined() where word != "-" {
        let found = SaidWords(word).of(.country)
        #expect(found.count == 1 && found[0].text == word, "\(word)")
        #expect(found.first?.meaning.values.contains(cells[2][0]) == true, "\(word)")
      }
    }
    for form in ["المصرية", "مصريون", "والمصريين", "للمصريتين", "Egyptians", "Egypt’s"] {
      #expect(SaidWords(form).of(.country).map(\.meaning.values) == [["Egypt"]], "\(form)")
    }
    #expect(SaidWords("It told us of polish and turkey").of(.country).isEmpty)
  }

  @Test("Both calendars have twelve months, and every name is found")
  func months() throws {
    var numbers: [Month.Calendar: Set<Int>] = [:]
    for line in try lines("months.tsv") where !line.hasPrefix("#") {
      let cells = line.components(separatedBy: "\t")
      let (month, count, _) = try #require(MonthTable.standard.month(cells[0].wordKeys[...]))
      #expect(count == cells[0].wordKeys.count && month.english == cells[3], "\(cells[0])")
      numbers[month.calendar, default: []].insert(month.number)
    }
    #expect(numbers[.gregorian] == Set(1...12) && numbers[.hijri] == Set(1...12))
  }
}
