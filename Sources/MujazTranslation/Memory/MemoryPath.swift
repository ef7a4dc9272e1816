internal import MujazPlatform

/// What the name of a memory's file may be.
///
/// Names end with a NUL here.
enum MemoryPath {
  /// Refuses what SQLite takes for something else than a name: memories that keep nothing, and URIs.
  static func check(_ path: [CChar]) throws(MemoryError) {
    let name = path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    guard MemoryDatabase.isFileName(String(decoding: name, as: UTF8.self)) else {
      throw MemoryError(.cannotCreate, "not the name of a file")
    }
  }

  /// Whether a file is empty, missing, unreadable, or begins as SQLite's do. A pipe or a device is none, and is not waited for.
  static func mayBeDatabase(_ path: [CChar]) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return true }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return true }
    guard status.st_mode & S_IFMT == S_IFREG else { return false }
    var head = [UInt8](repeating: 0, count: 16)
    var count = 0
    var more = 0
    repeat {
      more = head.withUnsafeMutableBytes { room in
        let rest = UnsafeMutableRawBufferPointer(rebasing: room[count...])
        return read(file, rest.baseAddress, rest.count)
      }
      count += max(0, more)
    } while more > 0 && count < head.count
    return count == 0 || head.elementsEqual(Array("SQLite format 3\0".utf8))
  }

  /// Whether changes wait beside the file, in its write-ahead log.
  static func hasLog(_ path: [CChar]) -> Bool {
    var status = stat()
    let log = path.prefix { $0 != 0 } + "-wal".utf8CString
    return stat(Array(log), &status) == 0 && status.st_size > 0
  }

  /// The name as a URI that says: nobody writes to this file.
  static func immutable(_ path: [CChar]) -> [CChar] {
    var uri = Array("file:".utf8)
    let name = path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    // Two strokes at the beginning would name a host.
    if name.first == UInt8(ascii: "/") { uri += Array("//".utf8) }
    for byte in name {
      if byte.isAlphanumeric || [0x2F, 0x2E, 0x2D, 0x5F].contains(byte) {
        uri.append(byte)
      } else {
        uri += Array(("%" + hexadecimal([byte])).utf8)
      }
    }
    return (uri + Array("?immutable=1".utf8) + [0]).map { CChar(bitPattern: $0) }
  }
}

extension MemoryDatabase {
  /// Whether a text is the name of a file: `:memory:`, `file:…` and nothing are something else to SQLite, and what went into them would
  /// be lost.
  public static func isFileName(_ name: String) -> Bool {
    !name.isEmpty && name != ":memory:" && !name.hasPrefix("file:")
  }
}
