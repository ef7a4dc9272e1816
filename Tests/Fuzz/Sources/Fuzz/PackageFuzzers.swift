import MujazCore
import MujazTranslation

extension Fuzzer {
  static let xliff = Fuzzer(name: "xliff") { readPackage($0) }
  static let po = Fuzzer(name: "po") { readPackage($0) }
  static let tsv = Fuzzer(name: "tsv") { readPackage($0) }

  /// A package for people without a tool: an archive as it is, or the text of a document that is put into one.
  static let table = Fuzzer(name: "table") { input in
    if input.starts(with: [0x50, 0x4B]) { return readPackage(input) }
    StoredArchive.of("word/document.xml", input).withUnsafeBufferPointer { readPackage($0) }
  }

  /// A package for a spreadsheet: an archive as it is, or the text of a sheet that is put into one, and its shared strings.
  static let sheet = Fuzzer(name: "sheet") { input in
    if input.starts(with: [0x50, 0x4B]) { return readPackage(input) }
    let sheet = Array(input)
    StoredArchive.of([
      ("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", relationships),
      ("xl/sheet.xml", sheet), ("xl/strings.xml", sheet),
    ]).withUnsafeBufferPointer { readPackage($0) }
  }

  private static let workbook = Array(
    """
    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\
    <sheet name="ar to en" r:id="a"/></sheets></workbook>
    """.utf8)

  private static let relationships = Array(
    """
    <Relationships><Relationship Id="a" Target="sheet.xml"/>\
    <Relationship Id="b" Type="x/sharedStrings" Target="strings.xml"/></Relationships>
    """.utf8)

  /// A package is checked, counted, merged and written in every format.
  private static func readPackage(_ input: UnsafeBufferPointer<UInt8>) {
    guard let (package, read) = try? PackageReader.package(input.read) else { return }
    _ = Checker().findings(in: package)
    var counter = SegmentCounter()
    for document in package.documents {
      _ = try? counter.count(document.units.flatMap(\.segments), isPackage: true)
    }
    if let merged = try? Merger(allowsMissing: true).merge(package) {
      for format in MergeFormat.allCases { _ = try? merged.bytes(format) }
    }
    for format in PackageFormat.allCases {
      _ = try? PackageConverter(format).convert(
        package, of: read, from: .arabic, to: .english, emit: { _ in })
    }
  }

  /// Any text goes out in every format and is merged again; XLIFF 2 has every character of it.
  static let prepare = Fuzzer(name: "prepare") { input in
    let text = input.text
    for format in PackageFormat.allCases {
      guard let bytes = package(of: text, format),
        PackageReader.Format(rawValue: format.rawValue) != nil
      else { continue }
      do {
        let package = try bytes.withUnsafeBufferPointer {
          try PackageReader.package($0.read).package
        }
        if format == .xliff2 { checkWhole(package, text) }
        // A byline is translated by nobody, and not all formats can say so.
        _ = try Merger(allowsMissing: true).merge(package)
      } catch { fail("a \(format) package of ours is refused: \(error)") }
    }
  }

  /// A package of one article; nil where there is nothing to translate in it.
  private static func package(of text: String, _ format: PackageFormat) -> [UInt8]? {
    guard let source = Language("ar"), let target = Language("en") else { return nil }
    var builder = PackageBuilder(
      PrepSettings(
        source: source, target: target, format: format, keepsAllLines: format == .xliff2,
        isPseudo: true, version: "0"))
    var bytes: [UInt8] = []
    do {
      try builder.add(Article(text: text), original: "article.txt") { bytes += $0 }
      try builder.finish { bytes += $0 }
    } catch { return nil }
    return bytes
  }

  /// The segments and what stands between them are the text, but for what XML can't hold.
  private static func checkWhole(_ package: BilingualPackage, _ text: String) {
    var whole = ""
    for unit in package.documents.flatMap(\.units) {
      whole += unit.lead
      for segment in unit.segments { whole += segment.source + segment.gap }
    }
    let isForXML = text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value & 0xFFFE != 0xFFFE || $0 == "\n" || $0 == "\t"
    }
    check(!isForXML || whole.utf8.elementsEqual(text.utf8), "a package that lost text")
  }

  /// An SRX file is read, written again, and its rules are compiled.
  static let srx = Fuzzer(name: "srx") { input in
    guard let document = try? SRXReader.document(Array(input)) else { return }
    let written = SRXWriter.bytes(document)
    check((try? SRXReader.document(written)) != nil, "an SRX file of ours is refused")
    guard let rules = try? document.rules(for: "ar") else { return }
    _ = try? SRXSegmenter(rules)
  }

  /// A glossary, TBX or lines, and a package that is checked with it.
  static let tbx = Fuzzer(name: "tbx") { input in
    guard let glossary = try? Glossary(Array(input), from: Language("ar"), to: Language("en"))
    else { return }
    let segment = BilingualSegment(
      id: "s1", number: 1, source: "قال وزير الخارجية أمس", target: "The foreign minister said")
    let unit = BilingualUnit(id: "p1", number: 1, segments: [segment])
    let document = BilingualDocument(original: "article.txt", units: [unit])
    let package = BilingualPackage(
      sourceLanguage: "ar", targetLanguage: "en", documents: [document])
    _ = Checker(glossary: glossary).findings(in: package)
  }

  /// A dictionary of lines, and one of an index and its entries, which a NUL parts. Two sentences are aligned with it.
  static let dictionary = Fuzzer(name: "dictionary") { input in
    let parts = input.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    guard
      let dictionary = try? parts.count == 2
        ? BilingualDictionary(dictdIndex: Array(parts[0]), entries: Array(parts[1]))
        : BilingualDictionary(tabSeparated: Array(input))
    else { return }
    _ = SentenceAligner(dictionary: dictionary).align(
      ["قال الوزير أمس", "انتهى الاجتماع"], ["The minister said", "The meeting ended"])
  }

  /// Two texts, which a NUL parts, are aligned: the beads take every sentence once and in order.
  static let align = Fuzzer(name: "align") { input in
    let parts = input.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return }
    let text = ParallelText(
      source: String(decoding: parts[0], as: UTF8.self),
      target: String(decoding: parts[1], as: UTF8.self), segmenter: Segmenter())
    var places = (source: 0, target: 0)
    for bead in SentenceAligner().align(text.source, text.target) {
      check(
        bead.source.lowerBound == places.source && bead.target.lowerBound == places.target,
        "a sentence is in no bead, or in two")
      check((0...1).contains(bead.confidence), "a confidence of \(bead.confidence)")
      places = (bead.source.upperBound, bead.target.upperBound)
    }
    check(places == (text.source.count, text.target.count), "sentences behind the last bead")
  }
}
