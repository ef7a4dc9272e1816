import MujazInput
import MujazPlatform

/// Reads operands and cuts them into pieces of work, one whenever it is asked.
struct Reader {
  /// How much is read at a time: small enough for the caches and for low latency.
  static let chunk = 64 << 10
  /// Enough to tell what an input is.
  private static let sniff = 4096

  private let operands: Operands
  /// Nil: decided by content.
  private let kind: InputKind?
  private let limit: SizeLimit
  /// Cuts the operand that is being read.
  private var cutter: (any Cutter)?
  /// The operand that could not be opened.
  private var failed: Work?
  /// Whether the input is one plain text.
  private(set) var isSingleText = true

  /// Reads the beginning of the first operand, by which it is known what the input is.
  init(operands: Operands, kind: InputKind?, limit: SizeLimit) {
    self.operands = operands
    self.kind = kind
    self.limit = limit
    guard let isOneArticle = openNext() else { return }
    isSingleText = operands.isSingle && isOneArticle
  }

  /// Fills a piece with what is to be done next; false at the end of all input.
  mutating func next(_ piece: Piece) -> Bool {
    while true {
      // What is to be passed over need not be read.
      if operands.toSkip > 0, cutter is DocumentCutter {
        operands.toSkip -= 1
        cutter = nil
      }
      if let work = nextOfOperand(&piece.input) {
        guard let rest = behindSkipped(work, &piece.input) else { continue }
        piece.work = rest
        return true
      }
      guard openNext() != nil else { return false }
    }
  }

  /// What is left of a piece when what is to be passed over is gone: records of JSON Lines, pages of an archive, and whole
  /// files of any other kind.
  private func behindSkipped(_ work: Work, _ input: inout ByteBuffer) -> Work? {
    guard operands.toSkip > 0 else { return work }
    switch work {
    case .lines(let first, let limit, let source, let unit):
      let lines = LineCutter.dropRecords(&operands.toSkip, of: &input, first: first)
      guard !input.isEmpty else { return nil }
      return .lines(first: first + lines, limit: limit, source: source, unit: unit)
    case .record(let record, _): if record.isDocument { operands.toSkip -= 1 }
    case .longLine, .document, .refused: operands.toSkip -= 1
    case .lost(_, let failure, let source):
      // It has its record, and makes the run no success all the same.
      operands.toSkip -= 1
      return .lost(nil, failure, source: source)
    }
    return nil
  }

  private mutating func nextOfOperand(_ input: inout ByteBuffer) -> Work? {
    if let work = failed {
      failed = nil
      return work
    }
    guard let cutter else { return nil }
    do throws(Failure) {
      if let work = try cutter.next(into: &input) { return work }
      self.cutter = nil
      guard let damage = cutter.source.damage else { return nil }
      let source = cutter.source.name
      // A document that inflates beyond all bounds is refused whole; what else is not read to its end may be half a corpus.
      return damage.code == .tooLarge && cutter is DocumentCutter
        ? .refused(damage, source: source)
        : .lost(damage, Failure(damage, at: source), source: source)
    } catch {
      self.cutter = nil
      return Self.unread(error, cutter.source.name)
    }
  }

  /// Opens the next operand; whether it is one article, nil at the end.
  private mutating func openNext() -> Bool? {
    do throws(Failure) {
      return try operands.next().map { open($0) }
    } catch {
      failed = Self.unread(error, operands.listPath)
      // Nobody knows what it would have named.
      operands.toSkip = 0
      return false
    }
  }

  /// Opens an operand and reads its beginning; whether it is one article.
  private mutating func open(_ operand: String) -> Bool {
    do throws(Failure) {
      let source = try Source(operand: operand, isOneOfMany: true)
      var head = ByteBuffer()
      try fill(&head, from: source)
      if head.bytes.starts(with: [0x1F, 0x8B]) {
        source.inflate(head.bytes)
        head.removeAll()
        try fill(&head, from: source)
      }
      let kind = self.kind ?? InputKind(sniffing: head.bytes)
      switch kind {
      case .jsonLines: cutter = LineCutter(source, head, limit)
      case .json: cutter = ElementCutter(source, head, limit)
      case .warc: cutter = RecordCutter(source, head, limit)
      case .text, .html, .feed, .docx, .odt, .mail, .subtitles:
        cutter = DocumentCutter(source, head, kind, limit)
      }
      return kind.isOneArticle
    } catch {
      failed = Self.unread(error, operand)
      return true
    }
  }

