import CSystem
import MujazPlatform

/// Where results go: standard output, a device, or a file that appears only when it is whole.
///
/// A file is written without a name (or, where the file system has no such files, under a temporary one) and takes
/// its name at the end: readers see the old file or the new one. Links are followed, the umask is kept, devices and
/// pipes are written to directly.
final class OutputFile {
  private enum Place {
    case direct
    case unnamed(target: String)
    case temporary(path: [CChar], target: String)
  }

  private let descriptor: Int32
  private let place: Place
  /// The file as the user named it.
  private let name: String
  private var temporaryPath: UnsafeMutablePointer<CChar>?
  /// Whether there is nothing to be dropped.
  private var isDone = false

  /// Standard output.
  init() {
    descriptor = STDOUT_FILENO
    place = .direct
    name = "standard output"
  }

  init(path: String) throws(Failure) {
    name = path
    if path.isEmpty {
      throw Failure(code: ExitCode.cannotCreate, message: "--output: the file has no name")
    }
    let target = Self.resolve(path)
    let bytes = Arguments.bytes(of: target)
    var status = stat()
    let exists = stat(bytes, &status) == 0
    // A loop of links, a name too long, a file where a folder should be: not a file that is still to be made.
    if !exists, errno != ENOENT { throw Self.cannotCreate(path) }
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw Failure(code: ExitCode.cannotCreate, message: "\(path): \(systemError(EISDIR))")
    }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      descriptor = open(bytes, O_WRONLY | O_CLOEXEC)
      place = .direct
      if descriptor < 0 { throw Self.cannotCreate(path) }
      return
    }
    if exists, access(bytes, W_OK) != 0 { throw Self.cannotCreate(path) }
    // An existing file keeps its permissions, a new one gets what the umask leaves.
    let mode = exists ? status.st_mode & 0o7777 : 0o666
    let folder = Self.folder(of: target)
    let unnamed = csys_open_unnamed(Arguments.bytes(of: folder), mode)
    if unnamed >= 0 {
      if exists { fchmod(unnamed, mode) }
      descriptor = unnamed
      place = .unnamed(target: target)
      return
    }
    guard errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL else {
      throw Self.cannotCreate(path)
    }
    var template = Arguments.bytes(of: folder + "/.mujaz-XXXXXX")
    descriptor = mkstemp(&template)
    if descriptor < 0 { throw Self.cannotCreate(path) }
    fchmod(descriptor, exists ? mode : 0o666 & ~Self.umaskNow())
    place = .temporary(path: template, target: target)
    temporaryPath = strdup(template)
    csys_remove_on_signal(temporaryPath)
  }

  /// A file, or standard output where no path is given.
  static func opened(_ path: String?) throws(Failure) -> OutputFile {
    if let path { try OutputFile(path: path) } else { OutputFile() }
  }

  /// Appends bytes.
  func write(_ bytes: [UInt8]) throws(Failure) {
    var failure: Failure?
    bytes.withUnsafeBufferPointer { buffer in
      do throws(Failure) { try write(buffer) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Appends bytes.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) {
    do throws(Failure) {
      try writeAll(descriptor, UnsafeRawBufferPointer(bytes))
    } catch {
      throw Failure(code: error.code, message: "\(name): \(error.message)")
    }
  }

  deinit { if !isDone { discard() } }

  /// Writes what is left and gives the file its name.
  func finish(_ bytes: [UInt8]) throws(Failure) {
    try write(bytes)
    try commit()
  }

  /// Gives the file its name. Without this call it never appears.
  func commit() throws(Failure) {
    switch place {
    case .direct:
      // A full disk may show only here.
      if descriptor != STDOUT_FILENO, close(descriptor) != 0 { throw ioError() }
    case .unnamed(let target):
      if fsync(descriptor) != 0, errno != EINVAL { throw ioError() }
      try name(as: target)
      close(descriptor)
    case .temporary(let path, let target):
      let isWhole = fsync(descriptor) == 0 || errno == EINVAL
      guard isWhole, rename(path, Arguments.bytes(of: target)) == 0 else {
        let error = ioError()
        discard()
        throw error
      }
      csys_remove_on_signal(nil)
      close(descriptor)
    }
    isDone = true
  }

  /// Writes a whole result to a file, or to standard output where no path is given.
  static func write(_ bytes: [UInt8], to path: String?) throws(Failure) {
    try write(to: path) { (file) throws(Failure) in try file.write(bytes) }
  }

  /// The same of a result that `body` writes piece by piece: where it fails no file appears.
  static func write(
    to path: String?, _ body: (OutputFile) throws(Failure) -> Void
  ) throws(Failure) {
    let file = try opened(path)
    try body(file)
    try file.commit()
  }

  /// Drops what was written.
  func discard() {
    if case .temporary(let path, _) = place {
      unlink(path)
      csys_remove_on_signal(nil)
    }
    isDone = true
  }

  /// Links the unnamed file into place. A link can't replace a file, so over an existing one it goes by way of a
  /// temporary name.
  private func name(as target: String) throws(Failure) {
    let path = Arguments.bytes(of: target)
    if csys_link(descriptor, path) == 0 { return }
    guard errno == EEXIST else { throw ioError() }
    for attempt in 0..<100 {
      let temporary = Arguments.bytes(
        of: "\(Self.folder(of: target))/.mujaz-\(getpid())-\(attempt)")
      if csys_link(descriptor, temporary) != 0 {
        if errno == EEXIST { continue }
        throw ioError()
      }
      if rename(temporary, path) == 0 { return }
      let error = ioError()
      unlink(temporary)
      throw error
    }
    throw ioError()
  }

  private func ioError() -> Failure {
    Failure(code: ExitCode.ioError, message: "\(name): cannot write: \(systemError())")
  }

  private static func cannotCreate(_ path: String) -> Failure {
    Failure(code: ExitCode.cannotCreate, message: "\(path): cannot create: \(systemError())")
  }

  /// The file that a path leads to, links followed; the path itself where there is none yet.
  private static func resolve(_ path: String) -> String {
    var path = path
    // As many links as the kernel follows; a link to nothing yet names the file that is made.
    for _ in 0..<40 {
      var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      let count = readlink(Arguments.bytes(of: path), &target, target.count - 1)
      if count < 0 { return path }
      let link = Arguments.string(of: target[..<count])
      path = link.utf8.first == UInt8(ascii: "/") ? link : folder(of: path) + "/" + link
    }
    return path
  }

  /// By bytes: to a string a slash and a mark that combines with it, the first character of a name, are one character.
  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func umaskNow() -> mode_t {
    let mask = umask(0)
    umask(mask)
    return mask
  }
}
