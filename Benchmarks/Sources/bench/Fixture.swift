import Glibc

/// A sentence of a fixture, with what the generator needs to vary it.
struct Sentence {
  let bytes: [UInt8]
  /// Byte ranges of the words of three Arabic letters or more and nothing else: no marks, no
  /// digits. Only such words are changed, so that punctuation, the thing that segments, stays as it
  /// is.
  let words: [Range<Int>]

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
    words = Self.plainWords(in: bytes)
  }

  private static func plainWords(in bytes: [UInt8]) -> [Range<Int>] {
    bytes.indices.split { bytes[$0] == UInt8(ascii: " ") || bytes[$0] == UInt8(ascii: "\n") }
      .map { $0.startIndex..<$0.endIndex }
      .filter { $0.count >= 6 && $0.count.isMultiple(of: 2) && isPlain(bytes[$0]) }
  }

  /// Whether the bytes are pairs that encode U+0621…U+063A or U+0641…U+064A, the Arabic letters.
  private static func isPlain(_ word: ArraySlice<UInt8>) -> Bool {
    stride(from: word.startIndex, to: word.endIndex, by: 2).allSatisfy { index in
      switch (word[index], word[index + 1]) {
      case (0xD8, 0xA1...0xBA), (0xD9, 0x81...0x8A): true
      default: false
      }
    }
  }
}

/// One paragraph of a fixture: a line and the lines that continue it.
struct Paragraph {
  /// Body paragraphs may change places; headlines, captions, bylines and the rest stay.
  let isBody: Bool
  let sentences: [Sentence]
}

/// An article of `Tests/Fixtures/Articles`, the stuff that the generator makes articles from.
///
/// A fixture has lines `ROLE<TAB>TEXT`. Roles are `headline`, `body`, `caption`, `byline`, `other`,
/// `title` (the title that the record has beside its text) and `+` (goes on from the line before).
/// Lines that begin with `#` are comments. The marks `‖` (a segment ends here), `★` and `↩` in a
/// text are annotation for tests and are taken out.
struct Fixture {
  private(set) var title: Sentence?
  /// All paragraphs in their order.
  private(set) var paragraphs: [Paragraph] = []
  /// Those of them that are body; there is at least one.
  private(set) var bodies: [Paragraph] = []

  /// Reads every `*.article` of a folder, in the order of their names.
  static func all(in folder: String) throws(BenchError) -> [Fixture] {
    var fixtures: [Fixture] = []
    for name in try names(in: folder) where name.hasSuffix(".article") {
      fixtures.append(try Fixture(path: "\(folder)/\(name)"))
    }
    if fixtures.isEmpty { throw .system(subject: "\(folder)/*.article", code: ENOENT) }
    return fixtures
  }

  init(path: String) throws(BenchError) {
    var lines = try FixtureLine.all(in: readText(path), path: path)[...]
    while let first = lines.popFirst() {
      var text = first.text
      while let more = lines.first, more.role == .continuation {
        text += "\n" + more.text
        lines.removeFirst()
      }
      add(first.role, text)
    }
    // The generator fills articles up with body sentences and would never end without one.
    bodies = paragraphs.filter(\.isBody)
    if bodies.isEmpty {
      throw .fixture(path: path, line: 1, problem: "no line with the role body")
    }
  }

  private mutating func add(_ role: FixtureLine.Role, _ text: String) {
    let sentences = Self.sentences(of: text)
    if sentences.isEmpty { return }
    if role == .title {
      title = Sentence(Self.plain(text))
    } else {
      paragraphs.append(Paragraph(isBody: role == .body, sentences: sentences))
    }
  }

  /// Cuts at the marks of the annotation, or, if there are none, behind `.`, `!` and `؟` with a
  /// space. That is wrong behind an abbreviation, which does no harm: the parts are only put in
  /// another order.
  private static func sentences(of text: String) -> [Sentence] {
    let marked = text.split(separator: "‖")
    let parts = marked.count > 1 ? marked.map(String.init) : cutAtMarks(text)
    return parts.map(plain).filter { !$0.isEmpty }.map { Sentence($0) }
  }

  private static func cutAtMarks(_ text: String) -> [String] {
    var parts: [String] = [""]
    for word in text.split(separator: " ") {
      parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + word
      if let last = word.last, ".!؟".contains(last) { parts.append("") }
    }
    return parts
  }

  /// The text without annotation and without white space at the ends of its lines.
  private static func plain(_ text: String) -> String {
    let lines = text.split(separator: "\n").map(plainLine)
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func plainLine(_ text: Substring) -> String {
    var scalars = text.unicodeScalars.filter { !"‖★↩\0".unicodeScalars.contains($0) }[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }
}

/// A line of a fixture file that is neither blank nor a comment.
private struct FixtureLine {
  enum Role: String {
    case headline, body, caption, byline, other, title
    case continuation = "+"
  }

  let role: Role
  let text: String

  static func all(in file: String, path: String) throws(BenchError) -> [FixtureLine] {
    var lines: [FixtureLine] = []
    let numbered = file.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in numbered.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      guard let tab = line.firstIndex(of: "\t"), let role = Role(rawValue: String(line[..<tab]))
      else { throw .fixture(path: path, line: index + 1, problem: "not ROLE<TAB>TEXT") }
      if lines.isEmpty && role == .continuation {
        throw .fixture(path: path, line: index + 1, problem: "nothing that + could continue")
      }
      lines.append(FixtureLine(role: role, text: String(line[line.index(after: tab)...])))
    }
    return lines
  }
}
