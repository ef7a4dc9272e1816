/// The declarations of a file that other modules can see.
struct PublicDeclarations {
  /// One of them: its name, or what it begins with, and where it stands.
  struct Declaration {
    var name: String
    var line: Int
  }

  private static let kinds: Set = [
    "actor", "case", "class", "enum", "func", "init", "let", "protocol", "struct", "subscript",
    "typealias", "var",
  ]

  /// What is public in a public type though it does not say so.
  private static let implied: [String: Set<String>] = [
    "enum": ["case"], "protocol": ["func", "init", "subscript", "var"],
  ]

  private let tokens: [SourceToken]
  /// The keywords that are public by themselves, for each scope that is open.
  private var scopes: [Set<String>] = []
  private var opening: Set<String> = []
  private(set) var found: [Declaration] = []

  init(_ file: SourceFile) {
    tokens = file.tokens
    for place in tokens.indices { read(place) }
  }

  private func text(_ place: Int) -> String {
    tokens.indices.contains(place) ? tokens[place].text : ""
  }

  private mutating func read(_ place: Int) {
    switch text(place) {
    case "{":
      scopes.append(opening)
      opening = []
    case "}": scopes.removeLast()
    case "public":
      guard text(place - 1) != ".", !["import", "extension"].contains(text(place + 1)),
        let kind = tokens[place...].firstIndex(where: { Self.kinds.contains($0.text) })
      else { return }
      opening = Self.implied[text(kind)] ?? []
      declare(kind)
    default: if scopes.last?.contains(text(place)) == true { declare(place) }
    }
  }

  private mutating func declare(_ kind: Int) {
    let line = tokens[kind].line
    let hasName = tokens.indices.contains(kind + 1) && tokens[kind + 1].isWord
    found.append(Declaration(name: hasName ? text(kind + 1) : text(kind), line: line))
    guard text(kind) == "case" else { return }
    // Cases that share a line share what it says.
    var depth = 0
    for place in (kind + 1)..<tokens.count where tokens[place].line == line {
      if text(place) == "(" { depth += 1 }
      if text(place) == ")" { depth -= 1 }
      if depth == 0, text(place) == "," {
        found.append(Declaration(name: text(place + 1), line: line + 1))
      }
    }
  }
}

extension SourceFile {
  /// Whether a comment for documentation stands over a line, attributes between them or not.
  func isDocumented(line: Int) -> Bool {
    var above = line - 2
    while above >= 0, isAttribute(lines[above]) { above -= 1 }
    return above >= 0 && lines[above].drop(while: \.isWhitespace).hasPrefix("///")
  }
}

/// Whether a line is an attribute of what stands below it.
private func isAttribute(_ line: Substring) -> Bool {
  line.drop(while: \.isWhitespace).hasPrefix("@") && !line.contains("{")
}

extension House {
  /// Public declarations of a module.
  func publicDeclarations(in module: String) -> [PublicDeclarations.Declaration] {
    files.filter { $0.module == module }.flatMap { PublicDeclarations($0).found }
  }

  /// Public declarations that nothing is said of.
  func undocumented(in module: String) -> [Violation] {
    files.filter { $0.module == module }.flatMap { file in
      PublicDeclarations(file).found.filter { !file.isDocumented(line: $0.line) }.map {
        Violation(
          path: file.path, line: $0.line, message: "nothing is said of '\($0.name)'")
      }
    }
  }
}
