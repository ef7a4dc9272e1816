import Foundation
import MujazCore
import TestSupport
import Testing

@testable import MujazInput

/// Whole pages of sites of many kinds, written by people who did not know the rules, with what a careful editor would keep
/// of each (`Fixtures/Pages/sites`).
@Suite struct SitePageTests {
  private struct Page: Decodable, Sendable {
    var file: String
    var article: Bool
    var title: String?
    var paragraphs: [String]?
    /// Whether mujaz is known to take it for what it is not; one that is told right fails the suite until it is unmarked.
    var isKnownFailure: Bool?

    enum CodingKeys: String, CodingKey {
      case file, article, title, paragraphs
      case isKnownFailure = "known_failure"
    }
  }

  private static let pages: [Page] = {
    guard let files = try? Fixtures.files(in: "Pages/sites", ending: "jsonl"),
      let gold = files.first.flatMap({ try? Data(contentsOf: $0) })
    else { return [] }
    return gold.split(separator: UInt8(ascii: "\n")).compactMap {
      try? JSONDecoder().decode(Page.self, from: Data($0))
    }
  }()

  /// What mujaz reads of each page, in their order; nil where it finds no article.
  private static let readings = Result { try pages.map(read) }

  private static func read(_ page: Page) throws -> CleanArticle? {
    let folder = Fixtures.root.appendingPathComponent("Pages/sites")
    let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(page.file)))
    do {
      return try entries(bytes, .html).first?.article
    } catch let error as InputError where error.code == .noArticle {
      return nil
    }
  }

  @Test("There are such pages")
  func count() {
    #expect(Self.pages.count { $0.article } >= 78)
    #expect(Self.pages.count { !$0.article } >= 36)
  }

  @Test("Every article is found, and no page that is none")
  func kinds() throws {
    for (page, article) in zip(Self.pages, try Self.readings.get()) {
      let isRight = (article != nil) == page.article
      #expect(isRight != (page.isKnownFailure ?? false), "\(page.file)")
    }
  }

  @Test("What an editor would keep comes out, and hardly anything else")
  func quality() throws {
    var words = Overlap()
    var paragraphs = Overlap()
    var titles = 0
    for (page, article) in zip(Self.pages, try Self.readings.get()) where page.article {
      guard let article else { continue }
      let found = article.paragraphs.map {
        String(decoding: article.text[$0.start..<$0.end], as: UTF8.self)
      }
      let wanted = page.paragraphs ?? []
      words.add(Overlap.fours(found), Overlap.fours(wanted))
      paragraphs.add(found, wanted)
      if String(decoding: article.title, as: UTF8.self) == page.title { titles += 1 }
    }
    #expect(words.f1 >= 0.985, "\(words.f1)")
    #expect(paragraphs.f1 >= 0.975, "\(paragraphs.f1)")
    #expect(titles >= Self.pages.count { $0.article } - 1, "\(titles)")
  }
}

/// How many of some things were wanted, found, and both.
private struct Overlap {
  private var both = 0
  private var all = 0

  var f1: Double { all == 0 ? 0 : 2 * Double(both) / Double(all) }

  mutating func add(_ found: [String], _ wanted: [String]) {
    var rest: [String: Int] = [:]
    for item in wanted { rest[item, default: 0] += 1 }
    for item in found where rest[item, default: 0] > 0 {
      rest[item, default: 0] -= 1
      both += 1
    }
    all += found.count + wanted.count
  }

  /// Every four words in a row.
  static func fours(_ paragraphs: [String]) -> [String] {
    let words = paragraphs.joined(separator: " ").split(separator: " ")
    guard words.count >= 4 else { return [] }
    return (0...(words.count - 4)).map { words[$0..<($0 + 4)].joined(separator: " ") }
  }
}