  /// What could not be read.
  private static func unread(_ failure: Failure, _ source: String) -> Work {
    .lost(InputError(.unreadable, failure.message), failure, source: source)
  }

  /// Reads until the head is long enough, or holds a line of what goes out record by record: an open pipe is not waited on for
  /// more than that. One article is waited for in any case, and what it is may stand on its second line.
  private func fill(_ head: inout ByteBuffer, from source: Source) throws(Failure) {
    while head.count < Self.sniff {
      let old = head.count
      if try source.read(into: &head, atMost: Self.chunk) == 0 { return }
      guard head.bytes[old...].contains(UInt8(ascii: "\n")) else { continue }
      if !(kind ?? InputKind(sniffing: head.bytes)).isOneArticle { return }
    }
  }
}

/// Cuts what one operand holds into pieces of work.
protocol Cutter: AnyObject {
  var source: Source { get }
  /// The next piece, with its bytes in `input`, which it replaces; nil at the end.
  func next(into input: inout ByteBuffer) throws(Failure) -> Work?
}

/// A file that is taken as a whole.
final class DocumentCutter: Cutter {
  let source: Source
  private let kind: InputKind
  private var head: ByteBuffer
  private var isTaken = false
  private let limit: SizeLimit

  init(_ source: Source, _ head: consuming ByteBuffer, _ kind: InputKind, _ limit: SizeLimit) {
    self.source = source
    self.head = head
    self.kind = kind
    self.limit = source.capped(limit)
  }

  func next(into input: inout ByteBuffer) throws(Failure) -> Work? {
    guard !isTaken else { return nil }
    isTaken = true
    input.removeAll()
    swap(&input, &head)
    let size = source.isCompressed ? 0 : source.size ?? 0
    if size > limit.bytes { return tooLarge }
    repeat {
      if input.count > limit.bytes { return tooLarge }
      // One more than a regular file has, so that its end is found in room that is there.
    } while try source.read(
      into: &input, atMost: size >= input.count ? size - input.count + 1 : Reader.chunk) > 0
    // A document that is damaged is told once, as damaged: half of it is no article.
    return source.damage == nil ? .document(kind, source: source.name) : nil
  }

  private var tooLarge: Work {
    let message =
      source.isCompressed
      ? "the data inflates to more than \(limit)" : "the document is larger than \(limit)"
    return .refused(InputError(.tooLarge, message), source: source.name)
  }
}

/// A web archive: a record goes out as soon as it is whole.
final class RecordCutter: Cutter {
  let source: Source
  private var records: WebRecordCutter
  private var isAtEnd = false

  init(_ source: Source, _ head: consuming ByteBuffer, _ limit: SizeLimit) {
    self.source = source
    records = WebRecordCutter(limit: limit)
    records.append(head.bytes)
  }

  func next(into input: inout ByteBuffer) throws(Failure) -> Work? {
    while !isAtEnd {
      switch records.next() {
      case .record(let record): return .record(record, source: source.name)
      case .refused(let error, let uri): return .refused(error, source: uri)
      case .broken:
        isAtEnd = true
        return lost("no web archive: a record has no head or no length")
      case .more:
        input.removeAll()
        if try source.read(into: &input, atMost: Reader.chunk) > 0 {
          records.append(input.bytes)
          continue
        }
        isAtEnd = true
        if records.isOpen, source.damage == nil {
          return lost("the archive ends inside a record")
        }
      }
    }
    return nil
  }

  /// Nothing behind such a place can be found.
  private func lost(_ message: String) -> Work {
    let error = InputError(.notText, message)
    return .lost(error, Failure(error, at: source.name), source: source.name)
  }
}
