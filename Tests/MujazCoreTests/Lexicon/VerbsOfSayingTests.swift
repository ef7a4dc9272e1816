import Foundation
import TestSupport
import Testing

@testable import MujazCore

/// The list of verbs of saying, and that each of its readers takes what is marked for it and no more.
@Suite struct VerbsOfSayingTests {
  /// A form with what its row says of it.
  struct Form {
    var text: String
    var marks: Substring
    /// 3 to 6: past, imperfect, participle, verbal noun; 7 another.
    var column: Int
    /// Its place in its column.
    var place: Int
    var takes: Complements

    var isCue: Bool { !takes.isEmpty && column < 7 }
  }

  private static func rows() throws -> [[String]] {
    let file = Fixtures.package.appendingPathComponent(
      "Sources/CResources/Lexicon/verbs-of-saying.tsv")
    return try Fixtures.text(of: file).components(separatedBy: "\n")
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }.map { $0.components(separatedBy: "\t") }
  }

  private static func forms() throws -> [Form] {
    try rows().flatMap { row in
      let takes = (row[1] + "," + row[2]).split(separator: ",").reduce(into: Complements()) {
        $0.formUnion(Complements.names[String($1)] ?? [])
      }
      return (3..<row.count).flatMap { column in
        row[column].split(separator: " ").filter { $0 != "-" }.enumerated().map { place, form in
          let text = form.prefix { $0 != "=" && $0 != "+" }
          return Form(
            text: text.replacingOccurrences(of: "_", with: " "), marks: form[text.endIndex...],
            column: column, place: place, takes: takes)
        }
      }
    }
  }

  @Test("A verb stands in one row and has a form; a mark is =, + or both")
  func rows() throws {
    let rows = try Self.rows()
    #expect(rows.count > 100)
    #expect(Set(rows.map { "\($0[0])" }).count == rows.count)
    #expect(rows.allSatisfy { $0[3...].contains { $0 != "-" } })
    for form in try Self.forms() {
      #expect(["", "=", "+", "=+"].contains(form.marks), "\(form.text)\(form.marks)")
      #expect(!form.marks.isEmpty || form.isCue, "\(form.text) is of no use")
      #expect(form.column == 7 || form.text.scannedWordCount == 1, "\(form.text)")
    }
  }

  @Test("No form is marked twice, in whatever spelling")
  func twice() throws {
    for mark in ["=", "+"] {
      let marked = try Self.forms().filter { $0.marks.contains(mark) }.map { "\($0.text.keys)" }
      #expect(Set(marked).count == marked.count)
    }
  }

  @Test("What is marked is found as a verb of saying and as going on, and what is not is not")
  func marks() throws {
    let forms = try Self.forms()
    for (mark, wanted) in [("=", WordClasses.speechVerb), ("+", .continuation)] {
      let marked = Set(forms.filter { $0.marks.contains(mark) }.map(\.text.keys))
      for form in forms {
        // Without its و, ورد is رد, which is marked.
        let keys = form.text.keys
        let isFound =
          keys.count == 1
          ? Lexicon.standard.classes(exactly: keys[0]).contains(wanted)
          : Lexicon.standard.phrase(at: keys.span, in: wanted)?.count == keys.count
        #expect(isFound == marked.contains(keys), "\(form.text)")
      }
    }
  }

  @Test("A form opens a quotation where its verb takes a complement, and is the first verb's")
  func cues() throws {
    var seen: [WordKey: Complements] = [:]
    let shared: Complements = [
      .that, .byThat, .toThat, .onThat, .fromThat, .direct, .fragment,
    ]
    var cues: [WordKey: Cue] = [:]
    for form in try Self.forms() where form.isCue {
      let key = form.text.key
      if let first = seen[key] {
        seen[key] = first.union(form.takes.intersection(shared))
        continue
      }
      seen[key] = form.takes
      let found = QuoteLexicon.standard.exactly(key).cue
      let cue = try #require(found, "\(form.text)")
      cues[key] = cue
      #expect(Int(cue.form.rawValue) == form.column - 2, "\(form.text)")
      let isFeminine = form.place == 1 || form.column == 3 && form.place == 4
      #expect(cue.agreement.isFeminine == isFeminine, "\(form.text)")
      #expect(cue.agreement.isPlural == (form.place >= 2), "\(form.text)")
    }
    for (key, takes) in seen { #expect(cues[key]?.takes == takes) }
    for form in try Self.forms() where !form.isCue && form.text.scannedWordCount == 1 {
      let cue = QuoteLexicon.standard.exactly(form.text.key).cue
      #expect((cue != nil) == (seen[form.text.key] != nil), "\(form.text)")
    }
  }

  @Test("The forms that the SRX rules are made of are those that are marked")
  func speechForms() throws {
    let marked = try Self.forms().filter { $0.marks.contains("=") }.map(\.text)
    #expect(VerbsOfSaying.speechForms == marked)
    #expect(marked.contains("قال") && marked.contains("زاد قائلا") && !marked.contains("زاد"))
  }
}
