import Foundation
import TestSupport
import Testing

@testable import MujazInput

/// The lists that reading goes by: documented, of known kinds, nothing twice.
@Suite struct InputListTests {
  static let kinds: [String: Set<String>] = [
    "page-hints.tsv": [
      "drop", "readers", "perhaps", "content", "body", "title", "author", "date", "not",
    ],
    "page-phrases.tsv": [
      "error", "consent", "list", "search", "form", "page", "gallery", "video", "scores", "site",
      "comments",
    ],
    "month-numbers.tsv": Set((1...12).map(String.init)),
    "language-signs.tsv": ["letter", "prefix", "word"],
  ]
  /// The languages that a row of a list with a third column is for.
  static let languages = Set(ArticleLanguage.allCases.map(\.rawValue))

  static let files: [URL] =
    (try? FileManager.default.contentsOfDirectory(
      at: Fixtures.package.appendingPathComponent("Sources/CResources/Input"),
      includingPropertiesForKeys: nil)) ?? []

  private func lines(_ file: URL) throws -> [String] {
    try Fixtures.text(of: file).components(separatedBy: "\n").dropLast()
  }

  @Test(
    "A list says at its head what belongs in it, where it is from and its licence", arguments: files
  )
  func header(_ file: URL) throws {
    let head = try lines(file).prefix { $0.hasPrefix("#") }
    for field in ["# Belongs here: ", "# Source: ", "# Licence: "] {
      #expect(head.contains { $0.hasPrefix(field) }, "\(file.lastPathComponent): \(field)")
    }
  }

  @Test(
    "Every row has an entry and one of the list's kinds, and no entry stands twice",
    arguments: files)
  func rows(_ file: URL) throws {
    var seen: Set<String> = []
    var used: Set<String> = []
    for (number, line) in try lines(file).enumerated() where !line.hasPrefix("#") {
      let place: Comment = "\(file.lastPathComponent):\(number + 1): \(line)"
      let columns = line.components(separatedBy: "\t")
      let hasLanguages = file.lastPathComponent == "language-signs.tsv"
      try #require(columns.count == (hasLanguages ? 3 : 2) && !columns[0].isEmpty, place)
      #expect(seen.insert(columns[0]).inserted, place)
      used.insert(columns[1])
      if hasLanguages {
        #expect(
          Self.languages.isSuperset(of: columns[2].split(separator: ",").map(String.init)), place)
      }
    }
    if let kinds = Self.kinds[file.lastPathComponent] {
      #expect(used == kinds)
    } else {
      #expect(used.allSatisfy { (Int($0) ?? 0) > 0 })
    }
  }

  @Test("The words of elements tell what they hold")
  func hints() {
    func hints(_ value: String) -> PageHints {
      var words = HintWords()
      return Array(value.utf8).withUnsafeBufferPointer { PageHints.of($0, &words) }
    }
    #expect(hints("jeg_inline_related").contains(.drop))
    #expect(hints("ctl00_relatedNews").contains(.drop))
    #expect(hints("commentslist").contains(.drop))
    #expect(!hints("has-sidebar").contains(.drop))
    #expect(!hints("post type-post category-news tag-city").contains(.drop))
    #expect(hints("NewsTitle").contains(.title))
    #expect(hints("article-ads").isSuperset(of: [.drop, .perhaps]))
    #expect(hints("related-ads").contains(.drop) && !hints("related-ads").contains(.perhaps))
    #expect(hints("") == [])
  }
}
