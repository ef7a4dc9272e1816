/// The rules of the house, over the files of all modules.
///
/// Names are told by their letters alone, so a name that is declared in two places counts for none of them: what is found
/// is so, and something may be missed.
struct House {
  /// What breaks a rule, and where.
  struct Violation: Equatable, CustomStringConvertible {
    var path: String
    var line: Int
    var message: String
    var description: String { "\(path):\(line): \(message)" }
  }

  let files: [SourceFile]
  let order: FolderOrder

  /// Names that the standard library has too.
  private static let standardNames: Set = [
    "append", "contains", "count", "description", "encode", "first", "firstIndex", "hash", "index",
    "isEmpty", "last", "span", "split", "starts",
  ]

  // MARK: Folders

  /// Uses of a folder that stands further down in ARCHITECTURE.md, and folders that it doesn't name.
  func misplacedUses(in module: String) -> [Violation] {
    let files = files.filter { $0.module == module }
    let homes = homes(of: files)
    return files.flatMap { file -> [Violation] in
      guard let place = order.place(of: file) else {
        let message = "ARCHITECTURE.md names no folder '\(file.folder)' of \(module)"
        return [Violation(path: file.path, line: 1, message: message)]
      }
      return file.uses().compactMap { use -> Violation? in
        guard let home = homes[use.name], home.kind.isMet(by: use),
          let other = order.place(of: files[home.file]), other > place
        else { return nil }
        let message = "\(file.folder) uses '\(use.name)' of \(files[home.file].folder)"
        return Violation(path: file.path, line: use.line, message: message)
      }
    }
  }

  /// Where names are declared, as places in `files`: those that one folder alone declares, and of members those that no other
  /// module has.
  private func homes(of files: [SourceFile]) -> [String: Home] {
    var homes: [String: Home] = [:]
    var shared = Self.standardNames
    for (index, file) in files.enumerated() {
      for declaration in file.declarations {
        if let home = homes[declaration.name], files[home.file].folder != file.folder {
          shared.insert(declaration.name)
        }
        homes[declaration.name] = Home(file: index, kind: declaration.kind)
      }
    }
    let others = self.files.filter { $0.module != files.first?.module }
    let foreign = Set(others.flatMap(\.declarations).map(\.name))
    return homes.filter { name, home in
      !shared.contains(name) && (home.kind == .ownName || !foreign.contains(name))
    }
  }

  /// What declares a name, and how.
  private struct Home {
    var file: Int
    var kind: SourceFile.Declaration.Kind
  }

  // MARK: Extensions

  /// Extensions of types from elsewhere that two other files use, in files that hold something else as well.
  func lodgers(in module: String) -> [Violation] {
    let files = files.filter { $0.module == module }
    let declared = declarationCounts
    return files.flatMap { file -> [Violation] in
      file.extensions.enumerated().compactMap { number, part -> Violation? in
        let own = file.declarations.contains {
          $0.kind == .ownName && part.type.split(separator: ".").contains(Substring($0.name))
        }
        guard !own, !file.isHome(of: part) else { return nil }
        let names = file.declarations.filter {
          $0.kind == .added(by: number) && !$0.isPrivate && declared[$0.name] == 1
            && !Self.standardNames.contains($0.name)
        }.map(\.name)
        let users = files.filter { other in
          other.path != file.path
            && other.uses().contains { $0.isMember && names.contains($0.name) }
        }
        guard users.count >= 2 else { return nil }
        let message =
          "\(users.count) other files use the extension of \(part.type): it wants its own"
        return Violation(path: file.path, line: part.line, message: message)
      }
    }
  }

  /// In how many files a name is declared.
  private var declarationCounts: [String: Int] {
    files.reduce(into: [:]) { counts, file in
      for name in Set(file.declarations.map(\.name)) { counts[name, default: 0] += 1 }
    }
  }

  // MARK: Functions

  /// Functions of more than 70 lines, and those with more than six parameters that are no initialisers.
  func overgrown(in module: String) -> [Violation] {
    files.filter { $0.module == module }.flatMap { file in
      file.functions.flatMap { function -> [Violation] in
        var messages: [String] = []
        if function.lines > 70 {
          messages.append("\(function.name) has \(function.lines) lines")
        }
        if function.parameters > 6, function.name != "init" {
          messages.append("\(function.name) has \(function.parameters) parameters")
        }
        return messages.map { Violation(path: file.path, line: function.line, message: $0) }
      }
    }
  }

  // MARK: Imports

  /// The module that stands for the C library, whatever the system calls it.
  private static let platform = "MujazPlatform"
  private static let refused: Set = ["Bionic", "Darwin", "Foundation", "Glibc", "Musl"]

  /// Imports of Foundation, of a system's C library by its own name, and imports that are passed on.
  func refusedImports() -> [Violation] {
    files.filter { $0.module != Self.platform }.flatMap { file in
      file.imports.filter { Self.refused.contains($0.text) }
        .map { Violation(path: file.path, line: $0.line, message: "imports \($0.text)") }
        + file.tokens.filter { $0.text == "_exported" }
        .map { Violation(path: file.path, line: $0.line, message: "passes an import on") }
    }
  }
}

extension SourceFile {
  /// A name that is used.
  struct Use {
    var name: String
    var line: Int
    /// Whether it stands behind a dot, or is called: a member may be meant.
    var isMember: Bool
  }

  /// The words of the file that declare nothing.
  func uses() -> [Use] {
    let keywords: Set = [
      "func", "var", "let", "case", "struct", "class", "enum", "protocol", "typealias", "actor",
    ]
    return tokens.indices.compactMap { place in
      let token = tokens[place]
      let previous = place > 0 ? tokens[place - 1].text : ""
      guard token.isWord, !keywords.contains(previous) else { return nil }
      let next = place + 1 < tokens.count ? tokens[place + 1].text : ""
      return Use(
        name: token.text, line: token.line, isMember: previous == "." || next == "(")
    }
  }

  /// Whether an extension is what the file is for: it holds nothing but extensions of one type, or is named after the type.
  func isHome(of part: Extension) -> Bool {
    if name.hasPrefix(part.type + "+") { return true }
    return !holdsOwnNames && Set(extensions.map(\.type)).count == 1
  }
}

extension SourceFile.Declaration.Kind {
  /// Whether a use can mean something of this kind: a member of a type's own body is reached by its type.
  func isMet(by use: SourceFile.Use) -> Bool {
    switch self {
    case .ownName: true
    case .member: false
    case .added: use.isMember
    }
  }
}
