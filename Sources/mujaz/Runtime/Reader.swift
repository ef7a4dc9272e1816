import Glibc
import MujazInput

/// Reads operands and cuts them into pieces of work.
struct Reader {
  /// How much is read at a time: small enough for the caches and for low latency.
  private static let chunk = 64 << 10
  /// Enough to tell JSON Lines from text.
  private static let sniff = 4096

  let operands: [String]
  /// Nil: decided by content.
  let kind: InputKind?

  /// Whether the input is one plain text, known before anything is read where `kind` says so. `read` calls `start` with
  /// the answer before the first piece.
  func read(
    start: (_ isSingleText: Bool) throws(Failure) -> Void,
    submit: (Work) throws(Failure) -> Void
  ) throws(Failure) {
    var isFirst = true
    for operand in operands {
      var buffer: [UInt8] = []
      let source: Source
      do throws(Failure) {
        source = try Source(operand: operand)
        _ = try Self.fill(&buffer, from: source, atLeast: Self.sniff)
        if buffer.starts(with: [0x1F, 0x8B]) {
          source.inflate(buffer)
          buffer = []
          _ = try Self.fill(&buffer, from: source, atLeast: Self.sniff)
        }
      } catch {
        if isFirst { try start(operands.count == 1) }
        isFirst = false
        try submit(.failure(error, source: operand, code: .unreadable))
        continue
      }
      let kind = self.kind ?? buffer.withUnsafeBufferPointer { InputKind(sniffing: $0) }
      if isFirst { try start(operands.count == 1 && kind.isOneArticle) }
      isFirst = false
      do throws(Failure) {
        switch kind {
        case .jsonLines: try Self.lines(buffer, source, submit)
        case .warc: try Self.records(buffer, source, submit)
        case .text, .html, .feed, .docx: try Self.document(buffer, kind, source, submit)
        }
        if let damage = source.damage { try submit(.refused(damage, source: operand)) }
      } catch let error where error.code == ExitCode.ioError || error.code == ExitCode.noInput {
        try submit(.failure(error, source: operand, code: .unreadable))
      }
    }
  }

  /// Reads until the buffer holds a line or `atLeast` bytes, so that an open pipe is not waited on for more than a
  /// record. False at the end of the input.
  private static func fill(
    _ buffer: inout [UInt8], from source: Source, atLeast: Int
  ) throws(Failure) -> Bool {
    while buffer.count < atLeast {
      let old = buffer.count
      let count = try source.read(into: &buffer, count: source.nextRead(behind: old, chunk))
      if count == 0 { return false }
      if buffer[old...].contains(UInt8(ascii: "\n")) { return true }
    }
    return true
  }

  /// A file that is taken as a whole.
  private static func document(
    _ head: [UInt8], _ kind: InputKind, _ source: Source, _ submit: (Work) throws(Failure) -> Void
  ) throws(Failure) {
    var bytes = head
    if let size = source.size { bytes.reserveCapacity(size + 1) }
    while try source.read(into: &bytes, count: source.nextRead(behind: bytes.count, chunk)) > 0 {
      if source.isCompressed, bytes.count > Source.largestInflated {
        let error = InputError(.tooLarge, "the data inflates to more than 256 MB")
        return try submit(.refused(error, source: source.name))
      }
    }
    // A document that is damaged is told once, as damaged: half of it is no article.
    if source.damage != nil { return }
    try submit(.document(bytes: bytes, kind: kind, source: source.name))
  }

  /// A web archive: a record goes out as soon as it is whole.
  private static func records(
    _ head: [UInt8], _ source: Source, _ submit: (Work) throws(Failure) -> Void
  ) throws(Failure) {
    var cutter = WebRecordCutter()
    cutter.append(head)
    while true {
      switch cutter.next() {
      case .record(let record): try submit(.record(record, source: source.name))
      case .refused(let error, let uri): try submit(.refused(error, source: uri))
      case .broken:
        let error = InputError(.notText, "no web archive: a record has no head or no length")
        return try submit(.refused(error, source: source.name))
      case .more:
        var bytes: [UInt8] = []
        if try source.read(into: &bytes, count: chunk) == 0 {
          if cutter.isOpen, source.damage == nil {
            let error = InputError(.notText, "the archive ends inside a record")
            try submit(.refused(error, source: source.name))
          }
          return
        }
        cutter.append(bytes)
      }
    }
  }

  /// Cuts at line ends: whatever has come in goes out as soon as it holds a whole line.
  private static func lines(
    _ head: [UInt8], _ source: Source, _ submit: (Work) throws(Failure) -> Void
  ) throws(Failure) {
    var buffer = head
    var line = 1
    var searched = 0
    var isOpen = true
    while isOpen {
      let found = lineEnds(buffer, from: searched)
      if found.count > 0 {
        let rest = Array(buffer[found.end...])
        try send(&buffer, found.end, line, source, submit)
        line += found.count
        buffer = rest
      }
      searched = buffer.count
      if source.isCompressed, buffer.count > Source.largestInflated {
        let error = InputError(.tooLarge, "a line inflates to more than 256 MB")
        return try submit(.refused(error, source: source.name))
      }
      isOpen = try source.read(into: &buffer, count: chunk) > 0
    }
    if !buffer.isEmpty { try send(&buffer, buffer.count, line, source, submit) }
  }

  /// How many lines end behind an offset, and the offset behind the last of them.
  private static func lineEnds(_ buffer: [UInt8], from start: Int) -> (count: Int, end: Int) {
    buffer.withUnsafeBytes { bytes in
      var count = 0
      var offset = start
      while offset < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + offset, Int32(UInt8(ascii: "\n")), bytes.count - offset)
      {
        count += 1
        offset = UnsafeRawPointer(found) - base + 1
      }
      return (count, offset)
    }
  }

  private static func send(
    _ buffer: inout [UInt8], _ count: Int, _ line: Int, _ source: Source,
    _ submit: (Work) throws(Failure) -> Void
  ) throws(Failure) {
    let short = count + RecordParser.padding - buffer.count
    if short > 0 { buffer.append(contentsOf: repeatElement(0, count: short)) }
    try submit(.lines(bytes: buffer, count: count, firstLine: line, source: source.name))
  }
}
