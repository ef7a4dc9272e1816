import Foundation
import TestSupport
import Testing

/// Every list that mujaz is shipped with, held against the form that its head states.
@Suite struct ListFileTests {
  /// The folders of lists: those of all modules.
  static let folders = [
    "Stopwords", "Sources/CResources/Lexicon", "Sources/CResources/Quotes",
    "Sources/CResources/Brief", "Sources/CResources/Help", "Sources/CResources/Input",
    "Sources/CResources/Translation",
  ]

  static let files: [String] = folders.flatMap { folder in
    let path = Fixtures.package.appendingPathComponent(folder).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .filter { $0.hasSuffix(".tsv") || $0.hasSuffix(".txt") }.map { "\(folder)/\($0)" }
  }.sorted()

  private func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Fixtures.package.appendingPathComponent(file)))
  }

  @Test("All lists that are embedded are there")
  func filesAreThere() throws {
    var embedded: Set<String> = []
    for source in ["resources.c", "translation.c", "help.c"] {
      let text = try Fixtures.text(
        of: Fixtures.package.appendingPathComponent("Sources/CResources/\(source)"))
      for line in text.components(separatedBy: "\n") where line.hasPrefix("#embed \"") {
        let path = line.components(separatedBy: "\"")[1]
        embedded.insert(
          path.hasPrefix("../../") ? String(path.dropFirst(6)) : "Sources/CResources/\(path)")
      }
    }
    #expect(embedded == Set(Self.files))
  }

  @Test("A list keeps to the form that its head states", arguments: files)
  func form(of file: String) throws {
    #expect(ListForm.problems(in: try bytes(file), file: file) == [])
  }

  // MARK: What is found

  private func problems(
    _ rows: String, columns: String = "word; kind? = one, two; notes = any of a, b, c"
  ) -> [String] {
    let head = "# Columns: \(columns)\n# Belongs here: words.\n# Source: none.\n# Licence: none\n"
    return ListForm.problems(in: Array((head + rows).utf8), file: "list.tsv")
  }

  @Test("A list without a fault has none")
  func faultless() {
    #expect(problems("قال\tone\ta,b\n# more\nعن\ttwo\t-\nفي\tone\tc\n") == [])
    #expect(problems("في\nمن\tone\nعن\ttwo\n", columns: "word; kind? = one, two") == [])
    #expect(problems("في\t17\n", columns: "word; number = number") == [])
  }

  @Test(
    "A row that does not keep to the form is named by file and line",
    arguments: [
      ("في\tone\n", "list.tsv:5: 2 columns where the head has 3"),
      ("# x\nفي\tone\ta\tb\n", "list.tsv:6: 4 columns where the head has 3"),
      ("في\tone\ta\nعن\tthree\tb\n", "list.tsv:6: unknown kind 'three'"),
      ("في\tone\ta,d\n", "list.tsv:5: unknown notes 'd'"),
      ("\tone\ta\n", "list.tsv:5: the word is empty"),
      (" في\tone\ta\n", "list.tsv:5: white space around the word ' في'"),
      ("في\tone\ta\n\nعن\ttwo\tb\n", "list.tsv:6: the line is empty"),
      ("في\tone\ta\r\n", "list.tsv:5: the line ends with a carriage return"),
      ("في\tone\ta\n# x \n", "list.tsv:6: the line ends with white space"),
      ("في\tone\ta", "list.tsv:5: the last line has no end"),
      ("في\tone\ta,b,c\n", "list.tsv:1: no row has the kind 'two'"),
      ("في\tone\ta,b\nعن\ttwo\t-\n", "list.tsv:1: no row has the notes 'c'"),
    ])
  func faults(_ rows: String, _ problem: String) {
    #expect(problems(rows).contains(problem), "\(problems(rows))")
  }

  @Test("A word that is to be a number is one")
  func number() {
    let found = problems("في\tsix\n", columns: "word; number = number")
    #expect(found == ["list.tsv:5: the number 'six' is no number"])
  }

  @Test("A head says what belongs in the list, where it is from, its licence and its columns")
  func head() {
    let found = ListForm.problems(in: Array("# A list.\nفي\n".utf8), file: "list.tsv")
    #expect(
      found == [
        "list.tsv:1: the head has no line '# Belongs here: …'",
        "list.tsv:1: the head has no line '# Source: …'",
        "list.tsv:1: the head has no line '# Licence: …'",
        "list.tsv:1: the head has no line '# Columns: …'",
      ])
  }
}
