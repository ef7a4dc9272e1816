import Glibc
import MujazCore
import MujazInput

/// A piece of input that one worker takes at a time.
enum Work: Sendable {
  /// Whole lines of JSON Lines, followed by the parser's padding.
  case lines(bytes: [UInt8], count: Int, firstLine: Int, source: String)
  /// A whole file that is one article.
  case text(bytes: [UInt8], source: String)
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
  /// Kept from piece to piece for its room.
  private var output = JSONWriter()

  init(_ processor: Processor, _ policy: ErrorPolicy) throws(Failure) {
    self.processor = processor
    self.policy = policy
    do throws(InputError) {
      parser = try RecordParser()
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
    case .text(let bytes, let source):
      outcome.bytes = bytes.count
      bytes.withUnsafeBufferPointer { text($0, source, &outcome) }
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

  private mutating func text(
    _ bytes: UnsafeBufferPointer<UInt8>, _ source: String, _ outcome: inout Outcome
  ) {
    do throws(InputError) {
      let range = try TextDecoder.textRange(of: bytes)
      let text = UnsafeBufferPointer(rebasing: bytes[range])
      let path = Array(Arguments.shown(source).utf8)
      try path.withUnsafeBufferPointer { (id) throws(InputError) in
        try processor.process(
          text.span, title: UnsafeBufferPointer<UInt8>(start: nil, count: 0).span,
          identity: Identity(id: .string(id), isFile: true), into: &output)
      }
      outcome.documents += 1
    } catch {
      let failure = Failure(code: ExitCode.badData, message: "\(source): \(error.message)")
      refuse(error, failure, path: source, &outcome)
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
