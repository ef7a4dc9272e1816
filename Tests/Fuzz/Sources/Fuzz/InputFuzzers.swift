import MujazCore
import MujazInput

extension Fuzzer {
  static let page = Fuzzer(name: "page") { readDocument($0, .html) }
  static let feed = Fuzzer(name: "feed") { readDocument($0, .feed) }
  static let subtitles = Fuzzer(name: "subtitles") { readDocument($0, .subtitles) }
  static let mail = Fuzzer(name: "mail") { readDocument($0, .mail) }

  /// An archive as it is, or the text of a document that is put into one.
  static let docx = Fuzzer(name: "docx") { input in
    if input.starts(with: [0x50, 0x4B]) { return readDocument(input, .docx) }
    StoredArchive.of("word/document.xml", input).withUnsafeBufferPointer {
      readDocument($0, .docx)
    }
  }

  static let odt = Fuzzer(name: "odt") { input in
    if input.starts(with: [0x50, 0x4B]) { return readDocument(input, .odt) }
    StoredArchive.of("content.xml", input).withUnsafeBufferPointer { readDocument($0, .odt) }
  }

  /// A file whose kind is told by its bytes.
  static let file = Fuzzer(name: "file") { input in
    let kind = InputKind(sniffing: input)
    if kind.isOneArticle || kind == .feed { readDocument(input, kind) }
  }

  /// A web archive as it comes in, piece by piece; its records are read.
  static let warc = Fuzzer(name: "warc") { input in
    var cutter = WebRecordCutter(limit: SizeLimit(bytes: 1 << 20))
    for start in stride(from: 0, to: input.count, by: 1000) {
      cutter.append(input[start..<min(start + 1000, input.count)])
      cutting: while true {
        switch cutter.next() {
        case .record(let record):
          guard let found = try? record.document(limit: SizeLimit(bytes: 1 << 20)) else { continue }
          found.bytes.withUnsafeBufferPointer { readDocument($0, found.kind) }
        case .refused: continue
        case .more: break cutting
        case .broken: return
        }
      }
    }
    _ = cutter.isOpen
  }

  /// Bytes in a charset that the first byte chooses; the text is UTF-8.
  static let charset = Fuzzer(name: "charset") { input in
    guard let first = input.first else { return }
    let names = [
      "UTF-16", "UTF-16LE", "windows-1256", "ISO-8859-6", "UTF-32", "x-mac-arabic", "UTF-7",
    ]
    let bytes = UnsafeBufferPointer(rebasing: input[1...])
    let number = Int(first)
    let charset = number < names.count ? Charset(named: names[number]) : nil
    for isStrict in [false, true] {
      let decoder = TextDecoder(charset: charset, isStrict: isStrict)
      guard let text = try? decoder.decode(bytes) else { continue }
      check(!isStrict || text.repairs.isEmpty, "a repair where none was allowed")
      text.withText(of: bytes) { text in
        check(UTF8Position.firstInvalid(text) == nil, "decoded text that is not UTF-8")
      }
    }
  }

  /// Lines of JSON; the parser lives on from line to line.
  static let record = Fuzzer(name: "record") { input in
    guard let parser = try? RecordParser() else { return }
    for line in input.split(separator: 0x0A) {
      let padded = Array(line) + [UInt8](repeating: 0, count: RecordParser.padding)
      padded.withUnsafeBufferPointer { padded in
        let line = UnsafeBufferPointer(rebasing: padded[..<(padded.count - RecordParser.padding)])
        guard let record = try? parser.parse(line) else { return }
        check(UTF8Position.firstInvalid(record.text) == nil, "a text that is not UTF-8")
        check(UTF8Position.firstInvalid(record.title) == nil, "a title that is not UTF-8")
        switch record.id {
        case .none: break
        case .string(let id), .token(let id):
          check(UTF8Position.firstInvalid(id) == nil, "an id that is not UTF-8")
        }
      }
    }
  }

  /// Packed bytes, in pieces of both sides.
  static let gzip = Fuzzer(name: "gzip") { input in
    for isRaw in [false, true] {
      guard let reader = GzipReader(isRaw: isRaw) else { return }
      var output = [UInt8](repeating: 0, count: 700)
      var rest = UnsafeRawBufferPointer(input)
      var total = 0
      while !rest.isEmpty, total < 1 << 20 {
        let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(100))
        let step = output.withUnsafeMutableBytes { reader.inflate(piece, into: $0) }
        check(step.used <= piece.count && step.written <= 700, "inflated beyond the buffers")
        rest = UnsafeRawBufferPointer(rebasing: rest[step.used...])
        total += step.written
        if step.status == .damaged || step.used + step.written == 0 { break }
      }
    }
  }

  /// The articles of a file; their paragraphs lie in their texts.
  private static func readDocument(_ input: UnsafeBufferPointer<UInt8>, _ kind: InputKind) {
    let reader = DocumentReader(limit: SizeLimit(bytes: 16 << 20))
    guard let document = try? reader.read(input, kind) else { return }
    switch document {
    case .text(let text):
      text.withText(of: input) { text in
        check(UTF8Position.firstInvalid(text) == nil, "a text that is not UTF-8")
      }
    case .articles(let entries, _, _):
      for case .article(let article) in entries {
        check(
          article.text.withUnsafeBufferPointer(UTF8Position.firstInvalid) == nil
            && article.title.withUnsafeBufferPointer(UTF8Position.firstInvalid) == nil,
          "an article that is not UTF-8")
        let source = Verbatim(String(decoding: article.text, as: UTF8.self))
        for paragraph in article.paragraphs { source.check(paragraph, "a paragraph") }
      }
    }
  }
}
