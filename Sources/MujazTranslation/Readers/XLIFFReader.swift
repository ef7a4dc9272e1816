/// Reads XLIFF of both kinds: the root says which.
enum XLIFFReader {
  static func read(
    _ feed: ByteFeed
  ) throws(PackageError) -> (package: BilingualPackage, format: PackageReader.Format) {
    var xml = try XMLEvents(feed)
    do throws(PackageError) {
      return try read(&xml)
    } catch {
      // What was not read for want of memory looks like a fault of the file's.
      throw xml.isOutOfMemory ? PackageError.outOfMemory : error
    }
  }

  private static func read(
    _ xml: inout XMLEvents
  ) throws(PackageError) -> (package: BilingualPackage, format: PackageReader.Format) {
    while true {
      switch try xml.next() {
      case .start: break
      case .end: throw PackageError("no element in the file")
      default: continue
      }
      break
    }
    guard xml.name == "xliff" else {
      throw PackageError(
        line: xml.line,
        xml.name == "tmx"
          ? "TMX says nothing of an article's order: XLIFF, PO, TSV, DOCX and XLSX are merged"
          : "not XLIFF: the root element is another")
    }
    let version = xml.attribute("version") ?? ""
    let result: (BilingualPackage, PackageReader.Format)
    switch (xml.namespace, version) {
    case (.xliff2, "2.0"), (.xliff2, "2.1"), (.xliff2, "2.2"):
      var reader = XLIFF2Reader()
      result = (try reader.read(&xml), .xliff2)
    case (.xliff1, "1.2"):
      result = (try XLIFF1Reader().read(&xml), .xliff1)
    default:
      throw PackageError(
        line: xml.line, "XLIFF of this version or namespace is not read: 1.2, 2.0 and 2.1 are")
    }
    // What follows the root must be well-formed too, or the file was cut and glued.
    while try xml.next() != .end {}
    return result
  }
}

/// The ids of one kind in a file: none may stand twice.
struct UniqueIDs {
  private var seen: Set<String> = []
  let kind: String

  init(_ kind: String) { self.kind = kind }

  mutating func add(_ id: String, line: Int) throws(PackageError) {
    if !seen.insert(id).inserted {
      throw PackageError(line: line, "the \(kind) id \(id.shortened) stands twice")
    }
  }
}

extension String {
  /// An id as it is shown in a message.
  var shortened: String { count <= 60 ? self : String(prefix(60)) + "…" }
}
