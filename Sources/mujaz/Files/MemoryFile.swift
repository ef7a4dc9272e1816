import ArgumentParser
import MujazPlatform
import MujazTranslation

/// A translation memory that the command line names.
enum MemoryFile {
  /// Refuses what is no name of a file, before any work is done.
  static func checkName(_ path: String?) throws {
    guard let path, !MemoryDatabase.isFileName(path) else { return }
    let hint = path.isEmpty ? "" : "; './\(path)' is a file of that name"
    throw ValidationError("--tm takes the name of a file, not '\(path)'\(hint)")
  }

  static func open(
    _ path: String, _ access: MemoryDatabase.Access
  ) throws(Failure) -> MemoryDatabase {
    let bytes = Arguments.bytes(of: path)
    var status = stat()
    if stat(bytes, &status) != 0 {
      if access == .reading || errno != ENOENT {
        throw Failure(code: ExitCode.noInput, message: "\(path): \(systemError())")
      }
    } else if status.st_mode & S_IFMT == S_IFDIR {
      throw Failure(code: ExitCode.noInput, message: "\(path): \(systemError(EISDIR))")
    }
    return try reporting(path) { () throws(MemoryError) in
      try MemoryDatabase(path: bytes, access)
    }
  }

  /// A memory that sentences are looked up in.
  static func lookup(
    _ path: String, from source: Language?, to target: Language?
  ) throws(Failure) -> MemoryLookup {
    let database = try open(path, .reading)
    return try reporting(path) { () throws(MemoryError) in
      try MemoryLookup(database, from: source, to: target)
    }
  }

  /// Puts what is translated in a package into a memory, which is made where there is none; gives the number of pseudo-translations,
  /// which are left out.
  static func add(_ package: BilingualPackage, to path: String) throws(Failure) -> Int {
    let database = try open(path, .writing)
    return try reporting(path) { () throws(MemoryError) in
      var importer = MemoryImporter(database)
      let reader = MemoryUnitReader(source: nil, target: nil, origin: "", date: now)
      for unit in reader.units(of: package) { try importer.add(unit) }
      try importer.finish()
      return importer.leftOut
    }
  }

  /// Writes the units of a memory, all of them or those of two languages, in the order they came in.
  static func export(
    _ database: MemoryDatabase, _ path: String, _ format: MemoryFormat, to file: OutputFile,
    of languages: (source: Language, target: Language)? = nil
  ) throws(Failure) {
    var cursor = try reporting(path) { () throws(MemoryError) in try MemoryCursor(database) }
    var writer = MemoryUnitWriter(
      format, sourceLanguage: languages?.source.tag ?? cursor.sourceLanguage)
    var count = 0
    while let unit = try reporting(path, { () throws(MemoryError) in try cursor.next() }) {
      if let languages {
        guard Language(unit.sourceLanguage)?.base == languages.source.base,
          Language(unit.targetLanguage)?.base == languages.target.base
        else { continue }
      }
      writer.write(unit)
      count += 1
      if count % 256 == 0 { try file.write(writer.take()) }
    }
    writer.finish()
    try file.write(writer.take())
  }

  /// Carries out what a memory may refuse.
  static func reporting<Result>(
    _ path: String, _ body: () throws(MemoryError) -> Result
  ) throws(Failure) -> Result {
    do throws(MemoryError) {
      return try body()
    } catch {
      throw Failure(error, path)
    }
  }

  /// Now, as TMX writes it: `20261125T101500Z`.
  static var now: String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func digits(_ number: Int32, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
    return digits(parts.tm_year + 1900, 4) + digits(parts.tm_mon + 1, 2)
      + digits(parts.tm_mday, 2) + "T" + digits(parts.tm_hour, 2) + digits(parts.tm_min, 2)
      + digits(parts.tm_sec, 2) + "Z"
  }
}

extension Failure {
  /// What is wrong with a memory.
  init(_ error: MemoryError, _ path: String) {
    let code =
      switch error.kind {
      case .missing: ExitCode.noInput
      case .foreign, .damaged: ExitCode.badData
      case .cannotCreate: ExitCode.cannotCreate
      case .failed: ExitCode.ioError
      case .outOfMemory: ExitCode.internalError
      }
    self.init(code: code, message: "\(path): \(error.message)")
  }
}
