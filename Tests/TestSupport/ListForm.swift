import MujazCore

/// What the rows of a word list look like, as its head says: `# Columns: phrase; kind = turn, soft`.
///
/// Columns stand between semicolons. Behind `=` are the words that a cell may hold, `any of` where it may hold several of them with
/// commas between and `-` for none, or `number`. A last column whose name ends with `?` may be left out.
public struct ListForm {
  struct Column {
    enum Values: Equatable { case text, number, one(Set<String>), some(Set<String>) }

    var name: String
    var isOptional: Bool
    var values: Values
  }

  var columns: [Column]

  /// Reads the line of a head that begins with `# Columns: `.
  init?(_ line: some StringProtocol) {
    guard line.hasPrefix(Self.start) else { return nil }
    columns = line.dropFirst(Self.start.count).components("; ").map { text in
      let parts = text.components(" = ")
      let values = parts.dropFirst().first
      let isOptional = parts[0].hasSuffix("?")
      return Column(
        name: String(isOptional ? String(parts[0].dropLast()) : parts[0]), isOptional: isOptional,
        values: values.map(Self.values) ?? .text)
    }
  }

  private static let start = "# Columns: "

  private static func values(_ text: String) -> Column.Values {
    if text == "number" { return .number }
    let several = "any of "
    guard text.hasPrefix(several) else { return .one(Set(text.components(", "))) }
    return .some(Set(String(text.dropFirst(several.count)).components(", ")))
  }

  // MARK: Holding a list against its form

  /// What is wrong with a list, as `FILE:LINE: what is wrong`; nothing where all is well.
  public static func problems(in list: [UInt8], file: String) -> [String] {
    var problems: [String] = []
    func report(_ line: Int, _ message: String) { problems.append("\(file):\(line): \(message)") }

    guard String(validating: list, as: UTF8.self) != nil else { return ["\(file):1: no UTF-8"] }
    let lines = list.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard lines.last == "" else { return ["\(file):\(lines.count): the last line has no end"] }
    for (number, line) in lines.dropLast().enumerated() {
      if line.isEmpty { report(number + 1, "the line is empty") }
      if line.last?.isWhitespace == true { report(number + 1, "the line ends with white space") }
      if line.utf8.contains(0x0D) { report(number + 1, "the line ends with a carriage return") }
    }
    let head = lines.prefix { $0.hasPrefix("#") }
    for field in ["# Belongs here: ", "# Source: ", "# Licence: "]
    where !head.contains(where: { $0.hasPrefix(field) }) {
      report(1, "the head has no line '\(field)…'")
    }
    guard let form = head.lazy.compactMap({ ListForm($0) }).first else {
      report(1, "the head has no line '\(start)…'")
      return problems
    }
    list.withUnsafeBufferPointer { bytes in
      var rows = ListRows(bytes)
      var unused = form.columns.map(\.names)
      while let cells = rows.nextStrings() {
        for message in form.problems(in: cells) { report(rows.line, message) }
        for (column, cell) in zip(form.columns.indices, cells) {
          unused[column].subtract(form.columns[column].names(in: cell))
        }
      }
      for (column, names) in zip(form.columns, unused) {
        for name in names.sorted() { report(1, "no row has the \(column.name) '\(name)'") }
      }
    }
    return problems
  }

  private func problems(in cells: [String]) -> [String] {
    let fewest = columns.count - (columns.last?.isOptional == true ? 1 : 0)
    guard (fewest...columns.count).contains(cells.count) else {
      return ["\(cells.count) columns where the head has \(columns.count)"]
    }
    return zip(columns, cells).flatMap { $0.problems(in: $1) }
  }
}

extension ListForm.Column {
  /// The words that the column's cells may hold; none where they may hold any.
  fileprivate var names: Set<String> {
    switch values {
    case .text, .number: []
    case .one(let names), .some(let names): names
    }
  }

  /// The words that a cell holds.
  fileprivate func names(in cell: String) -> [String] {
    if case .some = values { return cell == "-" ? [] : cell.components(",") }
    return [cell]
  }

  fileprivate func problems(in cell: String) -> [String] {
    if cell.isEmpty { return ["the \(name) is empty"] }
    if cell.first?.isWhitespace == true || cell.last?.isWhitespace == true {
      return ["white space around the \(name) '\(cell)'"]
    }
    switch values {
    case .text: return []
    case .number: return Int(cell) == nil ? ["the \(name) '\(cell)' is no number"] : []
    case .one(let known), .some(let known):
      return names(in: cell).filter { !known.contains($0) }.map { "unknown \(name) '\($0)'" }
    }
  }
}

extension StringProtocol {
  /// The parts between separators.
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
  }
}
