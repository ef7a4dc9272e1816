import Testing

@testable import MujazTranslation

/// Cells of tab-separated values.
@Suite struct TSVTests {
  @Test(
    "A cell that a spreadsheet would run has an apostrophe before it, and comes back as it was",
    arguments: ["=1", "+", "-نص", "@a", "＝1", "＋1", "－1", "＠a", "'=1", "''－1", "'＝"])
  func dangers(_ cell: String) {
    #expect(written(cell) == "'" + cell)
    #expect(TSV.unescaped("'" + cell) == cell)
  }

  @Test(
    "Any other is left as it is", arguments: ["", "نص", "'نص", "Ａ", "\u{FF1E}1", "'", "1=1", "﷽"])
  func others(_ cell: String) {
    #expect(written(cell) == cell)
    #expect(TSV.unescaped(cell) == cell)
  }

  private func written(_ cell: String) -> String {
    var bytes: [UInt8] = []
    TSV.append([cell], to: &bytes)
    return String(decoding: bytes.dropLast(), as: UTF8.self)
  }
}
