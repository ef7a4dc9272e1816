import Foundation
import TestSupport
import Testing

/// A document of the project: its fenced blocks, headings and links.
struct Document: CustomTestStringConvertible {
  /// What people read first, and where it leads.
  static let all = [
    "README.md", "README.ar.md", "CONTRIBUTING.md", "Documentation/GUIDE.md",
    "Documentation/OPTIONS.md", "Documentation/RECIPES.md", "Documentation/MEASURED.md",
    "Documentation/ARCHITECTURE.md",
  ].map(Document.init)

  let path: String
  var testDescription: String { path }

  func text() throws -> String {
    try Fixtures.text(of: Fixtures.package.appendingPathComponent(path))
  }

  /// The fenced blocks, and the set-up that a comment `<!-- run` … `-->` hides from the reader.
  func blocks() throws -> [Block] { Block.blocks(of: try text()) }
}

/// A fenced block of a document.
struct Block {
  /// A command and what it must print.
  struct Step: Equatable {
    var command: String
    var output: [String]
  }

  /// What stands behind the fence's marks: `console` shows commands and what they print, `sh` commands alone.
  var language: String
  /// Why it isn't run, from the comment `<!-- not run: … -->` on the line above it.
  var notRun: String?
  /// The tool that it can't be run without, from the comment `<!-- needs … -->` on the line above it.
  var needs: String?
  /// The line of its fence, from 1.
  var line: Int
  var lines: [String] = []

  var isShell: Bool { language == "console" || language == "sh" }

  /// The commands of a console behind `$ `, each with the lines below it; the next lines of a command stand behind `> `.
  /// What prints Arabic text may have it in a quotation from right to left below the block instead. A block of `sh` is one
  /// command that prints what it likes.
  var steps: [Step] {
    guard language == "console" else {
      return [Step(command: "set -e\n" + lines.joined(separator: "\n"), output: ["…"])]
    }
    return lines.reduce(into: []) { steps, line in
      if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2)), output: []))
      } else if line.hasPrefix("> "), let last = steps.indices.last, steps[last].output.isEmpty {
        steps[last].command += "\n" + line.dropFirst(2)
      } else if let last = steps.indices.last {
        steps[last].output.append(line)
      }
    }
  }

  private static let quotation = "<blockquote dir=\"rtl\">"

  static func blocks(of text: String) -> [Block] {
    var (blocks, open): ([Block], Block?) = ([], nil)
    var (before, end) = ("", "")
    for (number, line) in text.components(separatedBy: "\n").enumerated() {
      if var block = open {
        if line == end {
          blocks.append(block)
          open = nil
        } else {
          block.lines.append(end == "```" ? line : line.replacing("<br>", with: ""))
          open = block
        }
      } else if line.hasPrefix("```") {
        open = Block(
          language: String(line.dropFirst(3)), notRun: word(in: before, behind: "not run: "),
          needs: word(in: before, behind: "needs "), line: number + 1)
        end = "```"
      } else if line == "<!-- run" {
        open = Block(language: "sh", line: number + 1)
        end = "-->"
      } else if line == quotation, let last = blocks.popLast() {
        open = last
        end = "</blockquote>"
      }
      before = line
    }
    return blocks + (open.map { [$0] } ?? [])
  }

  /// What stands in a comment of one line.
  private static func word(in line: String, behind key: String) -> String? {
    guard line.hasPrefix("<!-- \(key)"), line.hasSuffix(" -->") else { return nil }
    return String(line.dropFirst("<!-- \(key)".count).dropLast(" -->".count))
  }
}

extension Block.Step {
  /// Whether lines are those that the document shows, where a line `…` stands for any number of them.
  func isMet(by lines: [String]) -> Bool { Self.matches(output[...], lines[...]) }

  private static func matches(_ shown: ArraySlice<String>, _ lines: ArraySlice<String>) -> Bool {
    guard let first = shown.first else { return lines.isEmpty }
    if first == "…" {
      return (lines.startIndex...lines.endIndex).contains {
        matches(shown.dropFirst(), lines[$0...])
      }
    }
    return lines.first == first && matches(shown.dropFirst(), lines.dropFirst())
  }
}
