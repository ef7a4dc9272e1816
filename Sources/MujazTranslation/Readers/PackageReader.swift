/// Reads a package that has come back, whatever its format: it is known by its content.
public enum PackageReader {
  /// The formats that are read.
  public enum Format: String, Sendable, CaseIterable {
    /// XLIFF 2.0 and 2.1.
    case xliff2
    /// XLIFF 1.2.
    case xliff1
    /// Gettext PO.
    case po
    /// Tab-separated values, or CSV.
    case tsv
    /// The table of a DOCX file.
    case docx
    /// The table of an XLSX file.
    case xlsx

    /// Whether the line of a segment is a row of a table, the head being the first.
    public var hasRows: Bool { self == .docx || self == .xlsx }
  }

  /// Reads a package.
  ///
  /// `read` fills a buffer and says how many bytes it has put there: 0 at the end, less on failure. Linear; memory holds
  /// the package but, for XLIFF, not the file.
  public static func package(
    _ read: @escaping (UnsafeMutableRawBufferPointer) -> Int
  ) throws(PackageError) -> (package: BilingualPackage, format: Format) {
    try package(ByteFeed(read))
  }

  /// Reads a package whose bytes are at hand.
  public static func package(
    bytes: [UInt8]
  ) throws(PackageError) -> (package: BilingualPackage, format: Format) {
    try package(ByteFeed(bytes))
  }

  private static func package(
    _ feed: ByteFeed
  ) throws(PackageError) -> (package: BilingualPackage, format: Format) {
    if feed.head.isEmpty { throw PackageError("the file is empty") }
    if looksLikeXML(feed.head) { return try XLIFFReader.read(feed) }
    if feed.head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      let archive = try feed.rest()
      return WorkbookReader.isWorkbook(archive)
        ? (try XLSXReader.read(archive), .xlsx) : (try DOCXReader.read(archive), .docx)
    }
    let text = try TextFile.text(try feed.rest())
    let first = text.textLines(upTo: 50).first { !$0.isEmpty && !$0.hasPrefix("#") } ?? ""
    if first.hasPrefix("msgid") || first.hasPrefix("msgctxt") {
      return (try POReader.read(text), .po)
    }
    if let separator = TSVReader.Separator(head: first) {
      return (try TSVReader.read(text, separator), .tsv)
    }
    if first.contains("\t") { return (try TSVReader.read(text), .tsv) }
    throw PackageError("not a translation package: XLIFF, PO, TSV, CSV, DOCX or XLSX is expected")
  }

  /// Whether a file is a package by its beginning: HTML, plain text and JSON Lines are none.
  public static func isPackage(_ read: @escaping (UnsafeMutableRawBufferPointer) -> Int) -> Bool {
    let head = ByteFeed(read).head
    if looksLikeXML(head) {
      // In UTF-16 every other byte is zero.
      let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self)
      return text.contains("xliff")
    }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return true }
    let lines = String(decoding: head.filter { $0 != 0 }, as: UTF8.self).textLines(upTo: 50)
    let first = lines.first { !$0.isEmpty && !$0.hasPrefix("#") } ?? ""
    return first.hasPrefix("msgid") || first.hasPrefix("msgctxt")
      || TSVReader.Separator(head: first) != nil
  }

  /// `<` behind a byte order mark and white space, in UTF-8 or UTF-16.
  private static func looksLikeXML(_ head: [UInt8]) -> Bool {
    let isMark = { (byte: UInt8) in [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00].contains(byte) }
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    return head.first { !isMark($0) && !isSpace($0) } == UInt8(ascii: "<")
  }
}
