import Foundation
import TestSupport
import Testing

@testable import MujazCore

/// The word lists of quotations: documented, of known kinds, and found.
@Suite struct QuoteLexiconTests {
  private static let folder = "Sources/CResources/Quotes/"

  private static func lines(_ name: String) throws -> [String] {
    let file = Fixtures.package.appendingPathComponent(folder + name)
    return try Fixtures.text(of: file).components(separatedBy: "\n").filter { !$0.isEmpty }
  }

  private static func rows(_ name: String) throws -> [[String]] {
    try lines(name).filter { !$0.hasPrefix("#") }.map { $0.components(separatedBy: "\t") }
  }

  @Test("Every word has a kind that is known, and is found with it")
  func words() throws {
    for row in try Self.rows("words.tsv") {
      try #require(row.count == 2, "\(row)")
      let kind = try #require(QuoteClasses.names[row[1]], "\(row)")
      #expect(QuoteLexicon.standard.exactly(row[0].key).classes.contains(kind), "\(row)")
    }
  }

  @Test("No word stands twice with one kind, in whatever spelling")
  func duplicates() throws {
    var seen: Set<String> = []
    for row in try Self.rows("words.tsv") {
      #expect(seen.insert("\(row[0].key.bits) \(row[1])").inserted, "\(row)")
    }
  }

  @Test("Looked up without و and ف, and nouns without their article")
  func lookUp() {
    let lexicon = QuoteLexicon.standard
    #expect(lexicon.word("وقالت".key).cue?.agreement.isFeminine == true)
    #expect(lexicon.word("فيرى".key).cue?.form == .imperfect)
    #expect(lexicon.word("الوزارة".key).classes.contains(.body))
    #expect(lexicon.word("والبيان".key).classes.contains(.document))
    // An article makes no verb: القول is listed, الذكر is not.
    #expect(lexicon.word("الذكر".key).cue == nil)
    #expect(lexicon.word("فإن".key).isEmpty)
  }
}
