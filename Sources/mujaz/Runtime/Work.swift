import Glibc
import MujazCore
import MujazInput

/// A piece of input that one worker takes at a time.
enum Work: Sendable {
  /// Whole lines of JSON Lines, followed by the parser's padding.
  case lines(bytes: [UInt8], count: Int, firstLine: Int, source: String)
  /// A whole file of one kind.
  case document(bytes: [UInt8], kind: InputKind, source: String)
  /// A page or a text of a web archive.
  case record(WebRecord, source: String)
  /// Input that is no article, found while it was read.
  case refused(InputError, source: String)
  /// A file that could not be read.
  case failure(Failure, source: String, code: InputError.Code)
}

/// What became of a piece of input.
struct Outcome: Sendable {
  var output: [UInt8] = []
  /// Lines for standard error, in the order of the input.
  var diagnostics: [String] = []
  /// Ends the run behind `output`.
  var failure: Failure?
  var documents = 0
  /// The size of the input.
  var bytes = 0
}

/// Who an article is, for its output.
struct Identity {
  var id: RecordID
  /// Whether the article came as a file, so that its text is not known to whoever reads the output.
  var isFile: Bool
  /// What is known of the article beside its text; nil for a record of JSON Lines.
  var origin: Origin?

  init(id: RecordID, isFile: Bool, origin: Origin? = nil) {
    self.id = id
    self.isFile = isFile
    self.origin = origin
  }
}

/// How files and records are read.
struct Reading: Sendable {
  var decoder = TextDecoder()
  var fields = RecordFields()
}

/// What a command does with an article. Each worker thread has one of its own.
protocol ArticleProcessor: SendableMetatype {
  /// Appends what the command says of an article. `text` and `title` are valid UTF-8. Throws, with nothing appended, where
  /// the command's own settings do not fit the article.
  mutating func process(
    _ text: Span<UInt8>, title: Span<UInt8>, identity: Identity, into output: inout JSONWriter
  ) throws(InputError)
  /// Appends the output of a record that is no article (`--on-error record`).
  mutating func record(_ error: InputError, identity: Identity, into output: inout JSONWriter)
}

/// What happens with input that is no article.
enum ErrorPolicy: String, CaseIterable {
  case fail, skip, record
}

/// Turns pieces of input into outcomes, one after the other.
struct Worker<Processor: ArticleProcessor>: ~Copyable {
  private var processor: Processor
  private let parser: RecordParser
  private let policy: ErrorPolicy
  private let documents: DocumentReader
  /// Kept from piece to piece for its room.
  private var output = JSONWriter()

  init(_ processor: Processor, _ reading: Reading, _ policy: ErrorPolicy) throws(Failure) {
    self.processor = processor
    self.policy = policy
    documents = DocumentReader(decoder: reading.decoder)
    do throws(InputError) {
      parser = try RecordParser(fields: reading.fields)
    } catch {
      throw Failure(code: ExitCode.internalError, message: error.message)
    }
  }

  mutating func run(_ work: Work) -> Outcome {
    var outcome = Outcome()
    switch work {
    case .lines(let bytes, let count, let firstLine, let source):
      output.bytes.reserve(count + count / 4)
      outcome.bytes = count
      bytes.withUnsafeBufferPointer { buffer in
        lines(UnsafeBufferPointer(rebasing: buffer[..<count]), firstLine, source, &outcome)
      }
    case .document(let bytes, let kind, let source):
      outcome.bytes = bytes.count
      bytes.withUnsafeBufferPointer { document($0, kind, id: nil, source, &outcome) }
    case .record(let record, let source):
      outcome.bytes = record.content.count
      web(record, source, &outcome)
    case .refused(let error, let source):
      refuse(
        error, Failure(code: ExitCode.badData, message: "\(source): \(error.message)"),
        path: source, &outcome)
    case .failure(let failure, let source, let code):
      refuse(
        InputError(code, failure.message), failure, path: source, &outcome)
    }
    outcome.output = output.bytes.take()
    return outcome
  }

  // MARK: JSON Lines

