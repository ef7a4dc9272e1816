import Foundation
import TestSupport

@testable import MujazTranslation

/// Lines of a fixture table with their numbers, comments left out.
struct Case: Sendable, CustomStringConvertible {
  var line: Int
  var cells: [String]
  var description: String { "line \(line): \(cells[0])" }

  /// A cell, empty where the line has none.
  subscript(index: Int) -> String { index < cells.count ? cells[index] : "" }

  /// The parts of a cell, between semicolons.
  func list(_ index: Int) -> [String] {
    self[index].components(separatedBy: "; ").filter { !$0.isEmpty }
  }

  static func all(_ file: String) -> [Case] {
    let url = Fixtures.root.appendingPathComponent("Translation/\(file)")
    guard let text = try? Fixtures.text(of: url) else { return [] }
    return text.components(separatedBy: "\n").enumerated().compactMap { index, line in
      line.isEmpty || line.hasPrefix("#")
        ? nil : Case(line: index + 1, cells: line.components(separatedBy: "\t"))
    }
  }
}
