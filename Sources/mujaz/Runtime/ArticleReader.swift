import CSystem
import MujazCore
import MujazInput
import MujazPlatform

/// Who takes the articles that are read.
protocol ArticleTaker: ~Copyable {
  /// Takes an article; `text` and `title` are valid UTF-8. What is to be told of it on standard error, nil where nothing is. Throws
  /// where the taker's own settings do not fit the article.
  mutating func take(
    _ text: Span<UInt8>, title: Span<UInt8>, _ identity: Identity
  ) throws(InputError) -> String?
  /// Hears what is to be told, with its place.
  mutating func tell(_ line: String)
  /// Hears of input that is no article; `failure` says it with its place.
  mutating func refuse(_ error: InputError, _ failure: Failure, _ identity: Identity)
  /// Hears of an article that is not Arabic, before it is taken.
  mutating func meet(_ foreign: ForeignArticle)
  /// Hears that input is missing of which nobody knows how much, before it hears of it as of input that is no article.
  mutating func lose(_ failure: Failure)
  /// Whether nothing more of a piece is wanted.
  var isDone: Bool { get }
}

/// Reads articles out of pieces of input and hands them over, one after the other.
struct ArticleReader<Taker: ArticleTaker & ~Copyable>: ~Copyable {
  var taker: Taker
  private let parser: RecordParser
  private let documents: DocumentReader
  private let languageCheck: LanguageCheck

  init(_ reading: Reading, for taker: consuming Taker) throws(Failure) {
    documents = DocumentReader(decoder: reading.decoder, limit: reading.limit)
    languageCheck = reading.languageCheck
    do throws(InputError) {
      parser = try RecordParser(fields: reading.fields)
    } catch {
      throw Failure(code: ExitCode.internalError, message: error.message)
    }
    self.taker = taker
  }

  /// Reads a piece, whose input is dropped.
  mutating func read(_ piece: Piece) {
    let input = piece.input.bytes
    switch piece.work {
    case .lines(let first, let limit, let source, let unit):
      lines(input, first, limit, RecordSource(path: source, unit: unit))
    case .longLine(let number, let limit, let source):
      refuse(Self.tooLong(limit, .line), number, RecordSource(path: source, unit: .line))
    case .document(let kind, let source): document(input, DocumentName(kind: kind, source: source))
    case .record(let record, let source): web(record, source)
    case .refused(let error, let source):
      refuse(error, Failure(error, at: source), path: source)
    case .lost(let error, let failure, let source):
      taker.lose(failure)
      if let error { refuse(error, failure, path: source) }
    }
    piece.input.removeAll()
  }

  // MARK: JSON Lines

  private mutating func lines(
    _ buffer: UnsafeBufferPointer<UInt8>, _ first: Int, _ limit: SizeLimit, _ source: RecordSource
  ) {
    var start = 0
    var number = first
    while start < buffer.count {
      let rest = UnsafeBufferPointer(rebasing: buffer[start...])
      let length = Self.lineLength(rest)
      do throws(RecordError) {
        if length > limit.bytes { throw Self.tooLong(limit, source.unit) }
        let line = UnsafeBufferPointer(rebasing: rest[..<length])
        try record(Self.content(line, isFirst: number == 1), number, source)
      } catch {
        refuse(error, number, source)
        if taker.isDone { return }
      }
      start += length + 1
      number += 1
    }
  }

  /// The length of a line whose room is worth a call of the system.
  private static var long: Int { 1 << 20 }

  /// Hands the record of a line over.
  private mutating func record(
    _ line: UnsafeBufferPointer<UInt8>, _ number: Int, _ source: RecordSource
  ) throws(RecordError) {
    guard !line.isEmpty else { return }
    let record = try parser.parse(line, source.unit)
    // The record's bytes are the parser's: a long line is not kept beside them.
    if line.count >= Self.long, let start = line.baseAddress { csys_give_back(start, line.count) }
    do throws(InputError) {
      if languageCheck != .off {
        try checkLanguage(record.text.span, source.path) { source.place(number) }
      }
      let note = try taker.take(
        record.text.span, title: record.title.span,
        Identity(id: record.id, isFile: false, origin: parser.origin()))
      if let note { taker.tell("\(source.place(number)): \(note)") }
    } catch {
      throw RecordError(error, record.id)
    }
  }

  private mutating func refuse(_ error: RecordError, _ number: Int, _ source: RecordSource) {
    let failure = Failure(error.error, at: source.place(number))
    (error.id ?? []).withUnsafeBufferPointer { bytes in
      let id: RecordID =
        error.id == nil ? .none : error.idIsString ? .string(bytes) : .token(bytes)
      let line = source.unit == .line ? number : nil
      taker.refuse(error.error, failure, Identity(id: id, isFile: false, line: line))
    }
  }

