internal import Glibc
import MujazTranslation

extension Fuzzer {
  static let tmx = Fuzzer(name: "tmx") { readUnits($0) }
  static let units = Fuzzer(name: "units") { readUnits($0) }

  /// Units are read, written in both formats, and read again.
  private static func readUnits(_ input: UnsafeBufferPointer<UInt8>) {
    let reader = MemoryUnitReader(
      source: Language("ar"), target: Language("en"), origin: "units", date: "20260101T000000Z")
    var units: [MemoryUnit] = []
    try? reader.read(input.read) { units.append($0) }
    for format in MemoryFormat.allCases {
      var writer = MemoryUnitWriter(format, sourceLanguage: "ar", version: "0")
      for unit in units { writer.write(unit) }
      writer.finish()
      _ = writer.take()
    }
  }

  /// A memory whose file was changed: whole where the input begins as a database does, else in places, of which each takes
  /// two bytes for where, one for how many, and what is put there.
  static let memory = Fuzzer(name: "memory") { input in
    var bytes =
      input.starts(with: Array("SQLite format 3\0".utf8)) ? Array(input) : SoundMemory.bytes
    if bytes.count == SoundMemory.bytes.count || !input.starts(with: Array("SQLite".utf8)) {
      var rest = input[...]
      while rest.count > 3 {
        let place = Int(rest.removeFirst()) << 8 | Int(rest.removeFirst())
        let count = Int(rest.removeFirst() & 15) + 1
        for (offset, byte) in rest.prefix(count).enumerated() where place + offset < bytes.count {
          bytes[place + offset] = byte
        }
        rest = rest.dropFirst(count)
      }
    }
    SoundMemory.write(bytes)
    SoundMemory.use(.reading)
    SoundMemory.use(.writing)
  }
}

/// A memory of a few units, and the file that it is damaged in.
private enum SoundMemory {
  private static let folder: String = {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "."
    var name = Array("\(parent)/mujaz-fuzz-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { fail("no folder for the memory") }
    return String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }()

  private static let path = folder + "/a.tm"

  /// What a run leaves beside the memory.
  private static let companions = ["-wal", "-shm", "-journal"]

  static let bytes: [UInt8] = {
    do {
      let memory = try MemoryDatabase(path: Array(path.utf8CString), .writing)
      var importer = MemoryImporter(memory)
      for number in 1...6 {
        try importer.add(
          MemoryUnit(
            source: "قال الوزير إن العمل بدأ في اليوم \(number)",
            target: "The minister said that work began on day \(number)", sourceLanguage: "ar",
            targetLanguage: "en", contexts: [MemoryContext(before: nil, after: nil)],
            origin: "news", date: "20260101T000000Z"))
      }
      try importer.finish()
      try memory.compact()
    } catch { fail("no memory: \(error)") }
    guard let file = fopen(path, "r") else { fail("no memory at \(path)") }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
    return bytes
  }()

  static func write(_ bytes: [UInt8]) {
    for name in companions { unlink(path + name) }
    guard let file = fopen(path, "w") else { fail("no file at \(path)") }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  /// Everything that a memory is asked for.
  static func use(_ access: MemoryDatabase.Access) {
    guard let memory = try? MemoryDatabase(path: Array(path.utf8CString), access) else { return }
    _ = try? memory.count()
    _ = try? MemoryStatistics(memory)
    if let lookup = try? MemoryLookup(memory, from: Language("ar"), to: Language("en")) {
      _ = try? lookup.matches(of: "قال الوزير إن العمل بدأ في اليوم 4", most: 3)
      _ = try? lookup.matches(of: "قال وزير آخر إن العمل انتهى أمس", most: 3)
    }
    try? MemoryConcordance(memory).search("الوزير", in: .both) { _ in true }
    if var cursor = try? MemoryCursor(memory) {
      while (try? cursor.next()) != nil {}
    }
    guard case .writing = access else { return }
    var importer = MemoryImporter(memory)
    try? importer.add(
      MemoryUnit(
        source: "انتهى الاجتماع", target: "The meeting ended", sourceLanguage: "ar",
        targetLanguage: "en", contexts: [], origin: "new", date: "20260102T000000Z"))
    try? importer.finish()
    try? memory.compact()
  }
}
