/// Reads units of a memory from TMX, from a translated package (XLIFF, PO, DOCX, XLSX, CSV, our TSV) or from tab-separated values: by
/// content.
public struct MemoryUnitReader: Sendable {
  /// The languages, where the file doesn't say or has several; nil for what the file says.
  public var source: Language?
  /// The language of the translations, where the file doesn't say or has several; nil for what the file says.
  public var target: Language?
  /// Where units come from that don't say it themselves.
  public var origin: String
  /// The date of units that have none, as TMX writes it.
  public var date: String

  /// A reader; without arguments everything is as the file says.
  public init(
    source: Language? = nil, target: Language? = nil, origin: String = "", date: String = ""
  ) {
    self.source = source
    self.target = target
    self.origin = origin
    self.date = date
  }

  /// Hands out the units of a file. TMX and tab-separated values are never held whole.
  ///
  /// `read` fills a buffer and says how many bytes it has put there: 0 at the end, less on failure.
  public func read(
    _ read: @escaping (UnsafeMutableRawBufferPointer) -> Int,
    _ body: (MemoryUnit) throws(PackageError) -> Void
  ) throws(PackageError) {
    try units(ByteFeed(read), body)
  }

  /// The units of a file whose bytes are at hand.
  public func units(bytes: [UInt8]) throws(PackageError) -> [MemoryUnit] {
    var units: [MemoryUnit] = []
    try self.units(ByteFeed(bytes)) { units.append($0) }
    return units
  }

  private func units(
    _ feed: ByteFeed, _ body: (MemoryUnit) throws(PackageError) -> Void
  ) throws(PackageError) {
    if feed.head.isEmpty { throw PackageError("the file is empty") }
    switch MemoryFileKind(feed.head) {
    case .tmx:
      try TMXReader(source: source, target: target, origin: origin, date: date).read(feed, body)
    case .table:
      try MemoryTable(source: source, target: target, origin: origin, date: date).read(feed, body)
    case .package:
      let package = try PackageReader.package(feed.fill).package
      for unit in units(of: package) { try body(unit) }
    }
  }

  /// What is translated in a package.
  public func units(of package: BilingualPackage) -> [MemoryUnit] {
    var units: [MemoryUnit] = []
    let sourceTag = package.sourceLanguage.isEmpty ? source?.tag ?? "ar" : package.sourceLanguage
    let targetTag = package.targetLanguage.isEmpty ? target?.tag ?? "" : package.targetLanguage
    for document in package.documents {
      let segments = document.units.flatMap(\.segments)
      let sources = segments.map(\.source)
      for (index, segment) in segments.enumerated() {
        guard segment.isTranslatable, segment.status == .translated, let target = segment.target
        else { continue }
        units.append(
          MemoryUnit(
            source: segment.source, target: target, sourceLanguage: sourceTag,
            targetLanguage: targetTag, contexts: [MemoryContext(of: index, in: sources)],
            origin: document.original.isEmpty ? origin : document.original, date: date))
      }
    }
    return units
  }
}

/// What a file with units is, by its beginning.
private enum MemoryFileKind {
  case tmx, table, package

  init(_ head: [UInt8]) {
    // In UTF-16 every other byte is zero.
    let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self)
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
    if start.hasPrefix("<") {
      self = text.contains("<tmx") ? .tmx : .package
      return
    }
    let isUTF8 =
      !head.prefix(2).elementsEqual([0xFF, 0xFE]) && !head.prefix(2).elementsEqual([0xFE, 0xFF])
    let line = start.textStart { !$0.isEmpty && !$0.hasPrefix("#") }
    // Our packages have ids; they may have been through a spreadsheet, which the package's reader knows.
    self =
      isUTF8 && line.contains("\t") && TSVReader.Separator(head: line) == nil ? .table : .package
  }
}

extension Substring {
  /// The first line that is wanted, empty where there is none.
  fileprivate func textStart(where isWanted: (Substring) -> Bool) -> Substring {
    String(self).textLines(upTo: 50).first(where: isWanted) ?? ""
  }
}