  /// Has an article that is not Arabic refused, or the taker hear of it.
  private mutating func checkLanguage(
    _ text: Span<UInt8>, _ source: String, place: () -> String
  ) throws(InputError) {
    let language = ArticleLanguage(of: text)
    guard language.isForeign else { return }
    let error = InputError(foreign: language)
    if languageCheck == .refuse { throw error }
    taker.meet(ForeignArticle(source: source, message: Failure(error, at: place()).message))
  }

  private static func tooLong(_ limit: SizeLimit, _ unit: RecordUnit) -> RecordError {
    RecordError(InputError(.tooLarge, "the \(unit.rawValue) is longer than \(limit)"), .none)
  }

  private static func lineLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress,
      let found = memchr(base, Int32(UInt8(ascii: "\n")), bytes.count)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// A line without a byte order mark; empty for a blank line. White space stays, so that offsets count in the line.
  private static func content(
    _ line: UnsafeBufferPointer<UInt8>, isFirst: Bool
  ) -> UnsafeBufferPointer<UInt8> {
    let start = isFirst && line.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let content = UnsafeBufferPointer(rebasing: line[start...])
    let isBlank = content.allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
    return isBlank ? UnsafeBufferPointer(start: nil, count: 0) : content
  }

  // MARK: Files

  /// A file or a record that is one document.
  private mutating func document(_ bytes: UnsafeBufferPointer<UInt8>, _ name: DocumentName) {
    do throws(InputError) {
      switch try documents.read(bytes, name.kind) {
      case .text(let text):
        let origin = Origin(encoding: text.charset.name, repairs: text.repairs)
        let failed = text.withText(of: bytes) { text in
          process(text.span, title: [], name.path, origin, name)
        }
        if let failed { throw failed }
      case .articles(let entries, let encoding, let repairs):
        for (number, entry) in entries.enumerated() {
          if taker.isDone { return }
          switch entry {
          case .article(let article):
            let origin = Origin(
              encoding: encoding, repairs: repairs, metadata: article.metadata,
              paragraphs: article.isPlain ? nil : article.paragraphs)
            take(article, origin, id: name.id(ofEntry: number, article.id), name)
          case .failure(let error, let own):
            refuse(
              error, Failure(error, at: "\(name.source): entry \(number + 1)"),
              path: name.id(ofEntry: number, own))
          }
        }
      }
    } catch {
      refuse(error, Failure(error, at: name.place), path: name.path)
    }
  }

  /// An article that was read out of a document.
  private mutating func take(
    _ article: CleanArticle, _ origin: Origin, id: String, _ name: DocumentName
  ) {
    if let error = process(article.text.span, title: article.title, id, origin, name) {
      refuse(error, Failure(error, at: name.source), path: id)
    }
  }

  /// Hands an article over; what it was refused for.
  private mutating func process(
    _ text: Span<UInt8>, title: [UInt8], _ id: String, _ origin: Origin, _ name: DocumentName
  ) -> InputError? {
    var id = Arguments.shown(id)
    return id.withUTF8 { id in
      do throws(InputError) {
        if languageCheck != .off { try checkLanguage(text, name.source) { name.place } }
        let note = try taker.take(
          text, title: title.span, Identity(id: .string(id), isFile: true, origin: origin))
        if let note { taker.tell("\(name.place): \(note)") }
        return nil
      } catch {
        return error
      }
    }
  }

  private mutating func web(_ record: WebRecord, _ source: String) {
    do throws(InputError) {
      let found = try record.document(limit: documents.limit)
      guard let (bytes, kind) = found else { return }
      bytes.withUnsafeBufferPointer {
        document($0, DocumentName(kind: kind, source: source, uri: record.uri))
      }
    } catch {
      refuse(error, Failure(error, at: "\(source): \(record.uri)"), path: record.uri)
    }
  }

  private mutating func refuse(_ error: InputError, _ failure: Failure, path: String) {
    var path = Arguments.shown(path)
    path.withUTF8 { id in
      taker.refuse(error, failure, Identity(id: .string(id), isFile: true))
    }
  }
}

extension Failure {
  /// Input that is no article: its place, and what is wrong. That memory ran out is no fault of the input's.
  init(_ error: InputError, at place: String) {
    self.init(
      code: error.code == .outOfMemory ? ExitCode.internalError : ExitCode.badData,
      message: "\(place): \(error.message)")
  }
}

/// Where records come from.
private struct RecordSource {
  var path: String
  var unit: RecordUnit

  /// The place of a record, for messages.
  func place(_ number: Int) -> String {
    unit == .line ? "\(path):\(number)" : "\(path): element \(number)"
  }
}

/// What a file or a record is called that is one document.
private struct DocumentName {
  var kind: InputKind
  /// The file.
  var source: String
  /// The record's own address.
  var uri: String?

  /// The id of an article that it is the only one in.
  var path: String { uri ?? source }
  /// Where it is, for messages.
  var place: String { uri.map { "\(source): \($0)" } ?? source }

  /// The id of an article among others: its own, or else its number.
  func id(ofEntry number: Int, _ own: String?) -> String {
    kind.isOneArticle ? path : own ?? "\(source)#\(number + 1)"
  }
}
