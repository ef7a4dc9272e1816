import Foundation
import TestSupport
import Testing

/// What is written about the command, against the command.
@Suite struct DocumentationTests {
  /// The commands that read articles.
  static let commands = ["brief", "quotes", "segment", "text"]
  /// Those that make packages of them and read what comes back.
  static let packages = ["prep", "merge", "check", "stats", "convert", "align", "tm"]

  @Test(
    "The tables of OPTIONS.md have a command's options and no others",
    arguments: commands + packages)
  func options(_ command: String) throws {
    let told = try OptionRow.all().filter { $0.commands.contains(command) }.map(\.option)
    let there = try Dump.options(of: command).map(\.name)
    #expect(Set(told).symmetricDifference(there).sorted() == [])
  }

  @Test(
    "They name the values of an option, and what holds without it", arguments: commands + packages)
  func values(_ command: String) throws {
    let rows = try OptionRow.all().filter { $0.commands.contains(command) }
    for option in try Dump.options(of: command) {
      let meanings = rows.filter { $0.option == option.name }.map(\.meaning).joined()
      for value in option.values {
        #expect(meanings.contains("`\(value)`"), "\(command) \(option.name): \(value)")
      }
    }
  }

  @Test("A schema is JSON and of the draft it names", arguments: commands)
  func schema(_ command: String) throws {
    let schema = try decode(success(["schema", command]).output, as: Schema.self)
    #expect(schema.draft == "https://json-schema.org/draft/2020-12/schema")
  }

  @Test("Records have the members that the schema names", arguments: commands)
  func members(_ command: String) throws {
    let schema = try decode(success(["schema", command]).output, as: Schema.self)
    let record = try #require(schema.anyOf.last)
    let plain = try members(of: [command, "--format", "jsonl"])
    // The text of the sample tells its language.
    let told: Set = command == "brief" ? ["language"] : []
    #expect(plain == Set(record.required ?? []).union(told))
    let explained = ["brief", "quotes", "segment"].contains(command) ? ["--explain"] : []
    let full = try members(of: [command, "--format", "json"] + explained)
    // What the input states of the article, where it states anything, and why there is no brief.
    let optional: Set = ["title", "date", "site", "author", "url", "no_brief"]
    let stated = command == "brief" ? optional : []
    #expect(full.union(stated) == Set(record.properties?.keys ?? [:].keys))
  }

  @Test("The changelog's newest version is the command's, and what it writes names it")
  func version() throws {
    let changelog = try Fixtures.text(
      of: Fixtures.package.appendingPathComponent("CHANGELOG.md"))
    let newest = try #require(
      changelog.components(separatedBy: "\n").first {
        $0.hasPrefix("## [") && $0 != "## [Unreleased]"
      })
    let version = String(decoding: try success(["--version"]).output.dropLast(), as: UTF8.self)
    #expect(newest.hasPrefix("## [\(version)] - "))
    let package = try success(["prep", "--to", "en"], input: Sample.short.utf8).output
    #expect(String(decoding: package, as: UTF8.self).contains(">mujaz \(version)<"))
  }

  private func members(of arguments: [String]) throws -> Set<String> {
    let output = try success(arguments, input: Sample.short.utf8).output
    let object = try JSONSerialization.jsonObject(with: output) as? [String: Any]
    return Set(try #require(object).keys)
  }
}

/// A row of the tables of OPTIONS.md: an option, the commands that have it, and what it means.
private struct OptionRow {
  var option: String
  var commands: Set<String>
  var meaning: String

  static func all() throws -> [OptionRow] {
    try Document(path: "Documentation/OPTIONS.md").text().components(separatedBy: "\n")
      .filter { $0.hasPrefix("| `--") }.map { row in
        let cells = row.components(separatedBy: " | ")
        try #require(cells.count >= 3, "\(row)")
        return OptionRow(
          option: cells[0].filter { !"| `".contains($0) }, commands: commands(of: cells[1]),
          meaning: cells[2...].joined())
      }
  }

  /// The commands that a cell names, or stands for.
  private static func commands(of cell: String) -> Set<String> {
    let reading = DocumentationTests.commands + ["prep", "stats"]
    switch cell {
    case "reading": return Set(reading)
    case "all": return Set(reading + DocumentationTests.packages)
    default: return Set(cell.components(separatedBy: ", "))
    }
  }
}

/// `mujaz --experimental-dump-help`.
private struct Dump: Decodable {
  struct Command: Decodable {
    var commandName: String
    var arguments: [Argument]?
    var subcommands: [Command]?
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }

    struct Completion: Decodable {
      struct List: Decodable {
        var values: [String]
      }

      var list: List?
    }

    var names: [Name]?
    var allValues: [String]?
    var completionKind: Completion?
    var defaultValue: String?
  }

  /// A long option, its values, and what holds without it.
  struct Option {
    var name: String
    var values: [String]
  }

  var command: Command

  /// The long options of a command and of those below it.
  static func options(of name: String) throws -> [Option] {
    let output = try success(["--experimental-dump-help"]).output
    let commands = try decode(output, as: Dump.self).command.subcommands ?? []
    let command = try #require(commands.first { $0.commandName == name })
    let all = [command] + (command.subcommands ?? [])
    return all.flatMap { $0.arguments ?? [] }.compactMap { argument in
      guard let long = argument.names?.first(where: { $0.kind == "long" }) else { return nil }
      let values = argument.allValues ?? argument.completionKind?.list?.values ?? []
      return Option(
        name: "--" + long.name, values: values + (argument.defaultValue.map { [$0] } ?? []))
    }
  }
}

/// What is read of a schema.
private struct Schema: Decodable {
  struct Record: Decodable {
    struct Member: Decodable {}

    var properties: [String: Member]?
    var required: [String]?
  }

  var draft: String
  var anyOf: [Record]

  private enum CodingKeys: String, CodingKey {
    case draft = "$schema"
    case anyOf
  }
}
