/// A Swift file of a module and what it declares.
struct SourceFile {
  /// Something with a name.
  struct Declaration {
    enum Kind: Equatable {
      /// A type, wherever it stands, or a function, constant or variable of the file.
      case ownName
      /// A member of a type's own body.
      case member
      /// A member that the extension of this number adds.
      case added(by: Int)
    }

    var name: String
    var kind: Kind
    /// Whether it can't be seen outside the file.
    var isPrivate: Bool
    var line: Int
  }

  /// An extension of a type.
  struct Extension {
    var type: String
    var isPrivate: Bool
    var line: Int
  }

  /// A function, an initialiser or a computed property.
  struct Function {
    var name: String
    /// Colons between its parentheses: one each.
    var parameters: Int
    var line: Int
    var lines: Int
  }

  var module: String
  /// The folder inside the module; empty for the module's root.
  var folder: String
  var name: String
  var tokens: [SourceToken]
  /// The source line by line, comments and all.
  var lines: [Substring]
  var declarations: [Declaration] = []
  var extensions: [Extension] = []
  var functions: [Function] = []
  var imports: [SourceToken] = []
  /// Whether it has something at the top level besides extensions that other files can see.
  var holdsOwnNames = false

  init(module: String, folder: String, name: String, source: String) {
    (self.module, self.folder, self.name) = (module, folder, name)
    tokens = SourceToken.tokens(of: source)
    lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    var reader = DeclarationReader(tokens)
    reader.read()
    declarations = reader.declarations
    extensions = reader.extensions
    functions = reader.functions
    imports = reader.imports
    holdsOwnNames = reader.holdsOwnNames
  }

  /// The path from the package.
  var path: String {
    (["Sources", module, folder, name].filter { !$0.isEmpty }).joined(separator: "/")
  }
}

/// Finds the declarations among the tokens of a file.
private struct DeclarationReader {
  private enum Scope {
    case type(isPrivate: Bool)
    case `protocol`
    case `extension`(Int, isPrivate: Bool)
    case function(Int)
    case other
  }

  private static let types: Set = [
    "class", "struct", "enum", "actor", "protocol", "typealias", "associatedtype",
  ]
  private static let modifiers: Set = [
    "public", "package", "internal", "private", "fileprivate", "open", "static", "final",
    "mutating", "nonmutating", "override", "indirect", "lazy", "weak", "unowned", "nonisolated",
    "borrowing", "consuming", "convenience", "required", "set", "(", ")", "class", "unsafe",
  ]

  private let tokens: [SourceToken]
  private var scopes: [Scope] = []
  /// What a `{` opens, by its place.
  private var opened: [Int: Scope] = [:]
  private(set) var declarations: [SourceFile.Declaration] = []
  private(set) var extensions: [SourceFile.Extension] = []
  private(set) var functions: [SourceFile.Function] = []
  private(set) var imports: [SourceToken] = []
  private(set) var holdsOwnNames = false

  init(_ tokens: [SourceToken]) { self.tokens = tokens }

  private func text(_ place: Int) -> String {
    tokens.indices.contains(place) ? tokens[place].text : ""
  }

  mutating func read() {
    for place in tokens.indices {
      switch tokens[place].text {
      case "{": scopes.append(opened[place] ?? .other)
      case "}": close(at: place)
      case "import" where scopes.isEmpty: imports.append(tokens[place + 1])
      default: if text(place - 1) != "." { declaration(at: place) }
      }
    }
  }

  private mutating func close(at place: Int) {
    if case .function(let index)? = scopes.popLast() {
      functions[index].lines = tokens[place].line - functions[index].line + 1
    }
  }

  private mutating func declaration(at place: Int) {
    let word = tokens[place].text
    let hasName = tokens.indices.contains(place + 1) && tokens[place + 1].isWord
    if Self.types.contains(word), hasName, !["func", "var", "let"].contains(text(place + 1)) {
      return type(at: place)
    }
    if word == "extension", scopes.isEmpty { return self.extension(at: place) }
    if word == "func" { return function(at: place) }
    guard isDeclarationScope else { return }
    switch word {
    case "init", "subscript": function(at: place)
    case "var", "let": property(at: place)
    case "case": cases(at: place)
    default: break
    }
  }

