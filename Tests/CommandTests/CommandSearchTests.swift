import ArgumentParser
import Foundation
import Testing

@testable import mujaz

/// The short ways to a command, against the parser's own.
@Suite struct CommandSearchTests {
  @Test(
    "Without options a command is what the parser makes of it",
    arguments: ["brief", "quotes", "segment", "text"],
    [[], ["-"], ["article.txt"], ["help", "brief", "-", "a=b", "", "مقال.txt"]])
  func operands(_ command: String, _ files: [String]) throws {
    let found = try Mujaz.command(of: [command] + files)
    #expect(found is any ReadingCommand)
    #expect(values(of: found) == values(of: try Mujaz.parseAsRoot([command] + files)))
  }

  @Test(
    "With options, too",
    arguments: [
      "brief --words 40 -o brief.txt article.txt", "brief article.txt --format=json --explain",
      "brief --method lead --condense none --ratio .5 --jobs 2 --progress never -",
      "brief -- --words", "brief --max-size 4k -",
      "brief --text-field body --on-error record --format jsonl",
      "quotes --kind direct --kind mixed --speaker x --context 5", "quotes --explain a.txt",
      "segment --srx rules.srx a",
      "segment --format tsv --abbreviations list.txt", "segment --format tsv --raw a.txt",
      "segment --files-from list -0 --skip 3 --on-error skip --max-errors 7 --fail-on-skipped",
      "quotes --format csv --bom", "text --strict --encoding windows-1256 a b",
      "quotes --language-check refuse --format jsonl --on-error record a.txt",
      "srx -o rules.srx", "prep article.txt --to en", "prep --to fr --scope both --pseudo a.txt",
      "merge package.xlf --format docx", "check package.xlf --strict", "stats a.txt --format json",
      "align a.txt b.txt --to en --cut lines", "tm import --tm a.tm b.tmx --quiet",
      "tm export --tm a.tm --format tsv", "tm search --tm a.tm --in source word other",
      "tm lookup --tm a.tm --min 75", "tm stats --tm a.tm", "tm compact --tm a.tm", "schema brief",
    ])
  func options(_ line: String) throws {
    let arguments = line.components(separatedBy: " ")
    let found = try Mujaz.command(of: arguments)
    #expect(type(of: found) != Mujaz.self)
    #expect(values(of: found) == values(of: try Mujaz.parseAsRoot(arguments)))
  }

  @Test(
    "Help, versions, completions and mistakes are told in the parser's words",
    arguments: [
      "--help", "-h", "help", "help brief", "help tm lookup", "help nothing", "--help brief",
      "brief --help", "brief -h", "brief a.txt --help", "brief --words --help", "quotes --help",
      "segment --help", "text --help", "srx --help", "prep --help", "merge --help", "check --help",
      "stats --help", "align --help", "tm", "tm --help", "tm help", "tm help lookup",
      "tm lookup --help", "tm import --help", "tm nothing", "schema --help", "--help-hidden",
      "brief --help-hidden", "--version", "brief --version", "brief a.txt --version",
      "tm lookup --version", "schema brief --version", "nothing", "-", "brie a.txt", "--words 4",
      "brief --sentencs 3", "brief -x", "brief --words", "brief --words many", "brief --format xml",
      "brief --words 0", "brief --words 4 --ratio .5", "brief --jobs 0", "brief --max-size much",
      "brief --encoding none", "brief --language-check maybe", "brief --language-check",
      "prep a --to en --from fa --language-check refuse",
      "brief --quotes -1", "segment --srx a --abbreviations b", "text --on-error record", "prep a",
      "prep a --to english!", "align a --to en", "align - - --to en", "tm search --tm a",
      "tm lookup --tm a --min 3", "schema", "schema schema", "schema brief quotes",
      "--generate-completion-script bash", "--generate-completion-script zsh",
      "--generate-completion-script fish", "--generate-completion-script none",
      "brief --generate-completion-script bash", "tm lookup --generate-completion-script fish",
      "--experimental-dump-help", "brief --experimental-dump-help", "tm --experimental-dump-help",
    ])
  func messages(_ line: String) throws {
    let arguments = line.components(separatedBy: " ")
    let told = try #require(message { try Mujaz.command(of: arguments) })
    #expect(!told.isEmpty)
    #expect(told == message { try Mujaz.parseAsRoot(arguments) })
  }

  /// The options of a command and of its groups, by name.
  private func values(of command: any ParsableCommand) -> String {
    var text = ""
    dump(command, to: &text)
    return text
  }

  /// What a command line is answered with that is no command of ours; nil where it is one.
  private func message(_ parse: () throws -> any ParsableCommand) -> String? {
    do {
      var command = try parse()
      // The parser's own, and those that have only subcommands: to run them is to tell their help.
      let ours = Mujaz.configuration.subcommands + MemoryCommand.configuration.subcommands
      let found = type(of: command)
      if found != MemoryCommand.self, ours.contains(where: { $0 == found }) { return nil }
      try command.run()
      return ""
    } catch {
      return "\(Mujaz.exitCode(for: error).rawValue)\n" + Mujaz.fullMessage(for: error)
    }
  }
}
