import Foundation
import Testing

@testable import mujaz

/// The pages that `make install` puts where `man` looks for them.
@Suite struct ManualTests {
  @Test("There is a page for every command, under its name")
  func names() throws {
    let folder = try TemporaryFolder()
    let names = try success(["--generate-manual", folder.path]).lines
    #expect(names.contains("mujaz.1") && names.contains("mujaz-tm-import.1"))
    #expect(names.count == NamedCommand.root.family.count)
    #expect(try folder.names() == names.sorted())
    let page = ManualPage(page: HelpPage(of: try HelpTests.command(["brief"])))
    #expect(try folder.text(of: page.file) == page.text())
  }

  @Test(
    "A page has every option with its values and its default, and the examples",
    arguments: HelpTests.commands)
  func contents(_ words: [String]) throws {
    let page = HelpPage(of: try HelpTests.command(words))
    let name = (["mujaz"] + words).joined(separator: "-")
    let plain = ManualPage(page: page).text().replacing("\\-", with: "-").replacing(
      "\\(aq", with: "'"
    )
    .replacing(/\\f[BIR]/, with: "")
    #expect(plain.hasPrefix(".TH \(name.uppercased()) 1 "))
    for entry in page.sections.flatMap(\.entries) {
      var lines = "\n.TP\n\(entry.label.filter { $0 != "<" && $0 != ">" })\n\(entry.text)"
      if !entry.values.isEmpty { lines += " Values: \(entry.values.joined(separator: ", "))." }
      if let value = entry.defaultValue { lines += " Default: \(value)." }
      #expect(plain.contains(lines + "\n"), "\(entry.label)")
    }
    for example in page.examples { #expect(plain.contains(".nf\n\(example.line)\n.fi")) }
    for code in [0, 64, 65, 66, 70, 73, 74] { #expect(plain.contains(".B \(code)\n")) }
  }

  private static let hasGroff = FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")

  @Test("groff finds no fault in them", .enabled(if: hasGroff))
  func groff() throws {
    let folder = try TemporaryFolder()
    _ = try success(["--generate-manual", folder.path])
    let ended = try Tool.shell("exec groff -man -ww -z -Kutf8 -Tutf8 *.1 2>&1", in: folder)
    #expect(ended.status == .code(0))
    #expect(ended.text == "")
  }

  @Test("A folder that is missing is told of")
  func missingFolder() throws {
    expectDiagnostic(try Tool.run(["--generate-manual", "/none"]), 73, saying: "/none/mujaz.1: ")
  }
}
