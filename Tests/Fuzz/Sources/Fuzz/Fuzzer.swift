internal import Glibc

/// Something that takes any bytes and must neither crash nor break its word.
struct Fuzzer: Sendable {
  /// The name of its corpus.
  let name: String
  let run: @Sendable (_ input: UnsafeBufferPointer<UInt8>) -> Void

  static let all: [Fuzzer] = [
    .segment, .brief, .page, .feed, .mail, .subtitles, .docx, .odt, .warc, .gzip, .charset,
    .record, .file,
    .xliff, .po, .tsv, .table, .sheet, .prepare, .tmx, .units, .tbx, .dictionary, .align, .srx,
    .memory,
  ]

  /// The one that is named by `MUJAZ_FUZZER`; `list` names all.
  static let chosen: Fuzzer = {
    let wanted = getenv("MUJAZ_FUZZER").map { String(cString: $0) } ?? ""
    if let found = all.first(where: { $0.name == wanted }) { return found }
    let names = all.map(\.name).joined(separator: "\n")
    if wanted == "list" {
      print(names)
      exit(0)
    }
    fail("MUJAZ_FUZZER is '\(wanted)', and must be one of:\n\(names)")
  }()
}

/// Called once before all runs.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?
) -> CInt {
  _ = Fuzzer.chosen
  return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  Fuzzer.chosen.run(UnsafeBufferPointer(start: data, count: size))
  return 0
}

/// Ends the run with a word that is broken.
func fail(_ message: String) -> Never {
  let line = Array("fuzz: \(message)\n".utf8)
  _ = write(STDERR_FILENO, line, line.count)
  abort()
}

/// Ends the run where something does not hold.
func check(_ holds: Bool, _ message: @autoclosure () -> String) {
  if !holds { fail(message()) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Hands the bytes out in pieces, as a file does.
  var read: (UnsafeMutableRawBufferPointer) -> Int {
    nonisolated(unsafe) let bytes = self
    var offset = 0
    return { buffer in
      let count = Swift.min(buffer.count, bytes.count - offset)
      buffer.copyBytes(from: bytes[offset..<offset + count])
      offset += count
      return count
    }
  }

  /// Read as UTF-8 with repairs.
  var text: String { String(decoding: self, as: UTF8.self) }
}
