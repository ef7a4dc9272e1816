/// The order of folders that ARCHITECTURE.md states: a table with a row a module, whose folders are in its second column.
struct FolderOrder {
  /// The folders of a module, those first that use no other.
  private(set) var folders: [String: [String]] = [:]

  /// Reads the table below the line that begins with "| module | folders".
  init(page: String) {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let head = lines.firstIndex(where: { $0.hasPrefix("| module | folders") }) else { return }
    for row in lines[(head + 2)...].prefix(while: { $0.hasPrefix("|") }) {
      let cells = row.split(separator: "|").map { cell in
        cell.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      }
      guard cells.count == 2, let module = cells[0].first else { continue }
      folders[module] = cells[1]
    }
  }

  /// Where a folder stands; nil where the page doesn't name it.
  func place(of file: SourceFile) -> Int? {
    folders[file.module]?.firstIndex(of: file.folder)
  }
}
