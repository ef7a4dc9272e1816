import MujazTranslation

/// A bilingual dictionary that is read from a user's file.
enum DictionaryFile {
  /// Tab-separated lines, or either file of a dictd dictionary (`NAME.index`, `NAME.dict`, `NAME.dict.dz`), whose other one
  /// lies beside it.
  static func read(_ path: String) throws(Failure) -> BilingualDictionary {
    guard let name = dictdName(path) else {
      let bytes = try WholeFile.bytes(path)
      return try reporting(path) { () throws(PackageError) in
        try BilingualDictionary(tabSeparated: bytes)
      }
    }
    let index = try WholeFile.bytes(name + ".index")
    let entriesPath: String
    if path.hasSuffix(".index") {
      entriesPath = isReadable(name + ".dict.dz") ? name + ".dict.dz" : name + ".dict"
    } else {
      entriesPath = path
    }
    let packed = try WholeFile.bytes(entriesPath)
    let entries = try reporting(entriesPath) { () throws(PackageError) in
      entriesPath.hasSuffix(".dz") ? try Gzip.unpacked(packed) : packed
    }
    return try reporting(name + ".index") { () throws(PackageError) in
      try BilingualDictionary(dictdIndex: index, entries: entries)
    }
  }

  /// The path without its ending where it names a file of a dictd dictionary.
  private static func dictdName(_ path: String) -> String? {
    for ending in [".index", ".dict.dz", ".dict"] where path.hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return nil
  }

  private static func isReadable(_ path: String) -> Bool {
    do throws(Failure) {
      _ = try Source(operand: path)
      return true
    } catch {
      return false
    }
  }

  private static func reporting<Result>(
    _ path: String, _ body: () throws(PackageError) -> Result
  ) throws(Failure) -> Result {
    do throws(PackageError) {
      return try body()
    } catch {
      throw Failure(error, path)
    }
  }
}
