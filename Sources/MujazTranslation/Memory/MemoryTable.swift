/// Reads units from tab-separated values: with a header that names the columns, or a source, a tab, a target.
///
/// Cells are taken as they are, but for the apostrophe before what a spreadsheet would run as a formula.
struct MemoryTable {
  let source: Language?
  let target: Language?
  let origin: String
  let date: String

  private struct Columns {
    var source = 0
    var target = 1
    var sourceLanguage: Int?
    var targetLanguage: Int?
    var origin: Int?
    var date: Int?
    var confidence: Int?
    /// What a header of tags has named.
    var languages: (source: String, target: String)?

    init() {}

    /// The columns that a header names; nil where the line is none.
    init?(_ header: [Substring]) {
      let names = header.map { String($0).asOneLine.lowercased() }
      guard let source = names.firstIndex(of: "source"), let target = names.firstIndex(of: "target")
      else { return nil }
      (self.source, self.target) = (source, target)
      sourceLanguage = names.firstIndex(of: "source_language")
      targetLanguage = names.firstIndex(of: "target_language") ?? names.firstIndex(of: "language")
      origin = names.firstIndex(of: "origin") ?? names.firstIndex(of: "document")
      date = names.firstIndex(of: "date")
      confidence = names.firstIndex(of: "confidence")
    }

    /// The columns that a header of two language tags names (`ar`, `en`), one of them that of the sources.
    init?(tags header: [Substring], from source: Language, to target: Language?) {
      let bases = header.map { Language(String($0).asOneLine)?.base }
      guard let from = bases.firstIndex(of: source.base),
        let to = bases.firstIndex(where: { base in
          base.map { $0 != source.base && (target == nil || $0 == target?.base) } ?? false
        })
      else { return nil }
      (self.source, self.target) = (from, to)
      languages = (String(header[from]).asOneLine, String(header[to]).asOneLine)
    }
  }

  func read(
    _ feed: ByteFeed, _ body: (MemoryUnit) throws(PackageError) -> Void
  ) throws(PackageError) {
    var lines = LineFeed(feed)
    var columns: Columns?
    while let line = try lines.next() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard let known = columns else {
        columns = header(cells) ?? Columns()
        if header(cells) == nil { try body(unit(cells, Columns(), lines.line)) }
        continue
      }
      try body(unit(cells, known, lines.line))
    }
  }

  /// The columns that a first line names, nil where it is none.
  ///
  ///     source⇥target, ar⇥en        columns        نعم⇥yes        a unit
  private func header(_ cells: [Substring]) -> Columns? {
    Columns(cells)
      ?? Columns(tags: cells, from: source ?? .arabic, to: target)
  }

  private func unit(
    _ cells: [Substring], _ columns: Columns, _ line: Int
  ) throws(PackageError) -> MemoryUnit {
    guard cells.count > max(columns.source, columns.target) else {
      throw PackageError(line: line, "a source, a tab and a target are expected")
    }
    func cell(_ column: Int?) -> String? {
      column.flatMap {
        $0 < cells.count && !cells[$0].isEmpty ? TSV.unescaped(String(cells[$0])) : nil
      }
    }
    guard
      let targetLanguage = cell(columns.targetLanguage) ?? target?.tag ?? columns.languages?.target
    else {
      throw PackageError(line: line, "the language of the targets is not known: --to names it")
    }
    return MemoryUnit(
      source: cell(columns.source) ?? "", target: cell(columns.target) ?? "",
      sourceLanguage: cell(columns.sourceLanguage) ?? source?.tag ?? columns.languages?.source
        ?? "ar",
      targetLanguage: targetLanguage, origin: cell(columns.origin) ?? origin,
      date: cell(columns.date) ?? date, confidence: cell(columns.confidence).flatMap { Double($0) })
  }
}