  private mutating func lines(
    _ buffer: UnsafeBufferPointer<UInt8>, _ firstLine: Int, _ source: String,
    _ outcome: inout Outcome
  ) {
    var start = 0
    var number = firstLine
    while start < buffer.count {
      let rest = UnsafeBufferPointer(rebasing: buffer[start...])
      let length = Self.lineLength(rest)
      let line = Self.content(UnsafeBufferPointer(rebasing: rest[..<length]), isFirst: number == 1)
      if !line.isEmpty {
        do throws(RecordError) {
          let record = try parser.parse(line)
          do throws(InputError) {
            try processor.process(
              record.text.span, title: record.title.span,
              identity: Identity(id: record.id, isFile: false), into: &output)
          } catch {
            throw RecordError(error, record.id)
          }
          outcome.documents += 1
        } catch {
          let place = "\(source):\(number): \(error.error.message)"
          let failure = Failure(code: ExitCode.badData, message: place)
          (error.id ?? []).withUnsafeBufferPointer { bytes in
            let id: RecordID =
              error.id == nil ? .none : error.idIsString ? .string(bytes) : .token(bytes)
            refuse(error.error, failure, Identity(id: id, isFile: false), &outcome)
          }
          if outcome.failure != nil { return }
        }
      }
      start += length + 1
      number += 1
    }
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

  /// A file or a record that is one document. `id` is its own where it has one besides the file's name.
  private mutating func document(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kind: InputKind, id: String?, _ source: String,
    _ outcome: inout Outcome
  ) {
    let place = id.map { "\(source): \($0)" } ?? source
    do throws(InputError) {
      switch try documents.read(bytes, kind) {
      case .text(let text):
        let origin = Origin(encoding: text.charset.name, repairs: text.repairs)
        let failed = text.withText(of: bytes) { text in
          process(text.span, title: [], id ?? source, origin)
        }
        if let failed { throw failed }
        outcome.documents += 1
      case .articles(let entries, let encoding, let repairs):
        for (number, entry) in entries.enumerated() {
          if outcome.failure != nil { return }
          take(entry, number, encoding, repairs, kind, id: id, source, &outcome)
        }
      }
    } catch {
      let failure = Failure(code: ExitCode.badData, message: "\(place): \(error.message)")
      refuse(error, failure, path: id ?? source, &outcome)
    }
  }

  /// An article that was read out of a document, or an entry that is none.
  private mutating func take(
    _ entry: DocumentEntry, _ number: Int, _ encoding: String, _ repairs: [Repair],
    _ kind: InputKind, id: String?, _ source: String, _ outcome: inout Outcome
  ) {
    /// An entry without an id of its own is told by its number.
    func name(_ own: String?) -> String {
      kind.isOneArticle ? id ?? source : own ?? "\(source)#\(number + 1)"
    }
    switch entry {
    case .article(let article):
      let origin = Origin(
        encoding: encoding, repairs: repairs, metadata: article.metadata,
        paragraphs: article.paragraphs)
      if let error = process(article.text.span, title: article.title, name(article.id), origin) {
        let failure = Failure(code: ExitCode.badData, message: "\(source): \(error.message)")
        refuse(error, failure, path: name(article.id), &outcome)
      } else {
        outcome.documents += 1
      }
    case .failure(let error, let own):
      let place = "\(source): entry \(number + 1): \(error.message)"
      refuse(error, Failure(code: ExitCode.badData, message: place), path: name(own), &outcome)
    }
  }

  /// Hands an article to the command; what the command refused it for.
  private mutating func process(
    _ text: Span<UInt8>, title: [UInt8], _ id: String, _ origin: Origin
  ) -> InputError? {
    var id = Arguments.shown(id)
    return id.withUTF8 { id in
      do throws(InputError) {
        try processor.process(
          text, title: title.span,
          identity: Identity(id: .string(id), isFile: true, origin: origin), into: &output)
        return nil
      } catch {
        return error
      }
    }
  }

  private mutating func web(_ record: WebRecord, _ source: String, _ outcome: inout Outcome) {
    do throws(InputError) {
      guard let (bytes, kind) = try record.document() else { return }
      bytes.withUnsafeBufferPointer { document($0, kind, id: record.uri, source, &outcome) }
    } catch {
      let failure = Failure(
        code: ExitCode.badData, message: "\(source): \(record.uri): \(error.message)")
      refuse(error, failure, path: record.uri, &outcome)
    }
  }

  private mutating func refuse(
    _ error: InputError, _ failure: Failure, path: String, _ outcome: inout Outcome
  ) {
    var path = Arguments.shown(path)
    path.withUTF8 { id in
      refuse(error, failure, Identity(id: .string(id), isFile: true), &outcome)
    }
  }

  /// What the policy says of input that is no article.
  private mutating func refuse(
    _ error: InputError, _ failure: Failure, _ identity: Identity, _ outcome: inout Outcome
  ) {
    switch policy {
    case .fail: outcome.failure = failure
    case .skip: outcome.diagnostics.append(failure.message)
    case .record: processor.record(error, identity: identity, into: &output)
    }
  }
}