  /// Whether what is declared here is a member or stands at the file's top level.
  private var isDeclarationScope: Bool {
    switch scopes.last {
    case nil, .type, .protocol, .extension: true
    case .function, .other: false
    }
  }

  /// Whether a declaration whose keyword stands at a place is private, by itself or by what it stands in.
  private func isPrivate(at place: Int) -> Bool {
    let isInside = scopes.contains { scope in
      switch scope {
      case .type(let isPrivate), .extension(_, let isPrivate): isPrivate
      case .function, .other: true
      case .protocol: false
      }
    }
    if isInside { return true }
    var place = place - 1
    while place >= 0, Self.modifiers.contains(text(place)) {
      if ["private", "fileprivate"].contains(text(place)), text(place + 1) != "(" { return true }
      place -= 1
    }
    return false
  }

  private mutating func declare(_ name: SourceToken, isType: Bool = false, keyword place: Int) {
    let isPrivate = isPrivate(at: place)
    var kind = SourceFile.Declaration.Kind.ownName
    if !isType {
      switch scopes.last {
      case nil: break
      case .extension(let number, _): kind = .added(by: number)
      default: kind = .member
      }
    }
    if scopes.isEmpty, !isPrivate { holdsOwnNames = true }
    declarations.append(
      .init(name: name.text, kind: kind, isPrivate: isPrivate, line: name.line))
  }

  private mutating func type(at place: Int) {
    let word = tokens[place].text
    declare(tokens[place + 1], isType: true, keyword: place)
    guard word != "typealias", word != "associatedtype", let brace = brace(behind: place) else {
      return
    }
    opened[brace] = word == "protocol" ? .protocol : .type(isPrivate: isPrivate(at: place))
  }

  private mutating func `extension`(at place: Int) {
    guard let brace = brace(behind: place) else { return }
    let type = tokens[(place + 1)..<brace].map(\.text).prefix { $0 != "where" && $0 != ":" }
    let isPrivate = isPrivate(at: place)
    opened[brace] = .extension(extensions.count, isPrivate: isPrivate)
    extensions.append(
      .init(type: type.joined(), isPrivate: isPrivate, line: tokens[place].line))
  }

  private func brace(behind place: Int) -> Int? {
    tokens[place...].firstIndex { $0.text == "{" }
  }

  private mutating func function(at place: Int) {
    let isNamed = text(place) == "func"
    let name = isNamed ? tokens[place + 1] : tokens[place]
    if isDeclarationScope, isNamed { declare(name, keyword: place) }
    guard let open = tokens[place...].firstIndex(where: { $0.text == "(" }) else { return }
    var (end, depth, colons) = (open, 0, 0)
    repeat {
      switch tokens[end].text {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      case ":" where depth == 1: colons += 1
      default: break
      }
      end += 1
    } while depth > 0 && end < tokens.count
    if case .protocol? = scopes.last { return }
    guard let brace = tokens[min(end, tokens.count)...].firstIndex(where: { $0.text == "{" })
    else { return }
    begin(name.text, parameters: colons, at: place, brace)
  }

  private mutating func begin(_ name: String, parameters: Int, at place: Int, _ brace: Int) {
    opened[brace] = .function(functions.count)
    functions.append(
      .init(name: name, parameters: parameters, line: tokens[place].line, lines: 1))
  }

  private mutating func property(at place: Int) {
    guard tokens[place + 1].isWord else { return }
    declare(tokens[place + 1], keyword: place)
    if case .protocol? = scopes.last { return }
    guard text(place + 2) == ":" else { return }
    var end = place + 3
    var depth = 0
    while end < tokens.count, depth > 0 || tokens[end].line == tokens[end - 1].line {
      switch tokens[end].text {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "=": return
      case "{": return begin(tokens[place + 1].text, parameters: 0, at: place, end)
      default: break
      }
      end += 1
    }
  }

  private mutating func cases(at place: Int) {
    var next = place + 1
    while tokens.indices.contains(next), tokens[next].isWord {
      declare(tokens[next], keyword: place)
      next += 1
      var depth = 0
      while next < tokens.count {
        if text(next) == "(" { depth += 1 }
        if text(next) == ")" { depth -= 1 }
        if depth == 0, text(next) == "," || tokens[next].line > tokens[next - 1].line { break }
        next += 1
      }
      guard text(next) == "," else { return }
      next += 1
    }
  }
}
