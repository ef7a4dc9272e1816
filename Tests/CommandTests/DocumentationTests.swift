import Foundation
import TestSupport
import Testing

/// What is written about the command, against the command.
@Suite struct DocumentationTests {
  /// The commands that read articles.
  static let commands = ["brief", "quotes", "segment", "text"]
  /// Those that make packages of them and read what comes back.
  static let packages = ["prep", "merge", "check", "stats", "align", "tm"]

  @Test("Every option stands in the tables of OPTIONS.md", arguments: commands + packages)
  func optionsInReadme(_ command: String) throws {
    let missing = try Dump.options(of: command).subtracting(Readme.options())
    #expect(missing.sorted() == [])
  }

  @Test("Every option of these tables exists")
  func readmeOptions() throws {
    let options = try (Self.commands + Self.packages).reduce(into: Set<String>()) {
      $0.formUnion(try Dump.options(of: $1))
    }
    #expect(try Readme.options().subtracting(options).sorted() == [])
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
    // What the input states of the article, where it states anything: SchemaTests has a page that does.
    let stated: Set = command == "brief" ? ["title", "date", "site", "author", "url"] : []
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

  @Test("The version stands where Scripts/version reads it")
  func versionScript() throws {
    let file = Fixtures.package.appendingPathComponent(
      "Sources/MujazCore/Text/MujazVersion.swift")
    let version = String(decoding: try success(["--version"]).output.dropLast(), as: UTF8.self)
    #expect(try Fixtures.text(of: file).contains("static let current = \"\(version)\"\n"))
  }

  private func members(of arguments: [String]) throws -> Set<String> {
    let output = try success(arguments, input: Sample.short.utf8).output
    let object = try JSONSerialization.jsonObject(with: output) as? [String: Any]
    return Set(try #require(object).keys)
  }
}

/// The option tables of OPTIONS.md: rows that begin with "| `--name".
private enum Readme {
  static func options() throws -> Set<String> {
    let text = try Fixtures.text(
      of: Fixtures.package.appendingPathComponent("Documentation/OPTIONS.md"))
    let start = "| `--"
    return Set(
      text.components(separatedBy: "\n").filter { $0.hasPrefix(start) }.map { row in
        "--" + row.dropFirst(start.count).prefix { $0.isLetter || $0.isNumber || $0 == "-" }
      })
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

    var names: [Name]?
  }

  var command: Command

  /// The long options of a command and of those below it.
  static func options(of name: String) throws -> Set<String> {
    let output = try success(["--experimental-dump-help"]).output
    let commands = try decode(output, as: Dump.self).command.subcommands ?? []
    let command = try #require(commands.first { $0.commandName == name })
    let all = [command] + (command.subcommands ?? [])
    let names = all.flatMap { $0.arguments ?? [] }.flatMap { $0.names ?? [] }
    return Set(names.filter { $0.kind == "long" }.map { "--" + $0.name })
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
