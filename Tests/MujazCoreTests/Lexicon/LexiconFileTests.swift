import Foundation
import TestSupport
import Testing

@testable import MujazCore

/// The word lists as files: in order, documented, and every entry of use.
@Suite struct LexiconFileTests {
  /// A word list.
  struct List: Sendable, CustomStringConvertible {
    var name: String
    var file: URL
    var description: String { name }

    /// The lines that are no comments.
    func entries() throws -> [Entry] {
      try lines().enumerated().filter { !$0.element.hasPrefix("#") }.map { number, line in
        let columns = line.components(separatedBy: "\t")
        return Entry(
          number: number + 1, text: columns[0], kind: columns.dropFirst().joined(separator: "\t"))
      }
    }

    func lines() throws -> [String] {
      var lines = try Fixtures.text(of: file).components(separatedBy: "\n")
      if lines.last == "" { lines.removeLast() }
      return lines
    }
  }

  struct Entry {
    var number: Int
    var text: String
    var kind: String
  }

  static let lists: [List] = ["Stopwords", "Sources/CResources/Lexicon"].flatMap { folder in
    let path = Fixtures.package.appendingPathComponent(folder)
    let files = try? FileManager.default.contentsOfDirectory(
      at: path, includingPropertiesForKeys: nil)
    // The verbs of saying have a suite of their own.
    return (files ?? []).filter { $0.lastPathComponent != "verbs-of-saying.tsv" }.map {
      List(name: $0.lastPathComponent, file: $0)
    }
  }.sorted { $0.name < $1.name }

  @Test("All lists are there")
  func listsAreThere() {
    #expect(Self.lists.count >= 14)
    #expect(Self.lists.contains { $0.name == "arabic.txt" })
  }

  // MARK: The files

  @Test("A list is UTF-8 in composed form, with Unix line ends to the last", arguments: lists)
  func encoding(of list: List) throws {
    let bytes = Array(try Data(contentsOf: list.file))
    let text = try #require(String(validating: bytes, as: UTF8.self))
    let composed = text.precomposedStringWithCanonicalMapping
    #expect(Array(composed.utf8) == bytes)
    #expect(!bytes.contains(0x0D))
    #expect(!bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(bytes.last == 0x0A)
  }

  // MARK: The entries

  @Test("No entry stands twice with one kind, in whatever spelling", arguments: lists)
  func duplicates(in list: List) throws {
    var lines: [String: Int] = [:]
    for entry in try list.entries() {
      let folded = "\(fold(entry.text))\t\(entry.kind)"
      if let first = lines.updateValue(entry.number, forKey: folded) {
        Issue.record("\(list.name):\(entry.number): as in line \(first): \(entry.text)")
      }
    }
  }

  /// The text with the letters of its words folded; the marks between them tell entries apart (أ.ف.ب، أ ف ب).
  private func fold(_ text: String) -> String {
    var folded = ""
    var end = 0
    for token in ReferenceTokenizer.tokens(text) {
      folded += text[TextRange(start: end, end: token.start)] + token.folded
      end = token.end
    }
    return folded + text[TextRange(start: end, end: text.utf8.count)]
  }

  @Test("Every entry has a word: what has none is never found", arguments: lists)
  func words(of list: List) throws {
    for entry in try list.entries() {
      #expect(entry.text.scannedWordCount > 0, "\(list.name):\(entry.number): \(entry.text)")
    }
  }

  @Test("Every entry is found in the lexicon as a whole", arguments: lists)
  func entriesAreFound(of list: List) throws {
    let all = WordClasses(rawValue: .max).subtracting(.continues)
    for entry in try list.entries() {
      let keys = entry.text.keys
      guard !keys.isEmpty else { continue }
      let count = Lexicon.standard.phrase(at: keys.span, in: all)?.count
      #expect(count == keys.count, "\(list.name):\(entry.number): \(entry.text)")
    }
  }

  // MARK: Single lists

  @Test("Stop words are single words")
  func stopWords() throws {
    let list = try #require(Self.lists.first { $0.name == "arabic.txt" })
    for entry in try list.entries() {
      #expect(entry.text.scannedWordCount == 1, "\(entry.text)")
      #expect(Lexicon.standard.isStopWord(entry.text.key), "\(entry.text)")
    }
  }

  @Test("The first word of every notice is a head, and every head begins one")
  func noticeHeads() throws {
    let list = try #require(Self.lists.first { $0.name == "boilerplate.tsv" })
    let rows = try list.entries().map { ($0.text, $0.kind) }
    let begun = rows.filter { $0.1 == "notice" }.map { $0.0.split(separator: " ")[0] }
    let heads = rows.filter { $0.1 == "notice-head" }.map { Substring($0.0) }
    #expect(!begun.isEmpty && Set(begun) == Set(heads))
  }

  @Test("Openers have no more words than are looked at")
  func openers() throws {
    let list = try #require(Self.lists.first { $0.name == "openers.tsv" })
    for entry in try list.entries() {
      #expect(entry.text.scannedWordCount <= Opening(bytesOf: entry.text).count, "\(entry.text)")
    }
  }
}

extension Opening {
  /// The opening of a text.
  fileprivate init(bytesOf text: String) {
    let bytes = Array(text.utf8)
    let whole = TextRange(start: 0, end: bytes.count)
    let table = WordTable(bytes.span, [whole])
    let words = table.view(bytes.span)
    self.init(words, words.sentence(whole))
  }
}
